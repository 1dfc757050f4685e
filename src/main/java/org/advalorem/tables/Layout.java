package org.advalorem.tables;

import java.util.List;

/**
 * Where the table stands in a file.
 *
 * @param grid all cells
 * @param first the first column of the table, from 0
 * @param columns the number of columns
 * @param preamble the rows above the headings, from 0
 * @param headingRows the rows of headings; none if there are none
 * @param headings the heading of each column, those of several rows joined by spaces
 * @param body the rows of data, without blank ones
 * @param totals the rows of data that look like totals
 * @param notes the rows of text below the data
 * @param secondTable the row on which another table begins; negative if none does
 */
public record Layout(
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
    /**
     * The layout of a grid.
     *
     * @param wanted the keys of headings that the table must have; the first row that has all of them is the row of
     *     headings
     */
    public static Layout of(Grid grid, List<String> wanted) {
        return LayoutDetection.of(grid, wanted);
    }
}
