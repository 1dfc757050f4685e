package org.advalorem.interactive;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Fill;
import org.advalorem.plot.Palette;
import org.advalorem.plot.RowChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Rows below each other with bars along a common axis. XChart's own bars leave out names and have no intervals. */
final class RedrawnRows {
    private static final int LANE = 20;
    private static final int BETWEEN = 8;
    private static final int LONGEST = 48;
    /** Around the rows: the title, the axis and its name. */
    private static final int AROUND = 110;

    private static final char[] NO_WIDTH = {'\u200b', '\u200c'};
    /** The part of a row's height that its bars take. */
    private static final double FILLED = 0.72;

    private final RowChart rows;
    private final XYChart chart;
    /** The height of a row in pixels. */
    private final int row;

    private final List<String> labels = new ArrayList<>();

    private RedrawnRows(RowChart rows) {
        this.rows = rows;
        int count = rows.panels().stream()
                .mapToInt(panel ->
                        (panel.title().isBlank() ? 0 : 1) + panel.rows().size())
                .sum();
        int lanes = rows.panels().stream()
                .flatMap(panel -> panel.rows().stream())
                .mapToInt(row -> row.lanes().size())
                .max()
                .orElse(1);
        this.row = lanes * LANE + BETWEEN;
        this.chart = Redrawn.axes(
                rows.caption(), rows.axis(), new Axis("", new Labels(labels)), AROUND + row * Math.max(3, count));
    }

    static XYChart of(RowChart rows) {
        return new RedrawnRows(rows).chart();
    }

    /** Names of rows in place of numbers. */
    private record Labels(List<String> labels) implements Axis.Numbers {
        @Override
        public String value(double value) {
            return tick(BigDecimal.valueOf(value), BigDecimal.ONE);
        }

        /** The name of the row, or none between rows; made different by what has no width, since XChart gives up at equals. */
        @Override
        public String tick(BigDecimal value, BigDecimal step) {
            int row = -value.intValue();
            boolean isRow = value.stripTrailingZeros().scale() <= 0 && row >= 0 && row < labels.size();
            return (isRow ? labels.get(row) : "")
                    + value.toPlainString()
                            .chars()
                            .mapToObj(digit -> String.valueOf(NO_WIDTH[digit & 1])
                                    + NO_WIDTH[digit >> 1 & 1]
                                    + NO_WIDTH[digit >> 2 & 1]
                                    + NO_WIDTH[digit >> 3 & 1])
                            .collect(Collectors.joining());
        }
    }

    private XYChart chart() {
        for (RowChart.Panel panel : rows.panels()) {
            if (!panel.title().isBlank()) {
                labels.add(panel.title());
            }
            int first = labels.size();
            for (RowChart.Row row : panel.rows()) {
                lanes(row, -labels.size());
                labels.add(
                        row.label().length() > LONGEST
                                ? row.label().substring(0, LONGEST - 1) + "\u2026"
                                : row.label());
            }
            double low = 0.5 - labels.size();
            double high = 0.5 - first;
            Redrawn.upwards(chart, rows.axis(), panel.thresholds(), low, high, Palette.THRESHOLD);
            Redrawn.upwards(chart, rows.axis(), panel.marks(), low, high, Palette.stroke(2));
        }
        chart.getStyler()
                .setYAxisTickMarkSpacingHint(row * 3 / 4)
                .setYAxisMin(0.5 - Math.max(1, labels.size()))
                .setYAxisMax(0.5)
                .setPlotGridHorizontalLinesVisible(false);
        return chart;
    }

    private void lanes(RowChart.Row row, double middle) {
        double height = FILLED / row.lanes().size();
        for (int i = 0; i < row.lanes().size(); i++) {
            RowChart.Lane lane = row.lanes().get(i);
            double top = middle + FILLED / 2 - i * height;
            for (RowChart.Bar bar : lane.bars()) {
                if (bar.from() != bar.to()) {
                    bar(bar, top, top - height);
                }
            }
            double center = top - height / 2;
            lane.interval()
                    .ifPresent(interval -> unnamed(Redrawn.line(
                            chart,
                            "interval",
                            new double[] {interval.low(), interval.high()},
                            new double[] {center, center},
                            Palette.INK,
                            Palette.stroke(0))));
        }
    }

    private void bar(RowChart.Bar bar, double top, double bottom) {
        String meaning = rows.key().stream()
                .filter(entry -> entry.fill() == bar.fill())
                .map(RowChart.Entry::text)
                .findFirst()
                .orElse("");
        boolean isFirst = !meaning.isEmpty()
                && chart.getSeriesCollection().stream()
                        .noneMatch(series -> series.getLabel().equals(meaning));
        XYSeries box = Redrawn.line(
                chart,
                meaning.isEmpty() ? "bar" : meaning,
                new double[] {bar.from(), bar.to(), bar.to(), bar.from(), bar.from()},
                new double[] {bottom, bottom, top, top, bottom},
                color(bar.fill()),
                Palette.THIN);
        box.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        box.setFillColor(color(bar.fill()));
        box.setMarker(SeriesMarkers.NONE);
        if (!isFirst) {
            unnamed(box);
        }
    }

    private static Color color(Fill fill) {
        return fill.color();
    }

    private static void unnamed(XYSeries series) {
        series.setShowInLegend(false);
    }
}
