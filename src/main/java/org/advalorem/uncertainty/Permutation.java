package org.advalorem.uncertainty;

/**
 * A keyed permutation of {@code 0 .. size - 1} whose values can each be computed independently: an alternating Feistel
 * network (M. Luby and C. Rackoff, SIAM Journal on Computing 17 (1988) 373-386, doi:10.1137/0217022) on as many bits as
 * the size needs, iterated until the value falls within range (cycle walking). This takes at most two steps on average.
 */
final class Permutation {
    private static final int ROUNDS = 6;
    // short halves mix poorly, so small sizes need more rounds
    private static final int ROUNDS_WHEN_SMALL = 24;
    private static final int SMALL = 8;

    private final long size;
    private final int lowBits;
    private final long lowMask;
    private final long highMask;
    private final long[] keys;

    Permutation(long size, long key) {
        this.size = size;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(size - 1);
        this.lowBits = bits / 2;
        this.lowMask = (1L << lowBits) - 1;
        this.highMask = (1L << (bits - lowBits)) - 1;
        this.keys = new long[bits > SMALL ? ROUNDS : ROUNDS_WHEN_SMALL];
        for (int round = 0; round < keys.length; round++) {
            keys[round] = StableHash.mix(key + (round + 1) * StableHash.GOLDEN);
        }
    }

    long at(long index) {
        long x = index;
        do {
            long low = x & lowMask;
            long high = x >>> lowBits;
            for (int round = 0; round < keys.length; round += 2) {
                high ^= scatter(low, keys[round]) & highMask;
                low ^= scatter(high, keys[round + 1]) & lowMask;
            }
            x = high << lowBits | low;
        } while (x >= size);
        return x;
    }

    private static long scatter(long x, long key) {
        long product = (x ^ key) * StableHash.GOLDEN;
        return ((product ^ (product >>> 32)) * 0xBF58476D1CE4E5B9L) >>> 24;
    }
}
