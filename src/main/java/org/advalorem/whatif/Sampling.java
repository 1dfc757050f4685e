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
 * How draws are laid out: the kind of design, its seed, and how many.
 *
 * @param draws asked for, at least one; Sobol' draws and a full factorial round it
 */
public record Sampling(Kind kind, long seed, long draws) {
    /** Independent scrambles of Sobol' points, whose spread is the error. */
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

        /** In words. */
        public String label() {
            return label;
        }

        /** As on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the errors told of draws are. */
    public enum Errors {
        /** Estimates: draws, or replicates, are independent. */
        ESTIMATE("estimate"),
        /** Upper bounds: computed as if draws were independent, which spread less evenly. */
        UPPER_BOUND("upper bound"),
        /** None: nothing is random. */
        NONE("none");

        private final String word;

        Errors(String word) {
            this.word = word;
        }

        /** In words. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** What the errors of such draws are. */
    public Errors errors() {
        return switch (kind) {
            case MONTE_CARLO, SOBOL -> Errors.ESTIMATE;
            case LATIN_HYPERCUBE -> Errors.UPPER_BOUND;
            case FACTORIAL -> Errors.NONE;
        };
    }

    /** Checks the number of draws. */
    public Sampling {
        if (draws < 1) {
            throw new IllegalArgumentException("The number of draws (" + draws + ") must be at least 1.");
        }
    }

    /**
     * Makes sure that draws can go on until a precision is reached.
     *
     * @throws IllegalArgumentException when their number is part of the design
     */
    void requireExtendable() {
        if (kind == Kind.LATIN_HYPERCUBE || kind == Kind.FACTORIAL) {
            throw new IllegalArgumentException("A " + kind.label()
                    + " design is made for a number of draws and cannot go on until a precision is reached. Choose "
                    + Kind.MONTE_CARLO + " or " + Kind.SOBOL + ", or give only the number of draws.");
        }
    }

    /**
     * The designs, one or several replicates of equal length.
     *
     * @param length how many draws of one replicate follow each other before the next one's turn
     * @param draws of all replicates together
     */
    record Layout(List<Design> replicates, long length, long draws) {
        Layout {
            replicates = List.copyOf(replicates);
        }

        /** The replicate a draw belongs to. */
        int replicate(long draw) {
            return (int) (draw / length % replicates.size());
        }

        /** Writes the numbers of one input for draws that follow each other. */
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
     * @throws IllegalArgumentException when the design cannot be made for so many inputs or draws
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

    /** Replicates of as many points as the next power of two, in turns of at most a chunk, so that they can go on. */
    private Layout sobol(List<String> addresses) {
        long each = (draws + REPLICATES - 1) / REPLICATES;
        long points = each <= 1 ? 1 : Long.highestOneBit(each - 1) << 1;
        Sobol first = Sobol.of(seed, addresses);
        List<Design> replicates = new ArrayList<>();
        IntStream.range(0, REPLICATES).forEach(i -> replicates.add(first.replicate(i)));
        return new Layout(replicates, Math.min(points, BatchRun.CHUNK), points * REPLICATES);
    }

    /** The most levels of each input that do not give more draws than asked for, but at least two and at most a million. */
    private int levels(int inputs) {
        double root = StrictMath.floor(StrictMath.pow((double) draws, 1.0 / inputs));
        int levels = (int) Math.max(2.0, Math.min(MOST_LEVELS, root) - 1.0);
        while (levels < MOST_LEVELS && StrictMath.pow(levels + 1.0, inputs) <= draws) {
            levels++;
        }
        return levels;
    }
}
