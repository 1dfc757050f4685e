package org.advalorem.report.chart;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Draws lines with their names at their ends. */
final class LinesPainter {
    private static final double HEIGHT = 300;
    private static final int TICKS = 7;
    private static final int MARKERS = 7;
    private static final double NUMBER_GAP = 8;

    private final LinesChart chart;
    private final Sheet sheet;

    private LinesPainter(LinesChart chart, Sheet sheet) {
        this.chart = chart;
        this.sheet = sheet;
    }

    static void paint(LinesChart chart, Sheet sheet) {
        new LinesPainter(chart, sheet).paint();
    }

    private void paint() {
        double y = Frame.head(sheet, chart.caption());
        if (chart.base().isPresent()) {
            y = Frame.key(sheet, List.of(base(chart.base().get())), y);
        }
        y = sheet.paragraph(
                sheet.lettering().wrap(chart.y().text(), TextStyle.SMALL, sheet.width() - 2 * Frame.MARGIN),
                Frame.MARGIN,
                y,
                TextStyle.SMALL,
                Palette.MUTED);
        Ruler up = up();
        SideLabels wide = new SideLabels(sheet, names(up.on(1, 0)));
        double left = Math.ceil(Frame.MARGIN + Axes.width(sheet, chart.y(), up, TICKS) + NUMBER_GAP);
        double right = Math.floor(sheet.width() - Frame.MARGIN - wide.width());
        Ruler along = Ruler.over(chart.series().stream()
                        .flatMap(s -> s.points().stream())
                        .mapToDouble(LinesChart.Point::x))
                .on(left, right);
        Flags answers = new Flags(sheet, chart.x(), along).thresholds(chart.answers());
        double top = y + 8 + answers.height();
        double height = Math.max(HEIGHT, wide.height());
        double bottom = Math.rint(top + height);
        up = up.on(bottom, top);
        SideLabels names = new SideLabels(sheet, names(up));
        top = bottom - Math.rint(height);
        up = up.on(bottom, top);
        Axes.beside(sheet, chart.y(), up, TICKS, left, right);
        double end = Axes.below(sheet, chart.x(), along, top, bottom);
        for (Mark threshold : chart.thresholds()) {
            if (up.holds(threshold.value())) {
                double at = up.at(threshold.value());
                sheet.line(left, at, right, at, Palette.INK, Palette.THRESHOLD);
            }
        }
        if (chart.base().isPresent() && along.holds(chart.base().get().x())) {
            double at = along.at(chart.base().get().x());
            sheet.line(at, top, at, bottom, Palette.INK, Palette.BASE);
        }
        answers.draw(top, bottom);
        for (int i = 0; i < chart.series().size(); i++) {
            sheet.stroke(path(chart.series().get(i), along, up), Palette.series(i), Palette.stroke(i));
        }
        markers(along, up);
        if (chart.base().isPresent()) {
            LinesChart.Point base = chart.base().get();
            if (along.holds(base.x()) && up.holds(base.y())) {
                sheet.fill(Markers.ring(along.at(base.x()), up.at(base.y())), Palette.PAPER);
                sheet.stroke(Markers.ring(along.at(base.x()), up.at(base.y())), Palette.INK, Palette.FRAME);
            }
        }
        names.draw(right, top, bottom);
        Frame.foot(sheet, chart.caption(), end);
    }

    private Frame.Entry base(LinesChart.Point base) {
        return new Frame.Entry(
                (x, middle, width) -> sheet.stroke(Markers.ring(x + width / 2, middle), Palette.INK, Palette.FRAME),
                "the scenario: " + NumberText.value(base.y(), chart.y().scale()) + " at "
                        + NumberText.value(base.x(), chart.x().scale()));
    }

    private Ruler up() {
        List<Double> values = new ArrayList<>();
        chart.series().forEach(series -> series.points().forEach(point -> values.add(point.y())));
        chart.base().ifPresent(base -> values.add(base.y()));
        Ruler ruler = Ruler.over(values.stream().mapToDouble(Double::doubleValue));
        for (Mark threshold : chart.thresholds()) {
            ruler = ruler.withNear(threshold.value());
        }
        return ruler.withNear(0).rounded(TICKS);
    }

    private List<SideLabels.Name> names(Ruler up) {
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
            String text = threshold.label() + " "
                    + NumberText.value(threshold.value(), chart.y().scale());
            boolean inside = up.holds(threshold.value());
            boolean above = threshold.value() > up.high();
            names.add(new SideLabels.Name(
                    inside ? up.at(threshold.value()) : above ? up.to() : up.from(),
                    inside ? text : text + (above ? " \u2191" : " \u2193"),
                    TextStyle.STRONG,
                    Palette.INK,
                    Palette.THRESHOLD,
                    -1,
                    inside));
        }
        return names;
    }

    /** One path, broken where there is no value: dashes run on from point to point. */
    private static Path2D path(LinesChart.Series series, Ruler along, Ruler up) {
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
            // Also the first point: a single one between two gaps is a dot, not nothing.
            path.lineTo(x, y);
        }
        return path;
    }

    /** Few markers a line, at other places on each, so that lines that run together are still told apart. */
    private void markers(Ruler along, Ruler up) {
        int all = chart.series().size();
        for (int i = 0; i < all; i++) {
            List<LinesChart.Point> points = chart.series().get(i).points();
            int step = Math.max(1, points.size() / MARKERS);
            int first = points.size() <= MARKERS ? 0 : step * i / all;
            for (int k = first; k < points.size(); k += step) {
                LinesChart.Point point = points.get(k);
                if (Double.isFinite(point.y())) {
                    sheet.fill(Markers.of(i, along.at(point.x()), up.at(point.y())), Palette.series(i));
                }
            }
        }
    }
}
