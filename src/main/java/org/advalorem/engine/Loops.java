package org.advalorem.engine;

import java.util.Arrays;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.RecordTable;

/**
 * The loops of the batch reader: each is one pass over columns of n draws and gives every draw the same bits as {@link
 * Arithmetic}.
 *
 * <p>The arithmetic loops are written so that the compiler can vectorize them: no branch, no call, at most six arrays
 * (Java 17 gives up at eight) and no rearrangement of the arithmetic. An output may be one of the operands.
 *
 * <p>What a fused loop does not need is supplied as a number that changes no bit of the result: {@code 1} as a factor,
 * {@code -0.0} as a summand ({@code 0.0} would turn -0.0 into 0.0), minus infinity as a lower bound.
 */
final class Loops {
    /**
     * Twice the bound up to which {@link LegalDecimals} looks at digits, so that rounding in the test cannot matter.
     */
    private static final double FAR = 2 * LegalDecimals.CLOSE;

    private static final double SMALL = 0x1p-500;

    /** A number whose product with {@link #SMALL} is at least 1. */
    private static final double LARGE = 0x1p500;

    private static final long ONE = Double.doubleToRawLongBits(1.0);

    private static final double[] ONES = new double[BatchWorker.LARGEST_BLOCK];
    private static final ThreadLocal<double[]> FAR_ONES =
            ThreadLocal.withInitial(() -> new double[BatchWorker.LARGEST_BLOCK]);

    static {
        Arrays.fill(ONES, 1.0);
    }

    private Loops() {}

    static void add(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    static void subtract(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] - b[i];
        }
    }

    static void multiply(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    static void divide(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    static void larger(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    static void smaller(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    /** {@code r * x + j}. */
    static void linear(double[] x, double r, double j, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = r * x[i] + j;
        }
    }

    /** {@code a + c * ((r * x + j) * y + s * z + k)}. */
    static void affine(
            double[] a,
            double[] x,
            double[] y,
            double[] z,
            double r,
            double j,
            double s,
            double k,
            double c,
            double[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + c * ((r * x[i] + j) * y[i] + s * z[i] + k);
        }
    }

    /** {@code a + c * max(lo, (r * x + j) * y + s * z + k)}. */
    static void bounded(
            double[] a,
            double[] x,
            double[] y,
            double[] z,
            double r,
            double j,
            double s,
            double k,
            double lo,
            double c,
            double[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + c * Math.max(lo, (r * x[i] + j) * y[i] + s * z[i] + k);
        }
    }

    /** {@code a + c * max(lo, x * y + s * z + k)}: the most frequent case of {@link #bounded}, an eighth faster. */
    static void boundedProduct(
            double[] a,
            double[] x,
            double[] y,
            double[] z,
            double s,
            double k,
            double lo,
            double c,
            double[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + c * Math.max(lo, x[i] * y[i] + s * z[i] + k);
        }
    }

    /** {@code a + c * max(lo, x * y + s * z + w + k)}. */
    static void boundedSum(
            double[] a,
            double[] x,
            double[] y,
            double[] z,
            double[] w,
            double s,
            double k,
            double lo,
            double c,
            double[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + c * Math.max(lo, x[i] * y[i] + s * z[i] + w[i] + k);
        }
    }

    /** {@code b * v + c * w + d * x + e * y + f * z}, from left to right. */
    static void weighted(
            double[] v,
            double[] w,
            double[] x,
            double[] y,
            double[] z,
            double b,
            double c,
            double d,
            double e,
            double f,
            double[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            out[i] = b * v[i] + c * w[i] + d * x[i] + e * y[i] + f * z[i];
        }
    }

    /** {@code a + c * ((r * x + j) / y)}. */
    static void ratio(double[] a, double[] x, double[] y, double r, double j, double c, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + c * ((r * x[i] + j) / y[i]);
        }
    }

    /** {@code a + c * max(lo, (r * x + j) / y + k)}. */
    static void boundedRatio(
            double[] a,
            double[] x,
            double[] y,
            double r,
            double j,
            double k,
            double lo,
            double c,
            double[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + c * Math.max(lo, (r * x[i] + j) / y[i] + k);
        }
    }

    static void power(double[] base, double[] exponent, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Arithmetic.power(base[i], exponent[i]);
        }
    }

    /**
     * Writes 1 where {@code a < b} or, if requested, where they are equal, else 0. Far from a tie the sign of the
     * difference decides; a block in which all draws are far from a tie takes loops without a branch.
     */
    static void compare(double[] a, double[] b, boolean orEqual, double[] out, int n) {
        double[] far = FAR_ONES.get();
        if (n <= far.length) {
            far(a, b, far, n);
            if (Arrays.equals(far, 0, n, ONES, 0, n)) {
                signs(a, b, out, n);
                return;
            }
        }
        for (int i = 0; i < n; i++) {
            out[i] = orEqual ? Arithmetic.atMost(a[i], b[i]) : Arithmetic.less(a[i], b[i]);
        }
    }

    /** Writes 1 where the two are far from a tie, less where they are near, NaN where one is infinite or NaN. */
    private static void far(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            // the sum of both sizes instead of the larger: fewer draws count as far, but the test is cheaper
            double margin = Math.abs(a[i] - b[i]) - (FAR * (Math.abs(a[i]) + Math.abs(b[i])) + SMALL);
            out[i] = Math.min(1.0, margin * LARGE);
        }
    }

    /** Writes 1 where the second is larger, else 0, for differences of at least {@link #SMALL}. */
    private static void signs(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(0.0, Math.min(1.0, (b[i] - a[i]) * LARGE));
        }
    }

    static void choose(double[] condition, double[] yes, double[] no, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            // bits are selected, not numbers: an unpredictable branch costs eight times as much
            long other = Double.doubleToRawLongBits(condition[i]) ^ ONE;
            long pickNo = (other | -other) >> 63;
            out[i] = Double.longBitsToDouble(
                    (Double.doubleToRawLongBits(yes[i]) & ~pickNo) | (Double.doubleToRawLongBits(no[i]) & pickNo));
        }
    }

    static void round(double[] a, int places, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = LegalDecimals.round(a[i], places);
        }
    }

    static void recordSum(
            RecordTable table,
            boolean netted,
            double[] x,
            double[] priceScale,
            double[] priceShift,
            double[] quantityScale,
            double[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            out[i] = netted
                    ? Arithmetic.nettedRecordSum(table, x[i], priceScale[i], priceShift[i], quantityScale[i])
                    : Arithmetic.zeroedRecordSum(table, x[i], priceScale[i], priceShift[i], quantityScale[i]);
        }
    }

    static void recordsBelow(
            RecordTable table, double[] x, double[] priceScale, double[] priceShift, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Arithmetic.recordsBelow(table, x[i], priceScale[i], priceShift[i]);
        }
    }
}
