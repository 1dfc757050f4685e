package org.advalorem.uncertainty;

/**
 * The exponential function on blocks, to a relative accuracy of 4e-16, for arguments from -700 to 700.
 *
 * <p>With {@code x = (64 m + j) ln 2 / 64 + r} and {@code |r| <= ln 2 / 128}, {@code 2^m} is set through its bits,
 * {@code 2^(j/64)} comes from a table, and {@code e^r} from its Taylor series of degree 5. Faster than {@code
 * StrictMath.exp}, and as reproducible.
 */
final class Exponential {
    /** The largest absolute value of an argument. */
    static final double LARGEST = 700.0;

    private static final int PARTS = 64;
    private static final double PER_PART = 92.33248261689366;
    // ln 2 / 64 in two parts: the upper one has 21 trailing zero bits, so that its multiples are exact
    private static final double PART_UPPER = 0x1.62e42fee00000p-7;
    private static final double PART_LOWER = 0x1.a39ef35793c76p-39;
    // adding and then subtracting this rounds to an integer
    private static final double ROUNDER = 0x1.8p52;
    private static final double[] POWERS = powers();

    private Exponential() {}

    private static double[] powers() {
        double[] powers = new double[PARTS];
        for (int j = 0; j < PARTS; j++) {
            powers[j] = StrictMath.pow(2.0, (double) j / PARTS);
        }
        return powers;
    }

    /** Replaces {@code x[from]} to {@code x[to - 1]} by their exponentials. */
    static void apply(double[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = of(x[i]);
        }
    }

    static double of(double x) {
        double rounded = x * PER_PART + ROUNDER;
        double parts = rounded - ROUNDER;
        double r = (x - parts * PART_UPPER) - parts * PART_LOWER;
        double r2 = r * r;
        double series = (1.0 + r) + r2 * ((0.5 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0)));
        // the integer is in the low bits of the rounded number
        int whole = (int) Double.doubleToRawLongBits(rounded);
        double power = Double.longBitsToDouble((long) ((whole >> 6) + 1023) << 52);
        return series * POWERS[whole & (PARTS - 1)] * power;
    }
}
