package org.advalorem.plot;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Draws a specification curve. */
final class SpecificationPainter implements Painter {
    private static final double HEIGHT = 210;
    private static final int TICKS = 6;
    private static final double DOT = 3.4;
    private static final double LEAST_DOT = 1.6;
    private static final double GAP = 6;
    /** Where combinations stand closer than this, neighbours are one bar. */
    private static final double CLOSE = 4;

    private static final double WIDEST = 14;
    private static final double SIGN = 11;

    private final SpecificationChart chart;
    private final Canvas canvas;
    private final List<SpecificationChart.Specification> order;
    private final Optional<SpecificationChart.Specification> base;

    SpecificationPainter(SpecificationChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        order = chart.specifications().stream()
                .sorted(Comparator.comparingDouble(SpecificationChart.Specification::value))
                .toList();
        base = order.stream().filter(SpecificationChart.Specification::base).findFirst();
    }

    @Override
    public double paint(double start) {
        LinearScale range = LinearScale.over(order.stream().mapToDouble(SpecificationChart.Specification::value))
                .withNear(chart.thresholds(), LinearScale.DISTANT)
                .withNear(0, LinearScale.DISTANT)
                .rounded(TICKS);
        double y = Frame.note(canvas, chart.values().label(), Frame.key(canvas, key(range), start));
        List<String> positions = chart.issues().stream()
                .flatMap(issue -> issue.positions().stream())
                .toList();
        RowLabels labels = new RowLabels(canvas, positions, RowLabels.MOST);
        double top = y + 8;
        double bottom = top + HEIGHT;
        LinearScale up = range.on(bottom, top);
        double left = Math.max(
                positions.isEmpty() ? 0 : labels.left(),
                Canvas.MARGIN + AxisPainter.width(canvas, chart.values(), up, TICKS));
        double right = canvas.right();
        AxisPainter.beside(canvas, chart.values(), up, TICKS, left, right);
        AxisPainter.thresholds(canvas, chart.thresholds(), up, left, right);
        double step = (right - left) / order.size();
        double end = matrix(labels, left, step, bottom + 10);
        for (int i = 0; i < order.size(); i++) {
            double x = left + (i + 0.5) * step;
            if (order.get(i).base()) {
                canvas.line(x, top, x, end, Palette.INK, Palette.BASE);
            }
            double radius = Math.max(LEAST_DOT, Math.min(DOT, step * 0.6));
            canvas.fill(Markers.dot(x, up.at(order.get(i).value()), radius), Palette.BLUE);
        }
        base.ifPresent(of -> {
            Shape sign = Markers.diamond(left + (order.indexOf(of) + 0.5) * step, up.at(of.value()));
            canvas.fill(sign, Palette.PAPER);
            canvas.stroke(sign, Palette.INK, Palette.FRAME);
        });
        return end;
    }

    private List<Frame.Entry> key(LinearScale range) {
        List<Frame.Entry> key = new ArrayList<>();
        key.add(new Frame.Entry(
                (x, middle, width) -> canvas.fill(Markers.dot(x + width / 2, middle, DOT), Palette.BLUE),
                order.size() == 1
                        ? "the one combination"
                        : "one of " + order.size() + " combinations, in order of rate"));
        base.ifPresent(of -> key.add(new Frame.Entry(
                (x, middle, width) -> canvas.stroke(Markers.diamond(x + width / 2, middle), Palette.INK, Palette.FRAME),
                "baseline: " + chart.values().numbers().value(of.value()))));
        for (Mark threshold : chart.thresholds()) {
            key.add(new Frame.Entry(
                    (x, middle, width) -> canvas.line(x, middle, x + width, middle, Palette.INK, Palette.THRESHOLD),
                    chart.values().text(threshold)
                            + (range.holds(threshold.value())
                                    ? ""
                                    : threshold.value() < range.low()
                                            ? ", below the range shown"
                                            : ", above the range shown")));
        }
        return key;
    }

    /** Draws the positions of every issue, and which combinations take them. */
    private double matrix(RowLabels labels, double left, double step, double top) {
        double y = top;
        int row = 0;
        for (int issue = 0; issue < chart.issues().size(); issue++) {
            y = Frame.text(canvas, chart.issues().get(issue).name(), y + GAP, TextStyle.STRONG, Palette.INK);
            for (int position = 0;
                    position < chart.issues().get(issue).positions().size();
                    position++) {
                double middle = y + labels.height(row) / 2;
                labels.draw(row, middle);
                canvas.line(left, middle, canvas.right(), middle, Palette.GRID, Palette.HAIR);
                signs(issue, position, left, step, middle);
                y += labels.height(row);
                row++;
            }
        }
        return y;
    }

    /** Draws a sign for each combination that takes the position. */
    private void signs(int issue, int position, double left, double step, double middle) {
        double width = step < CLOSE ? step : Math.min(step * 0.72, WIDEST);
        int most = step < CLOSE ? order.size() : 1;
        int k = 0;
        while (k < order.size()) {
            int end = k;
            while (end < order.size() && order.get(end).positions().get(issue) == position && end - k < most) {
                end++;
            }
            if (end > k) {
                double x = left + (k + 0.5) * step - width / 2;
                double length = (end - k - 1) * step + width;
                canvas.fill(new Rectangle2D.Double(x, middle - SIGN / 2, length, SIGN), Palette.INK);
            }
            k = Math.max(end, k + 1);
        }
    }
}
