package org.advalorem.report.chart;

import java.util.Collection;

/** Checks of what charts are made from; they return what they were given. */
final class Checks {
    private Checks() {}

    static double finite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("(" + what + ") is not a number: " + value);
        }
        return value;
    }

    static <C extends Collection<?>> C some(C values, String what) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There are no " + what + " to draw.");
        }
        return values;
    }
}
