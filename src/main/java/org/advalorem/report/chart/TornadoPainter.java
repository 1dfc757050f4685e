package org.advalorem.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Draws a tornado. */
final class TornadoPainter {
    private static final double END_SHARE = 0.16;
    /** Beside the words the plot is narrow: a threshold farther off than this is named at the edge. */
    private static final double DISTANT = 1.5;

    private static final double LEAST_PLOT = 260;
    private static final double BAR = 13;
    private static final double GAP = 5;
    private static final String LOW = "lowest";
    private static final String HIGH = "highest";

    private final TornadoChart chart;
    private final Sheet sheet;

    private TornadoPainter(TornadoChart chart, Sheet sheet) {
        this.chart = chart;
        this.sheet = sheet;
    }

    static void paint(TornadoChart chart, Sheet sheet) {
        new TornadoPainter(chart, sheet).paint();
    }

    private void paint() {
        Rows rows = new Rows(
                sheet, chart.bars().stream().map(TornadoChart.Bar::label).toList());
        double column = column();
        double ends = endWidth();
        sheet.widen(rows.left() + LEAST_PLOT + 2 * (ends + column) + 7 * GAP + Frame.MARGIN);
        double y = Frame.head(sheet, chart.caption());
        y = Frame.key(
                sheet,
                List.of(
                        new Frame.Entry(
                                Frame.bar(sheet, Look.LIGHT), "input at its low or first value" + several("lowest")),
                        new Frame.Entry(
                                Frame.bar(sheet, Look.DARK), "input at its high or last value" + several("highest"))),
                y);
        double right = sheet.width() - Frame.MARGIN;
        double from = rows.left() + ends + 2 * GAP;
        double to = right - 2 * (column + GAP) - ends - 3 * GAP;
        Ruler ruler = Ruler.over(DoubleStream.concat(
                DoubleStream.of(chart.base()),
                chart.bars().stream().flatMapToDouble(bar -> DoubleStream.of(bar.lowRate(), bar.highRate()))));
        for (Mark threshold : chart.thresholds()) {
            ruler = ruler.withNear(threshold.value(), DISTANT);
        }
        ruler = ruler.on(from, to);
        Flags flags = new Flags(sheet, chart.rate(), ruler)
                .thresholds(chart.thresholds())
                .marks(List.of(new Mark("base", chart.base())));
        double head = Math.max(flags.height(), TextStyle.SMALL.leading()) + 4;
        sheet.right(LOW, right - column - GAP * 2, y + TextStyle.SMALL.ascent(), TextStyle.SMALL, Palette.MUTED);
        sheet.right(HIGH, right, y + TextStyle.SMALL.ascent(), TextStyle.SMALL, Palette.MUTED);
        y += TextStyle.SMALL.leading();
        double top = y + head;
        List<Double> heights = heights(rows, ends);
        double bottom = top + heights.stream().mapToDouble(Double::doubleValue).sum() + 4;
        double end = Axes.below(sheet, chart.rate(), ruler, top, bottom);
        double at = top + 2;
        for (int i = 0; i < chart.bars().size(); i++) {
            row(i, rows, at + heights.get(i) / 2, ruler);
            at += heights.get(i);
        }
        flags.draw(top, bottom);
        at = top + 2;
        for (int i = 0; i < chart.bars().size(); i++) {
            ends(chart.bars().get(i), at + heights.get(i) / 2, ruler, ends);
            at += heights.get(i);
        }
        Frame.foot(sheet, chart.caption(), end);
    }

    private String several(String which) {
        return chart.bars().stream().anyMatch(TornadoChart.Bar::several)
                ? "; of more than two, where the rate is " + which
                : "";
    }

    private double column() {
        double headings = Math.max(sheet.length(LOW, TextStyle.SMALL), sheet.length(HIGH, TextStyle.SMALL));
        return Math.max(
                        headings,
                        chart.bars().stream()
                                .flatMapToDouble(bar -> DoubleStream.of(bar.lowRate(), bar.highRate()))
                                .map(rate -> sheet.length(value(rate), TextStyle.BODY))
                                .max()
                                .orElse(0))
                + 2 * GAP;
    }

