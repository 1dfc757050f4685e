package org.advalorem.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts of numbers by cell of a decimal grid: cell i comprises the numbers from {@code i 10^e} to below {@code (i + 1)
 * 10^e}, both rounded to the nearest double. A grid with too many cells becomes ten times as coarse; ten cells are then
 * exactly one, so that counts do not depend on the order of numbers.
 */
final class DecimalGrid {
    private static final int MOST_CELLS = 2000;
    /** About the cells at first, at least a tenth of them: room to grow, and several for each bin of a histogram. */
    private static final int FIRST_CELLS = 1000;

    private static final int ABOUT_BINS = 40;
    /** The lowest exponent; the inverse of its power is finite. */
    private static final int LOWEST_EXPONENT = -290;
    /** The smallest cell as a part of the numbers in it: with finer ones their cell could not be computed. */
    private static final double FINEST = 0x1p-44;
    /** Where numbers are so large that cells beside them would have no finite edges. */
    private static final double HUGE = 1e300;

    private static final int MARGIN = 4;
    private static final int TEN = 10;
    /** The digits of the largest power of ten that is a long. */
    private static final int MOST_DIGITS = 18;
    /** By how much the range, as computed, may exceed forty bins: that from 0.03 to 0.07 does. */
    private static final double ROUNDING = 1e-9;

    private int exponent;
    private long base;
    private long[] counts;

    private DecimalGrid(int exponent, long base, int cells) {
        this.exponent = exponent;
        this.base = base;
        this.counts = new long[cells];
    }

    /** An empty grid for numbers from min to max, and beyond. */
    static DecimalGrid over(double min, double max) {
        double range = Math.min(Double.MAX_VALUE, max - min);
        int exponent = Math.max(LOWEST_EXPONENT, (int) Math.ceil(StrictMath.log10(range / FIRST_CELLS)));
        DecimalGrid grid = new DecimalGrid(exponent, 0, 0);
        grid.coarsenFor(min);
        grid.coarsenFor(max);
        grid.base = grid.index(min);
        grid.cover(grid.base, grid.index(max));
        return grid;
    }

    /** The lower edge of a cell: the double nearest to {@code index * 10^exponent}. */
    private static double edge(long index, int exponent) {
        return BigDecimal.valueOf(index, -exponent).doubleValue();
    }

    private static long powerOfTen(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= TEN;
        }
        return power;
    }

    private double edge(long index) {
        return edge(index, exponent);
    }

    private long index(double number) {
        long index = (long) Math.floor(number / edge(1));
        while (number < edge(index)) {
            index--;
        }
        while (number >= edge(index + 1)) {
            index++;
        }
        return index;
    }

    private void coarsenFor(double number) {
        while (edge(1) < FINEST * Math.abs(number)) {
            coarsen();
        }
    }

    private void coarsen() {
        long[] fine = counts;
        long from = base;
        exponent++;
        base = Math.floorDiv(from, TEN);
        counts = new long[fine.length == 0 ? 0 : (int) (Math.floorDiv(from + fine.length - 1, TEN) - base + 1)];
        for (int i = 0; i < fine.length; i++) {
            counts[(int) (Math.floorDiv(from + i, TEN) - base)] += fine[i];
        }
    }

    /** Makes the cells reach from one to another and, in the cells before, some further. */
    private void cover(long first, long last) {
        long low = Math.min(base, first);
        long high = Math.max(base + counts.length - 1, last);
        while (high - low >= MOST_CELLS) {
            coarsen();
            low = Math.floorDiv(low, TEN);
            high = Math.floorDiv(high, TEN);
        }
        boolean huge = Math.max(Math.abs(edge(low)), Math.abs(edge(high))) > HUGE;
        long margin = huge ? 0 : (high - low) / MARGIN + 1;
        long[] wider = new long[(int) (high - low + 1 + 2 * margin)];
        System.arraycopy(counts, 0, wider, counts.length == 0 ? 0 : (int) (base - low + margin), counts.length);
        base = low - margin;
        counts = wider;
    }

    /** Adds the first finite numbers of an array. */
    void add(double[] numbers, int n) {
        add(window().count(numbers, n));
    }

    private void add(double number) {
        coarsenFor(number);
        long at = index(number);
        if (at < base || at >= base + counts.length) {
            cover(at, at);
            at = index(number);
        }
        counts[(int) (at - base)]++;
    }

    /** Adds counts by a window of this grid. */
    void add(GridWindow.Counted counted) {
        int finer = exponent - counted.window().exponent();
        // a cell has all indices of the same sign if it is that much coarser
        long factor = finer > MOST_DIGITS ? Long.MAX_VALUE : powerOfTen(finer);
        long first = counted.window().first();
        int[] cells = counted.cells();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] > 0) {
                counts[(int) (Math.floorDiv(first + i, factor) - base)] += cells[i];
            }
        }
        for (double number : counted.outside()) {
            add(number);
        }
    }

    /** The cells as they now are, for counting by several threads. */
    GridWindow window() {
        double[] edges = new double[counts.length + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = edge(base + i);
        }
        return new GridWindow(exponent, base, edges, edge(1, -exponent));
    }

    /** The cell of the number of a rank, from 0. */
    RankSearch.Interval cell(long rank) {
        long below = 0;
        int at = 0;
        while (rank >= below + counts[at]) {
            below += counts[at];
            at++;
        }
        return new RankSearch.Interval(
                lowestKey(edge(base + at)), lowestKey(edge(base + at + 1)) - 1, below, counts[at]);
    }

    /** The lowest key of finite numbers from an edge on, among them negative zero if the edge is zero. */
    private static long lowestKey(double edge) {
        return OrderedKey.of(edge == 0.0 ? -0.0 : Math.max(-Double.MAX_VALUE, edge));
    }

    /**
     * About forty bins of equal width, 1, 2 or 5 times a power of ten, with round edges; none if min and max are equal or
     * infinitely far apart. The last bin includes its upper edge.
     */
    Distributed.Histogram histogram(double min, double max) {
        if (!(max > min) || Double.isInfinite(max - min)) {
            return new Distributed.Histogram(List.of(), List.of());
        }
        double about = (max - min) / ABOUT_BINS;
        int power = (int) Math.floor(StrictMath.log10(about));
        double digits = about / edge(1, Math.max(LOWEST_EXPONENT, power));
        int digit = power < exponent || digits <= 1.0 + ROUNDING
                ? 1
                : digits <= 2.0 + ROUNDING ? 2 : digits <= 5.0 + ROUNDING ? 5 : TEN;
        long cells = digit * powerOfTen(power - exponent);
        long first = Math.floorDiv(index(min), cells);
        long last = Math.floorDiv(index(max), cells);
        if (last > first && max == edge(last * cells)) {
            last--;
        }
        long[] bins = new long[(int) (last - first + 1)];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                bins[(int) (Math.min(last, Math.floorDiv(base + i, cells)) - first)] += counts[i];
            }
        }
        List<Double> edges = new ArrayList<>();
        for (long i = first; i <= last + 1; i++) {
            edges.add(edge(i * cells));
        }
        return new Distributed.Histogram(edges, Arrays.stream(bins).boxed().toList());
    }
}
