package org.advalorem.interactive;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Caption;
import org.advalorem.plot.Chart;
import org.advalorem.plot.HeatMapChart;
import org.advalorem.plot.HistogramChart;
import org.advalorem.plot.LinesChart;
import org.advalorem.plot.Mark;
import org.advalorem.plot.Palette;
import org.advalorem.plot.RowChart;
import org.advalorem.plot.SpecificationChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A print chart drawn by XChart, with the same data, numbers, thresholds and colours. */
final class Redrawn {
    static final int WIDTH = 960;
    static final int HEIGHT = 600;
    /** Digits after which a tick's number is taken as meant: the axis computes ticks in binary. */
    private static final MathContext TICK = new MathContext(9);

    /** XChart looks without end for room for more characters than these. */
    private static final int LONGEST = 20;

    /** Points times letters that fit above a plot beside its legend. */
    private static final float TITLE = 1150;

    private static final float SMALLEST = 8;

    private Redrawn() {}

    /** The chart as XChart draws it. */
    static AxesChart<?, ?> of(Chart chart) {
        if (chart instanceof LinesChart lines) {
            return RedrawnLines.of(lines);
        }
        if (chart instanceof HistogramChart histogram) {
            return RedrawnHistogram.of(histogram);
        }
        if (chart instanceof HeatMapChart heatMap) {
            return RedrawnHeatMap.of(heatMap);
        }
        if (chart instanceof RowChart rows) {
            return RedrawnRows.of(rows);
        }
        return RedrawnSpecifications.of((SpecificationChart) chart);
    }

    /** An empty chart with two axes. */
    static XYChart axes(Caption caption, Axis x, Axis y) {
        return axes(caption, x, y, HEIGHT);
    }

    /** The same of that height in pixels. */
    static XYChart axes(Caption caption, Axis x, Axis y, int height) {
        XYChart chart = new XYChart(WIDTH, height, new ProjectTheme());
        title(chart, caption.title());
        chart.setXAxisTitle(x.label());
        chart.setYAxisTitle(y.label());
        chart.getStyler()
                .setXAxisTickLabelsFormattingFunction(value -> tick(x, value))
                .setYAxisTickLabelsFormattingFunction(value -> tick(y, value))
                // where names have room
                .setLegendPosition(LegendPosition.OutsideE);
        return chart;
    }

    /** Sets the title, which XChart does not break into lines, in letters of which it fits on one. */
    static void title(AxesChart<?, ?> chart, String title) {
        chart.setTitle(title);
        Font font = chart.getStyler().getChartTitleFont();
        chart.getStyler()
                .setChartTitleFont(font.deriveFont(Math.min(
                        font.getSize2D(), Math.max(SMALLEST, TITLE / Math.max(1, title.length())))));
    }

    static String tick(Axis axis, double value) {
        BigDecimal written = new BigDecimal(value).round(TICK).stripTrailingZeros();
        String text = axis.numbers().tick(written, written.ulp());
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "\u2026" : text;
    }

    /** A name for a series that no other of the chart has. */
    static String free(XYChart chart, String name) {
        String free = name;
        for (int i = 2; chart.getSeries(free) != null; i++) {
            free = name + " (" + i + ")";
        }
        return free;
    }

    /** Draws values of {@code y} across, with a point at each of those places so that they stay when a part is enlarged. */
    static void across(XYChart chart, Axis axis, List<Mark> marks, double[] places) {
        for (Mark mark : marks) {
            double[] level = new double[places.length];
            Arrays.fill(level, mark.value());
            line(chart, name(axis, mark), places, level, Palette.INK, Palette.THRESHOLD);
        }
    }

    /** Draws values of {@code x} upwards. */
    static void upwards(XYChart chart, Axis axis, List<Mark> marks, double low, double high, BasicStroke stroke) {
        for (Mark mark : marks) {
            line(
                    chart,
                    name(axis, mark),
                    new double[] {mark.value(), mark.value()},
                    new double[] {low, high},
                    Palette.INK,
                    stroke);
        }
    }

    private static String name(Axis axis, Mark mark) {
        return mark.label() + " " + axis.numbers().value(mark.value());
    }

    /** Adds a line without markers. */
    static XYSeries line(XYChart chart, String name, double[] x, double[] y, Color color, BasicStroke stroke) {
        boolean isNew = chart.getSeries(name) == null;
        XYSeries line = chart.addSeries(free(chart, name), x, y);
        line.setShowInLegend(isNew);
        line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(color);
        line.setLineStyle(stroke);
        line.setLabel(name);
        return line;
    }
}
