package org.advalorem.uncertainty;

import java.util.OptionalDouble;

/**
 * The Bernoulli distribution: 1 (on) with a given probability, otherwise 0 (off).
 *
 * @param share the probability of 1, from 0 to 1
 */
public record Bernoulli(double share) implements Distribution {
    static final String FORM = "bernoulli(probability)";

    /**
     * The distribution with a checked probability.
     *
     * @throws IllegalArgumentException if {@code share} is not from 0 to 1
     */
    public Bernoulli {
        share = ParameterChecks.share(share, "probability");
    }

    @Override
    public void quantiles(double[] u, int from, int to, double[] out) {
        double off = 1.0 - share;
        for (int i = from; i < to; i++) {
            out[i] = ParameterChecks.above(u[i], off);
        }
    }

    @Override
    public double cumulativeProbability(double x) {
        return x < 0.0 ? 0.0 : x < 1.0 ? 1.0 - share : 1.0;
    }

    @Override
    public OptionalDouble mean() {
        return OptionalDouble.of(share);
    }

    @Override
    public OptionalDouble standardDeviation() {
        return OptionalDouble.of(Math.sqrt(share * (1.0 - share)));
    }

    @Override
    public String toString() {
        return ShortestDecimal.call("bernoulli", share);
    }
}
