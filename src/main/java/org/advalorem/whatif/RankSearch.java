package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Exact selection of the numbers of given ranks from a very long sequence, in passes over it and in little memory: numbers
 * within an interval that holds a requested rank are collected, or counted by finer intervals if there are too many of
 * them.
 */
final class RankSearch {
    private static final int DIGITS = 12;
    private static final int FINER = 1 << DIGITS;
    private static final int FEW = 64;
    /** Up to this many numbers are sorted outright. */
    private static final int SORTED = 1 << 12;
    /** The share of numbers in memory that are worth sorting. */
    private static final int SORTED_SHARE = 8;

    /**
     * An interval of numbers, by their {@link OrderedKey}.
     *
     * @param first the lowest key
     * @param last the highest key
     * @param below the count of numbers below the interval
     * @param count the count of numbers in it
     */
    record Interval(long first, long last, long below, long count) {
        /** The number of a rank as if the numbers were spread evenly. */
        double interpolated(long rank) {
            double share = (rank - below + 0.5) / count;
            return OrderedKey.number(first) * (1.0 - share) + OrderedKey.number(last) * share;
        }
    }

    /** The content of an interval in one chunk: its numbers, or counts by finer interval. */
    static final class Part {
        private final int cell;
        private final double[] numbers;
        private final int[] counts;

        Part(int cell, double[] numbers, int[] counts) {
            this.cell = cell;
            this.numbers = numbers;
            this.counts = counts;
        }
    }

    /** An interval that holds requested ranks. */
    private static final class Cell {
        final Interval interval;
        final SortedSet<Long> wanted;
        final double[] collected;
        final long[] finer;
        /** The binary digits of a key that a finer interval leaves open. */
        final int open;

        int held;

        Cell(Interval interval, SortedSet<Long> wanted, boolean collects) {
            this.interval = interval;
            this.wanted = wanted;
            this.collected = collects ? new double[Math.toIntExact(interval.count)] : new double[0];
            this.finer = collects ? new long[0] : new long[FINER];
            this.open = Math.max(0, Long.SIZE - DIGITS - Long.numberOfLeadingZeros(interval.last - interval.first));
        }

        boolean collects() {
            return finer.length == 0;
        }

        int finer(double number) {
            return (int) ((OrderedKey.of(number) - interval.first) >>> open);
        }
    }

    private final Map<Long, Double> found;
    private List<Cell> cells = new ArrayList<>();
    /** The intervals of {@link #cells}, for finding that of a number. */
    private Brackets brackets = Brackets.none();

    private int room;

    /**
     * A search for ranks, from 0.
     *
     * @param found the numbers of ranks that are known
     * @param wanted the ranks that are not, by disjoint interval
     * @param room the max count of numbers held in memory
     */
    RankSearch(Map<Long, Double> found, Map<Interval, SortedSet<Long>> wanted, int room) {
        this.found = new HashMap<>(found);
        this.room = room;
        List<Cell> opened = new ArrayList<>();
        wanted.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getKey().first()))
                .forEach(entry -> open(entry.getKey(), entry.getValue(), opened));
        index(opened);
    }

    /** The numbers of those ranks among the first of an array, which it leaves alone. */
    static Map<Long, Double> among(double[] numbers, int n, Collection<Long> ranks) {
        if (ranks.isEmpty()) {
            return Map.of();
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            long key = OrderedKey.of(numbers[i]);
            first = Math.min(first, key);
            last = Math.max(last, key);
        }
        RankSearch search = new RankSearch(
                Map.of(),
                Map.of(new Interval(first, last, 0, n), new TreeSet<>(ranks)),
                Math.max(SORTED, n / SORTED_SHARE));
        while (search.isOpen()) {
            search.add(search.read(numbers, n));
            search.endPass();
        }
        return search.found;
    }

    private void open(Interval interval, SortedSet<Long> ranks, List<Cell> opened) {
        if (interval.first == interval.last) {
            ranks.forEach(rank -> found.put(rank, OrderedKey.number(interval.first)));
            return;
        }
        boolean collects = interval.count <= room;
        if (collects) {
            room -= (int) interval.count;
        }
        opened.add(new Cell(interval, ranks, collects));
    }

    private void index(List<Cell> opened) {
        cells = opened;
        brackets = new Brackets(
                cells.stream().mapToLong(cell -> cell.interval.first).toArray(),
                cells.stream().mapToLong(cell -> cell.interval.last).toArray());
    }

    /** Whether another pass is needed. */
    boolean isOpen() {
        return !cells.isEmpty();
    }

    /**
     * The content of the intervals in one chunk, the first numbers of an array, finite or not; may be called by several
     * threads at once, as intervals change only between passes.
     */
    List<Part> read(double[] numbers, int n) {
        double[][] taken = new double[cells.size()][];
        int[] held = new int[cells.size()];
        int[][] counts = new int[cells.size()][];
        for (int at = 0; at < counts.length; at++) {
            taken[at] = new double[cells.get(at).collects() ? FEW : 0];
            counts[at] = new int[cells.get(at).finer.length];
        }
        for (int i = 0; i < n; i++) {
            double number = numbers[i];
            int slot = brackets.slot(number);
            if (slot % Brackets.SLOTS == Brackets.GAP) {
                continue;
            }
            int at = slot / Brackets.SLOTS;
            if (counts[at].length > 0) {
                counts[at][cells.get(at).finer(number)]++;
            } else {
                if (held[at] == taken[at].length) {
                    taken[at] = Arrays.copyOf(taken[at], 2 * held[at]);
                }
                taken[at][held[at]++] = number;
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < counts.length; at++) {
            if (held[at] > 0 || counts[at].length > 0) {
                parts.add(new Part(at, Arrays.copyOf(taken[at], held[at]), counts[at]));
            }
        }
        return parts;
    }

    void add(List<Part> parts) {
        for (Part part : parts) {
            Cell cell = cells.get(part.cell);
            System.arraycopy(part.numbers, 0, cell.collected, cell.held, part.numbers.length);
            cell.held += part.numbers.length;
            for (int i = 0; i < part.counts.length; i++) {
                cell.finer[i] += part.counts[i];
            }
        }
    }

    /** Ends a pass after its last chunk: records the numbers found, and opens finer intervals for the rest. */
    void endPass() {
        List<Cell> next = new ArrayList<>();
        for (Cell cell : cells) {
            if (cell.collects()) {
                Arrays.sort(cell.collected, 0, cell.held);
                cell.wanted.forEach(rank -> found.put(rank, cell.collected[(int) (rank - cell.interval.below)]));
                room += (int) cell.interval.count;
            }
        }
        cells.stream().filter(cell -> !cell.collects()).forEach(cell -> refine(cell, next));
        index(next);
    }

    private void refine(Cell cell, List<Cell> next) {
        long below = cell.interval.below;
        for (int i = 0; i < FINER && !cell.wanted.isEmpty(); i++) {
            long count = cell.finer[i];
            SortedSet<Long> here = new TreeSet<>(cell.wanted.headSet(below + count));
            if (!here.isEmpty()) {
                long first = cell.interval.first + ((long) i << cell.open);
                long size = 1L << cell.open;
                long last = Long.compareUnsigned(cell.interval.last - first, size) < 0
                        ? cell.interval.last
                        : first + size - 1;
                open(new Interval(first, last, below, count), here, next);
                cell.wanted.removeAll(here);
            }
            below += count;
        }
    }

    /** The number of a rank, if it has been found. */
    OptionalDouble number(long rank) {
        Double number = found.get(rank);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
