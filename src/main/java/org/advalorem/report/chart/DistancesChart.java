package org.advalorem.report.chart;

import java.util.List;

/**
 * How far each input has to move, from where it is: one bar an input, to the left where it falls and to the right where it
 * rises.
 *
 * @param distance the axis
 * @param heading what the words of the bars are: {@code turns at}
 * @param bars in the order in which they are drawn, from the top; none when nothing has to be drawn
 */
public record DistancesChart(Caption caption, Axis distance, String heading, List<Bar> bars) implements Chart {
    /** Copies the list. */
    public DistancesChart {
        bars = List.copyOf(bars);
    }

    /**
     * One input.
     *
     * @param value where it has to move to: {@code 77.3 USD/t}
     */
    public record Bar(String label, double distance, String value) {
        /** Checks. */
        public Bar {
            Checks.finite(distance, label);
        }
    }
}
