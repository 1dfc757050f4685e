package org.advalorem.calculation;

/**
 * The number that stands for one that is not shown: a NaN of its own. Whatever is computed from it is not a number either, so
 * that no report can print by accident what it was; where it comes through unchanged, brackets are printed in its place.
 *
 * <p>The language leaves the bits of a NaN that comes out of arithmetic open. Only bits that were copied are relied on.
 */
public final class Withheld {
    private static final long BITS = 0x7ff8_0000_0000_0304L;

    /** In place of a number. */
    public static final double NUMBER = Double.longBitsToDouble(BITS);

    /** In place of its text: the brackets of 19 CFR 351.304(b). */
    public static final String BRACKETS = "[ ]";

    private Withheld() {}

    /** Whether a number is withheld. */
    public static boolean is(double number) {
        return Double.doubleToRawLongBits(number) == BITS;
    }
}
