package org.advalorem.interactive;

import java.util.stream.Collectors;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Palette;
import org.advalorem.plot.RowChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/**
 * Rows below each other with bars along a common axis, each below its name and figures. XChart's own bars leave out names and
 * have no intervals.
 */
final class RedrawnRows {
    private static final int NAME = 18;
    private static final int LANE = 16;
    private static final int BETWEEN = 6;
    /** Around the rows: the title, the axis and its name. */
    private static final int AROUND = 110;

    private final RowChart rows;
    private final XYChart chart;
    /** The parts of a row's height that its name and a lane take. */
    private final double name;

    private final double lane;
    private int row;

    private RedrawnRows(RowChart rows) {
        this.rows = rows;
        int count = rows.panels().stream()
                .mapToInt(panel ->
                        (panel.title().isBlank() ? 0 : 1) + panel.rows().size())
                .sum();
        int lanes = rows.panels().stream()
                .flatMap(panel -> panel.rows().stream())
                .mapToInt(of -> of.lanes().size())
                .max()
                .orElse(1);
        int height = NAME + lanes * LANE + BETWEEN;
        this.name = (double) NAME / height;
        this.lane = (double) LANE / height;
        this.chart = Redrawn.axes(
                rows.caption(), rows.axis(), new Axis("", rows.axis().numbers()), AROUND + height * Math.max(3, count));
    }

    static XYChart of(RowChart rows) {
        return new RedrawnRows(rows).chart();
    }

    private XYChart chart() {
        for (RowChart.Panel panel : rows.panels()) {
            if (!panel.title().isBlank()) {
                chart.addAnnotation(new RowName(panel.title(), -row - 1 + name / 2, true));
                row++;
            }
            int first = row;
            for (RowChart.Row each : panel.rows()) {
                lanes(each);
                row++;
            }
            Redrawn.upwards(chart, rows.axis(), panel.thresholds(), -row, -first, Palette.THRESHOLD);
            Redrawn.upwards(chart, rows.axis(), panel.marks(), -row, -first, Palette.stroke(2));
        }
        if (chart.getSeriesCollection().isEmpty()) {
            // XChart draws no axes without a series
            unnamed(Redrawn.line(chart, "nothing", new double[] {0}, new double[] {0}, Palette.PAPER, Palette.THIN));
        }
        chart.getStyler()
                .setYAxisTicksVisible(false)
                .setYAxisMin((double) -Math.max(1, row))
                .setYAxisMax(0.0)
                .setPlotGridHorizontalLinesVisible(false);
        return chart;
    }

    private void lanes(RowChart.Row each) {
        String figures = each.lanes().stream()
                .flatMap(of -> of.texts().stream())
                .map(RowChart.Text::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("; "));
        chart.addAnnotation(
                new RowName(each.label() + (figures.isEmpty() ? "" : "   " + figures), -row - name / 2, false));
        for (int i = 0; i < each.lanes().size(); i++) {
            RowChart.Lane of = each.lanes().get(i);
            double top = -row - name - i * lane;
            for (RowChart.Bar bar : of.bars()) {
                if (bar.from() != bar.to()) {
                    bar(bar, top, top - lane);
                }
            }
            double center = top - lane / 2;
            of.interval()
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
        XYSeries box = Redrawn.line(
                chart,
                meaning.isEmpty() ? "bar" : meaning,
                new double[] {bar.from(), bar.to(), bar.to(), bar.from(), bar.from()},
                new double[] {bottom, bottom, top, top, bottom},
                bar.fill().color(),
                Palette.THIN);
        box.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        box.setFillColor(bar.fill().color());
        if (meaning.isEmpty()) {
            unnamed(box);
        }
    }

    private static void unnamed(XYSeries series) {
        series.setShowInLegend(false);
    }
}
