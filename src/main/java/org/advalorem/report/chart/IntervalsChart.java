package org.advalorem.report.chart;

import java.util.List;

/**
 * Estimates with their intervals: first-order and total Sobol' indices.
 *
 * @param values the axis, usually shares of the variance
 * @param kinds what is estimated for each: {@code alone}, {@code with interactions}; one to four
 * @param bars one an input, from the top
 */
public record IntervalsChart(Caption caption, Axis values, List<String> kinds, List<Bar> bars) implements Chart {
    private static final int MOST_KINDS = 4;

    /** Copies the lists. */
    public IntervalsChart {
        kinds = Checks.some(List.copyOf(kinds), "kinds");
        bars = Checks.some(List.copyOf(bars), "bars");
        int size = kinds.size();
        if (size > MOST_KINDS || bars.stream().anyMatch(bar -> bar.estimates().size() != size)) {
            throw new IllegalArgumentException(
                    "Every bar has one estimate of each of at most " + MOST_KINDS + " kinds.");
        }
    }

    /** One input with an estimate of each kind. */
    public record Bar(String label, List<Estimate> estimates) {
        /** Copies the list. */
        public Bar {
            estimates = List.copyOf(estimates);
        }
    }

    /** A value and its interval. */
    public record Estimate(double value, double low, double high) {
        /** Checks. */
        public Estimate {
            Checks.finite(value, "estimate");
            Checks.finite(low, "low end");
            Checks.finite(high, "high end");
        }
    }
}
