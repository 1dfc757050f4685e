package org.advalorem.report.chart;

import java.util.List;

/**
 * How often a simulated rate fell where.
 *
 * @param x the rate
 * @param edges of the classes, ascending: one more than counts
 * @param counts draws in each class; drawn as shares of all per class
 * @param quantiles marks on the axis, such as {@code 5%}, {@code median}, {@code the scenario}
 */
public record HistogramChart(
        Caption caption, Axis x, List<Double> edges, List<Long> counts, List<Mark> quantiles, List<Mark> thresholds)
        implements Chart {
    /** Copies the lists. */
    public HistogramChart {
        edges = List.copyOf(edges);
        counts = Checks.some(List.copyOf(counts), "classes");
        quantiles = List.copyOf(quantiles);
        thresholds = List.copyOf(thresholds);
        if (edges.size() != counts.size() + 1) {
            throw new IllegalArgumentException(edges.size() + " edges for " + counts.size() + " classes");
        }
        for (int i = 0; i < edges.size(); i++) {
            Checks.finite(edges.get(i), "edge");
            if (i > 0 && edges.get(i) <= edges.get(i - 1)) {
                throw new IllegalArgumentException("The edges do not ascend: " + edges);
            }
        }
    }
}
