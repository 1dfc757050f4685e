package org.advalorem.uncertainty;

import java.util.List;
import java.util.OptionalLong;

/** Independent draws. An input's numbers depend on seed and address only, not on the other inputs. */
public final class MonteCarlo implements Design {
    private final List<RandomStream> streams;

    private MonteCarlo(List<RandomStream> streams) {
        this.streams = streams;
    }

    /** Draws for the inputs at these addresses. */
    public static MonteCarlo of(long seed, List<String> addresses) {
        return new MonteCarlo(addresses.stream()
                .map(address -> RandomStream.of(seed, address))
                .toList());
    }

    /** Draws for the same inputs that are independent of those of {@link #of}: a second sample under one seed. */
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
