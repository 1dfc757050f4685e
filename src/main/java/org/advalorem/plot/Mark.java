package org.advalorem.plot;

/**
 * A value marked on an axis by a line with a name: a threshold, a quantile, the base.
 *
 * @param label the name, without the value: {@code de minimis}
 */
public record Mark(String label, double value) {
    /**
     * The mark, checked.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    public Mark {
        PlotChecks.finite(value, label);
    }
}
