package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of numbers by cell: a cell comprises all numbers that share sign, exponent and the first 12 binary digits of
 * the fraction, about four decimal digits. Counts are integers, so the order of adding does not matter.
 */
final class QuantileBuckets {
    /** The number of bits of a key that a cell leaves open. */
    static final int OPEN_BITS = 40;

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;
    /** The largest width, in cells, of a piece that is counted without sorting. */
    private static final int WIDEST = 1 << 16;

    /** Pages by the leading bits of the cell; each has a count for every value of the remaining bits. */
    private final TreeMap<Integer, long[]> pages = new TreeMap<>();

    /** Consecutive cells of one chunk: the lowest cell, and the counts from there on. */
    static final class Counted {
        private final int first;
        private final int[] counts;

        Counted(int first, int[] counts) {
            this.first = first;
            this.counts = counts;
        }
    }

    /** The counts of the finite numbers among {@code numbers[from]} to {@code numbers[to - 1]}. */
    static List<Counted> count(double[] numbers, int from, int to) {
        int[] cells = new int[to - from];
        int n = 0;
        int min = Integer.MAX_VALUE;
        int max = Integer.MIN_VALUE;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(numbers[i])) {
                int cell = cell(numbers[i]);
                min = Math.min(min, cell);
                max = Math.max(max, cell);
                cells[n++] = cell;
            }
        }
        if (n == 0) {
            return List.of();
        }
        if ((long) max - min < WIDEST) {
            return List.of(piece(cells, 0, n, min, max));
        }
        Arrays.sort(cells, 0, n);
        return pieces(cells, n);
    }

    /**
     * The counts of sorted cells, in one piece for each cluster, so that no piece spans the gap between two clusters.
     */
    private static List<Counted> pieces(int[] sorted, int n) {
        List<Counted> pieces = new ArrayList<>();
        int start = 0;
        while (start < n) {
            int end = start + 1;
            while (end < n && (long) sorted[end] - sorted[end - 1] <= PAGE) {
                end++;
            }
            pieces.add(piece(sorted, start, end, sorted[start], sorted[end - 1]));
            start = end;
        }
        return pieces;
    }

    private static Counted piece(int[] cells, int from, int to, int min, int max) {
        int[] counts = new int[max - min + 1];
        for (int i = from; i < to; i++) {
            counts[cells[i] - min]++;
        }
        return new Counted(min, counts);
    }

    static int cell(double number) {
        return (int) (OrderedKey.of(number) >> OPEN_BITS);
    }

    void add(List<Counted> pieces) {
        for (Counted piece : pieces) {
            int[] counts = piece.counts;
            int done = 0;
            while (done < counts.length) {
                int cell = piece.first + done;
                int place = cell & (PAGE - 1);
                int n = Math.min(counts.length - done, PAGE - place);
                long[] page = pages.computeIfAbsent(cell >> PAGE_BITS, key -> new long[PAGE]);
                for (int i = 0; i < n; i++) {
                    page[place + i] += counts[done + i];
                }
                done += n;
            }
        }
    }

    /**
     * A cell that holds a requested number.
     *
     * @param below the count of numbers in lower cells
     * @param count the count of numbers in this cell
     */
    record Found(int cell, long below, long count) {}

    /**
     * The cell of the number with a given rank.
     *
     * @param rank among all numbers counted, from 0
     * @throws IllegalArgumentException if fewer numbers were counted
     */
    Found find(long rank) {
        long below = 0;
        for (Map.Entry<Integer, long[]> page : pages.entrySet()) {
            long[] counts = page.getValue();
            for (int i = 0; i < PAGE; i++) {
                if (rank < below + counts[i]) {
                    return new Found((page.getKey() << PAGE_BITS) + i, below, counts[i]);
                }
                below += counts[i];
            }
        }
        throw new IllegalArgumentException("Rank " + rank + " among " + below + " numbers.");
    }

    /** Passes on every non-empty cell, in ascending order: a number in its middle, and its count. */
    void forEach(CellConsumer consumer) {
        pages.forEach((page, counts) -> {
            for (int i = 0; i < PAGE; i++) {
                if (counts[i] > 0) {
                    consumer.take(middle((page << PAGE_BITS) + i), counts[i]);
                }
            }
        });
    }

    /** A receiver of cells. */
    @FunctionalInterface
    interface CellConsumer {
        void take(double middle, long count);
    }

    /** A number in the middle of a cell, within 0.02 percent of any other in it. */
    static double middle(int cell) {
        return OrderedKey.number(((long) cell << OPEN_BITS) | (1L << (OPEN_BITS - 1)));
    }
}
