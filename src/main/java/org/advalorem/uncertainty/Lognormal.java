package org.advalorem.uncertainty;

import java.util.OptionalDouble;

/**
 * The lognormal distribution, given by its median and its geometric standard deviation: {@code median * spread^z(u)}.
 * About two thirds of the values lie between {@code median / spread} and {@code median * spread}.
 *
 * @param median from 1e-100 to 1e100
 * @param spread the geometric standard deviation, above 1 and at most a million
 */
public record Lognormal(double median, double spread) implements Distribution {
    static final String FORM = "lognormal(median, geometric standard deviation)";

    /**
     * The distribution with checked parameters.
     *
     * @throws IllegalArgumentException if the median or the spread is out of range
     */
    public Lognormal {
        if (!(median >= 1e-100 && median <= 1e100)) {
            throw new IllegalArgumentException("The median (" + ShortestDecimal.of(median)
                    + ") of a lognormal distribution is not positive. Write " + FORM
                    + ", or normal(mean, standard deviation) when values may be negative.");
        }
        if (!(spread > 1.0 && spread <= 1e6)) {
            throw new IllegalArgumentException("The geometric standard deviation (" + ShortestDecimal.of(spread)
                    + ") is not above 1. Write 1.2 for values mostly within 20% of the median.");
        }
    }

    /**
     * The lognormal distribution with 5 % of the probability below {@code p5} and 5 % above {@code p95}.
     *
     * @throws IllegalArgumentException unless {@code 0 < p5 < p95}, or if the resulting median or spread is out of
     *     range
     */
    public static Lognormal ofInterval(double p5, double p95) {
        ParameterChecks.positive(p5, "low end of a positive interval");
        ParameterChecks.below(p5, p95, "positive low to high");
        double middle = Math.sqrt(p5) * Math.sqrt(p95);
        return new Lognormal(middle, StrictMath.exp(StrictMath.log(p95 / p5) / (2 * Normal.Z95)));
    }

    @Override
    public void quantiles(double[] u, int from, int to, double[] out) {
        StandardNormal.quantiles(u, from, to, out);
        double sigma = sigma();
        for (int i = from; i < to; i++) {
            out[i] = median * Exponential.of(sigma * out[i]);
        }
    }

    @Override
    public double cumulativeProbability(double x) {
        return x <= 0.0 ? 0.0 : StandardNormal.cumulativeProbability(StrictMath.log(x / median) / sigma());
    }

    @Override
    public OptionalDouble mean() {
        return OptionalDouble.of(median * StrictMath.exp(sigma() * sigma() / 2));
    }

    @Override
    public OptionalDouble standardDeviation() {
        double variance = sigma() * sigma();
        return OptionalDouble.of(median * StrictMath.exp(variance / 2) * Math.sqrt(StrictMath.expm1(variance)));
    }

    private double sigma() {
        return StrictMath.log(spread);
    }

    @Override
    public String toString() {
        return ShortestDecimal.call("lognormal", median, spread);
    }
}
