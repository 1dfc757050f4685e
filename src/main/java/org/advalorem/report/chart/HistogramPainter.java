package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Draws a histogram; what lies below the lowest threshold is hatched. */
final class HistogramPainter {
    private static final double HEIGHT = 260;
    private static final int TICKS = 6;
    private static final Axis SHARE = Axis.percent("Share of draws in each class");

    private HistogramPainter() {}

    static void paint(HistogramChart chart, Sheet sheet) {
        long all =
                Math.max(1, chart.counts().stream().mapToLong(Long::longValue).sum());
        List<Double> shares =
                chart.counts().stream().map(count -> count / (double) all).toList();
        OptionalDouble threshold =
                chart.thresholds().stream().mapToDouble(Mark::value).min();
        double y = Frame.head(sheet, chart.caption());
        double first = chart.edges().get(0);
        double last = chart.edges().get(chart.edges().size() - 1);
        boolean split = threshold.isPresent() && threshold.getAsDouble() > first;
        if (split) {
            String name = chart.thresholds().stream()
                    .filter(mark -> mark.value() == threshold.getAsDouble())
                    .map(Mark::label)
                    .findFirst()
                    .orElse("");
            y = Frame.key(
                    sheet,
                    List.of(
                            new Frame.Entry(Frame.bar(sheet, Look.LIGHT), "below " + name),
                            new Frame.Entry(Frame.bar(sheet, Look.PLAIN), "not below")),
                    y);
        }
        Ruler up = Ruler.over(shares.stream().mapToDouble(Double::doubleValue))
                .withZero()
                .rounded(TICKS);
        double left = Frame.MARGIN + Axes.width(sheet, SHARE, up, TICKS) + 8;
        Ruler along = Ruler.over(DoubleStream.of(first, last));
        for (Mark mark : chart.thresholds()) {
            along = along.withNear(mark.value());
        }
        along = along.on(left, sheet.width() - Frame.MARGIN - 4);
        Flags flags = new Flags(sheet, chart.x(), along)
                .thresholds(chart.thresholds())
                .marks(chart.quantiles());
        y = sheet.paragraph(List.of(SHARE.text()), Frame.MARGIN, y, TextStyle.SMALL, Palette.MUTED);
        double top = y + flags.height() + 8;
        double bottom = top + HEIGHT;
        up = up.on(bottom, top);
        Axes.beside(sheet, SHARE, up, TICKS, along.from(), along.to());
        double end = Axes.below(sheet, chart.x(), along, top, bottom);
        double border = split ? threshold.getAsDouble() : Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.size(); i++) {
            double from = chart.edges().get(i);
            double to = chart.edges().get(i + 1);
            for (double[] part : parts(from, to, border)) {
                double x = along.at(part[0]);
                double height = bottom - up.at(shares.get(i));
                if (height > 0) {
                    sheet.box(
                            x,
                            bottom - height,
                            along.at(part[1]) - x,
                            height,
                            part[1] <= border ? Look.LIGHT : Look.PLAIN);
                }
            }
        }
        flags.draw(top, bottom);
        Frame.foot(sheet, chart.caption(), end);
    }

    private static List<double[]> parts(double from, double to, double border) {
        List<double[]> parts = new ArrayList<>();
        if (border > from && border < to) {
            parts.add(new double[] {from, border});
            parts.add(new double[] {border, to});
        } else {
            parts.add(new double[] {from, to});
        }
        return parts;
    }
}