    private String value(double rate) {
        return NumberText.value(rate, chart.rate().scale());
    }

    private double endWidth() {
        double widest = chart.bars().stream()
                .flatMap(bar -> Stream.of(bar.lowText(), bar.highText()))
                .mapToDouble(text -> sheet.length(text, TextStyle.SMALL))
                .max()
                .orElse(0);
        return Math.min(widest + 0.5, Frame.WIDTH * END_SHARE);
    }

    private List<Double> heights(Rows rows, double ends) {
        List<Double> heights = new ArrayList<>();
        for (int i = 0; i < chart.bars().size(); i++) {
            TornadoChart.Bar bar = chart.bars().get(i);
            int lines = Math.max(
                    lines(bar.lowText(), ends).size(),
                    lines(bar.highText(), ends).size());
            heights.add(Math.max(rows.height(i), lines * TextStyle.SMALL.leading() + 6));
        }
        return heights;
    }

    private List<String> lines(String text, double width) {
        return sheet.lettering().wrap(text, TextStyle.SMALL, width);
    }

    private void row(int i, Rows rows, double middle, Ruler ruler) {
        TornadoChart.Bar bar = chart.bars().get(i);
        rows.label(i, middle, TextStyle.BODY);
        double base = ruler.at(chart.base());
        double low = ruler.at(bar.lowRate());
        double high = ruler.at(bar.highRate());
        if (bar.lowRate() < chart.base() == bar.highRate() < chart.base()) {
            // Both ends on one side of the base: the farther bar first, so that the nearer one stays in sight.
            boolean lowFirst = Math.abs(low - base) >= Math.abs(high - base);
            bar(lowFirst ? low : high, base, middle, BAR, lowFirst ? Look.LIGHT : Look.DARK);
            bar(lowFirst ? high : low, base, middle, BAR / 2, lowFirst ? Look.DARK : Look.LIGHT);
        } else {
            bar(low, base, middle, BAR, Look.LIGHT);
            bar(high, base, middle, BAR, Look.DARK);
        }
        double edge = sheet.width() - Frame.MARGIN;
        sheet.right(
                value(Math.min(bar.lowRate(), bar.highRate())),
                edge - column() - GAP * 2,
                Rows.baseline(middle),
                TextStyle.BODY,
                Palette.INK);
        sheet.right(
                value(Math.max(bar.lowRate(), bar.highRate())),
                edge,
                Rows.baseline(middle),
                TextStyle.BODY,
                Palette.INK);
    }

    /** What the input is at either end; over the lines, so that none runs through a word. */
    private void ends(TornadoChart.Bar bar, double middle, Ruler ruler, double ends) {
        double base = ruler.at(chart.base());
        double low = ruler.at(bar.lowRate());
        double high = ruler.at(bar.highRate());
        boolean lowLeft = low <= high;
        double left = Math.min(Math.min(low, high), base) - GAP;
        double right = Math.max(Math.max(low, high), base) + GAP;
        end(lowLeft ? bar.lowText() : bar.highText(), left, middle, ends, true);
        end(lowLeft ? bar.highText() : bar.lowText(), right, middle, ends, false);
    }

    private void bar(double end, double base, double middle, double height, Look look) {
        double width = Math.abs(end - base);
        if (width > 0) {
            sheet.box(Math.min(end, base), middle - height / 2, width, height, look);
        }
    }

    private void end(String text, double x, double middle, double width, boolean leftwards) {
        List<String> lines = lines(text, width);
        double y = middle - lines.size() * TextStyle.SMALL.leading() / 2;
        for (String line : lines) {
            double baseline = y + TextStyle.SMALL.leading() / 2 + TextStyle.SMALL.size() * 0.35;
            double length = sheet.length(line, TextStyle.SMALL);
            sheet.fill(
                    new Rectangle2D.Double(leftwards ? x - length : x, y, length, TextStyle.SMALL.leading()),
                    Palette.PAPER);
            if (leftwards) {
                sheet.right(line, x, baseline, TextStyle.SMALL, Palette.MUTED);
            } else {
                sheet.left(line, x, baseline, TextStyle.SMALL, Palette.MUTED);
            }
            y += TextStyle.SMALL.leading();
        }
    }
}
