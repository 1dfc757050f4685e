package org.advalorem.uncertainty;

import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The beta distribution with shapes alpha and beta between two ends. */
public final class Beta implements Distribution {
    static final String FORM = "beta(alpha, beta) or beta(alpha, beta, low, high)";
    private static final double LEAST_SHAPE = 0.1;
    private static final double LARGEST_SHAPE = 10_000;

    private final double alpha;
    private final double beta;
    private final double low;
    private final double high;
    private final BetaQuantile quantile;

    private Beta(double alpha, double beta, double low, double high) {
        this.alpha = shape(alpha, "alpha");
        this.beta = shape(beta, "beta");
        this.low = ParameterChecks.below(low, high, FORM);
        this.high = ParameterChecks.finite(high, "high end");
        this.quantile = BetaQuantile.of(alpha, beta);
    }

    /**
     * The beta distribution between two ends.
     *
     * @throws IllegalArgumentException if a shape is not from 0.1 to 10,000 or {@code low} is not below {@code high}
     */
    public static Beta of(double alpha, double beta, double low, double high) {
        return new Beta(alpha, beta, low, high);
    }

    /**
     * The beta distribution between 0 and 1.
     *
     * @throws IllegalArgumentException if a shape is not from 0.1 to 10,000
     */
    public static Beta of(double alpha, double beta) {
        return of(alpha, beta, 0.0, 1.0);
    }

    private static double shape(double value, String name) {
        if (!(value >= LEAST_SHAPE && value <= LARGEST_SHAPE)) {
            throw new IllegalArgumentException("The shape " + name + " (" + ShortestDecimal.of(value)
                    + ") is not from 0.1 to 10000. Below that, nearly all values lie at one end: write"
                    + " discrete or bernoulli. Above it, write normal.");
        }
        return value;
    }

    /** The low end. */
    public double low() {
        return low;
    }

    /** The high end. */
    public double high() {
        return high;
    }

    @Override
    public void quantiles(double[] u, int from, int to, double[] out) {
        quantile.quantiles(u, from, to, out, low, high);
    }

    @Override
    public double cumulativeProbability(double x) {
        if (x <= low) {
            return 0.0;
        }
        if (x >= high) {
            return 1.0;
        }
        return org.apache.commons.math3.special.Beta.regularizedBeta((x - low) / (high - low), alpha, beta);
    }

    @Override
    public OptionalDouble mean() {
        return OptionalDouble.of(low + (high - low) * (alpha / (alpha + beta)));
    }

    @Override
    public OptionalDouble standardDeviation() {
        double sum = alpha + beta;
        return OptionalDouble.of((high - low) / sum * Math.sqrt(alpha * beta / (sum + 1.0)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Beta that
                && alpha == that.alpha
                && beta == that.beta
                && low == that.low
                && high == that.high;
    }

    @Override
    public int hashCode() {
        return Objects.hash(alpha, beta, low, high);
    }

    @Override
    public String toString() {
        return low == 0.0 && high == 1.0
                ? ShortestDecimal.call("beta", alpha, beta)
                : ShortestDecimal.call("beta", alpha, beta, low, high);
    }
}
