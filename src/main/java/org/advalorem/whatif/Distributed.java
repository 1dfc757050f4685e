package org.advalorem.whatif;

import java.util.List;
import org.advalorem.rules.ResultKey;

/**
 * The distribution of one result over the draws.
 *
 * @param key the result
 * @param base its value in the baseline
 * @param count the draws in which it is finite
 * @param notFinite the draws in which it is not
 * @param meanError the standard error of the mean due to simulation; NaN if there is only one draw
 * @param meanMargin half of the 95 percent interval of the mean; NaN if there is only one draw
 * @param quantiles in ascending order
 * @param histogram counts of draws between edges
 * @param crossings of the unrounded rate of a company or of all others: how many draws are below and above the baseline, if
 *     that is a number, and the rates asked for; otherwise none
 */
public record Distributed(
        ResultKey key,
        double base,
        long count,
        long notFinite,
        double mean,
        double meanError,
        double meanMargin,
        double standardDeviation,
        double min,
        double max,
        List<Quantile> quantiles,
        Histogram histogram,
        List<Crossing> crossings) {
    /** Copies the lists. */
    public Distributed {
        quantiles = List.copyOf(quantiles);
        crossings = List.copyOf(crossings);
    }

    /**
     * A quantile: the smallest value not exceeded by at least that share of draws, with the order statistics that bound
     * it at 95 percent confidence; NaN on a side on which no draw does.
     */
    public record Quantile(double share, double value, double low, double high) {}

    /**
     * Counts between equally spaced edges; the last interval includes its upper edge.
     *
     * @param edges one more than there are counts; empty if all draws agree
     */
    public record Histogram(List<Double> edges, List<Long> counts) {
        /** Copies the lists. */
        public Histogram {
            edges = List.copyOf(edges);
            counts = List.copyOf(counts);
        }
    }

    /**
     * The draws on either side of a rate; the rest are at it, within 1e-12 of it, or are not finite.
     *
     * @param rate as a fraction
     */
    public record Crossing(double rate, long below, long above) {}

    /**
     * The quantile at a share.
     *
     * @throws IllegalArgumentException if that quantile was not computed
     */
    public Quantile quantile(double share) {
        return quantiles.stream()
                .filter(quantile -> Math.abs(quantile.share() - share) < 1e-12)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No quantile " + share + " was computed."));
    }
}
