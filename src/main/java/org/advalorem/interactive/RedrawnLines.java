package org.advalorem.interactive;

import java.util.List;
import org.advalorem.plot.LinesChart;
import org.advalorem.plot.Palette;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines over a numeric range. */
final class RedrawnLines {
    private RedrawnLines() {}

    static XYChart of(LinesChart lines) {
        XYChart chart = Redrawn.axes(lines.caption(), lines.x(), lines.y());
        for (int i = 0; i < lines.series().size(); i++) {
            List<LinesChart.Point> points = lines.series().get(i).points();
            XYSeries line = Redrawn.line(
                    chart,
                    lines.series().get(i).name(),
                    points.stream().mapToDouble(LinesChart.Point::x).toArray(),
                    points.stream().mapToDouble(LinesChart.Point::y).toArray(),
                    Palette.series(i),
                    Palette.stroke(i));
            line.setMarker(SeriesMarkers.CIRCLE);
            line.setMarkerColor(Palette.series(i));
        }
        double[] places = lines.series().stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(LinesChart.Point::x)
                .sorted()
                .distinct()
                .toArray();
        Redrawn.across(chart, lines.y(), lines.thresholds(), places);
        lines.base().ifPresent(base -> {
            XYSeries point = Redrawn.line(
                    chart,
                    "baseline: " + lines.y().numbers().value(base.y()),
                    new double[] {base.x()},
                    new double[] {base.y()},
                    Palette.INK,
                    Palette.THIN);
            point.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            point.setMarker(SeriesMarkers.DIAMOND);
            point.setMarkerColor(Palette.INK);
        });
        double[] values = lines.series().stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(LinesChart.Point::y)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (values.length > 0) {
            Redrawn.upwards(chart, lines.x(), lines.answers(), values[0], values[values.length - 1], Palette.THRESHOLD);
        }
        return chart;
    }
}
