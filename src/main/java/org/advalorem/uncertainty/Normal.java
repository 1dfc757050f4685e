package org.advalorem.uncertainty;

import java.util.OptionalDouble;

/**
 * The normal distribution: {@code mean + deviation z(u)}.
 *
 * @param center the mean
 * @param deviation the standard deviation, above zero
 */
public record Normal(double center, double deviation) implements Distribution {
    static final String FORM = "normal(mean, standard deviation)";

    /** The 95 % quantile of the standard normal distribution. */
    static final double Z95 = 1.6448536269514722;

    /**
     * The distribution with checked parameters.
     *
     * @throws IllegalArgumentException if the mean is not finite or the deviation is not positive and finite
     */
    public Normal {
        center = ParameterChecks.finite(center, "mean");
        deviation = ParameterChecks.positive(deviation, "standard deviation");
    }

    /**
     * The normal distribution with 5 % of the probability below {@code p5} and 5 % above {@code p95}.
     *
     * @throws IllegalArgumentException unless {@code p5 < p95}
     */
    public static Normal ofInterval(double p5, double p95) {
        ParameterChecks.below(p5, p95, "low to high");
        return new Normal(p5 + (p95 - p5) / 2, (p95 - p5) / (2 * Z95));
    }

    @Override
    public void quantiles(double[] u, int from, int to, double[] out) {
        StandardNormal.quantiles(u, from, to, out, center, deviation);
    }

    @Override
    public double cumulativeProbability(double x) {
        return StandardNormal.cumulativeProbability((x - center) / deviation);
    }

    @Override
    public OptionalDouble mean() {
        return OptionalDouble.of(center);
    }

    @Override
    public OptionalDouble standardDeviation() {
        return OptionalDouble.of(deviation);
    }

    @Override
    public String toString() {
        return ShortestDecimal.call("normal", center, deviation);
    }
}
