package org.advalorem.plot;

import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws a row chart; every row is as high as its words need. */
final class RowChartPainter implements Painter {
    /** The distance between lanes; no bar is thicker. */
    private static final double LANE = 14;

    private static final double GAP = 8;
    private static final double COLUMN_GAP = 20;
    private static final double PANEL_GAP = 14;
    private static final double WORD_GAP = 5;
    private static final double MOST_WORDS = Canvas.WIDTH * 0.16;
    private static final double MOST_COLUMN = Canvas.WIDTH * 0.2;
    private static final double LEAST_PLOT = 180;
    private static final double LEAST_PLOT_WITH_WORDS = 260;
    /** Between words the plot is narrow, and a threshold may stretch it less. */
    private static final double DISTANT_WITH_WORDS = 1.5;
    /** Panels get a scale each when the widest range is this many times that of another. */
    private static final double UNEQUAL = 4;

    private static final double AIR = 0.02;
    private static final double WHISKER = 3.2;
    private static final BasicStroke BACKING = new BasicStroke(3.4f);

    private final RowChart chart;
    private final Canvas canvas;
    private final RowLabels labels;
    /** The right edges of the columns. */
    private final double[] edges;

    private final double[] widths;
    /** The width of the words beside the bars; 0 if there are none. */
    private final double words;

    private final double from;
    private final double to;

    RowChartPainter(RowChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        List<RowChart.Row> rows =
                chart.panels().stream().flatMap(panel -> panel.rows().stream()).toList();
        List<RowChart.Lane> lanes =
                rows.stream().flatMap(row -> row.lanes().stream()).toList();
        labels = new RowLabels(canvas, rows.stream().map(RowChart.Row::label).toList(), RowLabels.MOST);
        double longest = canvas.longest(
                lanes.stream()
                        .flatMap(lane -> Stream.of(lane.before(), lane.after()))
                        .toList(),
                TextStyle.SMALL);
        words = longest == 0 ? 0 : Math.min(MOST_WORDS, longest + 0.5);
        int columns = chart.columns().size();
        widths = IntStream.range(0, columns).mapToDouble(i -> width(i, lanes)).toArray();
        double all = DoubleStream.of(widths).sum() + Math.max(0, columns - 1) * COLUMN_GAP;
        double before = words == 0 ? 0 : words + 2 * WORD_GAP;
        double after = words == 0 ? GAP : words + WORD_GAP + COLUMN_GAP;
        from = labels.left() + before;
        canvas.widen(from + (words == 0 ? LEAST_PLOT : LEAST_PLOT_WITH_WORDS) + after + all + Canvas.MARGIN);
        to = canvas.right() - all - after;
        edges = new double[columns];
        double edge = canvas.right();
        for (int i = columns - 1; i >= 0; i--) {
            edges[i] = edge;
            edge -= widths[i] + COLUMN_GAP;
        }
    }

    private double width(int column, List<RowChart.Lane> lanes) {
        double widest = lanes.stream()
                .mapToDouble(lane -> canvas.length(lane.texts().get(column).text(), style(lane, column)))
                .max()
                .orElse(0);
        return Math.max(
                Math.min(MOST_COLUMN, widest), canvas.length(chart.columns().get(column), TextStyle.SMALL));
    }

    private static TextStyle style(RowChart.Lane lane, int column) {
        return lane.interval().isPresent()
                ? TextStyle.SMALL
                : lane.texts().get(column).strong() ? TextStyle.STRONG : TextStyle.BODY;
    }

    @Override
    public double paint(double top) {
        List<Frame.Entry> key = chart.key().stream()
                .map(entry -> Frame.bar(canvas, entry.fill(), entry.text()))
                .toList();
        double y = Frame.key(canvas, key, top);
        List<LinearScale> ranges = chart.panels().stream().map(this::range).toList();
        LinearScale widest =
                LinearScale.over(ranges.stream().flatMapToDouble(range -> DoubleStream.of(range.low(), range.high())));
        boolean common = ranges.stream()
                .allMatch(range -> range.high() - range.low() > (widest.high() - widest.low()) / UNEQUAL);
        if (!common) {
            y = Frame.note(canvas, "Each panel has its own scale.", y) + GAP;
        }
        int row = 0;
        double bottom = y;
        for (int i = 0; i < ranges.size(); i++) {
            RowChart.Panel panel = chart.panels().get(i);
            LinearScale range = common ? widest : ranges.get(i);
            bottom = panel(panel, row, range.padded(words == 0 ? AIR : 0).on(from, to), y);
            y = bottom + PANEL_GAP;
            row += panel.rows().size();
        }
        return bottom;
    }

    private LinearScale range(RowChart.Panel panel) {
        DoubleStream values = panel.rows().stream()
                .flatMap(row -> row.lanes().stream())
                .flatMapToDouble(lane -> DoubleStream.concat(
                        lane.bars().stream().flatMapToDouble(bar -> DoubleStream.of(bar.from(), bar.to())),
                        lane.interval().stream()
                                .flatMapToDouble(interval -> DoubleStream.of(interval.low(), interval.high()))));
        return LinearScale.over(
                        DoubleStream.concat(values, panel.marks().stream().mapToDouble(Mark::value)))
                .withNear(panel.thresholds(), words == 0 ? LinearScale.DISTANT : DISTANT_WITH_WORDS);
    }

