package org.advalorem.report.chart;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws a specification curve. */
final class SpecificationPainter {
    private static final double HEIGHT = 210;
    private static final int TICKS = 6;
    private static final double DOT = 3.4;
    private static final double NUMBER_GAP = 8;
    private static final double GAP = 6;
    private static final double CLOSE = 4;
    private static final double WIDEST = 14;

    private final SpecificationChart chart;
    private final Sheet sheet;
    private final List<SpecificationChart.Specification> order;

    private SpecificationPainter(SpecificationChart chart, Sheet sheet) {
        this.chart = chart;
        this.sheet = sheet;
        order = chart.specifications().stream()
                .sorted(Comparator.comparingDouble(SpecificationChart.Specification::rate))
                .toList();
    }

    static void paint(SpecificationChart chart, Sheet sheet) {
        new SpecificationPainter(chart, sheet).paint();
    }

    private void paint() {
        double y = Frame.head(sheet, chart.caption());
        Ruler up = Ruler.over(order.stream().mapToDouble(SpecificationChart.Specification::rate));
        for (Mark threshold : chart.thresholds()) {
            up = up.withNear(threshold.value());
        }
        up = up.withNear(0).rounded(TICKS);
        y = Frame.key(sheet, key(up), y);
        y = sheet.paragraph(
                sheet.lettering().wrap(chart.rate().text(), TextStyle.SMALL, sheet.width() - 2 * Frame.MARGIN),
                Frame.MARGIN,
                y,
                TextStyle.SMALL,
                Palette.MUTED);
        List<String> positions = chart.issues().stream()
                .flatMap(issue -> issue.positions().stream())
                .toList();
        Rows rows = new Rows(sheet, positions);
        double top = y + 8;
        double bottom = top + HEIGHT;
        up = up.on(bottom, top);
        double left = Math.max(
                positions.isEmpty() ? 0 : rows.left(),
                Frame.MARGIN + Axes.width(sheet, chart.rate(), up, TICKS) + NUMBER_GAP);
        double right = sheet.width() - Frame.MARGIN;
        Axes.beside(sheet, chart.rate(), up, TICKS, left, right);
        for (Mark threshold : chart.thresholds()) {
            if (up.holds(threshold.value())) {
                double at = up.at(threshold.value());
                sheet.line(left, at, right, at, Palette.INK, Palette.THRESHOLD);
            }
        }
        double step = (right - left) / order.size();
        double end = matrix(rows, left, right, step, bottom + 10);
        for (int i = 0; i < order.size(); i++) {
            double x = left + (i + 0.5) * step;
            double at = up.at(order.get(i).rate());
            if (order.get(i).base()) {
                sheet.line(x, top, x, end, Palette.INK, Palette.BASE);
            }
            double dot = Math.max(1.6, Math.min(DOT, step * 0.6));
            sheet.fill(new Ellipse2D.Double(x - dot, at - dot, 2 * dot, 2 * dot), Palette.BLUE);
        }
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).base()) {
                double x = left + (i + 0.5) * step;
                sheet.fill(Markers.diamond(x, up.at(order.get(i).rate())), Palette.PAPER);
                sheet.stroke(Markers.diamond(x, up.at(order.get(i).rate())), Palette.INK, Palette.FRAME);
            }
        }
        Frame.foot(sheet, chart.caption(), end);
    }

    private List<Frame.Entry> key(Ruler up) {
        List<Frame.Entry> key = new ArrayList<>();
        key.add(new Frame.Entry(
                (x, middle, width) -> sheet.fill(
                        new Ellipse2D.Double(x + width / 2 - DOT, middle - DOT, 2 * DOT, 2 * DOT), Palette.BLUE),
                order.size() == 1
                        ? "the one combination"
                        : "one of " + order.size() + " combinations, in order of rate"));
        order.stream()
                .filter(SpecificationChart.Specification::base)
                .findFirst()
                .ifPresent(base -> key.add(new Frame.Entry(
                        (x, middle, width) ->
                                sheet.stroke(Markers.diamond(x + width / 2, middle), Palette.INK, Palette.FRAME),
                        "the scenario: "
                                + NumberText.value(base.rate(), chart.rate().scale()))));
        for (Mark threshold : chart.thresholds()) {
            key.add(new Frame.Entry(
                    (x, middle, width) -> sheet.line(x, middle, x + width, middle, Palette.INK, Palette.THRESHOLD),
                    threshold.label() + " "
                            + NumberText.value(threshold.value(), chart.rate().scale())
                            + (up.holds(threshold.value())
                                    ? ""
                                    : threshold.value() < up.low()
                                            ? ", below the range shown"
                                            : ", above the range shown")));
        }
        return key;
    }

    private double matrix(Rows rows, double left, double right, double step, double start) {
        double y = start;
        int row = 0;
        for (int i = 0; i < chart.issues().size(); i++) {
            SpecificationChart.Issue issue = chart.issues().get(i);
            List<String> name = sheet.lettering().wrap(issue.name(), TextStyle.STRONG, right - Frame.MARGIN);
            y = sheet.paragraph(name, Frame.MARGIN, y + GAP, TextStyle.STRONG, Palette.INK);
            for (int position = 0; position < issue.positions().size(); position++) {
                double height = rows.height(row);
                double middle = y + height / 2;
                rows.label(row, middle, TextStyle.BODY);
                sheet.line(left, middle, right, middle, Palette.GRID, Palette.HAIR);
                marks(i, position, left, step, middle);
                y += height;
                row++;
            }
        }
        return y;
    }

    /** One sign for each specification that takes the position; where they stand close, neighbours are one bar. */
    private void marks(int issue, int position, double left, double step, double middle) {
        double width = step < CLOSE ? step : Math.min(step * 0.72, WIDEST);
        int k = 0;
        while (k < order.size()) {
            int end = k;
            while (end < order.size()
                    && order.get(end).positions().get(issue) == position
                    && (end == k || step < CLOSE)) {
                end++;
            }
            if (end > k) {
                double x = left + (k + 0.5) * step - width / 2;
                sheet.fill(new Rectangle2D.Double(x, middle - 5.5, (end - k - 1) * step + width, 11), Palette.INK);
            }
            k = Math.max(end, k + 1);
        }
    }
}
