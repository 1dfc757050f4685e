package org.advalorem.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws a grid of rates: dark is high, also in black and white; numbers in the cells while they fit. */
final class HeatMapPainter {
    private static final double MOST_WITH_NUMBERS = 14;
    private static final double LEAST_CELL = 14;
    private static final double LEAST_GRID = 420;
    private static final double ROW = 24;
    private static final double GAP = 8;
    private static final double TITLE_SHARE = 0.3;
    private static final double KEY_HEIGHT = 12;
    private static final BasicStroke CONTOUR = new BasicStroke(3f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER);
    private static final BasicStroke CONTOUR_LIGHT = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private final HeatMapChart chart;
    private final Lettering lettering;
    private final boolean numbers;
    private final double rowLabels;
    private final double cell;
    private final Ruler range;

    private HeatMapPainter(HeatMapChart chart, Lettering lettering) {
        this.chart = chart;
        this.lettering = lettering;
        numbers = chart.columns().size() <= MOST_WITH_NUMBERS;
        double most = Frame.WIDTH * TITLE_SHARE;
        rowLabels = Math.min(
                most,
                chart.rows().stream()
                                .mapToDouble(row -> lettering.width(Lettering.clean(row), TextStyle.BODY))
                                .max()
                                .orElse(0)
                        + 0.5);
        double widest = numbers
                ? chart.rates().stream()
                                .flatMap(List::stream)
                                .mapToDouble(rate -> lettering.width(number(rate), TextStyle.BODY))
                                .max()
                                .orElse(0)
                        + 10
                : LEAST_CELL;
        double room = Frame.WIDTH - 2 * Frame.MARGIN - rowLabels - GAP;
        cell = Math.max(widest, Math.max(room, LEAST_GRID) / chart.columns().size());
        range = Ruler.over(chart.rates().stream().flatMap(List::stream).mapToDouble(Double::doubleValue));
    }

    static Sheet paint(HeatMapChart chart, Lettering lettering) {
        HeatMapPainter painter = new HeatMapPainter(chart, lettering);
        double grid = painter.rowLabels + GAP + painter.cell * chart.columns().size();
        Sheet sheet = new Sheet(lettering, Math.max(Frame.WIDTH, Math.ceil(grid + 2 * Frame.MARGIN)));
        painter.paint(sheet);
        return sheet;
    }

    private String number(double rate) {
        return Double.isFinite(rate) ? NumberText.value(rate, chart.values().scale()) : "n/a";
    }

    private void paint(Sheet sheet) {
        double y = Frame.head(sheet, chart.caption());
        y = scale(sheet, y);
        double left = Frame.MARGIN + rowLabels + GAP;
        List<String> down = lettering.wrap("Down: " + chart.down(), TextStyle.SMALL, sheet.width() - 2 * Frame.MARGIN);
        y = sheet.paragraph(down, Frame.MARGIN, y, TextStyle.SMALL, Palette.MUTED);
        List<String> across =
                lettering.wrap("Across: " + chart.across(), TextStyle.SMALL, sheet.width() - 2 * Frame.MARGIN);
        y = sheet.paragraph(across, Frame.MARGIN, y, TextStyle.SMALL, Palette.MUTED) + 4;
        y = columns(sheet, left, y) + 4;
        List<Double> tops = new ArrayList<>();
        for (String row : chart.rows()) {
            tops.add(y);
            List<String> lines = lettering.wrap(row, TextStyle.BODY, rowLabels);
            double height = Math.max(ROW, lines.size() * TextStyle.BODY.leading() + 8);
            double at = y + height / 2 - lines.size() * TextStyle.BODY.leading() / 2;
            for (String line : lines) {
                sheet.right(line, left - GAP, at + Rows.baseline(), TextStyle.BODY, Palette.INK);
                at += TextStyle.BODY.leading();
            }
            y += height;
        }
        tops.add(y);
        for (int row = 0; row < chart.rows().size(); row++) {
            for (int column = 0; column < chart.columns().size(); column++) {
                cell(
                        sheet,
                        left + column * cell,
                        tops.get(row),
                        tops.get(row + 1),
                        chart.rates().get(row).get(column));
            }
        }
        chart.thresholds().forEach(threshold -> contour(sheet, threshold.value(), left, tops));
        chart.base().ifPresent(base -> {
            double x = left + base.column() * cell;
            double top = tops.get(base.row());
            double height = tops.get(base.row() + 1) - top;
            frame(sheet, x + 2, top + 2, cell - 4, height - 4);
        });
        Frame.foot(sheet, chart.caption(), y);
    }

    private static void frame(Sheet sheet, double x, double y, double width, double height) {
        var box = new Rectangle2D.Double(x, y, width, height);
        sheet.stroke(box, Palette.PAPER, new BasicStroke(3.4f));
        sheet.stroke(box, Palette.INK, Palette.FRAME);
    }

    private Color color(double rate) {
        return Palette.shade((rate - range.low()) / (range.high() - range.low()));
    }

    private void cell(Sheet sheet, double x, double top, double bottom, double rate) {
        boolean finite = Double.isFinite(rate);
        if (finite) {
            sheet.fill(new Rectangle2D.Double(x, top, cell, bottom - top), color(rate));
            sheet.stroke(new Rectangle2D.Double(x, top, cell, bottom - top), Palette.PAPER, Palette.HAIR);
        } else {
            sheet.box(x, top, cell, bottom - top, Look.NONE);
        }
        if (numbers) {
            if (!finite) {
                double width = sheet.length(number(rate), TextStyle.BODY) + 4;
                sheet.fill(
                        new Rectangle2D.Double(x + (cell - width) / 2, (top + bottom) / 2 - 7, width, 14),
                        Palette.PAPER);
            }
            sheet.centre(
                    number(rate),
                    x + cell / 2,
                    Rows.baseline((top + bottom) / 2),
                    TextStyle.BODY,
                    finite ? Palette.on(color(rate)) : Palette.MUTED);
        }
    }

