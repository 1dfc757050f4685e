package org.advalorem.uncertainty;

import java.util.OptionalDouble;

/**
 * The triangular distribution. With {@code f = (mode - low) / (high - low)} the quantile is {@code low + sqrt((high -
 * low)(mode - low) u)} up to {@code u = f} and {@code high - sqrt((high - low)(high - mode)(1 - u))} above.
 *
 * @param low below {@code high}
 * @param mode the likeliest value, from {@code low} to {@code high}
 * @param high the other end
 */
public record Triangular(double low, double mode, double high) implements Distribution {
    static final String FORM = "triangular(low, mode, high)";

    /** Checks the order. */
    public Triangular {
        low = Checks.below(low, high, FORM);
        mode = Checks.between(mode, low, high, FORM);
        high = Checks.finite(high, "high end");
    }

    @Override
    public void quantiles(double[] u, int from, int to, double[] out) {
        double width = high - low;
        double left = Math.sqrt(width) * Math.sqrt(mode - low);
        double right = Math.sqrt(width) * Math.sqrt(high - mode);
        // Both branches rise and meet at the mode, so minimum and maximum choose between them without a jump and the
        // loop can be vectorised. One of the two differences is exactly zero. The mode is subtracted from the branch at
        // the end that is farther from zero, where that costs no digits.
        if (Math.abs(low) <= Math.abs(high)) {
            for (int i = from; i < to; i++) {
                double rising = Math.min(low + left * Math.sqrt(u[i]), mode);
                double falling = Math.max(high - right * Math.sqrt(1.0 - u[i]), mode);
                out[i] = rising + (falling - mode);
            }
        } else {
            for (int i = from; i < to; i++) {
                double rising = Math.min(low + left * Math.sqrt(u[i]), mode);
                double falling = Math.max(high - right * Math.sqrt(1.0 - u[i]), mode);
                out[i] = (rising - mode) + falling;
            }
        }
    }

    @Override
    public double cumulativeProbability(double x) {
        if (x <= low) {
            return 0.0;
        }
        if (x >= high) {
            return 1.0;
        }
        return x < mode
                ? (x - low) / (high - low) * ((x - low) / (mode - low))
                : 1.0 - (high - x) / (high - low) * ((high - x) / (high - mode));
    }

    @Override
    public OptionalDouble mean() {
        return OptionalDouble.of(low / 3 + mode / 3 + high / 3);
    }

    @Override
    public OptionalDouble standardDeviation() {
        double width = high - low;
        double place = (mode - low) / width;
        return OptionalDouble.of(width * Math.sqrt((1.0 - place * (1.0 - place)) / 18));
    }

    @Override
    public String toString() {
        return NumberText.call("triangular", low, mode, high);
    }
}
