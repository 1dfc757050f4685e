package org.advalorem.whatif;

/** Whole numbers that stand in the order of the doubles they stand for, so that doubles can be counted by digits. */
final class OrderedKey {
    private OrderedKey() {}

    /** The key of a number; negative zero stands before zero. */
    static long of(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /** The number of a key. */
    static double number(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
    }
}
