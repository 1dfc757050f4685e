package org.advalorem.plot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Draws a histogram; what lies below the lowest threshold is hatched. */
final class HistogramPainter implements Painter {
    private static final double HEIGHT = 260;
    private static final int TICKS = 6;

    private final HistogramChart chart;
    private final Canvas canvas;

    HistogramPainter(HistogramChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
    }

    @Override
    public double paint(double start) {
        List<Double> edges = chart.edges();
        Optional<Mark> split = chart.thresholds().stream()
                .min(Comparator.comparingDouble(Mark::value))
                .filter(threshold -> threshold.value() > edges.get(0));
        List<Frame.Entry> key = split.map(threshold -> List.of(
                        Frame.bar(canvas, Fill.AMBER, "below " + threshold.label()),
                        Frame.bar(canvas, Fill.SKY, "not below")))
                .orElse(List.of());
        double y = Frame.note(canvas, chart.y().label(), Frame.key(canvas, key, start));
        double all =
                Math.max(1, chart.counts().stream().mapToLong(Long::longValue).sum());
        double[] shares =
                chart.counts().stream().mapToDouble(count -> count / all).toArray();
        LinearScale range = LinearScale.over(DoubleStream.concat(DoubleStream.of(0), DoubleStream.of(shares)))
                .rounded(TICKS);
        double left = Canvas.MARGIN + AxisPainter.width(canvas, chart.y(), range, TICKS);
        LinearScale along = LinearScale.over(DoubleStream.of(edges.get(0), edges.get(edges.size() - 1)))
                .withNear(chart.thresholds(), LinearScale.DISTANT)
                .on(left, canvas.right() - 4);
        var references = new ReferenceLines(canvas, chart.x(), along, chart.thresholds(), chart.quantiles());
        double top = y + references.height() + 8;
        double bottom = top + HEIGHT;
        LinearScale up = range.on(bottom, top);
        AxisPainter.beside(canvas, chart.y(), up, TICKS, along.from(), along.to());
        double end = AxisPainter.below(canvas, chart.x(), along, top, bottom);
        double border = split.map(Mark::value).orElse(edges.get(0));
        for (int i = 0; i < shares.length; i++) {
            double from = edges.get(i);
            double to = edges.get(i + 1);
            double parting = Math.min(Math.max(from, border), to);
            bar(along.at(from), along.at(parting), up.at(shares[i]), bottom, Fill.AMBER);
            bar(along.at(parting), along.at(to), up.at(shares[i]), bottom, Fill.SKY);
        }
        references.draw(top, bottom);
        return end;
    }

    private void bar(double left, double right, double top, double bottom, Fill fill) {
        if (left < right && top < bottom) {
            fill.paint(canvas, left, top, right - left, bottom - top);
        }
    }
}