    private double columns(Sheet sheet, double left, double top) {
        List<List<String>> wrapped = chart.columns().stream()
                .map(column -> lettering.wrap(column, TextStyle.BODY, cell - 6))
                .toList();
        boolean flat = numbers
                && wrapped.stream().allMatch(lines -> lines.size() <= 3)
                && chart.columns().stream().allMatch(column -> longestWord(column) <= cell - 6);
        if (flat) {
            int most = wrapped.stream().mapToInt(List::size).max().orElse(1);
            for (int i = 0; i < wrapped.size(); i++) {
                double y = top + (most - wrapped.get(i).size()) * TextStyle.BODY.leading();
                for (String line : wrapped.get(i)) {
                    sheet.centre(
                            line, left + (i + 0.5) * cell, y + TextStyle.BODY.ascent(), TextStyle.BODY, Palette.INK);
                    y += TextStyle.BODY.leading();
                }
            }
            return top + most * TextStyle.BODY.leading();
        }
        double longest = chart.columns().stream()
                .mapToDouble(column -> sheet.length(column, TextStyle.SMALL))
                .max()
                .orElse(0);
        for (int i = 0; i < chart.columns().size(); i++) {
            sheet.upwards(
                    chart.columns().get(i),
                    left + (i + 0.5) * cell + TextStyle.SMALL.size() * 0.35,
                    top + longest,
                    TextStyle.SMALL,
                    Palette.INK);
        }
        return top + longest;
    }

    private double longestWord(String column) {
        double longest = 0;
        for (String word : Lettering.clean(column).split(" ", -1)) {
            longest = Math.max(longest, lettering.width(word, TextStyle.BODY));
        }
        return longest;
    }

    /** A line between the cells on either side of the threshold. */
    private void contour(Sheet sheet, double threshold, double left, List<Double> tops) {
        List<double[]> lines = new ArrayList<>();
        for (int row = 0; row < chart.rows().size(); row++) {
            for (int column = 0; column < chart.columns().size(); column++) {
                double x = left + column * cell;
                if (column > 0 && parted(row, column - 1, row, column, threshold)) {
                    lines.add(new double[] {x, tops.get(row), x, tops.get(row + 1)});
                }
                if (row > 0 && parted(row - 1, column, row, column, threshold)) {
                    lines.add(new double[] {x, tops.get(row), x + cell, tops.get(row)});
                }
            }
        }
        lines.forEach(line -> sheet.line(line[0], line[1], line[2], line[3], Palette.INK, CONTOUR));
        lines.forEach(line -> sheet.line(line[0], line[1], line[2], line[3], Palette.PAPER, CONTOUR_LIGHT));
    }

    private boolean parted(int row, int column, int otherRow, int otherColumn, double threshold) {
        double one = chart.rates().get(row).get(column);
        double other = chart.rates().get(otherRow).get(otherColumn);
        return Double.isFinite(one) && Double.isFinite(other) && one < threshold != other < threshold;
    }

    /** What the colours mean. */
    private double scale(Sheet sheet, double top) {
        List<Frame.Entry> entries = new ArrayList<>();
        for (Mark threshold : chart.thresholds()) {
            entries.add(new Frame.Entry(
                    (x, middle, width) -> {
                        sheet.line(x, middle, x + width, middle, Palette.INK, CONTOUR);
                        sheet.line(x, middle, x + width, middle, Palette.PAPER, CONTOUR_LIGHT);
                    },
                    threshold.label() + " "
                            + NumberText.value(threshold.value(), chart.values().scale())
                            + (crossed(threshold.value()) ? "" : ", not crossed on this grid")));
        }
        if (chart.base().isPresent()) {
            entries.add(new Frame.Entry(
                    (x, middle, width) -> frame(sheet, x + 2, middle - 5, width - 4, 10), "the scenario"));
        }
        if (chart.rates().stream().flatMap(List::stream).anyMatch(rate -> !Double.isFinite(rate))) {
            entries.add(new Frame.Entry(Frame.bar(sheet, Look.NONE), "no result"));
        }
        double y = top;
        String low = NumberText.value(range.low(), chart.values().scale());
        String high = NumberText.value(range.high(), chart.values().scale());
        y = sheet.paragraph(
                lettering.wrap(chart.values().text(), TextStyle.SMALL, sheet.width() - 2 * Frame.MARGIN),
                Frame.MARGIN,
                y,
                TextStyle.SMALL,
                Palette.MUTED);
        y += 2;
        double baseline = y + KEY_HEIGHT / 2 + TextStyle.SMALL.size() * 0.35;
        sheet.left(low, Frame.MARGIN, baseline, TextStyle.SMALL, Palette.INK);
        double x = Frame.MARGIN + sheet.length(low, TextStyle.SMALL) + 6;
        int steps = 40;
        double step = 4;
        for (int i = 0; i < steps; i++) {
            sheet.fill(
                    new Rectangle2D.Double(x + i * step, y, step + 0.3, KEY_HEIGHT), Palette.shade(i / (steps - 1.0)));
        }
        sheet.stroke(new Rectangle2D.Double(x, y, steps * step, KEY_HEIGHT), Palette.AXIS, Palette.HAIR);
        sheet.left(high, x + steps * step + 6, baseline, TextStyle.SMALL, Palette.INK);
        return Frame.key(sheet, entries, y + KEY_HEIGHT + 8) + 2;
    }

    private boolean crossed(double threshold) {
        return range.low() < threshold && range.high() >= threshold;
    }
}
