package org.advalorem.interactive;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.advalorem.plot.Fill;
import org.advalorem.plot.HistogramChart;
import org.advalorem.plot.Mark;
import org.advalorem.plot.Palette;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/** A histogram as steps over a numeric axis, which is enlarged where bars are not. */
final class RedrawnHistogram {
    private RedrawnHistogram() {}

    static XYChart of(HistogramChart histogram) {
        XYChart chart = Redrawn.axes(histogram.caption(), histogram.x(), histogram.y());
        double all = Math.max(
                1, histogram.counts().stream().mapToLong(Long::longValue).sum());
        double[] shares =
                histogram.counts().stream().mapToDouble(count -> count / all).toArray();
        double[] edges =
                histogram.edges().stream().mapToDouble(Double::doubleValue).toArray();
        Optional<Mark> split = histogram.thresholds().stream()
                .min(Comparator.comparingDouble(Mark::value))
                .filter(threshold -> threshold.value() > edges[0]);
        double border = split.map(Mark::value).orElse(edges[0]);
        split.ifPresent(threshold ->
                steps(chart, "below " + threshold.label(), Fill.AMBER.color(), edges, shares, edges[0], border));
        if (border < edges[edges.length - 1]) {
            steps(
                    chart,
                    split.isPresent() ? "not below" : "draws",
                    Fill.SKY.color(),
                    edges,
                    shares,
                    border,
                    edges[edges.length - 1]);
        }
        double high = Arrays.stream(shares).max().orElse(0);
        Redrawn.upwards(chart, histogram.x(), histogram.thresholds(), 0, high, Palette.THRESHOLD);
        for (int i = 0; i < histogram.quantiles().size(); i++) {
            Redrawn.upwards(
                    chart, histogram.x(), List.of(histogram.quantiles().get(i)), 0, high, Palette.stroke(i + 1));
        }
        chart.getStyler().setYAxisMin(0.0);
        return chart;
    }

    /** The classes between two places, as an area with the corners of their bars. */
    private static void steps(
            XYChart chart, String name, Color color, double[] edges, double[] shares, double from, double to) {
        List<double[]> corners = new ArrayList<>();
        corners.add(new double[] {from, 0});
        for (int i = 0; i < shares.length; i++) {
            double left = Math.max(from, edges[i]);
            double right = Math.min(to, edges[i + 1]);
            if (left < right) {
                corners.add(new double[] {left, shares[i]});
                corners.add(new double[] {right, shares[i]});
            }
        }
        corners.add(new double[] {corners.get(corners.size() - 1)[0], 0});
        XYSeries area = Redrawn.line(
                chart,
                name,
                corners.stream().mapToDouble(corner -> corner[0]).toArray(),
                corners.stream().mapToDouble(corner -> corner[1]).toArray(),
                Palette.INK,
                Palette.THIN);
        area.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
        area.setFillColor(color);
    }
}
