package org.advalorem.uncertainty;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Random numbers as a pure function of seed, address and draw: splitmix64 (G. L. Steele, D. Lea and C. H. Flood, OOPSLA
 * 2014, doi:10.1145/2660193.2660195) used as a counter-based generator, {@code mix(key + (draw + 1) golden)}.
 *
 * <p>Keys are hashes of seed and address. All streams are windows of one sequence of 2^64 numbers, at places given by
 * their keys. Two of {@code k} inputs get the same key with probability {@code k^2 / 2^65}; two windows of {@code n}
 * draws overlap with probability {@code 2n / 2^64}, and then draw {@code i} of one input repeats draw {@code i + lag} of
 * another: the numbers within a draw stay independent, which is what a simulation lives on.
 */
public final class RandomStream {
    private static final int BLOCK = 512;
    private static final long ONE = 0x3FF0000000000000L;
    /** One half cell less than 1. */
    private static final double BELOW_ONE = 1.0 - Distribution.LEAST_PROBABILITY;

    // The counters of a block relative to its first: with them in an array the mixing loop is vectorised.
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

    /** The number of a draw: the middle of one of 2^52 equal cells between 0 and 1. */
    public double uniform(long draw) {
        return uniformOf(bits(draw));
    }

    /** The numbers of {@code n} draws from {@code firstDraw} on, written to {@code out} from {@code offset} on. */
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
     * A small buffer of bits that is copied as numbers. Two copies of memory and two loops that are vectorised take half the
     * time of a loop over {@code Double.longBitsToDouble}, which is not.
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

    /** The middle of the cell named by the upper 52 bits: exact, never 0 or 1, and as likely as one less it. */
    static double uniformOf(long bits) {
        return Double.longBitsToDouble(bits >>> 12 | ONE) - BELOW_ONE;
    }
}
