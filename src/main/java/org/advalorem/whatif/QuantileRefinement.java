package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Exact selection of the numbers of given ranks from a very long sequence, in several passes and little memory: numbers
 * are first counted by cell ({@link QuantileBuckets}); then those in the cells that hold a requested rank are
 * collected, or counted more finely if there are too many of them.
 */
final class QuantileRefinement {
    private static final int DIGITS = 12;
    private static final int FINER = 1 << DIGITS;
    private static final int FEW = 64;

    /** The content of a cell in one chunk: its numbers, or counts by the next digits. */
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

    /** A cell that holds requested ranks. Its keys agree in all but the last {@code open} bits. */
    private static final class Cell {
        final long lead;
        final int open;
        final long below;
        final long count;
        final TreeSet<Long> wanted = new TreeSet<>();
        final double[] collected;
        final long[] finer;
        int held;

        Cell(long lead, int open, long below, long count, boolean collects) {
            this.lead = lead;
            this.open = open;
            this.below = below;
            this.count = count;
            this.collected = collects ? new double[Math.toIntExact(count)] : new double[0];
            this.finer = collects ? new long[0] : new long[FINER];
        }

        boolean collects() {
            return finer.length == 0;
        }
    }

    private final Map<Long, Double> found = new HashMap<>();
    private List<Cell> cells = new ArrayList<>();
    /** The coarse cell of each of {@link #cells}, ascending, to skip quickly the numbers outside all of them. */
    private int[] coarse = new int[0];

    private int room;

    /**
     * A search for ranks, from 0.
     *
     * @param tally the counts of the first pass
     * @param room the max count of numbers held in memory
     */
    QuantileRefinement(QuantileBuckets tally, List<Long> ranks, int room) {
        this.room = room;
        TreeMap<Integer, QuantileBuckets.Found> byCell = new TreeMap<>();
        Map<Integer, TreeSet<Long>> wanted = new HashMap<>();
        for (long rank : ranks) {
            QuantileBuckets.Found at = tally.find(rank);
            byCell.put(at.cell(), at);
            wanted.computeIfAbsent(at.cell(), cell -> new TreeSet<>()).add(rank);
        }
        byCell.forEach((cell, at) -> {
            Cell opened = open(cell, QuantileBuckets.OPEN_BITS, at.below(), at.count());
            opened.wanted.addAll(wanted.getOrDefault(cell, new TreeSet<>()));
            cells.add(opened);
        });
        index();
    }

    private Cell open(long lead, int open, long below, long count) {
        boolean collects = count <= room;
        if (collects) {
            room -= (int) count;
        }
        return new Cell(lead, open, below, count, collects);
    }

    private void index() {
        coarse = cells.stream()
                .mapToInt(cell -> (int) (cell.lead >> (QuantileBuckets.OPEN_BITS - cell.open)))
                .toArray();
    }

    /** Whether another pass is needed. */
    boolean open() {
        return !cells.isEmpty();
    }

    /**
     * The content of the cells in one chunk; may be called by several threads at once, as cells change only between
     * passes.
     */
    List<Part> read(double[] numbers, int from, int to) {
        double[][] taken = new double[cells.size()][];
        int[] held = new int[cells.size()];
        int[][] counts = new int[cells.size()][];
        int low = coarse[0];
        int high = coarse[coarse.length - 1];
        for (int i = from; i < to; i++) {
            int place = Double.isFinite(numbers[i]) ? QuantileBuckets.cell(numbers[i]) : Integer.MIN_VALUE;
            if (place < low || place > high) {
                continue;
            }
            int at = Arrays.binarySearch(coarse, place);
            if (at < 0) {
                continue;
            }
            while (at > 0 && coarse[at - 1] == place) {
                at--;
            }
            for (; at < coarse.length && coarse[at] == place; at++) {
                Cell cell = cells.get(at);
                long key = OrderedKey.of(numbers[i]);
                if (key >> cell.open != cell.lead) {
                    continue;
                }
                if (cell.collects()) {
                    if (taken[at] == null || held[at] == taken[at].length) {
                        taken[at] = taken[at] == null ? new double[FEW] : Arrays.copyOf(taken[at], 2 * held[at]);
                    }
                    taken[at][held[at]++] = numbers[i];
                } else {
                    if (counts[at] == null) {
                        counts[at] = new int[FINER];
                    }
                    counts[at][finer(key, cell)]++;
                }
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < coarse.length; at++) {
            if (held[at] > 0) {
                parts.add(new Part(at, Arrays.copyOf(taken[at], held[at]), new int[0]));
            } else if (counts[at] != null) {
                parts.add(new Part(at, new double[0], counts[at]));
            }
        }
        return parts;
    }

    private static int finer(long key, Cell cell) {
        int shift = Math.max(0, cell.open - DIGITS);
        return (int) (key >> shift) & ((1 << (cell.open - shift)) - 1);
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

    /** Ends a pass after its last chunk: records the numbers found, and opens finer cells for the rest. */
    void endPass() {
        List<Cell> next = new ArrayList<>();
        for (Cell cell : cells) {
            if (cell.collects()) {
                Arrays.sort(cell.collected, 0, cell.held);
                cell.wanted.forEach(rank -> found.put(rank, cell.collected[(int) (rank - cell.below)]));
                room += (int) cell.count;
            } else {
                refine(cell, next);
            }
        }
        cells = next;
        index();
    }

    private void refine(Cell cell, List<Cell> next) {
        int open = Math.max(0, cell.open - DIGITS);
        int width = cell.open - open;
        long below = cell.below;
        for (int i = 0; i < 1 << width && !cell.wanted.isEmpty(); i++) {
            long count = cell.finer[i];
            TreeSet<Long> here = new TreeSet<>(cell.wanted.headSet(below + count));
            if (!here.isEmpty()) {
                long lead = (cell.lead << width) + i;
                if (open == 0) {
                    here.forEach(rank -> found.put(rank, OrderedKey.number(lead)));
                } else {
                    Cell finer = open(lead, open, below, count);
                    finer.wanted.addAll(here);
                    next.add(finer);
                }
                cell.wanted.removeAll(here);
            }
            below += count;
        }
    }

    /**
     * The number of a requested rank, after the last pass.
     *
     * @throws IllegalStateException if the rank was not requested
     */
    double number(long rank) {
        Double number = found.get(rank);
        if (number == null) {
            throw new IllegalStateException("Rank " + rank + " was not looked for.");
        }
        return number;
    }
}
