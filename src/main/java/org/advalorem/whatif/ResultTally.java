package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;

/**
 * One result over the draws so far: its moments, the numbers near its quantiles, and counts for its histogram.
 *
 * <p>Threads read chunks by a {@link Reader}, which depends on the draws of earlier chunks; what they read is added in the
 * order of the chunks. It does not matter which of the readers so far has read a chunk: counts and order statistics are
 * the same.
 */
final class ResultTally {
    private static final double[] NOT_TAKEN = {};
    /** So many numbers outside all cells, which are slow to count, make new cells worth their while. */
    private static final int MANY_OUTSIDE = 1000;

    private final Moments moments = new Moments();
    private final List<Moments> byReplicate;
    private final int room;
    private final NearQuantiles near;
    private final Crossings crossings;
    private Optional<DecimalGrid> grid = Optional.empty();
    private int outside;
    private volatile Reader reader;

    /** What is read from one chunk: moments by stretch of one replicate, numbers by bracket, and counts by cell. */
    static final class Chunk {
        private final List<Moments> stretches;
        private final Slotted slots;
        /** Empty while all numbers are kept. */
        private final Optional<GridWindow.Counted> cells;

        private final int[] crossings;
        private final double[] numbers;

        private Chunk(
                List<Moments> stretches,
                Slotted slots,
                Optional<GridWindow.Counted> cells,
                int[] crossings,
                double[] numbers) {
            this.stretches = stretches;
            this.slots = slots;
            this.cells = cells;
            this.crossings = crossings;
            this.numbers = numbers;
        }

        void write(PackedWriter out) {
            out.count(stretches.size());
            stretches.forEach(moments -> moments.write(out));
            slots.write(out);
            cells.ifPresent(counted -> counted.write(out));
            out.counts(crossings).numbers(numbers, numbers.length);
        }

        /** All numbers, finite or not, if there is a sink. */
        double[] numbers() {
            return numbers;
        }
    }

    /** How chunks are read; for several threads at once. */
    record Reader(Brackets brackets, Optional<GridWindow> window, Crossings crossings) {
        /**
         * Reads a chunk.
         *
         * @param ends the ends of stretches of one replicate, the last of which is the number of draws
         * @param takesNumbers whether there is a sink
         */
        Chunk read(double[] column, int[] ends, boolean takesNumbers) {
            List<Moments> stretches = new ArrayList<>(ends.length);
            for (int i = 0; i < ends.length; i++) {
                stretches.add(Moments.of(column, i == 0 ? 0 : ends[i - 1], ends[i]));
            }
            int n = ends[ends.length - 1];
            int finite = (int) stretches.stream().mapToLong(Moments::count).sum();
            double[] numbers = finite == n ? column : Moments.finite(column, 0, n);
            return new Chunk(
                    stretches,
                    brackets.count(numbers, finite),
                    window.map(cells -> cells.count(numbers, finite)),
                    crossings.read(numbers, finite),
                    takesNumbers ? Arrays.copyOf(column, n) : NOT_TAKEN);
        }

        void write(PackedWriter out) {
            brackets.write(out);
            out.count(window.isPresent() ? 1 : 0);
            window.ifPresent(cells -> cells.write(out));
        }

        /** A chunk that another process read with a copy of this reader. */
        Chunk chunk(PackedReader in) {
            List<Moments> stretches = new ArrayList<>();
            for (int i = in.size(); i > 0; i--) {
                stretches.add(Moments.read(in));
            }
            Slotted slots = Slotted.read(brackets, in);
            Optional<GridWindow.Counted> cells = window.map(of -> of.counted(in));
            return new Chunk(stretches, slots, cells, in.counts(), in.numbers());
        }
    }

    /** The reader that another process wrote, with the crossings of this tally. */
    Reader reader(PackedReader in) {
        Brackets brackets = Brackets.read(in);
        Optional<GridWindow> window = in.count() == 1 ? Optional.of(GridWindow.read(in)) : Optional.empty();
        return new Reader(brackets, window, crossings);
    }

    /**
     * An empty tally.
     *
     * @param shares the shares of its quantiles
     * @param room about how many numbers may be kept
     * @param inRandomOrder whether the first draws say where quantiles will be
     * @param crossed the rates below and above which it is counted
     */
    ResultTally(int replicates, List<Double> shares, int room, boolean inRandomOrder, List<Double> crossed) {
        byReplicate = IntStream.range(0, replicates)
                .mapToObj(replicate -> new Moments())
                .toList();
        this.room = room;
        near = new NearQuantiles(shares, room, inRandomOrder);
        crossings = new Crossings(crossed);
        reader = new Reader(near.brackets(), Optional.empty(), crossings);
    }

    Reader reader() {
        return reader;
    }

    Moments moments() {
        return moments;
    }

    List<Moments> byReplicate() {
        return byReplicate;
    }

    /**
     * Adds the next chunk.
     *
     * @param replicates the replicate of each stretch
     */
    void add(Chunk chunk, int[] replicates) {
        for (int i = 0; i < replicates.length; i++) {
            moments.add(chunk.stretches.get(i));
            byReplicate.get(replicates[i]).add(chunk.stretches.get(i));
        }
        crossings.add(chunk.crossings);
        grid.ifPresent(cells -> add(chunk, cells));
        near.add(chunk.slots);
        Brackets brackets = near.brackets();
        if (near.isFull()) {
            if (grid.isEmpty()) {
                grid = Optional.of(gridOfAll());
            }
            near.narrow();
        }
        if (brackets != near.brackets() || outside > MANY_OUTSIDE) {
            outside = 0;
            reader = new Reader(near.brackets(), grid.map(DecimalGrid::window), crossings);
        }
    }

    private void add(Chunk chunk, DecimalGrid cells) {
        if (chunk.cells.isPresent()) {
            GridWindow.Counted counted = chunk.cells.get();
            cells.add(counted);
            outside += counted.outside().length;
        } else {
            cells.add(chunk.slots.within(), chunk.slots.held());
        }
    }

    private DecimalGrid gridOfAll() {
        DecimalGrid cells = DecimalGrid.over(moments.min(), moments.max());
        cells.add(near.numbers().within(), near.numbers().held());
        return cells;
    }

    private DecimalGrid grid() {
        return grid.orElseGet(this::gridOfAll);
    }

    List<Distributed.Crossing> crossings() {
        return crossings.found();
    }

    /** A search for the numbers of ranks, from 0, which needs no further pass if all of them were kept. */
    RankSearch search(Collection<Long> ranks) {
        Map<Long, Double> known = near.known(ranks);
        Map<RankSearch.Interval, SortedSet<Long>> unknown = new HashMap<>();
        for (long rank : ranks) {
            if (!known.containsKey(rank)) {
                unknown.computeIfAbsent(grid().cell(rank), cell -> new TreeSet<>())
                        .add(rank);
            }
        }
        return new RankSearch(known, unknown, room);
    }

    /** About the number of a rank, in its cell, which is less than a hundredth of the range. */
    double interpolated(long rank) {
        return Math.max(moments.min(), Math.min(moments.max(), grid().cell(rank).interpolated(rank)));
    }

    Distributed.Histogram histogram() {
        return moments.count() == 0
                ? new Distributed.Histogram(List.of(), List.of())
                : grid().histogram(moments.min(), moments.max());
    }
}
