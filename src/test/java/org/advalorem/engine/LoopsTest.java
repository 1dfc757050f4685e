package org.advalorem.engine;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The loops, after the compiler has turned them into vector instructions, against the same arithmetic one by one. */
final class LoopsTest {
    private static final int N = 517;
    private static final int UNTIL_COMPILED = 12_000;
    private static final double[] ODD = {
        0.0,
        -0.0,
        1.0,
        -1.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_NORMAL,
        Double.MAX_VALUE,
        0.1
    };

    private final SplittableRandom random = new SplittableRandom(8);
    private final double[] a = column();
    private final double[] x = column();
    private final double[] y = column();
    private final double[] z = column();
    private final double[] w = column();
    private final double[] out = new double[N];

    private interface Loop {
        void run(double[] out);
    }

    @Test
    void oneOperation() {
        check("add", o -> Loops.add(a, x, o, N), i -> a[i] + x[i]);
        check("subtract", o -> Loops.subtract(a, x, o, N), i -> a[i] - x[i]);
        check("multiply", o -> Loops.multiply(a, x, o, N), i -> a[i] * x[i]);
        check("divide", o -> Loops.divide(a, x, o, N), i -> a[i] / x[i]);
        check("larger", o -> Loops.larger(a, x, o, N), i -> Math.max(a[i], x[i]));
        check("smaller", o -> Loops.smaller(a, x, o, N), i -> Math.min(a[i], x[i]));
        check("less", o -> Loops.compare(a, x, false, o, N), i -> Arithmetic.less(a[i], x[i]));
        check("at most", o -> Loops.compare(a, x, true, o, N), i -> Arithmetic.atMost(a[i], x[i]));
        check("choose", o -> Loops.choose(a, x, y, o, N), i -> Arithmetic.choose(a[i], x[i], y[i]));
    }

    /** Each odd pair among pairs far from a tie: only a block without one takes the loops without a branch. */
    @Test
    void comparisonsAroundTies() {
        double[][] pairs = {
            {3, 2},
            {1, 1},
            {0.1 + 0.2, 0.3},
            {-0.0, 0.0},
            {1e-200, 0},
            {0, 1e-200},
            {1e200, 2e200},
            {2e200, 1e200},
            {Double.NaN, 1},
            {1, Double.NaN},
            {Double.POSITIVE_INFINITY, 1},
            {1, Double.NEGATIVE_INFINITY},
            {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY},
            {-Double.NaN, Double.NaN},
            {Double.longBitsToDouble(-1), 0},
            {0x1p499, -0x1p499},
            {0x1p501, 0},
            {0, 0x1p501},
            {0x1p-499, 0},
            {0x1p-501, 0}
        };
        for (double[] pair : pairs) {
            for (int i = 0; i < N; i++) {
                boolean odd = i == N / 2;
                x[i] = odd ? pair[0] : random.nextDouble();
                y[i] = odd ? pair[1] : i % 2 == 0 ? 2.0 : -random.nextDouble();
            }
            check("less", o -> Loops.compare(x, y, false, o, N), i -> Arithmetic.less(x[i], y[i]));
            check("at most", o -> Loops.compare(x, y, true, o, N), i -> Arithmetic.atMost(x[i], y[i]));
        }
    }

    @Test
    void positivePart() {
        double[] zero = new double[N];
        check("positive part", o -> Loops.larger(x, zero, o, N), i -> Arithmetic.positivePart(x[i]));
    }

    @Test
    void severalOperations() {
        for (double k : new double[] {IdentityOperands.SUMMAND, 0.25, -3.0}) {
            for (double c : new double[] {IdentityOperands.FACTOR, 0.7, -1.0}) {
                check("linear", o -> Loops.linear(x, c, k, o, N), i -> c * x[i] + k);
                check("affine", o -> Loops.affine(a, x, y, z, c, k, -c, k, c, o, N), i -> {
                    double shifted = c * x[i] + k;
                    double product = shifted * y[i];
                    double sum = product + -c * z[i];
                    return a[i] + c * (sum + k);
                });
                check("bounded", o -> Loops.bounded(a, x, y, z, c, k, -c, k, 0.0, c, o, N), i -> {
                    double shifted = c * x[i] + k;
                    double product = shifted * y[i];
                    double sum = product + -c * z[i];
                    return a[i] + c * Math.max(0.0, sum + k);
                });
                check("bounded product", o -> Loops.boundedProduct(a, x, y, z, -c, k, 0.0, c, o, N), i -> {
                    double sum = x[i] * y[i] + -c * z[i];
                    return a[i] + c * Math.max(0.0, sum + k);
                });
                check("bounded sum", o -> Loops.boundedSum(a, x, y, z, w, -c, k, 0.0, c, o, N), i -> {
                    double sum = x[i] * y[i] + -c * z[i];
                    sum = sum + w[i];
                    return a[i] + c * Math.max(0.0, sum + k);
                });
                check("bounded ratio", o -> Loops.boundedRatio(a, x, y, c, k, k, 0.0, -c, o, N), i -> {
                    double quotient = (c * x[i] + k) / y[i];
                    return a[i] + -c * Math.max(0.0, quotient + k);
                });
                check("weighted", o -> Loops.weighted(a, x, y, z, w, 1.0, c, k, -c, 2.0, o, N), i -> {
                    double sum = a[i] + c * x[i];
                    sum = sum + k * y[i];
                    sum = sum - c * z[i];
                    return sum + 2.0 * w[i];
                });
                check("ratio", o -> Loops.ratio(a, x, y, c, k, -c, o, N), i -> a[i] - c * ((c * x[i] + k) / y[i]));
            }
        }
    }

    private void check(String name, Loop loop, IntToDoubleFunction expected) {
        for (int i = 0; i < UNTIL_COMPILED; i++) {
            loop.run(out);
        }
        for (int i = 0; i < N; i++) {
            double one = expected.applyAsDouble(i);
            boolean same = Double.doubleToRawLongBits(one) == Double.doubleToRawLongBits(out[i])
                    || (Double.isNaN(one) && Double.isNaN(out[i]));
            if (!same) {
                throw new AssertionError(name + " at " + i + ": " + out[i] + ", not " + one);
            }
        }
    }

    private double[] column() {
        double[] column = new double[N];
        for (int i = 0; i < N; i++) {
            column[i] = random.nextInt(3) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextDouble() - 0.3;
        }
        return column;
    }
}
