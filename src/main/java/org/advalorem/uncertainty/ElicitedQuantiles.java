package org.advalorem.uncertainty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A distribution through given quantiles. Values are interpolated against the normal score {@code z(u)} by the monotone
 * piecewise cubic of F. N. Fritsch and J. Butland (SIAM Journal on Scientific and Statistical Computing 5 (1984)
 * 300-304, doi:10.1137/0905021) and extrapolated beyond the outermost quantiles along straight lines, so that the tails
 * are normal. Quantiles of a normal distribution give that distribution. The positive form does the same with the
 * logarithms: values stay above zero, the tails are lognormal, and quantiles of a lognormal distribution give that
 * distribution.
 */
public final class ElicitedQuantiles implements Distribution {
    static final String FORM = "quantiles(p5: low, p50: middle, p95: high)";
    private static final double FARTHEST = 38.0;
    /** The logarithm of the largest geometric standard deviation. */
    private static final double WIDEST = 13.8;

    private static final double LEAST_POSITIVE = 1e-100;
    private static final double LARGEST_POSITIVE = 1e100;

    private final SortedMap<Double, Double> given;
    private final boolean positive;
    /** The normal scores of the given quantiles. */
    private final double[] knots;
    /** The cubics about the left knot of each interval; the first and last are the tails, about the outermost knots. */
    private final double[][] cubics;

    private ElicitedQuantiles(SortedMap<Double, Double> given, boolean positive) {
        this.given = given;
        this.positive = positive;
        int n = given.size();
        this.knots = new double[n];
        double[] values = new double[n];
        int i = 0;
        for (Map.Entry<Double, Double> quantile : given.entrySet()) {
            knots[i] = StandardNormal.quantile(quantile.getKey());
            values[i] = positive ? StrictMath.log(quantile.getValue()) : quantile.getValue();
            i++;
        }
        this.cubics = cubics(knots, values);
        if (positive) {
            checkSpread(cubics[0][1]);
            checkSpread(cubics[n][1]);
        }
    }

