package org.advalorem.api;

import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.whatif.Distributed;

/**
 * The distribution of one result over the draws of a simulation. Rates are fractions; yes counts as 1.
 *
 * @param address the result, such as {@code companies.acme.rate-unrounded}
 * @param base its value in the scenario as written
 * @param count the draws in which it is a number
 * @param meanError the standard error of the mean that is due to the simulation; not a number if there is only one draw
 * @param quantiles in ascending order, at the shares 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95 and 0.99
 */
public record Distribution(
        String address,
        double base,
        long count,
        double mean,
        double meanError,
        double standardDeviation,
        double min,
        double max,
        List<Quantile> quantiles) {
    /** Copies the list. */
    public Distribution {
        quantiles = List.copyOf(quantiles);
    }

    /**
     * The smallest value that at least a share of the draws do not exceed.
     *
     * @param share from 0 to 1
     * @param low the lower end of its 95 percent interval; not a number if no draw is that low
     * @param high the upper end; not a number if no draw is that high
     */
    public record Quantile(double share, double value, double low, double high) {}

    static Distribution of(Distributed distributed) {
        return new Distribution(
                distributed.key().toString(),
                distributed.base(),
                distributed.count(),
                distributed.mean(),
                distributed.meanError(),
                distributed.standardDeviation(),
                distributed.min(),
                distributed.max(),
                distributed.quantiles().stream()
                        .map(of -> new Quantile(of.share(), of.value(), of.low(), of.high()))
                        .toList());
    }

    /**
     * The value of the quantile at a share.
     *
     * @throws IllegalArgumentException if the share is not one of those of {@link #quantiles()}
     */
    public double quantile(double share) {
        return quantiles.stream()
                .filter(quantile -> Double.compare(quantile.share(), share) == 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no quantile at " + share + ", but at "
                        + quantiles.stream()
                                .map(quantile -> Double.toString(quantile.share()))
                                .collect(Collectors.joining(", "))
                        + "."))
                .value();
    }
}
