package org.advalorem.uncertainty;

import java.util.OptionalDouble;

/**
 * The uniform distribution: {@code low + (high - low) u}.
 *
 * @param low the low end, below {@code high}
 * @param high the high end
 */
public record Uniform(double low, double high) implements Distribution {
    static final String FORM = "uniform(low, high)";

    /**
     * The distribution with checked ends.
     *
     * @throws IllegalArgumentException unless {@code low < high}, with both and their difference finite
     */
    public Uniform {
        low = ParameterChecks.below(low, high, FORM);
        high = ParameterChecks.finite(high, "high end");
    }

    @Override
    public void quantiles(double[] u, int from, int to, double[] out) {
        double width = high - low;
        for (int i = from; i < to; i++) {
            // rounding could carry the last value past the end
            out[i] = Math.min(high, low + width * u[i]);
        }
    }

    @Override
    public double cumulativeProbability(double x) {
        return Math.max(0.0, Math.min(1.0, (x - low) / (high - low)));
    }

    @Override
    public OptionalDouble mean() {
        return OptionalDouble.of(low + (high - low) / 2);
    }

    @Override
    public OptionalDouble standardDeviation() {
        return OptionalDouble.of((high - low) / Math.sqrt(12));
    }

    @Override
    public String toString() {
        return ShortestDecimal.call("uniform", low, high);
    }
}
