package org.advalorem.uncertainty;

import java.util.OptionalDouble;

/**
 * A probability distribution of one input, sampled by its quantile function.
 *
 * <p>The text form ({@code toString}) is what {@link Variation#parse} reads; reading it gives an equal distribution.
 * Results are bitwise the same however a block is partitioned, and the same as those of {@link #quantile}.
 */
public sealed interface Distribution
        permits Uniform,
                Triangular,
                Pert,
                Beta,
                Normal,
                TruncatedNormal,
                Lognormal,
                Bernoulli,
                Discrete,
                Empirical,
                ElicitedQuantiles {
    /** The smallest probability sampled, 2^-53; the largest is 1 minus this. */
    double LEAST_PROBABILITY = 0x1p-53;

    /**
     * Writes the quantiles of the probabilities {@code u[from]} to {@code u[to - 1]} to the same indices of {@code
     * out}.
     *
     * @param u probabilities from 2^-53 to 1 - 2^-53, which are not checked
     * @param out an array other than {@code u}
     */
    void quantiles(double[] u, int from, int to, double[] out);

    /**
     * The quantile of a probability.
     *
     * @param u the probability of a value below the quantile
     * @throws IllegalArgumentException if {@code u} is not from 2^-53 to 1 - 2^-53
     */
    default double quantile(double u) {
        double[] out = new double[1];
        quantiles(new double[] {ParameterChecks.probability(u)}, 0, 1, out);
        return out[0];
    }

    /** The probability of a value of at most {@code x}. */
    double cumulativeProbability(double x);

    /**
     * The normal score of a value: the standard normal quantile with the same probability below it, from -8.21 to 8.21.
     */
    default double normalScore(double x) {
        double most = 1.0 - LEAST_PROBABILITY;
        return StandardNormal.quantile(Math.min(Math.max(cumulativeProbability(x), LEAST_PROBABILITY), most));
    }

    /** The value with a given normal score. */
    default double atNormalScore(double score) {
        double most = 1.0 - LEAST_PROBABILITY;
        return quantile(Math.min(Math.max(StandardNormal.cumulativeProbability(score), LEAST_PROBABILITY), most));
    }

    /** The mean; empty for named choices. */
    OptionalDouble mean();

    /** The standard deviation; empty for named choices. */
    OptionalDouble standardDeviation();

    /** The 10 % quantile, exceeded in 9 of 10 cases. */
    default double p10() {
        return quantile(0.1);
    }

    /** The 90 % quantile, exceeded in 1 of 10 cases. */
    default double p90() {
        return quantile(0.9);
    }
}
