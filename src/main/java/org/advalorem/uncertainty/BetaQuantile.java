package org.advalorem.uncertainty;

import org.apache.commons.math3.special.Beta;

/**
 * The quantile function of the beta distribution on [0, 1] as a table of polynomials. The relative error is below 1e-11
 * for probabilities from 2^-53 to 1 - 2^-53; near either end it is relative to the distance from that end.
 *
 * <p>Each octave of the probability {@code t} measured from the nearer end ({@code t = u}, or {@code 1 - u} in the
 * upper half) is divided into 8 equal pieces; the exponent and the first three fraction bits of {@code t} select the
 * piece, the remaining bits the position in it. The power law {@code x ~ t^(1/a)} at the end is thus as smooth in the
 * last piece as in the first, and no search is needed.
 *
 * <p>The pieces come from the differential equation of the quantile, {@code dx/dt = B(a, b) x^(1-a) (1-x)^(1-b)}. Its
 * Taylor series about the middle of a piece follows from recurrences, converges as {@code 17^-n} within the piece,
 * leads on to the next piece, and is economised to degree 9 by Chebyshev polynomials (error about {@code 34^-10}). The
 * march starts at 2^-53, the only point where the incomplete beta function is inverted, and proceeds towards the
 * middle: an error amounts to a shift of {@code t}, which matters less as {@code t} grows.
 */
final class BetaQuantile {
    private static final int PIECE_BITS = 3;
    private static final int PIECES = 1 << PIECE_BITS;
    private static final int SHIFT = 52 - PIECE_BITS;
    private static final int TERMS = 10;
    private static final int SERIES = 15;
    private static final long PLACE = (1L << SHIFT) - 1;
    private static final long ONE = 0x3FF0000000000000L;
    private static final long FIRST = Double.doubleToRawLongBits(Distribution.LEAST_PROBABILITY) >>> SHIFT;
    /** The number of pieces in one half. */
    private static final int HALF = (int) ((Double.doubleToRawLongBits(0.5) >>> SHIFT) - FIRST);
    // the largest double below one half, which would itself need an extra piece
    private static final long BELOW_HALF = Double.doubleToRawLongBits(0.5) - 1;

    private static final double MIDDLE = 1.0 + 0.5 / PIECES;
    private static final double PER_PIECE = 2.0 * PIECES;
    private static final double[][] CHEBYSHEV = chebyshev();

    /** The coefficients of the pieces in the lower half, then those in the upper half as seen from the upper end. */
    private final double[] table;

    private BetaQuantile(double[] table) {
        this.table = table;
    }

    static BetaQuantile of(double a, double b) {
        double[] table = new double[2 * HALF * TERMS];
        fill(table, 0, a, b);
        fill(table, HALF * TERMS, b, a);
        return new BetaQuantile(table);
    }

    /** Writes {@code low + (high - low) x(u)} for each {@code u}, without branching. */
    void quantiles(double[] u, int from, int to, double[] out, double low, double high) {
        ParameterChecks.otherArray(u, out);
        double[] coefficients = table;
        double[] ends = {low, high};
        double[] widths = {high - low, low - high};
        for (int i = from; i < to; i++) {
            // positive doubles sort like their bit patterns, so integer arithmetic can choose the nearer end without a
            // branch
            long own = Double.doubleToRawLongBits(u[i]);
            long less = Double.doubleToRawLongBits(1.0 - u[i]) - own;
            int half = (int) (less >>> 63);
            long bits = own + (less & (less >> 63));
            bits -= (BELOW_HALF - bits) >>> 63;
            int at = ((int) ((bits >>> SHIFT) - FIRST) + half * HALF) * TERMS;
            double v = (Double.longBitsToDouble((bits & PLACE) | ONE) - MIDDLE) * PER_PIECE;
            // pairwise (Estrin) instead of Horner's rule: a shorter dependency chain
            double v2 = v * v;
            double v4 = v2 * v2;
            double x01 = coefficients[at] + coefficients[at + 1] * v;
            double x23 = coefficients[at + 2] + coefficients[at + 3] * v;
            double x45 = coefficients[at + 4] + coefficients[at + 5] * v;
            double x67 = coefficients[at + 6] + coefficients[at + 7] * v;
            double x89 = coefficients[at + 8] + coefficients[at + 9] * v;
            double x = (x01 + x23 * v2) + ((x45 + x67 * v2) + x89 * v4) * v4;
            out[i] = ends[half] + widths[half] * x;
        }
    }

