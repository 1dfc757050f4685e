package org.advalorem.calculation;

/**
 * The one order of summation: terms in the order built, in groups of eight from left to right, then group sums in
 * pairs.
 *
 * <p>Every reader adds in this order, so that all of them give the same bits; one changed term affects one group and
 * the pairs above it.
 */
public final class Summation {
    /** The number of terms added left to right before pairing begins. */
    public static final int GROUP = 8;

    private Summation() {}

    /**
     * The sum of the first {@code count} values. The array is overwritten.
     *
     * @param values the values to add
     * @param count the number of values, 0 for a sum of zero
     */
    public static double sum(double[] values, int count) {
        if (count == 0) {
            return 0.0;
        }
        int groups = 0;
        for (int start = 0; start < count; start += GROUP) {
            int end = Math.min(start + GROUP, count);
            double sum = values[start];
            for (int i = start + 1; i < end; i++) {
                sum += values[i];
            }
            values[groups++] = sum;
        }
        while (groups > 1) {
            int half = 0;
            for (int i = 0; i + 1 < groups; i += 2) {
                values[half++] = values[i] + values[i + 1];
            }
            if (groups % 2 == 1) {
                values[half++] = values[groups - 1];
            }
            groups = half;
        }
        return values[0];
    }
}
