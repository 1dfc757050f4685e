package org.advalorem.whatif;

/** An order-preserving mapping of doubles to integers, so that doubles can be counted by digits. */
final class OrderedKey {
    private OrderedKey() {}

    /** The key of a number; negative zero sorts before zero. */
    static long of(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /** The number with that key. */
    static double number(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
    }
}