    private static void fill(double[] table, int offset, double a, double b) {
        double logBeta = Beta.logBeta(a, b);
        double[] series = new double[SERIES];
        double unit = Distribution.LEAST_PROBABILITY / PER_PIECE;
        expand(series, a, b, logBeta, quantile(Distribution.LEAST_PROBABILITY, a, b), unit);
        double t = Distribution.LEAST_PROBABILITY;
        for (int piece = 0; piece < HALF; piece++) {
            double start = Double.longBitsToDouble((FIRST + piece) << SHIFT);
            double half = (Double.longBitsToDouble((FIRST + piece + 1) << SHIFT) - start) / 2;
            double x = value(series, (start + half - t) / unit);
            t = start + half;
            unit = half;
            expand(series, a, b, logBeta, x, unit);
            economise(series, table, offset + piece * TERMS);
        }
    }

    /**
     * The Taylor series of the quantile about the point where it is {@code x}, in units of {@code unit}; the
     * probability at that point is not needed.
     */
    private static void expand(double[] series, double a, double b, double logBeta, double x, double unit) {
        // With x = x0 s(v), p = s' and y = 1 - x: p' s y = p^2 ((1 - a) y - (1 - b) x), which gives p term by term.
        int n = series.length;
        double[] s = new double[n];
        double[] p = new double[n];
        double[] sy = new double[n];
        double[] pp = new double[n];
        double bend = (2.0 - a - b) * x;
        s[0] = 1.0;
        p[0] = unit * StrictMath.exp(logBeta - a * StrictMath.log(x) + (1.0 - b) * StrictMath.log1p(-x));
        for (int k = 0; k + 1 < n; k++) {
            s[k + 1] = p[k] / (k + 1);
            double square = 0.0;
            double productSquare = 0.0;
            for (int j = 0; j <= k; j++) {
                square += s[j] * s[k - j];
                productSquare += p[j] * p[k - j];
            }
            sy[k] = s[k] - x * square;
            pp[k] = productSquare;
            double right = (1.0 - a) * pp[k];
            for (int j = 0; j <= k; j++) {
                right -= bend * pp[j] * s[k - j];
            }
            for (int j = 0; j < k; j++) {
                right -= (j + 1) * p[j + 1] * sy[k - j];
            }
            p[k + 1] = right / ((k + 1) * sy[0]);
        }
        for (int k = 0; k < n; k++) {
            series[k] = x * s[k];
        }
    }

    private static double value(double[] series, double v) {
        double x = 0.0;
        for (int k = series.length - 1; k >= 0; k--) {
            x = x * v + series[k];
        }
        return x;
    }

    /** Lowers the degree step by step, each time with the Chebyshev polynomial that cancels the highest term. */
    private static void economise(double[] series, double[] table, int at) {
        double[] lowered = series.clone();
        for (int degree = lowered.length - 1; degree >= TERMS; degree--) {
            double[] polynomial = CHEBYSHEV[degree];
            double factor = lowered[degree] / polynomial[degree];
            for (int k = degree; k >= 0; k -= 2) {
                lowered[k] -= factor * polynomial[k];
            }
        }
        System.arraycopy(lowered, 0, table, at, TERMS);
    }

    private static double[][] chebyshev() {
        double[][] t = new double[SERIES][SERIES];
        t[0][0] = 1.0;
        t[1][1] = 1.0;
        for (int n = 2; n < SERIES; n++) {
            for (int k = 0; k <= n; k++) {
                t[n][k] = (k > 0 ? 2.0 * t[n - 1][k - 1] : 0.0) - t[n - 2][k];
            }
        }
        return t;
    }

    /**
     * The quantile by bisection over the bit patterns of all positive doubles, because it may be extremely close to
     * zero.
     */
    private static double quantile(double t, double a, double b) {
        long below = 1L;
        long above = ONE;
        while (above - below > 1) {
            long middle = below + (above - below) / 2;
            if (Beta.regularizedBeta(Double.longBitsToDouble(middle), a, b) < t) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return Double.longBitsToDouble(above);
    }
}
