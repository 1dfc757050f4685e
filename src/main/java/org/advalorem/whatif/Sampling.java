package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.advalorem.engine.BatchRun;
import org.advalorem.uncertainty.Design;
import org.advalorem.uncertainty.FullFactorial;
import org.advalorem.uncertainty.LatinHypercube;
import org.advalorem.uncertainty.MonteCarlo;
import org.advalorem.uncertainty.Sobol;

/**
 * The sampling of draws: the kind of design, its seed, and the number of draws.
 *
 * @param draws the number requested, at least one; Sobol' and full factorial designs round it
 */
public record Sampling(Kind kind, long seed, long draws) {
    /** The number of independent scrambles of Sobol' points, whose spread gives the error. */
    static final int REPLICATES = 16;

    private static final int MOST_LEVELS = 1 << 20;

    /** The kinds of design. */
    public enum Kind {
        MONTE_CARLO("Monte Carlo"),
        LATIN_HYPERCUBE("Latin hypercube"),
        SOBOL("scrambled Sobol'"),
        FACTORIAL("full factorial");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name in words. */
        public String label() {
            return label;
        }

        /** The name as on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The meaning of the errors reported for draws. */
    public enum Errors {
        /** Estimates, as draws or replicates are independent. */
        ESTIMATE("estimate"),
        /** Upper bounds, computed as for independent draws, which are spread less evenly. */
        UPPER_BOUND("upper bound"),
        /** None, as nothing is random. */
        NONE("none");

        private final String word;

        Errors(String word) {
            this.word = word;
        }

        /** The name in words. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** The meaning of the errors for this design. */
    public Errors errors() {
        return switch (kind) {
            case MONTE_CARLO, SOBOL -> Errors.ESTIMATE;
            case LATIN_HYPERCUBE -> Errors.UPPER_BOUND;
            case FACTORIAL -> Errors.NONE;
        };
    }

    /**
     * Checks the number of draws.
     *
     * @throws IllegalArgumentException if it is less than one
     */
    public Sampling {
        if (draws < 1) {
            throw new IllegalArgumentException("The number of draws (" + draws + ") must be at least 1.");
        }
    }

    /**
     * Checks that draws can continue until a precision is reached.
     *
     * @throws IllegalArgumentException if the number of draws is part of the design
     */
    void requireExtendable() {
        if (kind == Kind.LATIN_HYPERCUBE || kind == Kind.FACTORIAL) {
            throw new IllegalArgumentException("A " + kind.label()
                    + " design needs a fixed number of draws and cannot run until a precision is reached. Choose "
                    + Kind.MONTE_CARLO + " or " + Kind.SOBOL + ", or give only the number of draws.");
        }
    }

    /**
     * The layout of draws over one or several replicates of equal length.
     *
     * @param replicates their designs
     * @param length the number of consecutive draws of one replicate before the next one's turn
     * @param draws the number of draws of all replicates together
     */
    record Layout(List<Design> replicates, long length, long draws) {
        Layout {
            replicates = List.copyOf(replicates);
        }

        /** The index of the replicate to which a draw belongs. */
        int replicate(long draw) {
            return (int) (draw / length % replicates.size());
        }

        /** Fills in the numbers of one input for consecutive draws. */
        void fill(int input, long firstDraw, int count, double[] u) {
            if (replicates.size() == 1) {
                replicates.get(0).fill(input, firstDraw, count, u, 0);
                return;
            }
            int done = 0;
            while (done < count) {
                long draw = firstDraw + done;
                long within = draw % length;
                int n = (int) Math.min(count - done, length - within);
                long place = draw / length / replicates.size() * length + within;
                replicates.get(replicate(draw)).fill(input, place, n, u, done);
                done += n;
            }
        }
    }

    /**
     * The layout for inputs at these addresses.
     *
     * @throws IllegalArgumentException if the design does not support that many inputs or draws
     */
    Layout layout(List<String> addresses) {
        return switch (kind) {
            case MONTE_CARLO -> new Layout(List.of(MonteCarlo.of(seed, addresses)), draws, draws);
            case LATIN_HYPERCUBE -> new Layout(List.of(LatinHypercube.of(seed, addresses, draws)), draws, draws);
            case SOBOL -> sobol(addresses);
            case FACTORIAL -> {
                FullFactorial factorial =
                        FullFactorial.ofCounts(Collections.nCopies(addresses.size(), levels(addresses.size())));
                yield new Layout(
                        List.of(factorial),
                        factorial.size().getAsLong(),
                        factorial.size().getAsLong());
            }
        };
    }

    /**
     * Replicates whose length is rounded up to a power of two, in turns of at most a chunk, so that they can be
     * extended.
     */
    private Layout sobol(List<String> addresses) {
        long each = (draws + REPLICATES - 1) / REPLICATES;
        long points = each <= 1 ? 1 : Long.highestOneBit(each - 1) << 1;
        Sobol first = Sobol.of(seed, addresses);
        List<Design> replicates = new ArrayList<>();
        IntStream.range(0, REPLICATES).forEach(i -> replicates.add(first.replicate(i)));
        return new Layout(replicates, Math.min(points, BatchRun.CHUNK), points * REPLICATES);
    }

    /**
     * The largest number of levels per input whose full factorial does not exceed the draws requested, between 2 and
     * {@link #MOST_LEVELS}.
     */
    private int levels(int inputs) {
        double root = StrictMath.floor(StrictMath.pow((double) draws, 1.0 / inputs));
        int levels = (int) Math.max(2.0, Math.min(MOST_LEVELS, root) - 1.0);
        while (levels < MOST_LEVELS && StrictMath.pow(levels + 1.0, inputs) <= draws) {
            levels++;
        }
        return levels;
    }
}
