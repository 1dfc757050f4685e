package org.advalorem.whatif;

import java.util.Arrays;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;

/** The cells of a {@link DecimalGrid} at one time, by which threads count. */
final class GridWindow {
    private static final int FEW = 16;
    /** By how much a place is understated, so that it is the cell or the one before in spite of rounding. */
    private static final double UNDERSTATED = 0x1p-6;

    private final int exponent;
    private final long first;
    private final double[] edges;
    private final double scale;

    /** Counts by cell of a window, and the numbers in none. */
    static final class Counted {
        private final GridWindow window;
        private final int[] cells;
        private final double[] outside;

        private Counted(GridWindow window, int[] cells, double[] outside) {
            this.window = window;
            this.cells = cells;
            this.outside = outside;
        }

        void write(PackedWriter out) {
            out.counts(cells).numbers(outside, outside.length);
        }

        GridWindow window() {
            return window;
        }

        int[] cells() {
            return cells;
        }

        double[] outside() {
            return outside;
        }
    }

    /**
     * Consecutive cells of a grid.
     *
     * @param exponent of the grid
     * @param first the index of the first cell
     * @param edges the edges of the cells, one more than there are cells
     * @param scale one over the width of a cell
     */
    GridWindow(int exponent, long first, double[] edges, double scale) {
        this.exponent = exponent;
        this.first = first;
        this.edges = edges;
        this.scale = scale;
    }

    void write(PackedWriter out) {
        out.count(exponent).count(first).numbers(edges, edges.length).number(scale);
    }

    static GridWindow read(PackedReader in) {
        return new GridWindow((int) in.count(), in.count(), in.numbers(), in.number());
    }

    /** Counts by cell of this window that another process wrote. */
    Counted counted(PackedReader in) {
        return new Counted(this, in.counts(), in.numbers());
    }

    int exponent() {
        return exponent;
    }

    long first() {
        return first;
    }

    /** Counts the first finite numbers of an array. */
    Counted count(double[] numbers, int n) {
        int[] cells = new int[edges.length - 1];
        double[] outside = new double[0];
        int beyond = 0;
        double low = edges[0];
        double high = edges[cells.length];
        double offset = first + UNDERSTATED;
        for (int i = 0; i < n; i++) {
            double number = numbers[i];
            if (number >= low && number < high) {
                int cell = (int) (number * scale - offset);
                cells[number >= edges[cell + 1] ? cell + 1 : cell]++;
            } else {
                if (beyond == outside.length) {
                    outside = Arrays.copyOf(outside, Math.max(FEW, 2 * beyond));
                }
                outside[beyond++] = number;
            }
        }
        return new Counted(this, cells, Arrays.copyOf(outside, beyond));
    }
}
