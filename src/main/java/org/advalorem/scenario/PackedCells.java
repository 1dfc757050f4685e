package org.advalorem.scenario;

import org.advalorem.facts.DataFiles;

/** Cells behind each other in one text; the first row is the header and does not count. */
final class PackedCells implements DataFiles.Cells {
    private final String all;
    private final int[] ends;
    private final int columns;

    /** Takes the array over without copying it. */
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
