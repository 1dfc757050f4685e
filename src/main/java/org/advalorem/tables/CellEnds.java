package org.advalorem.tables;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The end of each cell of a grid, one after the other. Ends are kept as distances from the start of their row in two bytes,
 * which halves the largest array of a large file, or whole where a row is longer than that.
 */
final class CellEnds {
    private char[] near;
    private int @Nullable [] far;
    private int count;

    /** Room for so many cells, which grows when needed. */
    CellEnds(int cells) {
        this.near = new char[cells];
    }

    /** The number of cells. */
    int count() {
        return count;
    }

    /**
     * Adds the end of a cell.
     *
     * @param start the start of its row
     * @param starts the starts of all rows so far, and {@code rows} the cell at which each begins
     */
    void add(int end, int start, int[] starts, int[] rows, int rowCount) {
        if (far == null && end - start > Character.MAX_VALUE) {
            widen(starts, rows, rowCount);
        }
        if (far != null) {
            far = count == far.length ? Arrays.copyOf(far, grown(count)) : far;
            far[count++] = end;
        } else {
            near = count == near.length ? Arrays.copyOf(near, grown(count)) : near;
            near[count++] = (char) (end - start);
        }
    }

    private static int grown(int length) {
        return length + length / 2 + 16;
    }

    private void widen(int[] starts, int[] rows, int rowCount) {
        int[] all = new int[grown(near.length)];
        for (int row = 0; row < rowCount; row++) {
            int end = row + 1 < rowCount ? rows[row + 1] : count;
            for (int cell = rows[row]; cell < end; cell++) {
                all[cell] = starts[row] + near[cell];
            }
        }
        far = all;
        near = new char[0];
    }

    /** The end of a cell whose row begins at {@code start}. */
    int get(int cell, int start) {
        return far == null ? start + near[cell] : far[cell];
    }
}
