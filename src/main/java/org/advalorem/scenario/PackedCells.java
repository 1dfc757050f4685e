package org.advalorem.scenario;

import org.advalorem.facts.DataFiles;

/** Cells stored one after the other in a single string; the first row is the header and is not counted. */
final class PackedCells implements DataFiles.Cells {
    private final String all;
    private final int[] ends;
    private final int columns;

    /**
     * Cells that take ownership of the array without copying it.
     *
     * @param all the texts of all cells, concatenated
     * @param ends the end of each cell in that string
     */
    PackedCells(String all, int[] ends, int columns) {
        this.all = all;
        this.ends = ends;
        this.columns = columns;
    }

    @Override
    public int rows() {
        return ends.length / columns - 1;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public String text(int row, int column) {
        int cell = (row + 1) * columns + column;
        return all.substring(ends[cell - 1], ends[cell]);
    }
}
