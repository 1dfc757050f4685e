package org.advalorem.plot;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Draws lines with their names at their ends. */
final class LinesPainter implements Painter {
    private static final double HEIGHT = 300;
    private static final int TICKS = 7;
    private static final int MARKERS = 7;

    private final LinesChart chart;
    private final Canvas canvas;

    LinesPainter(LinesChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
    }

    @Override
    public double paint(double start) {
        List<Frame.Entry> key = chart.base().map(this::entry).map(List::of).orElse(List.of());
        double y = Frame.note(canvas, chart.y().label(), Frame.key(canvas, key, start));
        LinearScale range = range();
        double left = Math.ceil(Canvas.MARGIN + AxisPainter.width(canvas, chart.y(), range, TICKS));
        // The width of the names does not depend on where they stand, and their height depends on nothing else.
        SideLabels unplaced = new SideLabels(canvas, names(range.on(1, 0)));
        double right = Math.floor(canvas.right() - unplaced.width());
        LinearScale along =
                LinearScale.over(points().mapToDouble(LinesChart.Point::x)).on(left, right);
        var answers = new ReferenceLines(canvas, chart.x(), along, chart.answers(), List.of());
        double height = Math.max(HEIGHT, unplaced.height());
        double bottom = Math.rint(y + 8 + answers.height() + height);
        double top = bottom - Math.rint(height);
        LinearScale up = range.on(bottom, top);
        AxisPainter.beside(canvas, chart.y(), up, TICKS, left, right);
        double end = AxisPainter.below(canvas, chart.x(), along, top, bottom);
        AxisPainter.thresholds(canvas, chart.thresholds(), up, left, right);
        chart.base().filter(base -> along.holds(base.x())).ifPresent(base -> {
            double at = along.at(base.x());
            canvas.line(at, top, at, bottom, Palette.INK, Palette.BASE);
        });
        answers.draw(top, bottom);
        for (int i = 0; i < chart.series().size(); i++) {
            canvas.stroke(path(chart.series().get(i), along, up), Palette.series(i), Palette.stroke(i));
        }
        markers(along, up);
        chart.base().filter(base -> along.holds(base.x()) && up.holds(base.y())).ifPresent(base -> {
            Shape ring = Markers.ring(along.at(base.x()), up.at(base.y()));
            canvas.fill(ring, Palette.PAPER);
            canvas.stroke(ring, Palette.INK, Palette.FRAME);
        });
        new SideLabels(canvas, names(up)).draw(right, top, bottom);
        return end;
    }

    private Stream<LinesChart.Point> points() {
        return chart.series().stream().flatMap(series -> series.points().stream());
    }

    private Frame.Entry entry(LinesChart.Point base) {
        return new Frame.Entry(
                (x, middle, width) -> canvas.stroke(Markers.ring(x + width / 2, middle), Palette.INK, Palette.FRAME),
                "baseline: " + chart.y().numbers().value(base.y()) + " at "
                        + chart.x().numbers().value(base.x()));
    }

    private LinearScale range() {
        return LinearScale.over(DoubleStream.concat(
                        points().mapToDouble(LinesChart.Point::y),
                        chart.base().stream().mapToDouble(LinesChart.Point::y)))
                .withNear(chart.thresholds(), LinearScale.DISTANT)
                .withNear(0, LinearScale.DISTANT)
                .rounded(TICKS);
    }

    private List<SideLabels.Name> names(LinearScale up) {
        List<SideLabels.Name> names = new ArrayList<>();
        for (int i = 0; i < chart.series().size(); i++) {
            LinesChart.Series series = chart.series().get(i);
            double last = series.points().stream()
                    .mapToDouble(LinesChart.Point::y)
                    .filter(Double::isFinite)
                    .reduce((before, value) -> value)
                    .orElse(up.low());
            names.add(new SideLabels.Name(
                    up.at(last), series.name(), TextStyle.BODY, Palette.series(i), Palette.stroke(i), i, true));
        }
        for (Mark threshold : chart.thresholds()) {
            boolean inside = up.holds(threshold.value());
            boolean above = threshold.value() > up.high();
            names.add(new SideLabels.Name(
                    inside ? up.at(threshold.value()) : above ? up.to() : up.from(),
                    chart.y().text(threshold) + (inside ? "" : above ? " \u2191" : " \u2193"),
                    TextStyle.STRONG,
                    Palette.INK,
                    Palette.THRESHOLD,
                    -1,
                    inside));
        }
        return names;
    }

    /** One path, broken where there is no value, so that dashes run on from point to point. */
    private static Path2D path(LinesChart.Series series, LinearScale along, LinearScale up) {
        Path2D path = new Path2D.Double();
        boolean broken = true;
        for (LinesChart.Point point : series.points()) {
            if (!Double.isFinite(point.y())) {
                broken = true;
                continue;
            }
            double x = along.at(point.x());
            double y = up.at(point.y());
            if (broken) {
                path.moveTo(x, y);
                broken = false;
            }
            // Also for the first point: a single one between two gaps is a dot, not nothing.
            path.lineTo(x, y);
        }
        return path;
    }

    /** Few markers a line, at other places on each, so that lines that run together are still told apart. */
    private void markers(LinearScale along, LinearScale up) {
        int all = chart.series().size();
        for (int i = 0; i < all; i++) {
            List<LinesChart.Point> points = chart.series().get(i).points();
            int step = Math.max(1, points.size() / MARKERS);
            int first = points.size() <= MARKERS ? 0 : step * i / all;
            for (int k = first; k < points.size(); k += step) {
                LinesChart.Point point = points.get(k);
                if (Double.isFinite(point.y())) {
                    canvas.fill(Markers.of(i, along.at(point.x()), up.at(point.y())), Palette.series(i));
                }
            }
        }
    }
}
