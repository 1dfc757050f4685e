package org.advalorem.whatif;

import java.util.List;
import org.advalorem.rules.ResultKey;

/**
 * How one result is distributed over the draws.
 *
 * @param key the result
 * @param base its value in the scenario as it is
 * @param count draws in which it is a number
 * @param notFinite draws in which it is none
 * @param meanError standard error of the mean by simulation
 * @param quantiles in ascending order
 * @param histogram counts of draws between edges
 */
public record Distributed(
        ResultKey key,
        double base,
        long count,
        long notFinite,
        double mean,
        double meanError,
        double standardDeviation,
        double min,
        double max,
        List<Quantile> quantiles,
        Histogram histogram) {
    /** Copies the list. */
    public Distributed {
        quantiles = List.copyOf(quantiles);
    }

    /**
     * A quantile: the smallest value that at least that share of draws does not exceed, with the order statistics that bound
     * it with 95 percent confidence.
     */
    public record Quantile(double share, double value, double low, double high) {}

    /**
     * Counts between equally spaced edges; the last interval includes its upper edge.
     *
     * @param edges one more than there are counts; empty when all draws agree
     */
    public record Histogram(List<Double> edges, List<Long> counts) {
        /** Copies the lists. */
        public Histogram {
            edges = List.copyOf(edges);
            counts = List.copyOf(counts);
        }
    }

    /** The quantile of that share. */
    public Quantile quantile(double share) {
        return quantiles.stream()
                .filter(quantile -> Math.abs(quantile.share() - share) < 1e-12)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No quantile " + share + " was computed."));
    }
}
