package org.advalorem.uncertainty;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The truncated normal distribution: a normal distribution conditional on the value being between two ends. */
public final class TruncatedNormal implements Distribution {
    static final String FORM = "truncated normal(mean, standard deviation, low, high)";
    private static final double LEAST_MASS = 1e-200;

    private final double center;
    private final double deviation;
    private final double low;
    private final double high;
    /** The ends, in standard deviations from the center. */
    private final double a;

    private final double b;
    /** The probabilities of the normal distribution below, between and above the ends. */
    private final double below;

    private final double mass;
    private final double beyond;

    private TruncatedNormal(double center, double deviation, double low, double high) {
        this.center = ParameterChecks.finite(center, "mean");
        this.deviation = ParameterChecks.positive(deviation, "standard deviation");
        this.low = ParameterChecks.below(low, high, FORM);
        this.high = ParameterChecks.finite(high, "high end");
        this.a = (low - center) / deviation;
        this.b = (high - center) / deviation;
        this.below = StandardNormal.cumulativeProbability(a);
        this.mass = mass(a, b);
        this.beyond = StandardNormal.cumulativeProbability(-b);
        if (!(mass >= LEAST_MASS)) {
            throw new IllegalArgumentException(
                    "Almost nothing of normal(" + ShortestDecimal.of(center) + ", " + ShortestDecimal.of(deviation)
                            + ") lies between the ends (" + ShortestDecimal.of(low) + ", "
                            + ShortestDecimal.of(high) + "). Check the order of the arguments: " + FORM + ".");
        }
    }

    /**
     * The normal distribution with the given mean and standard deviation, truncated at both ends; the mean of the
     * result generally differs from {@code mean}.
     *
     * @throws IllegalArgumentException if the deviation is not positive, {@code low} is not below {@code high}, or the
     *     probability between them is below 1e-200
     */
    public static TruncatedNormal of(double mean, double deviation, double low, double high) {
        return new TruncatedNormal(mean, deviation, low, high);
    }

    private static double mass(double a, double b) {
        return a > 0.0
                ? StandardNormal.cumulativeProbability(-a) - StandardNormal.cumulativeProbability(-b)
                : StandardNormal.cumulativeProbability(b) - StandardNormal.cumulativeProbability(a);
    }

    @Override
    public void quantiles(double[] u, int from, int to, double[] out) {
        ParameterChecks.otherArray(u, out);
        StandardNormal.central(u, from, to, out, mass, below - 0.5);
        for (int i = from; i < to; i++) {
            double p = below + u[i] * mass;
            if (StandardNormal.tailBit(p - 0.5) != 0) {
                // from the side where the probability is small: 1 minus it would have lost its digits
                out[i] = p < 0.5 ? StandardNormal.quantile(p) : -StandardNormal.quantile(beyond + (1.0 - u[i]) * mass);
            }
        }
        for (int i = from; i < to; i++) {
            out[i] = Math.max(low, Math.min(high, center + deviation * out[i]));
        }
    }

    @Override
    public double cumulativeProbability(double x) {
        if (x <= low) {
            return 0.0;
        }
        return x >= high ? 1.0 : mass(a, (x - center) / deviation) / mass;
    }

    @Override
    public OptionalDouble mean() {
        return OptionalDouble.of(center + deviation * (peak() + offset()));
    }

    @Override
    public OptionalDouble standardDeviation() {
        double offset = offset();
        return OptionalDouble.of(deviation * Math.sqrt(average(z -> (z - offset) * (z - offset))));
    }

    /** The score between the ends at which the density is highest. */
    private double peak() {
        return Math.max(a, Math.min(b, 0.0));
    }

    private double offset() {
        return average(z -> z);
    }

    // Scores are measured from the peak: moments about any other point lose digits when the ends are close together or
    // far from the center.
    private double average(DoubleUnaryOperator f) {
        double peak = peak();
        // beyond this the density is less than 1e-17 of its maximum
        double reach = Math.sqrt(peak * peak + 80);
        double from = Math.max(a, -reach) - peak;
        double to = Math.min(b, reach) - peak;
        DoubleUnaryOperator weight = z -> StrictMath.exp(-z * (peak + z / 2));
        return Simpson.integral(z -> f.applyAsDouble(z) * weight.applyAsDouble(z), from, to)
                / Simpson.integral(weight, from, to);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TruncatedNormal that
                && center == that.center
                && deviation == that.deviation
                && low == that.low
                && high == that.high;
    }

    @Override
    public int hashCode() {
        return Objects.hash(center, deviation, low, high);
    }

    @Override
    public String toString() {
        return ShortestDecimal.call("truncated normal", center, deviation, low, high);
    }
}
