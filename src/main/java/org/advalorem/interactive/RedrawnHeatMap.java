package org.advalorem.interactive;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.advalorem.plot.HeatMapChart;
import org.advalorem.plot.Palette;
import org.knowm.xchart.HeatMapSeries;

/** Values over a grid. */
final class RedrawnHeatMap {
    private static final int SHADES = 7;
    private static final double PERCENT = 100;
    /** More cells than this have no room for numbers. */
    private static final int MOST_WRITTEN = 144;

    private RedrawnHeatMap() {}

    static org.knowm.xchart.HeatMapChart of(HeatMapChart grid) {
        org.knowm.xchart.HeatMapChart chart =
                new org.knowm.xchart.HeatMapChart(Redrawn.WIDTH, Redrawn.HEIGHT, new ProjectTheme());
        Redrawn.title(chart, grid.caption().title());
        chart.setXAxisTitle(grid.across());
        chart.setYAxisTitle(grid.down());
        List<String> columns = distinct(grid.columns());
        // XChart counts rows from below
        List<String> rows = distinct(grid.rows());
        Collections.reverse(rows);
        boolean percent = grid.values().numbers().value(0).endsWith("%");
        List<Number[]> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                double value = grid.cells().get(rows.size() - 1 - row).get(column);
                if (Double.isFinite(value)) {
                    cells.add(new Number[] {column, row, percent ? value * PERCENT : value});
                }
            }
        }
        HeatMapSeries series = chart.addSeries(grid.values().label(), columns, rows, cells);
        double[] found = cells.stream()
                .mapToDouble(cell -> cell[2].doubleValue())
                .sorted()
                .toArray();
        if (found.length > 0 && found[0] == found[found.length - 1]) {
            // one shade for one value
            series.setMin(found[0]);
            series.setMax(Math.nextUp(found[0]));
        }
        Color[] shades = new Color[SHADES];
        for (int i = 0; i < SHADES; i++) {
            // not to the darkest, on which the numbers could not be read
            shades[i] = Palette.shade(i * 0.55 / (SHADES - 1));
        }
        chart.getStyler()
                .setRangeColors(shades)
                .setShowValue(columns.size() * rows.size() <= MOST_WRITTEN)
                .setValueFontColor(Palette.INK)
                .setHeatMapDecimalValueFormatter(
                        value -> grid.values().numbers().value(percent ? value / PERCENT : value))
                // the numbers in cells and beside the shades go by this, not by the formatter
                .setHeatMapValueDecimalPattern(percent ? "0.00'%'" : "#,##0.######")
                .setPlotContentSize(1)
                .setLegendPosition(org.knowm.xchart.style.Styler.LegendPosition.OutsideE);
        return chart;
    }

    /** The names, none of them twice: XChart finds columns and rows by their names. */
    private static List<String> distinct(List<String> names) {
        List<String> distinct = new ArrayList<>();
        for (String name : names) {
            String free = name;
            for (int i = 2; distinct.contains(free); i++) {
                free = name + " (" + i + ")";
            }
            distinct.add(free);
        }
        return distinct;
    }
}
