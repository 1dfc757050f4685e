package org.advalorem.plot;

import java.awt.Color;
import java.util.List;

/** What all charts have around their drawing: the words above and below, and the key. */
final class Frame {
    private static final double GAP = 4;
    private static final double KEY_GAP = 20;
    private static final double SAMPLE = 24;
    private static final double SAMPLE_GAP = 6;

    /** The sign that an entry of the key explains. */
    interface Sample {
        /**
         * Draws the sign.
         *
         * @param x the left end of its room
         * @param middle of its height
         */
        void draw(double x, double middle, double width);
    }

    /** A sign and what it stands for. */
    record Entry(Sample sample, String text) {}

    private Frame() {}

    /**
     * Draws title, subtitle and warning.
     *
     * @return where the drawing may begin
     */
    static double head(Canvas canvas, Caption caption) {
        double y = words(canvas, caption.title(), Canvas.MARGIN, TextStyle.TITLE, Palette.INK);
        y = words(canvas, caption.subtitle(), y + GAP, TextStyle.SUBTITLE, Palette.MUTED);
        y = words(canvas, caption.warning(), y, TextStyle.WARNING, Palette.INK);
        return y + 3 * GAP;
    }

    private static double words(Canvas canvas, String text, double top, TextStyle style, Color color) {
        return text.isBlank() ? top : text(canvas, text, top, style, color) + GAP;
    }

    /**
     * Draws text across the canvas, in as many lines as it needs.
     *
     * @return its bottom
     */
    static double text(Canvas canvas, String text, double top, TextStyle style, Color color) {
        List<String> lines = canvas.fonts().wrap(text, style, canvas.right() - Canvas.MARGIN);
        return canvas.paragraph(lines, Canvas.MARGIN, top, style, color);
    }

    /**
     * Draws a small line of explanation, such as the label of a vertical axis.
     *
     * @return its bottom
     */
    static double note(Canvas canvas, String text, double top) {
        return text(canvas, text, top, TextStyle.SMALL, Palette.MUTED);
    }

    /** Draws the source below the drawing and ends the canvas. */
    static void foot(Canvas canvas, Caption caption, double bottom) {
        double y = bottom + 3 * GAP;
        if (!caption.source().isBlank()) {
            canvas.line(Canvas.MARGIN, y, canvas.right(), y, Palette.GRID, Palette.THIN);
            y = words(canvas, caption.source(), y + GAP + 2, TextStyle.SMALL, Palette.MUTED);
        }
        canvas.reach(y + Canvas.MARGIN - 2 * GAP);
    }

    /**
     * Draws a key in as many lines as it needs.
     *
     * @return its bottom
     */
    static double key(Canvas canvas, List<Entry> entries, double top) {
        if (entries.isEmpty()) {
            return top;
        }
        double room = canvas.right() - Canvas.MARGIN - SAMPLE - SAMPLE_GAP;
        double x = Canvas.MARGIN;
        double y = top;
        double next = y;
        for (Entry entry : entries) {
            List<String> lines = canvas.fonts().wrap(entry.text(), TextStyle.SMALL, room);
            double length = SAMPLE + SAMPLE_GAP + canvas.longest(lines, TextStyle.SMALL);
            if (x > Canvas.MARGIN && x + length > canvas.right()) {
                x = Canvas.MARGIN;
                y = next;
            }
            entry.sample().draw(x, y + TextStyle.SMALL.leading() / 2, SAMPLE);
            double bottom = canvas.paragraph(lines, x + SAMPLE + SAMPLE_GAP, y, TextStyle.SMALL, Palette.INK);
            next = Math.max(next, bottom + GAP);
            x += length + KEY_GAP;
        }
        return next + GAP;
    }

    /** The key's entry for a bar with that fill. */
    static Entry bar(Canvas canvas, Fill fill, String text) {
        return new Entry((x, middle, width) -> fill.paint(canvas, x, middle - 5, width, 10), text);
    }
}
