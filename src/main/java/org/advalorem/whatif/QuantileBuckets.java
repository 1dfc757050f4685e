package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many numbers fell into each cell: a cell is all numbers that share sign, exponent and the first 12 binary digits of
 * the fraction, four decimal digits. Counts are whole numbers, so the order of adding does not matter.
 */
final class QuantileBuckets {
    /** The digits of a key that a cell leaves open. */
    static final int OPEN_BITS = 40;

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;
    /** The most cells that are counted in one piece without sorting. */
    private static final int WIDEST = 1 << 16;

    /** By the leading digits of the cell; each page has a count for every value of the others. */
    private final TreeMap<Integer, long[]> pages = new TreeMap<>();

    /** Neighbouring cells of one chunk: the lowest, and the counts from there on. */
    static final class Counted {
        private final int first;
        private final int[] counts;

        Counted(int first, int[] counts) {
            this.first = first;
            this.counts = counts;
        }
    }

    /** Counts the finite ones of {@code numbers[from]} to {@code numbers[to - 1]}. */
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

    /** Cells close to each other are counted in one piece, so that no piece is as long as the gap between two clusters. */
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
     * A cell that holds a wanted number.
     *
     * @param below how many numbers lie in lower cells
     */
    record Found(int cell, long below, long count) {}

    /** The cell of the number of that rank among all counted, from 0. */
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

    /** Tells every cell that is not empty, in ascending order, by a number in its middle and how many it holds. */
    void forEach(CellConsumer consumer) {
        pages.forEach((page, counts) -> {
            for (int i = 0; i < PAGE; i++) {
                if (counts[i] > 0) {
                    consumer.take(middle((page << PAGE_BITS) + i), counts[i]);
                }
            }
        });
    }

    /** Takes a cell. */
    @FunctionalInterface
    interface CellConsumer {
        void take(double middle, long count);
    }

    /** A number in the middle of a cell, less than 0.02 percent from any other in it. */
    static double middle(int cell) {
        return OrderedKey.number(((long) cell << OPEN_BITS) | (1L << (OPEN_BITS - 1)));
    }
}
