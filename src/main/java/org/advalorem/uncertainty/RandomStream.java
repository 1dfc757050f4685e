package org.advalorem.uncertainty;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * A stream of random numbers as a pure function of seed, address and draw: splitmix64 (G. L. Steele, D. Lea and C. H.
 * Flood, OOPSLA 2014, doi:10.1145/2660193.2660195) used as a counter-based generator, {@code mix(key + (draw + 1)
 * golden)}.
 *
 * <p>Keys are hashes of seed and address. All streams are windows onto one sequence of 2^64 numbers, at positions given
 * by their keys. Among {@code k} inputs, some two share a key with probability {@code k^2 / 2^65}; two windows of
 * {@code n} draws overlap with probability {@code 2n / 2^64}, in which case draw {@code i} of one input repeats draw
 * {@code i + lag} of another. The numbers within a draw remain independent, which is all that a simulation needs.
 */
public final class RandomStream {
    private static final int BLOCK = 512;
    private static final long ONE = 0x3FF0000000000000L;
    /** 1 minus half a cell. */
    private static final double BELOW_ONE = 1.0 - Distribution.LEAST_PROBABILITY;

    // The counters of a block relative to its first: taking them from an array lets the mixing loop be vectorised.
    private static final long[] STEPS = new long[BLOCK];

    private static final ThreadLocal<Bits> BITS = ThreadLocal.withInitial(Bits::new);

    static {
        Arrays.setAll(STEPS, i -> (i + 1) * StableHash.GOLDEN);
    }

    private final long key;

    RandomStream(long key) {
        this.key = key;
    }

    /** The stream of one input. */
    public static RandomStream of(long seed, String address) {
        return new RandomStream(StableHash.key(seed, address, Purpose.DRAWS));
    }

    /** The 64 random bits of a draw. */
    public long bits(long draw) {
        return StableHash.mix(key + (draw + 1) * StableHash.GOLDEN);
    }

    /** The number of a draw: the midpoint of one of 2^52 equal cells between 0 and 1. */
    public double uniform(long draw) {
        return uniformOf(bits(draw));
    }

    /**
     * Writes the numbers of consecutive draws to an array.
     *
     * @param firstDraw the first draw, from 0
     * @param n the number of draws
     * @param out the array to write to
     * @param offset the index of the first number in {@code out}
     * @throws IndexOutOfBoundsException if {@code out} is too short
     */
    public void uniforms(long firstDraw, int n, double[] out, int offset) {
        Bits bits = BITS.get();
        for (int done = 0; done < n; done += BLOCK) {
            int count = Math.min(BLOCK, n - done);
            mix(key + (firstDraw + done) * StableHash.GOLDEN, bits.words, count);
            bits.copyAsDoubles(count, out, offset + done);
            lower(out, offset + done, count);
        }
    }

    private static void mix(long start, long[] bits, int count) {
        for (int i = 0; i < count; i++) {
            bits[i] = StableHash.mix(start + STEPS[i]) >>> 12 | ONE;
        }
    }

    private static void lower(double[] out, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            out[i] = out[i] - BELOW_ONE;
        }
    }

    /**
     * A small buffer of bits that is read back as doubles. Two memory copies and two vectorised loops take half the
     * time of one loop over {@code Double.longBitsToDouble}, which is not vectorised.
     */
    private static final class Bits {
        final long[] words = new long[BLOCK];
        private final LongBuffer asWords;
        private final DoubleBuffer asDoubles;

        Bits() {
            ByteBuffer bytes = ByteBuffer.allocate(BLOCK * Long.BYTES).order(ByteOrder.nativeOrder());
            asWords = bytes.asLongBuffer();
            asDoubles = bytes.asDoubleBuffer();
        }

        void copyAsDoubles(int count, double[] out, int offset) {
            asWords.put(0, words, 0, count);
            asDoubles.get(0, out, offset, count);
        }
    }

    /**
     * The midpoint of the cell selected by the upper 52 bits: exact, never 0 or 1, and exactly as likely as 1 minus
     * itself.
     */
    static double uniformOf(long bits) {
        return Double.longBitsToDouble(bits >>> 12 | ONE) - BELOW_ONE;
    }
}
