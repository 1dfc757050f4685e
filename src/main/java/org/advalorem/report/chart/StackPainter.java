package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Draws the programs of a rate end to end, each in a row of its own, so that none goes without its name. */
final class StackPainter {
    private static final double BAR = 13;
    private static final double GAP = 8;
    private static final double DISTANT = 4;

    private final StackChart chart;
    private final Sheet sheet;
    private final List<String> notes;

    private StackPainter(StackChart chart, Sheet sheet) {
        this.chart = chart;
        this.sheet = sheet;
        Set<String> found = new LinkedHashSet<>();
        found.add("");
        chart.stacks().forEach(stack -> stack.parts().forEach(part -> found.add(part.note())));
        notes = List.copyOf(found);
    }

    static void paint(StackChart chart, Sheet sheet) {
        new StackPainter(chart, sheet).paint();
    }

    private void paint() {
        double column = chart.stacks().stream()
                .flatMapToDouble(stack -> DoubleStream.concat(
                        DoubleStream.of(stack.total().value()),
                        stack.parts().stream().mapToDouble(StackChart.Part::rate)))
                .map(rate -> sheet.length(value(rate), TextStyle.STRONG))
                .max()
                .orElse(0);
        List<String> all = new ArrayList<>();
        chart.stacks().forEach(stack -> all.addAll(labels(stack)));
        double width = Rows.width(sheet, all);
        double left = new Rows(sheet, all, width).left();
        sheet.widen(left + Frame.LEAST_PLOT + column + GAP + Frame.MARGIN);
        double y = Frame.head(sheet, chart.caption());
        if (notes.size() > 1) {
            List<Frame.Entry> key = new ArrayList<>();
            for (int i = 0; i < notes.size(); i++) {
                key.add(new Frame.Entry(
                        Frame.bar(sheet, look(i)), notes.get(i).isEmpty() ? "other programs" : notes.get(i)));
            }
            y = Frame.key(sheet, key, y) + 4;
        }
        List<Ruler> ranges = ranges();
        boolean common = common(ranges);
        if (!common) {
            y = sheet.paragraph(
                            List.of("Each company has its own scale."), Frame.MARGIN, y, TextStyle.SMALL, Palette.MUTED)
                    + 8;
        }
        double right = sheet.width() - Frame.MARGIN - column - GAP;
        for (int i = 0; i < ranges.size(); i++) {
            Ruler ruler = (common ? widest(ranges) : ranges.get(i)).padded(0.03).on(left, right);
            y = panel(chart.stacks().get(i), width, ruler, y) + 14;
        }
        Frame.foot(sheet, chart.caption(), y - 14);
    }

    private List<Ruler> ranges() {
        List<Ruler> ranges = new ArrayList<>();
        for (StackChart.Stack stack : chart.stacks()) {
            Ruler range = Ruler.over(levels(stack)).withZero();
            for (Mark threshold : stack.thresholds()) {
                range = range.withNear(threshold.value());
            }
            ranges.add(range);
        }
        return ranges;
    }

    /** One scale for all companies lets their rates be compared; not if it makes the programs of one too small to see. */
    private static boolean common(List<Ruler> ranges) {
        Ruler widest = widest(ranges);
        return ranges.stream().allMatch(range -> range.high() - range.low() > (widest.high() - widest.low()) / DISTANT);
    }

    private static Ruler widest(List<Ruler> ranges) {
        return Ruler.over(ranges.stream().flatMapToDouble(range -> DoubleStream.of(range.low(), range.high())));
    }

    private static List<String> labels(StackChart.Stack stack) {
        List<String> labels = new ArrayList<>();
        stack.parts().forEach(part -> labels.add(part.label()));
        labels.add(stack.total().label());
        return labels;
    }

    private static DoubleStream levels(StackChart.Stack stack) {
        double level = 0;
        DoubleStream.Builder levels = DoubleStream.builder();
        levels.add(stack.total().value());
        for (StackChart.Part part : stack.parts()) {
            level += part.rate();
            levels.add(level);
        }
        return levels.build();
    }

    private String value(double rate) {
        return NumberText.value(rate, chart.rate().scale());
    }

    private double panel(StackChart.Stack stack, double width, Ruler ruler, double start) {
        double y = start;
        if (chart.stacks().size() > 1 || !stack.name().isBlank()) {
            List<String> name =
                    sheet.lettering().wrap(stack.name(), TextStyle.HEADING, sheet.width() - 2 * Frame.MARGIN);
            y = sheet.paragraph(name, Frame.MARGIN, y, TextStyle.HEADING, Palette.INK) + 2;
        }
        List<String> labels = labels(stack);
        Rows rows = new Rows(sheet, labels, width);
        Flags flags = new Flags(sheet, chart.rate(), ruler).thresholds(stack.thresholds());
        double top = y + flags.height() + 2;
        double bottom = top + 4;
        for (int i = 0; i < labels.size(); i++) {
            bottom += rows.height(i);
        }
        double end = Axes.below(sheet, chart.rate(), ruler, top, bottom);
        double at = top + 2;
        double level = 0;
        for (int i = 0; i < stack.parts().size(); i++) {
            StackChart.Part part = stack.parts().get(i);
            double middle = at + rows.height(i) / 2;
            double next = level + part.rate();
            bar(level, next, middle, ruler, look(notes.indexOf(part.note())));
            rows.label(i, middle, TextStyle.BODY);
            sheet.right(value(part.rate()), right(), Rows.baseline(middle), TextStyle.BODY, Palette.INK);
            double below = at + rows.height(i) + rows.height(i + 1) / 2 - BAR / 2;
            sheet.line(ruler.at(next), middle + BAR / 2, ruler.at(next), below, Palette.MUTED, Palette.HAIR);
            level = next;
            at += rows.height(i);
        }
        int last = labels.size() - 1;
        double middle = at + rows.height(last) / 2;
        bar(0, stack.total().value(), middle, ruler, Look.TOTAL);
        rows.label(last, middle, TextStyle.BODY);
        sheet.right(value(stack.total().value()), right(), Rows.baseline(middle), TextStyle.STRONG, Palette.INK);
        flags.draw(top, bottom);
        return end;
    }

    private static Look look(int note) {
        return note == 0 ? Look.PLAIN : Look.of(note);
    }

    private double right() {
        return sheet.width() - Frame.MARGIN;
    }

    private void bar(double from, double to, double middle, Ruler ruler, Look look) {
        double left = Math.min(ruler.at(from), ruler.at(to));
        sheet.box(left, middle - BAR / 2, Math.abs(ruler.at(to) - ruler.at(from)), BAR, look);
    }
}
