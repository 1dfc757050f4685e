package org.advalorem.plot;

import java.util.List;
import java.util.Optional;

/**
 * Values over a grid, as shades.
 *
 * @param across what varies from left to right
 * @param down what varies from top to bottom
 * @param columns the names of the columns, from the left
 * @param rows the names of the rows, from the top
 * @param values what is shaded; its label is the key's
 * @param cells one list a row; not a number where there is no result
 * @param thresholds a line parts the cells on either side of each
 * @param base the cell of the scenario itself
 */
public record HeatMapChart(
        Caption caption,
        String across,
        String down,
        List<String> columns,
        List<String> rows,
        Axis values,
        List<List<Double>> cells,
        List<Mark> thresholds,
        Optional<Cell> base)
        implements Chart {
    /**
     * The chart, checked.
     *
     * @throws IllegalArgumentException if there are no rows or columns, or the cells do not fill them
     */
    public HeatMapChart {
        columns = PlotChecks.some(columns, "columns");
        rows = PlotChecks.some(rows, "rows");
        cells = cells.stream().map(List::copyOf).toList();
        thresholds = List.copyOf(thresholds);
        int width = columns.size();
        if (cells.size() != rows.size() || cells.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("The cells are not " + rows.size() + " rows of " + width + ".");
        }
    }

    /** A place in the grid, counted from 0. */
    public record Cell(int row, int column) {}
}
