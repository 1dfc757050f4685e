package org.advalorem.report.chart;

import java.awt.Color;
import java.util.List;

/** What all charts have in common: the words above and below, the margins, the key. */
final class Frame {
    static final double WIDTH = 700;
    static final double MARGIN = 22;
    /** No plot is narrower, however wide the words and numbers beside it are. */
    static final double LEAST_PLOT = 180;

    private static final double GAP = 4;
    private static final double KEY_GAP = 20;
    private static final double SAMPLE = 24;
    private static final double SAMPLE_GAP = 6;

    /** Draws the sign that a key explains into a box that starts there; the middle of its height is given. */
    interface Sample {
        void draw(double x, double middle, double width);
    }

    /** A sign and what it stands for. */
    record Entry(Sample sample, String text) {}

    private Frame() {}

    /**
     * Title, subtitle and watermark.
     *
     * @return where the drawing may begin
     */
    static double head(Sheet sheet, Caption caption) {
        double y = MARGIN;
        y = words(sheet, caption.title(), y, TextStyle.TITLE, Palette.INK);
        y = words(sheet, caption.subtitle(), y + GAP, TextStyle.SUBTITLE, Palette.MUTED);
        y = words(sheet, caption.warning(), y, TextStyle.WARNING, Palette.INK);
        return y + 3 * GAP;
    }

    private static double words(Sheet sheet, String text, double top, TextStyle style, Color color) {
        if (text.isBlank()) {
            return top;
        }
        List<String> lines = sheet.lettering().wrap(text, style, sheet.width() - 2 * MARGIN);
        return sheet.paragraph(lines, MARGIN, top, style, color) + GAP;
    }

    /** The source line, and the end of the sheet. */
    static void foot(Sheet sheet, Caption caption, double bottom) {
        double y = bottom + 3 * GAP;
        if (!caption.source().isBlank()) {
            sheet.line(MARGIN, y, sheet.width() - MARGIN, y, Palette.GRID, Palette.THIN);
            y = words(sheet, caption.source(), y + GAP + 2, TextStyle.SMALL, Palette.MUTED);
        }
        sheet.reach(y + MARGIN - 2 * GAP);
    }

    /**
     * A key in as many lines as it needs.
     *
     * @return its bottom
     */
    static double key(Sheet sheet, List<Entry> entries, double top) {
        if (entries.isEmpty()) {
            return top;
        }
        double room = sheet.width() - 2 * MARGIN;
        double x = MARGIN;
        double y = top;
        double next = y;
        for (Entry entry : entries) {
            List<String> lines = sheet.lettering().wrap(entry.text(), TextStyle.SMALL, room - SAMPLE - SAMPLE_GAP);
            double length = SAMPLE
                    + SAMPLE_GAP
                    + lines.stream()
                            .mapToDouble(line -> sheet.length(line, TextStyle.SMALL))
                            .max()
                            .orElse(0);
            if (x > MARGIN && x + length > sheet.width() - MARGIN) {
                x = MARGIN;
                y = next;
            }
            entry.sample().draw(x, y + TextStyle.SMALL.leading() / 2, SAMPLE);
            next = Math.max(
                    next, sheet.paragraph(lines, x + SAMPLE + SAMPLE_GAP, y, TextStyle.SMALL, Palette.INK) + GAP);
            x += length + KEY_GAP;
        }
        return next + GAP;
    }

    /** A key's sign for a bar in that look. */
    static Sample bar(Sheet sheet, Look look) {
        return (x, middle, width) -> sheet.box(x, middle - 5, width, 10, look);
    }
}