    /**
     * The distribution through given quantiles.
     *
     * @param quantiles at least two values by probability, increasing with it; probabilities from 0.0001 to 0.9999
     * @param positive whether values stay above zero
     * @throws IllegalArgumentException if there are fewer than two quantiles, they do not increase, one is out of
     *     range, or the positive form spreads too widely
     */
    public static ElicitedQuantiles of(Map<Double, Double> quantiles, boolean positive) {
        SortedMap<Double, Double> sorted = new TreeMap<>();
        quantiles.forEach((p, value) -> sorted.put(checkedProbability(p), checkedValue(p, value, positive)));
        if (sorted.size() < 2) {
            throw new IllegalArgumentException("There are fewer than two quantiles. Write " + FORM + ".");
        }
        double before = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Double, Double> quantile : sorted.entrySet()) {
            if (!(quantile.getValue() > before)) {
                throw new IllegalArgumentException("The quantile " + name(quantile.getKey()) + " ("
                        + ShortestDecimal.of(quantile.getValue()) + ") is not above the one before ("
                        + ShortestDecimal.of(before) + "). Values must rise with their probability.");
            }
            before = quantile.getValue();
        }
        return new ElicitedQuantiles(sorted, positive);
    }

    private static double checkedProbability(double p) {
        if (!(p >= 1e-4 && p <= 1.0 - 1e-4)) {
            throw new IllegalArgumentException("The quantile " + name(p)
                    + " is not from p0.01 to p99.99. For ends that are never exceeded, write uniform,"
                    + " triangular or pert.");
        }
        return p;
    }

    private static double checkedValue(double p, double value, boolean positive) {
        if (!positive) {
            return ParameterChecks.finite(value, "quantile " + name(p));
        }
        if (!(value >= LEAST_POSITIVE && value <= LARGEST_POSITIVE)) {
            throw new IllegalArgumentException("The quantile " + name(p) + " (" + ShortestDecimal.of(value)
                    + ") is not positive. Leave out (positive) when values may be negative.");
        }
        return value;
    }

    private static String name(double p) {
        BigDecimal percent =
                new BigDecimal(ShortestDecimal.of(p)).movePointRight(2).stripTrailingZeros();
        return "p" + percent.toPlainString();
    }

    // keeps values and moments within the range of a double
    private static void checkSpread(double tail) {
        if (tail > WIDEST) {
            throw new IllegalArgumentException(
                    "The quantiles spread too widely: their lognormal tail has a geometric standard deviation of "
                            + ShortestDecimal.of(StrictMath.exp(tail))
                            + ". A scale word such as million may be missing.");
        }
    }

    private static double[][] cubics(double[] knots, double[] values) {
        int n = knots.length;
        double[] chords = new double[n - 1];
        for (int i = 0; i + 1 < n; i++) {
            chords[i] = (values[i + 1] - values[i]) / (knots[i + 1] - knots[i]);
        }
        double[] slopes = new double[n];
        slopes[0] = chords[0];
        slopes[n - 1] = chords[n - 2];
        for (int i = 1; i + 1 < n; i++) {
            double left = knots[i] - knots[i - 1];
            double right = knots[i + 1] - knots[i];
            // the harmonic mean of the chords, weighted towards the nearer one
            double weight = (left + 2 * right) / (3 * (left + right));
            slopes[i] = chords[i - 1] * chords[i] / (weight * chords[i] + (1.0 - weight) * chords[i - 1]);
        }
        double[][] cubics = new double[n + 1][];
        cubics[0] = new double[] {values[0], slopes[0], 0.0, 0.0};
        cubics[n] = new double[] {values[n - 1], slopes[n - 1], 0.0, 0.0};
        for (int i = 0; i + 1 < n; i++) {
            double width = knots[i + 1] - knots[i];
            double second = (3 * chords[i] - 2 * slopes[i] - slopes[i + 1]) / width;
            double third = (slopes[i] + slopes[i + 1] - 2 * chords[i]) / (width * width);
            cubics[i + 1] = new double[] {values[i], slopes[i], second, third};
        }
        return cubics;
    }

    @Override
    public void quantiles(double[] u, int from, int to, double[] out) {
        StandardNormal.quantiles(u, from, to, out);
        for (int i = from; i < to; i++) {
            out[i] = score(out[i]);
        }
        if (positive) {
            Exponential.apply(out, from, to);
        }
    }

    /** The value at a normal score, or its logarithm in the positive form. */
    private double score(double z) {
        int piece = 0;
        for (double knot : knots) {
            // counts the knots below the score without a branch
            piece += (int) (Double.doubleToRawLongBits(knot - z) >>> 63);
        }
        double[] c = cubics[piece];
        double v = z - knots[Math.max(0, piece - 1)];
        return ((c[3] * v + c[2]) * v + c[1]) * v + c[0];
    }

    @Override
    public double cumulativeProbability(double x) {
        if (positive && x <= 0.0) {
            return 0.0;
        }
        double wanted = positive ? StrictMath.log(x) : x;
        double below = -FARTHEST;
        double above = FARTHEST;
        for (int halving = 0; halving < 100; halving++) {
            double middle = below + (above - below) / 2;
            if (score(middle) <= wanted) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return StandardNormal.cumulativeProbability(below);
    }

    @Override
    public OptionalDouble mean() {
        return OptionalDouble.of(expectation(x -> x));
    }

    @Override
    public OptionalDouble standardDeviation() {
        double mean = expectation(x -> x);
        return OptionalDouble.of(Math.sqrt(expectation(x -> (x - mean) * (x - mean))));
    }

    private double expectation(DoubleUnaryOperator f) {
        DoubleUnaryOperator weighted =
                z -> f.applyAsDouble(positive ? StrictMath.exp(score(z)) : score(z)) * StandardNormal.density(z);
        double sum = Simpson.integral(weighted, -FARTHEST, knots[0]);
        for (int i = 0; i + 1 < knots.length; i++) {
            sum += Simpson.integral(weighted, knots[i], knots[i + 1]);
        }
        return sum + Simpson.integral(weighted, knots[knots.length - 1], FARTHEST);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ElicitedQuantiles that && positive == that.positive && given.equals(that.given);
    }

    @Override
    public int hashCode() {
        return given.hashCode() * 31 + Boolean.hashCode(positive);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        given.forEach((p, value) -> parts.add(name(p) + ": " + ShortestDecimal.of(value)));
        return (positive ? "positive " : "") + "quantiles(" + String.join(", ", parts) + ")";
    }
}
