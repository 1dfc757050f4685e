package org.advalorem.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.math.BigDecimal;
import java.util.List;

/** Axes with their numbers and the light lines across the plot. */
final class AxisPainter {
    private static final int MOST_TICKS = 9;
    private static final double GAP = 14;
    private static final double TICK = 4;
    /** Far enough below that the lowest number beside the plot has room. */
    private static final double DROP = 3;

    private AxisPainter() {}

    /**
     * Draws numbers below the plot and lines up through it.
     *
     * @return the bottom of the axis with its label
     */
    static double below(Canvas canvas, Axis axis, LinearScale scale, double top, double bottom) {
        Ticks ticks = fitting(canvas, axis, scale);
        for (BigDecimal value : ticks.values()) {
            double x = scale.at(value.doubleValue());
            grid(canvas, value, x, top, x, bottom);
        }
        double y = bottom + TICK + DROP;
        for (BigDecimal value : ticks.values()) {
            double x = scale.at(value.doubleValue());
            canvas.line(x, bottom, x, bottom + TICK, Palette.AXIS, Palette.THIN);
            below(canvas, axis.text(value, ticks), x, y, Palette.INK);
        }
        canvas.line(scale.from(), bottom, scale.to(), bottom, Palette.AXIS, Palette.THIN);
        y += TextStyle.SMALL.leading() + 2;
        for (String line : canvas.fonts().wrap(axis.label(), TextStyle.SMALL, canvas.right() - Canvas.MARGIN)) {
            below(canvas, line, (scale.from() + scale.to()) / 2, y, Palette.MUTED);
            y += TextStyle.SMALL.leading();
        }
        return y;
    }

    private static void below(Canvas canvas, String text, double middle, double top, Color color) {
        double x = start(canvas, middle, canvas.length(text, TextStyle.SMALL));
        canvas.text(text, x, top + TextStyle.SMALL.ascent(), TextStyle.SMALL, color, Canvas.Anchor.START);
    }

    /** Where a text around that place starts, within the margins. */
    private static double start(Canvas canvas, double middle, double length) {
        return Math.min(Math.max(middle - length / 2, Canvas.MARGIN), canvas.right() - length);
    }

    /** A line for a number of the axis; the one for zero is darker. */
    private static void grid(Canvas canvas, BigDecimal value, double fromX, double fromY, double toX, double toY) {
        Color color = value.signum() == 0 ? Palette.AXIS : Palette.GRID;
        BasicStroke stroke = value.signum() == 0 ? Palette.THIN : Palette.HAIR;
        canvas.line(fromX, fromY, toX, toY, color, stroke);
    }

    private static Ticks fitting(Canvas canvas, Axis axis, LinearScale scale) {
        for (int most = MOST_TICKS; most > 1; most--) {
            Ticks ticks = Ticks.of(scale.low(), scale.high(), most);
            if (fits(canvas, axis, scale, ticks)) {
                return ticks;
            }
        }
        Ticks two = Ticks.of(scale.low(), scale.high(), 2);
        return new Ticks(two.values().subList(0, 1), two.step());
    }

    private static boolean fits(Canvas canvas, Axis axis, LinearScale scale, Ticks ticks) {
        double end = Double.NEGATIVE_INFINITY;
        for (BigDecimal value : ticks.values()) {
            double length = canvas.length(axis.text(value, ticks), TextStyle.SMALL);
            double start = start(canvas, scale.at(value.doubleValue()), length);
            if (start < end) {
                return false;
            }
            end = start + length + GAP;
        }
        return true;
    }

    /** The width that the numbers beside a plot need, with the gap to it. */
    static double width(Canvas canvas, Axis axis, LinearScale scale, int most) {
        Ticks ticks = Ticks.of(scale.low(), scale.high(), most);
        List<String> texts =
                ticks.values().stream().map(value -> axis.text(value, ticks)).toList();
        return canvas.longest(texts, TextStyle.SMALL) + 2 * TICK;
    }

    /** Draws numbers left of the plot and lines across it, on a scale that runs from the bottom up. */
    static void beside(Canvas canvas, Axis axis, LinearScale scale, int most, double left, double right) {
        Ticks ticks = Ticks.of(scale.low(), scale.high(), most);
        for (BigDecimal value : ticks.values()) {
            double y = scale.at(value.doubleValue());
            grid(canvas, value, left, y, right, y);
            canvas.text(
                    axis.text(value, ticks),
                    left - TICK - 2,
                    y + TextStyle.SMALL.drop(),
                    TextStyle.SMALL,
                    Palette.INK,
                    Canvas.Anchor.END);
        }
    }

    /** Draws the thresholds that lie on a scale that runs from the bottom up. */
    static void thresholds(Canvas canvas, List<Mark> thresholds, LinearScale scale, double left, double right) {
        for (Mark threshold : thresholds) {
            if (scale.holds(threshold.value())) {
                double y = scale.at(threshold.value());
                canvas.line(left, y, right, y, Palette.INK, Palette.THRESHOLD);
            }
        }
    }
}
