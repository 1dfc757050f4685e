package org.advalorem.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** How a bar is filled: a colour and, so that a copy in black and white still tells bars apart, a hatch. */
public enum Fill {
    /** The ordinary bar. */
    SKY(0x56B4E9, Hatch.NONE, 0x1A1A1A, 0x1A1A1A),
    /** The first of two. */
    BLUE(0x0072B2, Hatch.NONE, 0x1A1A1A, 0x1A1A1A),
    /** The second of two, or the exception. */
    AMBER(0xFBE3B0, Hatch.RISING, 0x9A5B00, 0x1A1A1A),
    /** A total. */
    SLATE(0x4A4F57, Hatch.NONE, 0x1A1A1A, 0x1A1A1A),
    /** No result. */
    BLANK(0xFFFFFF, Hatch.CROSSED, 0x7D828A, 0x7D828A);

    private enum Hatch {
        NONE,
        RISING,
        CROSSED
    }

    private static final double SPACING = 5;
    private static final BasicStroke LINES = new BasicStroke(0.9f);

    private final Color ground;
    private final Hatch hatch;
    private final Color lines;
    private final Color edge;

    Fill(int ground, Hatch hatch, int lines, int edge) {
        this.ground = new Color(ground);
        this.hatch = hatch;
        this.lines = new Color(lines);
        this.edge = new Color(edge);
    }

    /** Its colour, for drawings that cannot hatch. */
    public Color color() {
        return ground;
    }

    void paint(Canvas canvas, double x, double y, double width, double height) {
        var box = new Rectangle2D.Double(x, y, width, height);
        canvas.fill(box, ground);
        if (hatch != Hatch.NONE) {
            canvas.stroke(lines(box, true), lines, LINES);
        }
        if (hatch == Hatch.CROSSED) {
            canvas.stroke(lines(box, false), lines, LINES);
        }
        canvas.stroke(box, edge, Palette.HAIR);
    }

    /** Slanted lines that end at the box: computed, because not every kind of file can clip or fill with a pattern. */
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
