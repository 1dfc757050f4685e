package org.advalorem.uncertainty;

import java.util.List;
import java.util.OptionalLong;

/**
 * A Monte Carlo design of independent draws. An input's numbers depend only on the seed and its address, not on the
 * other inputs.
 */
public final class MonteCarlo implements Design {
    private final List<RandomStream> streams;

    private MonteCarlo(List<RandomStream> streams) {
        this.streams = streams;
    }

    /** The draws for the inputs at the given addresses. */
    public static MonteCarlo of(long seed, List<String> addresses) {
        return new MonteCarlo(addresses.stream()
                .map(address -> RandomStream.of(seed, address))
                .toList());
    }

    /**
     * The draws of a second sample under the same seed, for the same inputs and independent of those of {@link #of}.
     */
    public static MonteCarlo second(long seed, List<String> addresses) {
        return new MonteCarlo(addresses.stream()
                .map(address -> new RandomStream(StableHash.key(seed, address, Purpose.SECOND_DRAWS)))
                .toList());
    }

    @Override
    public int inputs() {
        return streams.size();
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public void fill(int input, long firstDraw, int n, double[] u, int offset) {
        ParameterChecks.range(this, input, firstDraw, n, u, offset);
        streams.get(input).uniforms(firstDraw, n, u, offset);
    }
}
