package org.advalorem.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Draws a grid of values: dark is high, also in black and white; with numbers in the cells while they fit. */
final class HeatMapPainter implements Painter {
    private static final int MOST_WITH_NUMBERS = 14;
    private static final double LEAST_CELL = 14;
    private static final double LEAST_GRID = 420;
    private static final double MOST_LABEL = Canvas.WIDTH * 0.3;
    private static final double ROW = 24;
    private static final double GAP = 8;
    private static final double AIR = 6;
    private static final int MOST_LINES = 3;
    private static final double KEY_HEIGHT = 12;
    private static final int KEY_STEPS = 40;
    private static final double KEY_STEP = 4;
    private static final BasicStroke BACKING = new BasicStroke(3.4f);
    private static final BasicStroke CONTOUR = new BasicStroke(3f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER);
    private static final BasicStroke CONTOUR_LIGHT = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private final HeatMapChart chart;
    private final Canvas canvas;
    private final boolean numbers;
    private final RowLabels labels;
    private final double left;
    private final double cell;
    private final LinearScale range;

    HeatMapPainter(HeatMapChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        numbers = chart.columns().size() <= MOST_WITH_NUMBERS;
        labels = new RowLabels(canvas, chart.rows(), MOST_LABEL);
        left = labels.right() + GAP;
        List<String> texts = values().mapToObj(this::number).toList();
        double widest = numbers ? canvas.longest(texts, TextStyle.BODY) + 10 : LEAST_CELL;
        double room = Math.max(canvas.right() - left, LEAST_GRID);
        cell = Math.max(widest, room / chart.columns().size());
        canvas.widen(left + cell * chart.columns().size() + Canvas.MARGIN);
        range = LinearScale.over(values());
    }

    private DoubleStream values() {
        return chart.cells().stream().flatMap(List::stream).mapToDouble(Double::doubleValue);
    }

    private String number(double value) {
        return chart.values().numbers().value(value);
    }

    @Override
    public double paint(double top) {
        double y = Frame.key(canvas, key(), shades(top)) + 2;
        y = Frame.note(canvas, "Down: " + chart.down(), y);
        y = Frame.note(canvas, "Across: " + chart.across(), y) + 4;
        y = columns(y) + 4;
        double[] tops = new double[chart.rows().size() + 1];
        for (int row = 0; row < chart.rows().size(); row++) {
            double height = Math.max(ROW, labels.height(row));
            labels.draw(row, y + height / 2);
            tops[row] = y;
            y += height;
        }
        tops[chart.rows().size()] = y;
        for (int row = 0; row < chart.rows().size(); row++) {
            for (int column = 0; column < chart.columns().size(); column++) {
                double x = left + column * cell;
                cell(new Rectangle2D.Double(x, tops[row], cell, tops[row + 1] - tops[row]), value(row, column));
            }
        }
        chart.thresholds().forEach(threshold -> contours(threshold.value(), tops));
        chart.base().ifPresent(base -> {
            double height = tops[base.row() + 1] - tops[base.row()];
            frame(left + base.column() * cell + 2, tops[base.row()] + 2, cell - 4, height - 4);
        });
        return y;
    }

    private double value(int row, int column) {
        return chart.cells().get(row).get(column);
    }

    private void frame(double x, double y, double width, double height) {
        var box = new Rectangle2D.Double(x, y, width, height);
        canvas.stroke(box, Palette.PAPER, BACKING);
        canvas.stroke(box, Palette.INK, Palette.FRAME);
    }

    private void cell(Rectangle2D box, double value) {
        boolean finite = Double.isFinite(value);
        Color color = Palette.shade((value - range.low()) / (range.high() - range.low()));
        if (finite) {
            canvas.fill(box, color);
            canvas.stroke(box, Palette.PAPER, Palette.HAIR);
        } else {
            Fill.BLANK.paint(canvas, box.getX(), box.getY(), box.getWidth(), box.getHeight());
        }
        if (numbers) {
            String text = number(value);
            if (!finite) {
                double width = canvas.length(text, TextStyle.BODY) + 4;
                canvas.fill(
                        new Rectangle2D.Double(box.getCenterX() - width / 2, box.getCenterY() - 7, width, 14),
                        Palette.PAPER);
            }
            Color ink = finite ? Palette.on(color) : Palette.MUTED;
            canvas.block(List.of(text), box.getCenterX(), box.getCenterY(), TextStyle.BODY, ink, Canvas.Anchor.MIDDLE);
        }
    }

