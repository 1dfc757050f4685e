package org.advalorem.report.chart;

import java.util.List;

/**
 * Of what programs a rate is made: their rates laid end to end, one panel a company.
 *
 * @param rate the axis, common to all panels
 */
public record StackChart(Caption caption, Axis rate, List<Stack> stacks) implements Chart {
    /** Copies the list. */
    public StackChart {
        stacks = Checks.some(List.copyOf(stacks), "companies");
    }

    /**
     * One company.
     *
     * @param name as the panel is headed
     * @param parts from the top; may be empty
     * @param total the last row, as published
     */
    public record Stack(String name, List<Part> parts, Mark total, List<Mark> thresholds) {
        /** Copies the lists. */
        public Stack {
            parts = List.copyOf(parts);
            thresholds = List.copyOf(thresholds);
        }
    }

    /**
     * One program.
     *
     * @param note what distinguishes it, drawn as hatching and named in the key, such as {@code facts available}; empty
     *     for an ordinary program
     */
    public record Part(String label, double rate, String note) {
        /** Checks. */
        public Part {
            Checks.finite(rate, label);
        }
    }
}
