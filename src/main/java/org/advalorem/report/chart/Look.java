package org.advalorem.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * How a bar is filled: a colour and, so that it can be told without colour, a hatch.
 *
 * @param edge the colour of the outline
 */
record Look(Color ground, Hatch hatch, Color lines, Color edge) {
    /** The lines over a ground. */
    enum Hatch {
        NONE,
        RISING,
        FALLING,
        CROSSED
    }

    private static final double SPACING = 5;
    private static final BasicStroke LINES = new BasicStroke(0.9f);

    static final Look PLAIN = new Look(Palette.SKY, Hatch.NONE, Palette.INK, Palette.INK);
    static final Look DARK = new Look(Palette.BLUE, Hatch.NONE, Palette.INK, Palette.INK);
    static final Look LIGHT = new Look(new Color(0xFBE3B0), Hatch.RISING, new Color(0x9A5B00), Palette.INK);
    static final Look TOTAL = new Look(new Color(0x4A4F57), Hatch.NONE, Palette.INK, Palette.INK);
    static final Look NONE = new Look(Palette.PAPER, Hatch.CROSSED, Palette.AXIS, Palette.AXIS);

    /** Another look by its number, for one that is to differ from those before it. */
    static Look of(int number) {
        return switch (number) {
            case 0 -> DARK;
            case 1 -> LIGHT;
            case 2 -> new Look(new Color(0xCFE8DF), Hatch.FALLING, new Color(0x00644A), Palette.INK);
            default -> new Look(new Color(0xF0D9E6), Hatch.CROSSED, new Color(0x8A3F6B), Palette.INK);
        };
    }

    void paint(Rectangle2D box, Sheet sheet) {
        sheet.fill(box, ground);
        if (hatch == Hatch.RISING || hatch == Hatch.CROSSED) {
            sheet.stroke(lines(box, true), lines, LINES);
        }
        if (hatch == Hatch.FALLING || hatch == Hatch.CROSSED) {
            sheet.stroke(lines(box, false), lines, LINES);
        }
        sheet.stroke(box, edge, Palette.HAIR);
    }

    /** Slanted lines cut off at the box: computed, because not every kind of file can clip or fill with a pattern. */
    private static Path2D lines(Rectangle2D box, boolean rising) {
        Path2D path = new Path2D.Double();
        double height = box.getHeight();
        for (double start = SPACING / 2 - height; start < box.getWidth(); start += SPACING) {
            double left = Math.max(0, start);
            double right = Math.min(box.getWidth(), start + height);
            if (left < right) {
                double from = left - start;
                double to = right - start;
                path.moveTo(box.getX() + left, rising ? box.getMaxY() - from : box.getY() + from);
                path.lineTo(box.getX() + right, rising ? box.getMaxY() - to : box.getY() + to);
            }
        }
        return path;
    }
}
