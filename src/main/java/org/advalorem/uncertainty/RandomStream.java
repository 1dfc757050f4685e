package org.advalorem.uncertainty;

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

    // Two passes over a small buffer are more than twice as fast as one pass that the compiler cannot vectorise.
    private static final ThreadLocal<long[]> BUFFER = ThreadLocal.withInitial(() -> new long[BLOCK]);

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
        long[] bits = BUFFER.get();
        for (int done = 0; done < n; done += BLOCK) {
            int count = Math.min(BLOCK, n - done);
            mix(key + (firstDraw + done) * StableHash.GOLDEN, bits, count);
            convert(bits, count, out, offset + done);
        }
    }

    private static void mix(long start, long[] bits, int count) {
        for (int i = 0; i < count; i++) {
            bits[i] = StableHash.mix(start + STEPS[i]) >>> 12 | ONE;
        }
    }

    private static void convert(long[] bits, int count, double[] out, int offset) {
        for (int i = 0; i < count; i++) {
            out[offset + i] = Double.longBitsToDouble(bits[i]) - BELOW_ONE;
        }
    }

    /** The middle of the cell named by the upper 52 bits: exact, never 0 or 1, and as likely as one less it. */
    static double uniformOf(long bits) {
        return Double.longBitsToDouble(bits >>> 12 | ONE) - BELOW_ONE;
    }
}
