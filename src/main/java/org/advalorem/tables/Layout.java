package org.advalorem.tables;

import java.util.List;

/** Where the table stands in a file. Rows are those of the grid, from 0. */
public final class Layout {
    private final Grid grid;
    private final int first;
    private final int columns;
    private final List<Integer> preamble;
    private final List<Integer> headingRows;
    private final List<String> headings;
    private final int[] body;
    private final List<Integer> totals;
    private final List<Integer> notes;
    private final int secondTable;

    /** Takes over the array without copying it. */
    Layout(
            Grid grid,
            int first,
            int columns,
            List<Integer> preamble,
            List<Integer> headingRows,
            List<String> headings,
            int[] body,
            List<Integer> totals,
            List<Integer> notes,
            int secondTable) {
        this.grid = grid;
        this.first = first;
        this.columns = columns;
        this.preamble = List.copyOf(preamble);
        this.headingRows = List.copyOf(headingRows);
        this.headings = List.copyOf(headings);
        this.body = body;
        this.totals = List.copyOf(totals);
        this.notes = List.copyOf(notes);
        this.secondTable = secondTable;
    }

    /**
     * The layout of a grid.
     *
     * @param wanted the keys of headings that the table must have; the first row that has all of them is the row of
     *     headings
     */
    public static Layout of(Grid grid, List<String> wanted) {
        return LayoutDetection.of(grid, wanted);
    }

    /** All cells. */
    public Grid grid() {
        return grid;
    }

    /** The first column of the table, from 0. */
    public int first() {
        return first;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** The rows above the headings. */
    public List<Integer> preamble() {
        return preamble;
    }

    /** The rows of headings; none if there are none. */
    public List<Integer> headingRows() {
        return headingRows;
    }

    /** The heading of each column, those of several rows joined by spaces. */
    public List<String> headings() {
        return headings;
    }

    /** The rows of data, without blank ones; not to be changed, since a million are not copied. */
    public int[] body() {
        return body;
    }

    /** The rows of data that look like totals. */
    public List<Integer> totals() {
        return totals;
    }

    /** The rows of text below the data. */
    public List<Integer> notes() {
        return notes;
    }

    /** The row on which another table begins; negative if none does. */
    public int secondTable() {
        return secondTable;
    }
}
