package org.advalorem.uncertainty;

import java.util.OptionalDouble;

/**
 * The triangular distribution. With {@code f = (mode - low) / (high - low)}, the quantile is {@code low + sqrt((high -
 * low)(mode - low) u)} up to {@code u = f} and {@code high - sqrt((high - low)(high - mode)(1 - u))} above.
 *
 * @param low the low end, below {@code high}
 * @param mode the most likely value, from {@code low} to {@code high}
 * @param high the high end
 */
public record Triangular(double low, double mode, double high) implements Distribution {
    static final String FORM = "triangular(low, mode, high)";

    /** A factor that raises the smallest nonzero distance of a double from 1 above 1. */
    private static final double STEEP = 0x1p60;

    /**
     * The distribution with checked parameters.
     *
     * @throws IllegalArgumentException unless {@code low < high} and the mode is between them, ends included
     */
    public Triangular {
        low = ParameterChecks.below(low, high, FORM);
        mode = ParameterChecks.between(mode, low, high, FORM);
        high = ParameterChecks.finite(high, "high end");
    }

    @Override
    public void quantiles(double[] u, int from, int to, double[] out) {
        // starts from the end closer to zero, where a difference would lose digits
        if (Math.abs(low) <= Math.abs(high)) {
            quantiles(u, from, to, out, 0.0, 1.0);
        } else {
            quantiles(u, from, to, out, 1.0, -1.0);
        }
    }

    /**
     * Writes the quantiles as measured from one end. With {@code p = start + direction u}, the probability between that
     * end and the value, this takes the root of {@code p / share} on the near side of the mode and of {@code (1 - p) /
     * (1 - share)} beyond it. Both are 1 at the mode, and on either side the smaller one is the one needed, so a single
     * root is enough.
     */
    private void quantiles(double[] u, int from, int to, double[] out, double start, double direction) {
        double width = high - low;
        double near = direction > 0 ? low : high;
        double hither = mode - near;
        double beyond = direction * width - hither;
        double share = Math.abs(hither) / width;
        double perShare = 1.0 / share;
        double perRest = 1.0 / (Math.abs(beyond) / width);
        double rest = 1.0 - start;
        for (int i = from; i < to; i++) {
            double reached = (start + direction * u[i]) * perShare;
            double root = Math.sqrt(Math.min(reached, (rest - direction * u[i]) * perRest));
            // 1 beyond the mode and far below zero before it; half the sum with its absolute value is 1 or 0, which can
            // be vectorised where a conditional could not
            double side = Math.min((reached - 1.0) * STEEP, 1.0);
            double passed = 0.5 * (side + Math.abs(side)) * (1.0 - root);
            out[i] = near + (hither * (root + passed) + beyond * passed);
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
        return ShortestDecimal.call("triangular", low, mode, high);
    }
}
