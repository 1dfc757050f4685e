package org.advalorem.report.chart;

import java.util.List;

/**
 * What each input alone does to the rate: one bar an input, from the rate at its low to the rate at its high value.
 *
 * @param rate the axis
 * @param base the rate of the scenario itself
 * @param bars in the order in which they are drawn, from the top
 */
public record TornadoChart(Caption caption, Axis rate, double base, List<Bar> bars, List<Mark> thresholds)
        implements Chart {
    /** Copies the lists. */
    public TornadoChart {
        Checks.finite(base, "base");
        bars = Checks.some(List.copyOf(bars), "bars");
        thresholds = List.copyOf(thresholds);
    }

    /**
     * One input.
     *
     * @param lowText the low value of the input: {@code 2%}
     * @param highText the high value of the input
     * @param lowRate the rate at the low value; may be the greater one
     * @param highRate the rate at the high value
     * @param several whether there are more values than these two, at which the rate is lowest and highest
     */
    public record Bar(String label, String lowText, String highText, double lowRate, double highRate, boolean several) {
        /** An input with two values. */
        public Bar(String label, String lowText, String highText, double lowRate, double highRate) {
            this(label, lowText, highText, lowRate, highRate, false);
        }

        /** Checks. */
        public Bar {
            Checks.finite(lowRate, label);
            Checks.finite(highRate, label);
        }
    }
}
