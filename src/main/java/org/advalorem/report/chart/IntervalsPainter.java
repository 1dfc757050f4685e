package org.advalorem.report.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Draws bars with their intervals. */
final class IntervalsPainter {
    private static final double BAR = 10;
    private static final double GAP = 8;
    private static final double WHISKER = 3.2;
    private static final BasicStroke BACKING = new BasicStroke(3.4f);

    private IntervalsPainter() {}

    static void paint(IntervalsChart chart, Sheet sheet) {
        int kinds = chart.kinds().size();
        Rows rows = new Rows(
                sheet, chart.bars().stream().map(IntervalsChart.Bar::label).toList());
        double column = chart.bars().stream()
                .flatMap(bar -> bar.estimates().stream())
                .mapToDouble(estimate -> sheet.length(text(chart, estimate), TextStyle.SMALL))
                .max()
                .orElse(0);
        sheet.widen(rows.left() + Frame.LEAST_PLOT + column + GAP + Frame.MARGIN);
        double y = Frame.head(sheet, chart.caption());
        List<Frame.Entry> key = new ArrayList<>();
        for (int kind = 0; kind < kinds && kinds > 1; kind++) {
            key.add(new Frame.Entry(
                    Frame.bar(sheet, Look.of(kind)), chart.kinds().get(kind)));
        }
        y = Frame.key(sheet, key, y);
        double right = sheet.width() - Frame.MARGIN;
        Ruler ruler = Ruler.over(chart.bars().stream()
                        .flatMap(bar -> bar.estimates().stream())
                        .flatMapToDouble(
                                estimate -> DoubleStream.of(estimate.value(), estimate.low(), estimate.high())))
                .withZero()
                .padded(0.02)
                .on(rows.left(), right - column - GAP);
        double top = y + 2;
        double group = kinds * (BAR + 4) + 8;
        double bottom = top + 4;
        for (int i = 0; i < chart.bars().size(); i++) {
            bottom += Math.max(rows.height(i), group);
        }
        double end = Axes.below(sheet, chart.values(), ruler, top, bottom);
        double at = top + 2;
        for (int i = 0; i < chart.bars().size(); i++) {
            double height = Math.max(rows.height(i), group);
            double middle = at + height / 2;
            rows.label(i, middle, TextStyle.BODY);
            for (int kind = 0; kind < kinds; kind++) {
                double centre = middle + (kind - (kinds - 1) / 2.0) * (BAR + 4);
                bar(chart, chart.bars().get(i).estimates().get(kind), kind, centre, ruler, sheet);
            }
            at += height;
        }
        Frame.foot(sheet, chart.caption(), end);
    }

    private static void bar(
            IntervalsChart chart, IntervalsChart.Estimate estimate, int kind, double centre, Ruler ruler, Sheet sheet) {
        double zero = ruler.at(0);
        double value = ruler.at(estimate.value());
        sheet.box(Math.min(zero, value), centre - BAR / 2, Math.abs(value - zero), BAR, Look.of(kind));
        double low = ruler.at(estimate.low());
        double high = ruler.at(estimate.high());
        // White below the dark line: it is seen on every bar.
        sheet.line(low, centre, high, centre, Palette.PAPER, BACKING);
        sheet.line(low, centre, high, centre, Palette.INK, Palette.FRAME);
        for (double tip : new double[] {low, high}) {
            sheet.line(tip, centre - WHISKER, tip, centre + WHISKER, Palette.INK, Palette.FRAME);
        }
        sheet.right(
                text(chart, estimate),
                sheet.width() - Frame.MARGIN,
                centre + TextStyle.SMALL.size() * 0.35,
                TextStyle.SMALL,
                Palette.INK);
    }

    private static String text(IntervalsChart chart, IntervalsChart.Estimate estimate) {
        Axis.Scale scale = chart.values().scale();
        return NumberText.share(estimate.value(), scale) + " (" + NumberText.share(estimate.low(), scale) + " to "
                + NumberText.share(estimate.high(), scale) + ")";
    }
}
