package org.advalorem.uncertainty;

import java.util.List;
import java.util.OptionalLong;

/**
 * A Latin hypercube: of {@code n} draws, each input has exactly one in each of {@code n} equal strata, in an order of
 * its own (M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21 (1979) 239-245, doi:10.2307/1268522). The
 * number of draws is part of the design, so it cannot be extended.
 */
public final class LatinHypercube implements Design {
    private static final long MOST = 1L << 40;
    /** The bits of the stratum and of the position within it together: their sum is exact, with two bits to spare. */
    private static final int BITS = 50;

    private final long draws;
    private final List<Permutation> strata;
    private final List<RandomStream> places;
    private final int placeBits;
    private final double cell;

    private LatinHypercube(long draws, List<Permutation> strata, List<RandomStream> places) {
        this.draws = draws;
        this.strata = strata;
        this.places = places;
        this.placeBits = BITS - (Long.SIZE - Long.numberOfLeadingZeros(draws - 1));
        this.cell = 1.0 / (1L << placeBits);
    }

    /**
     * A Latin hypercube for the inputs at the given addresses.
     *
     * @throws IllegalArgumentException if the number of draws is not from 1 to 2^40
     */
    public static LatinHypercube of(long seed, List<String> addresses, long draws) {
        if (draws < 1 || draws > MOST) {
            throw new IllegalArgumentException(
                    "A Latin hypercube of " + draws + " draws cannot be made. Ask for 1 to " + MOST + " draws.");
        }
        return new LatinHypercube(
                draws,
                addresses.stream()
                        .map(address -> new Permutation(draws, StableHash.key(seed, address, Purpose.STRATA)))
                        .toList(),
                addresses.stream()
                        .map(address -> new RandomStream(StableHash.key(seed, address, Purpose.PLACES_IN_STRATA)))
                        .toList());
    }

    @Override
    public int inputs() {
        return strata.size();
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(draws);
    }

    @Override
    public void fill(int input, long firstDraw, int n, double[] u, int offset) {
        ParameterChecks.range(this, input, firstDraw, n, u, offset);
        Permutation order = strata.get(input);
        RandomStream place = places.get(input);
        for (int i = 0; i < n; i++) {
            double inStratum = ((place.bits(firstDraw + i) >>> (Long.SIZE - placeBits)) + 0.5) * cell;
            u[offset + i] = (order.at(firstDraw + i) + inStratum) / draws;
        }
    }
}
