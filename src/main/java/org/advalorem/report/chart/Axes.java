package org.advalorem.report.chart;

import java.math.BigDecimal;
import java.util.List;

/** Axes with their numbers and the light lines across the plot. */
final class Axes {
    private static final int MOST_TICKS = 9;
    private static final double GAP = 14;
    private static final double TICK = 4;
    /** Far enough below that the lowest number beside the plot has room. */
    private static final double DROP = 3;

    private Axes() {}

    /**
     * Numbers below the plot and lines up through it.
     *
     * @return the bottom of the axis with its label
     */
    static double below(Sheet sheet, Axis axis, Ruler ruler, double top, double bottom) {
        Ticks ticks = fitting(sheet, axis, ruler);
        grid(sheet, ticks, ruler, top, bottom);
        double y = bottom + TICK;
        for (BigDecimal value : ticks.values()) {
            double x = ruler.at(value.doubleValue());
            sheet.line(x, bottom, x, bottom + TICK, Palette.AXIS, Palette.THIN);
            String text = NumberText.tick(value, ticks, axis.scale());
            double half = sheet.length(text, TextStyle.SMALL) / 2;
            sheet.centre(
                    text,
                    Math.min(Math.max(x, Frame.MARGIN + half), sheet.width() - Frame.MARGIN - half),
                    y + DROP + TextStyle.SMALL.ascent(),
                    TextStyle.SMALL,
                    Palette.INK);
        }
        sheet.line(ruler.from(), bottom, ruler.to(), bottom, Palette.AXIS, Palette.THIN);
        y += DROP + TextStyle.SMALL.leading() + 2;
        List<String> label = sheet.lettering().wrap(axis.text(), TextStyle.SMALL, sheet.width() - 2 * Frame.MARGIN);
        for (String line : label) {
            double length = sheet.length(line, TextStyle.SMALL);
            double middle = (ruler.from() + ruler.to()) / 2;
            double x = Math.min(Math.max(middle - length / 2, Frame.MARGIN), sheet.width() - Frame.MARGIN - length);
            sheet.left(line, x, y + TextStyle.SMALL.ascent(), TextStyle.SMALL, Palette.MUTED);
            y += TextStyle.SMALL.leading();
        }
        return y;
    }

    private static void grid(Sheet sheet, Ticks ticks, Ruler ruler, double top, double bottom) {
        for (BigDecimal value : ticks.values()) {
            double x = ruler.at(value.doubleValue());
            boolean zero = value.signum() == 0;
            sheet.line(x, top, x, bottom, zero ? Palette.AXIS : Palette.GRID, zero ? Palette.THIN : Palette.HAIR);
        }
    }

    private static Ticks fitting(Sheet sheet, Axis axis, Ruler ruler) {
        for (int most = MOST_TICKS; most > 1; most--) {
            Ticks ticks = Ticks.of(ruler.low(), ruler.high(), most);
            if (fits(sheet, axis, ruler, ticks)) {
                return ticks;
            }
        }
        Ticks two = Ticks.of(ruler.low(), ruler.high(), 2);
        return new Ticks(two.values().subList(0, 1), two.step());
    }

    private static boolean fits(Sheet sheet, Axis axis, Ruler ruler, Ticks ticks) {
        double end = Double.NEGATIVE_INFINITY;
        for (BigDecimal value : ticks.values()) {
            double length = sheet.length(NumberText.tick(value, ticks, axis.scale()), TextStyle.SMALL);
            double x = ruler.at(value.doubleValue());
            double start = Math.min(Math.max(x - length / 2, Frame.MARGIN), sheet.width() - Frame.MARGIN - length);
            if (start < end) {
                return false;
            }
            end = start + length + GAP;
        }
        return true;
    }

    /** The widest number beside a plot of that height. */
    static double width(Sheet sheet, Axis axis, Ruler ruler, int most) {
        Ticks ticks = Ticks.of(ruler.low(), ruler.high(), most);
        return ticks.values().stream()
                .mapToDouble(value -> sheet.length(NumberText.tick(value, ticks, axis.scale()), TextStyle.SMALL))
                .max()
                .orElse(0);
    }

    /** Numbers left of the plot and lines across it; the ruler runs from the bottom up. */
    static void beside(Sheet sheet, Axis axis, Ruler ruler, int most, double left, double right) {
        Ticks ticks = Ticks.of(ruler.low(), ruler.high(), most);
        for (BigDecimal value : ticks.values()) {
            double y = ruler.at(value.doubleValue());
            boolean zero = value.signum() == 0;
            sheet.line(left, y, right, y, zero ? Palette.AXIS : Palette.GRID, zero ? Palette.THIN : Palette.HAIR);
            sheet.right(
                    NumberText.tick(value, ticks, axis.scale()),
                    left - TICK - 2,
                    y + TextStyle.SMALL.size() * 0.35,
                    TextStyle.SMALL,
                    Palette.INK);
        }
    }
}
