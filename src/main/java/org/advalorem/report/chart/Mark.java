package org.advalorem.report.chart;

/**
 * A value marked on an axis with its name: a threshold, a quantile, the base.
 *
 * @param label what it is, without the value: {@code de minimis}
 */
public record Mark(String label, double value) {
    /** The value must be a number. */
    public Mark {
        Checks.finite(value, label);
    }
}
