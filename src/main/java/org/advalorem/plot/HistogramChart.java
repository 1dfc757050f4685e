package org.advalorem.plot;

import java.util.List;

/**
 * How often a simulated value fell where.
 *
 * @param y the share of draws in each class
 * @param edges of the classes, ascending: one more than counts
 * @param counts draws in each class
 * @param quantiles marks on the axis, such as {@code 5%}, {@code median}, {@code the scenario}
 * @param thresholds what lies below the lowest of them is hatched
 */
public record HistogramChart(
        Caption caption,
        Axis x,
        Axis y,
        List<Double> edges,
        List<Long> counts,
        List<Mark> quantiles,
        List<Mark> thresholds)
        implements Chart {
    /**
     * The chart, checked.
     *
     * @throws IllegalArgumentException if there are no classes, or the edges do not bound them in ascending order
     */
    public HistogramChart {
        edges = List.copyOf(edges);
        counts = PlotChecks.some(counts, "classes");
        quantiles = List.copyOf(quantiles);
        thresholds = List.copyOf(thresholds);
        if (edges.size() != counts.size() + 1) {
            throw new IllegalArgumentException(
                    counts.size() + " classes need one edge more, not " + edges.size() + ".");
        }
        for (int i = 0; i < edges.size(); i++) {
            PlotChecks.finite(edges.get(i), "edge");
            if (i > 0 && edges.get(i) <= edges.get(i - 1)) {
                throw new IllegalArgumentException("The edges do not ascend: " + edges + ".");
            }
        }
    }
}
