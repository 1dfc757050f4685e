package org.advalorem.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A design of scrambled Sobol' points: a random linear scramble of the digits (J. Matousek, Journal of Complexity 14
 * (1998) 527-556, doi:10.1006/jcom.1998.0489) and a random digital shift. Every point is uniform, every block of 2^m
 * points that begins at a multiple of 2^m remains a digital net, and the variance is that of nested scrambling (A. B.
 * Owen, ACM Transactions on Modeling and Computer Simulation 13 (2003) 363-378, doi:10.1145/945511.945518). The
 * scramble is built into the direction numbers, so that it adds nothing to the cost of a point.
 *
 * <p>Choose a number of draws that is a power of two, and estimate the error from the spread between {@link #replicate
 * replicates}. An input's dimension is its position in the list, so append new inputs at the end, and put the most
 * important ones first.
 */
public final class Sobol implements Design {
    /** The number of draws available. */
    static final long LONGEST = 1L << SobolTable.DIGITS;

    private final long seed;
    private final List<String> addresses;
    private final List<long[]> directions;
    private final List<long[]> scrambled = new ArrayList<>();
    private final long[] shifts;

    private Sobol(long seed, List<String> addresses, List<long[]> directions, int replicate) {
        this.seed = seed;
        this.addresses = addresses;
        this.directions = directions;
        this.shifts = new long[addresses.size()];
        for (int input = 0; input < shifts.length; input++) {
            RandomStream random =
                    new RandomStream(StableHash.key(seed, addresses.get(input), Purpose.SCRAMBLES + replicate));
            shifts[input] = random.bits(0);
            scrambled.add(scramble(directions.get(input), random));
        }
    }

    /**
     * The points for the inputs at the given addresses.
     *
     * @throws IllegalArgumentException if there are more than 1,000 addresses
     */
    public static Sobol of(long seed, List<String> addresses) {
        if (addresses.size() > SobolTable.DIMENSIONS) {
            throw new IllegalArgumentException("Sobol' points have at most " + SobolTable.DIMENSIONS
                    + " dimensions; there are " + addresses.size()
                    + " uncertain inputs. Use Monte Carlo draws or a Latin hypercube.");
        }
        return new Sobol(seed, List.copyOf(addresses), SobolTable.read(addresses.size()), 0);
    }

    /**
     * The same points under another, independent scramble; replicate 0 is the original.
     *
     * @throws IllegalArgumentException if {@code replicate} is negative
     */
    public Sobol replicate(int replicate) {
        if (replicate < 0) {
            throw new IllegalArgumentException("The replicate (" + replicate + ") is negative.");
        }
        return new Sobol(seed, addresses, directions, replicate);
    }

    /** The direction numbers with each digit replaced by its sum with a random subset of the digits before it. */
    private static long[] scramble(long[] directions, RandomStream random) {
        long[] scrambled = new long[directions.length];
        for (int digit = 0; digit < SobolTable.DIGITS; digit++) {
            long place = Long.MIN_VALUE >>> digit;
            // this digit, and a random subset of the bits above it
            long mask = (random.bits(1 + digit) & (-place << 1)) | place;
            for (int j = 0; j < scrambled.length; j++) {
                if ((Long.bitCount(directions[j] & mask) & 1) == 1) {
                    scrambled[j] |= place;
                }
            }
        }
        return scrambled;
    }

    @Override
    public int inputs() {
        return shifts.length;
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public void fill(int input, long firstDraw, int n, double[] u, int offset) {
        ParameterChecks.range(this, input, firstDraw, n, u, offset);
        if (n == 0) {
            return;
        }
        long[] v = scrambled.get(input);
        long point = shifts[input];
        // In Gray code, exactly one bit changes from each index to the next.
        for (long gray = firstDraw ^ (firstDraw >>> 1); gray != 0; gray &= gray - 1) {
            point ^= v[Long.numberOfTrailingZeros(gray)];
        }
        u[offset] = RandomStream.uniformOf(point);
        for (int i = 1; i < n; i++) {
            point ^= v[Long.numberOfTrailingZeros(firstDraw + i)];
            u[offset + i] = RandomStream.uniformOf(point);
        }
    }
}
