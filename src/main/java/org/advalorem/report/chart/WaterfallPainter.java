package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Draws a waterfall from the top down, so that long names have room. */
final class WaterfallPainter {
    private static final double BAR = 14;
    private static final double GAP = 8;
    private static final Look UP = Look.LIGHT;
    private static final Look DOWN = Look.PLAIN;

    private WaterfallPainter() {}

    static void paint(WaterfallChart chart, Sheet sheet) {
        List<String> labels = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        labels.add(chart.start().label());
        numbers.add(NumberText.value(chart.start().value(), chart.rate().scale()));
        levels.add(chart.start().value());
        double level = chart.start().value();
        for (WaterfallChart.Step step : chart.steps()) {
            labels.add(step.label());
            numbers.add(NumberText.change(step.change()));
            level += step.change();
            levels.add(level);
        }
        labels.add(chart.end().label());
        numbers.add(NumberText.value(chart.end().value(), chart.rate().scale()));
        levels.add(chart.end().value());

        Rows rows = new Rows(sheet, labels);
        double column = numbers.stream()
                .mapToDouble(number -> sheet.length(number, TextStyle.STRONG))
                .max()
                .orElse(0);
        sheet.widen(rows.left() + Frame.LEAST_PLOT + column + GAP + Frame.MARGIN);
        double y = Frame.head(sheet, chart.caption());
        y = Frame.key(
                sheet,
                List.of(
                        new Frame.Entry(Frame.bar(sheet, UP), "raises the rate"),
                        new Frame.Entry(Frame.bar(sheet, DOWN), "lowers the rate"),
                        new Frame.Entry(Frame.bar(sheet, Look.TOTAL), "rate")),
                y);
        double right = sheet.width() - Frame.MARGIN;
        Ruler ruler =
                Ruler.over(levels.stream().mapToDouble(Double::doubleValue)).withZero();
        for (Mark threshold : chart.thresholds()) {
            ruler = ruler.withNear(threshold.value());
        }
        ruler = ruler.padded(0.02).on(rows.left(), right - column - GAP);
        Flags flags = new Flags(sheet, chart.rate(), ruler).thresholds(chart.thresholds());
        sheet.right("points", right, y + TextStyle.SMALL.ascent(), TextStyle.SMALL, Palette.MUTED);
        y += TextStyle.SMALL.leading();
        double top = y + flags.height() + 4;
        double bottom = top + rows.height() + 4;
        double end = Axes.below(sheet, chart.rate(), ruler, top, bottom);
        flags.draw(top, bottom);
        double at = top + 2;
        double before = 0;
        for (int i = 0; i < labels.size(); i++) {
            double middle = at + rows.height(i) / 2;
            boolean total = i == 0 || i == labels.size() - 1;
            double from = total ? 0 : before;
            double to = levels.get(i);
            TextStyle style = total ? TextStyle.STRONG : TextStyle.BODY;
            rows.label(i, middle, TextStyle.BODY);
            Look look = total ? Look.TOTAL : to >= from ? UP : DOWN;
            double left = Math.min(ruler.at(from), ruler.at(to));
            sheet.box(left, middle - BAR / 2, Math.abs(ruler.at(to) - ruler.at(from)), BAR, look);
            sheet.right(numbers.get(i), right, Rows.baseline(middle), style, Palette.INK);
            if (i < labels.size() - 1) {
                double next = at + rows.height(i) + rows.height(i + 1) / 2 - BAR / 2;
                sheet.line(ruler.at(to), middle + BAR / 2, ruler.at(to), next, Palette.MUTED, Palette.HAIR);
            }
            before = to;
            at += rows.height(i);
        }
        Frame.foot(sheet, chart.caption(), end);
    }
}
