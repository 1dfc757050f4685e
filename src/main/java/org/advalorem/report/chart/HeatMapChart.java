package org.advalorem.report.chart;

import java.util.List;
import java.util.Optional;

/**
 * Rates over a grid of two addresses.
 *
 * @param across what varies from left to right, {@code down} what varies from top to bottom
 * @param columns the values across, as text, in order
 * @param rows the values down, as text, in order
 * @param values what is coloured; its label is the key's
 * @param rates one list a row; not a number where there is no result
 * @param thresholds a line is drawn between cells on either side of it
 * @param base the cell of the scenario itself
 */
public record HeatMapChart(
        Caption caption,
        String across,
        String down,
        List<String> columns,
        List<String> rows,
        Axis values,
        List<List<Double>> rates,
        List<Mark> thresholds,
        Optional<Cell> base)
        implements Chart {
    /** Copies the lists. */
    public HeatMapChart {
        columns = Checks.some(List.copyOf(columns), "columns");
        rows = Checks.some(List.copyOf(rows), "rows");
        rates = rates.stream().map(List::copyOf).toList();
        thresholds = List.copyOf(thresholds);
        int width = columns.size();
        if (rates.size() != rows.size() || rates.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("The rates are not " + rows.size() + " rows of " + width + ".");
        }
    }

    /** A place in the grid, counted from 0. */
    public record Cell(int row, int column) {}
}