    /** Draws the names of the columns: level, in a few lines, where they fit; upright otherwise. */
    private double columns(double top) {
        List<String> names = chart.columns();
        List<List<String>> wrapped = names.stream()
                .map(name -> canvas.fonts().wrap(name, TextStyle.BODY, cell - AIR))
                .toList();
        int most = wrapped.stream().mapToInt(List::size).max().orElse(1);
        boolean whole = names.stream()
                .flatMap(name -> Stream.of(FontOutlines.clean(name).split(" ", -1)))
                .allMatch(word -> canvas.length(word, TextStyle.BODY) <= cell - AIR);
        if (numbers && whole && most <= MOST_LINES) {
            double bottom = top + most * TextStyle.BODY.leading();
            for (int i = 0; i < names.size(); i++) {
                double baseline = bottom - wrapped.get(i).size() * TextStyle.BODY.leading() + TextStyle.BODY.ascent();
                for (String line : wrapped.get(i)) {
                    double x = left + (i + 0.5) * cell;
                    canvas.text(line, x, baseline, TextStyle.BODY, Palette.INK, Canvas.Anchor.MIDDLE);
                    baseline += TextStyle.BODY.leading();
                }
            }
            return bottom;
        }
        double bottom = top + canvas.longest(names, TextStyle.SMALL);
        for (int i = 0; i < names.size(); i++) {
            double x = left + (i + 0.5) * cell + TextStyle.SMALL.drop();
            canvas.upwards(names.get(i), x, bottom, TextStyle.SMALL, Palette.INK);
        }
        return bottom;
    }

    /** Draws a line between the cells on either side of the threshold. */
    private void contours(double threshold, double[] tops) {
        List<double[]> lines = new ArrayList<>();
        for (int row = 0; row < chart.rows().size(); row++) {
            for (int column = 0; column < chart.columns().size(); column++) {
                double x = left + column * cell;
                if (column > 0 && parts(threshold, value(row, column - 1), value(row, column))) {
                    lines.add(new double[] {x, tops[row], x, tops[row + 1]});
                }
                if (row > 0 && parts(threshold, value(row - 1, column), value(row, column))) {
                    lines.add(new double[] {x, tops[row], x + cell, tops[row]});
                }
            }
        }
        lines.forEach(line -> canvas.line(line[0], line[1], line[2], line[3], Palette.INK, CONTOUR));
        lines.forEach(line -> canvas.line(line[0], line[1], line[2], line[3], Palette.PAPER, CONTOUR_LIGHT));
    }

    private static boolean parts(double threshold, double one, double other) {
        return Double.isFinite(one) && Double.isFinite(other) && one < threshold != other < threshold;
    }

    private List<Frame.Entry> key() {
        List<Frame.Entry> key = new ArrayList<>();
        for (Mark threshold : chart.thresholds()) {
            boolean crossed = range.low() < threshold.value() && range.high() >= threshold.value();
            key.add(new Frame.Entry(
                    (x, middle, width) -> {
                        canvas.line(x, middle, x + width, middle, Palette.INK, CONTOUR);
                        canvas.line(x, middle, x + width, middle, Palette.PAPER, CONTOUR_LIGHT);
                    },
                    chart.values().text(threshold) + (crossed ? "" : ", not crossed on this grid")));
        }
        if (chart.base().isPresent()) {
            key.add(new Frame.Entry((x, middle, width) -> frame(x + 2, middle - 5, width - 4, 10), "baseline"));
        }
        if (values().anyMatch(value -> !Double.isFinite(value))) {
            key.add(Frame.bar(canvas, Fill.BLANK, "no result"));
        }
        return key;
    }

    /** Draws what the shades mean. */
    private double shades(double top) {
        double y = Frame.note(canvas, chart.values().label(), top) + 2;
        double baseline = y + KEY_HEIGHT / 2 + TextStyle.SMALL.drop();
        String low = number(range.low());
        canvas.text(low, Canvas.MARGIN, baseline, TextStyle.SMALL, Palette.INK, Canvas.Anchor.START);
        double x = Canvas.MARGIN + canvas.length(low, TextStyle.SMALL) + AIR;
        for (int i = 0; i < KEY_STEPS; i++) {
            // A little wider than its step, so that no seam shows.
            var step = new Rectangle2D.Double(x + i * KEY_STEP, y, KEY_STEP + 0.3, KEY_HEIGHT);
            canvas.fill(step, Palette.shade(i / (KEY_STEPS - 1.0)));
        }
        double end = x + KEY_STEPS * KEY_STEP;
        canvas.stroke(new Rectangle2D.Double(x, y, end - x, KEY_HEIGHT), Palette.AXIS, Palette.HAIR);
        canvas.text(number(range.high()), end + AIR, baseline, TextStyle.SMALL, Palette.INK, Canvas.Anchor.START);
        return y + KEY_HEIGHT + GAP;
    }
}
