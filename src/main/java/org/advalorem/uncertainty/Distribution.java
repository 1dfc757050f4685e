package org.advalorem.uncertainty;

import java.util.OptionalDouble;

/**
 * A probability distribution of one input, sampled by its quantile function.
 *
 * <p>The text form ({@code toString}) is what {@link Variation#parse} reads; reading it gives an equal distribution. Any
 * partition of a block gives the same bits, and {@link #quantile} gives the same as a block.
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
    /** The smallest probability that is sampled, 2^-53; the largest is one less this. */
    double LEAST_PROBABILITY = 0x1p-53;

    /**
     * The values below which lie the probabilities {@code u[from]} to {@code u[to - 1]}, written to the same places of
     * {@code out}.
     *
     * @param u probabilities from 2^-53 to 1 - 2^-53; not looked at otherwise
     * @param out another array than {@code u}
     */
    void quantiles(double[] u, int from, int to, double[] out);

    /**
     * The value below which lies the probability {@code u}.
     *
     * @throws IllegalArgumentException when {@code u} is not from 2^-53 to 1 - 2^-53
     */
    default double quantile(double u) {
        double[] out = new double[1];
        quantiles(new double[] {ParameterChecks.probability(u)}, 0, 1, out);
        return out[0];
    }

    /** The probability of a value of at most {@code x}. */
    double cumulativeProbability(double x);

    /**
     * The normal score of a value: the quantile of the standard normal distribution that has the same probability below it,
     * from -8.21 to 8.21.
     */
    default double normalScore(double x) {
        double most = 1.0 - LEAST_PROBABILITY;
        return StandardNormal.quantile(Math.min(Math.max(cumulativeProbability(x), LEAST_PROBABILITY), most));
    }

    /** The value that has that normal score. */
    default double atNormalScore(double score) {
        double most = 1.0 - LEAST_PROBABILITY;
        return quantile(Math.min(Math.max(StandardNormal.cumulativeProbability(score), LEAST_PROBABILITY), most));
    }

    /** The mean; nothing for named choices. */
    OptionalDouble mean();

    /** The standard deviation; nothing for named choices. */
    OptionalDouble standardDeviation();

    /** The value that is exceeded in 9 of 10 cases. */
    default double p10() {
        return quantile(0.1);
    }

    /** The value that is exceeded in 1 of 10 cases. */
    default double p90() {
        return quantile(0.9);
    }
}