    /**
     * Draws a panel.
     *
     * @param first the number of its first row among those of all panels
     * @return the bottom of its axis
     */
    private double panel(RowChart.Panel panel, int first, LinearScale scale, double start) {
        double y = start;
        if (!panel.title().isBlank()) {
            y = Frame.text(canvas, panel.title(), y, TextStyle.HEADING, Palette.INK) + 2;
        }
        var references = new ReferenceLines(canvas, chart.axis(), scale, panel.thresholds(), panel.marks());
        double top = columns(y) + references.height();
        List<Double> middles = new ArrayList<>();
        double bottom = top + 2;
        for (int i = 0; i < panel.rows().size(); i++) {
            double height =
                    labels.height(first + i, heights(panel.rows().get(i)).sum());
            middles.add(bottom + height / 2);
            bottom += height;
        }
        bottom += 2;
        double end = AxisPainter.below(canvas, chart.axis(), scale, top, bottom);
        for (int i = 0; i < middles.size(); i++) {
            double middle = middles.get(i);
            labels.draw(first + i, middle);
            eachLane(panel.rows().get(i), middle, (lane, centre) -> lane(lane, centre, scale));
            if (chart.joined() && i + 1 < middles.size()) {
                RowChart.Bar bar = panel.rows().get(i).lanes().get(0).bars().get(0);
                RowChart.Bar next =
                        panel.rows().get(i + 1).lanes().get(0).bars().get(0);
                double x = scale.at(bar.to());
                double low = middles.get(i + 1) - next.thickness() / 2;
                canvas.line(x, middle + bar.thickness() / 2, x, low, Palette.MUTED, Palette.HAIR);
            }
        }
        references.draw(top, bottom);
        // Over the lines, so that none runs through a word.
        for (int i = 0; i < middles.size() && words > 0; i++) {
            double middle = middles.get(i);
            eachLane(panel.rows().get(i), middle, (lane, centre) -> words(lane, centre, scale));
        }
        return end;
    }

    /** Draws the headings of the columns, and returns where the names of the marks may begin. */
    private double columns(double top) {
        if (chart.columns().stream().allMatch(String::isBlank)) {
            return top + 2;
        }
        for (int i = 0; i < edges.length; i++) {
            double baseline = top + TextStyle.SMALL.ascent();
            canvas.text(chart.columns().get(i), edges[i], baseline, TextStyle.SMALL, Palette.MUTED, Canvas.Anchor.END);
        }
        return top + TextStyle.SMALL.leading() + 4;
    }

    private DoubleStream heights(RowChart.Row row) {
        return row.lanes().stream().mapToDouble(lane -> {
            int lines = Math.max(
                    wrapped(lane.before()).size(), wrapped(lane.after()).size());
            double height = Math.max(LANE, lines * TextStyle.SMALL.leading());
            for (int i = 0; i < widths.length; i++) {
                height = Math.max(height, text(lane, i).size() * style(lane, i).leading());
            }
            return height;
        });
    }

    private List<String> wrapped(String words) {
        return canvas.fonts().wrap(words, TextStyle.SMALL, this.words);
    }

    private List<String> text(RowChart.Lane lane, int column) {
        return canvas.fonts().wrap(lane.texts().get(column).text(), style(lane, column), widths[column]);
    }

    private void eachLane(RowChart.Row row, double middle, ObjDoubleConsumer<RowChart.Lane> draw) {
        double[] heights = heights(row).toArray();
        double at = middle - DoubleStream.of(heights).sum() / 2;
        for (int i = 0; i < heights.length; i++) {
            draw.accept(row.lanes().get(i), at + heights[i] / 2);
            at += heights[i];
        }
    }

    private void lane(RowChart.Lane lane, double middle, LinearScale scale) {
        for (RowChart.Bar bar : lane.bars()) {
            double left = Math.min(scale.at(bar.from()), scale.at(bar.to()));
            double width = Math.abs(scale.at(bar.to()) - scale.at(bar.from()));
            if (width > 0) {
                bar.fill().paint(canvas, left, middle - bar.thickness() / 2, width, bar.thickness());
            }
        }
        lane.interval().ifPresent(interval -> interval(interval, middle, scale));
        for (int i = 0; i < edges.length; i++) {
            canvas.block(text(lane, i), edges[i], middle, style(lane, i), Palette.INK, Canvas.Anchor.END);
        }
    }

    private void interval(RowChart.Interval interval, double middle, LinearScale scale) {
        double low = scale.at(interval.low());
        double high = scale.at(interval.high());
        // White below the dark line, so that it shows on every bar.
        canvas.line(low, middle, high, middle, Palette.PAPER, BACKING);
        canvas.line(low, middle, high, middle, Palette.INK, Palette.FRAME);
        for (double tip : new double[] {low, high}) {
            canvas.line(tip, middle - WHISKER, tip, middle + WHISKER, Palette.INK, Palette.FRAME);
        }
    }

    private void words(RowChart.Lane lane, double middle, LinearScale scale) {
        var ends = lane.bars().stream()
                .flatMapToDouble(bar -> DoubleStream.of(scale.at(bar.from()), scale.at(bar.to())))
                .summaryStatistics();
        words(lane.before(), ends.getMin() - WORD_GAP, middle, Canvas.Anchor.END);
        words(lane.after(), ends.getMax() + WORD_GAP, middle, Canvas.Anchor.START);
    }

    private void words(String text, double x, double middle, Canvas.Anchor anchor) {
        List<String> lines = wrapped(text);
        double top = middle - lines.size() * TextStyle.SMALL.leading() / 2;
        for (int i = 0; i < lines.size(); i++) {
            double length = canvas.length(lines.get(i), TextStyle.SMALL);
            double left = anchor == Canvas.Anchor.END ? x - length : x;
            double y = top + i * TextStyle.SMALL.leading();
            canvas.fill(new Rectangle2D.Double(left, y, length, TextStyle.SMALL.leading()), Palette.PAPER);
        }
        canvas.block(lines, x, middle, TextStyle.SMALL, Palette.MUTED, anchor);
    }
}
