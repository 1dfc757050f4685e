package org.advalorem.plot;

import java.util.List;

/** Checks of the data of charts; they return what they were given. */
final class PlotChecks {
    private PlotChecks() {}

    static double finite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The value of (" + what + ") is not a finite number: " + value + ".");
        }
        return value;
    }

    /** An immutable copy of a list that must not be empty. */
    static <T> List<T> some(List<T> values, String what) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There are no " + what + " to draw.");
        }
        return List.copyOf(values);
    }
}
