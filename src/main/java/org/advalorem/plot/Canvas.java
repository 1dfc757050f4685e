package org.advalorem.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A drawing, piece by piece, in points from the upper left corner. It is laid out in full before any file is written, and
 * every label keeps its box, so that a test can check that none is cut off and no two overlap.
 */
final class Canvas {
    static final double WIDTH = 700;
    static final double MARGIN = 22;

    /** Where text stands relative to its x. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A file format, as the receiver of the pieces in drawing order. */
    interface Pen {
        void fill(Shape shape, Color color) throws IOException;

        void stroke(Shape shape, Color color, BasicStroke stroke) throws IOException;

        void write(Label label) throws IOException;
    }

    private interface Piece {
        void draw(Pen pen) throws IOException;
    }

    /**
     * A line of text and the box it fills.
     *
     * @param x where its baseline starts
     * @param upright whether it runs upwards
     */
    record Label(String text, TextStyle style, Color color, double x, double y, boolean upright, Rectangle2D box) {}

    private final FontOutlines fonts;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private double width = WIDTH;
    private double height;

    Canvas(FontOutlines fonts) {
        this.fonts = fonts;
    }

    FontOutlines fonts() {
        return fonts;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** The right margin. */
    double right() {
        return width - MARGIN;
    }

    /** Makes the canvas at least that wide; to be called before anything is drawn. */
    void widen(double min) {
        width = Math.max(width, Math.ceil(min));
    }

    /** Makes the canvas at least that high. */
    void reach(double bottom) {
        height = Math.max(height, bottom);
    }

    /** All labels, in drawing order. */
    List<Label> labels() {
        return List.copyOf(labels);
    }

    /** Hands every piece to the pen, in drawing order. */
    void draw(Pen pen) throws IOException {
        for (Piece piece : pieces) {
            piece.draw(pen);
        }
    }

    void fill(Shape shape, Color color) {
        pieces.add(pen -> pen.fill(shape, color));
    }

    void stroke(Shape shape, Color color, BasicStroke stroke) {
        pieces.add(pen -> pen.stroke(shape, color, stroke));
    }

    void line(double fromX, double fromY, double toX, double toY, Color color, BasicStroke stroke) {
        stroke(new Line2D.Double(fromX, fromY, toX, toY), color, stroke);
    }

    /** One line of text; y is its baseline. */
    void text(String text, double x, double y, TextStyle style, Color color, Anchor anchor) {
        double length = length(text, style);
        double left = x - (anchor == Anchor.START ? 0 : anchor == Anchor.MIDDLE ? length / 2 : length);
        var box = new Rectangle2D.Double(left, y - style.ascent(), length, style.ascent() + style.descent());
        add(new Label(FontOutlines.clean(text), style, color, left, y, false, box));
    }

    /** Text that runs upwards from y; x is its baseline. */
    void upwards(String text, double x, double y, TextStyle style, Color color) {
        double length = length(text, style);
        var box = new Rectangle2D.Double(x - style.ascent(), y - length, style.ascent() + style.descent(), length);
        add(new Label(FontOutlines.clean(text), style, color, x, y, true, box));
    }

    private void add(Label label) {
        if (!label.text().isEmpty()) {
            labels.add(label);
            pieces.add(pen -> pen.write(label));
        }
    }

    /**
     * Lines of text below each other.
     *
     * @return the bottom of the last line
     */
    double paragraph(List<String> lines, double x, double top, TextStyle style, Color color) {
        double y = top;
        for (String line : lines) {
            text(line, x, y + style.ascent(), style, color, Anchor.START);
            y += style.leading();
        }
        return y;
    }

    /** Lines of text, centred vertically. */
    void block(List<String> lines, double x, double middle, TextStyle style, Color color, Anchor anchor) {
        double y = middle - lines.size() * style.leading() / 2;
        for (String line : lines) {
            text(line, x, y + style.leading() / 2 + style.drop(), style, color, anchor);
            y += style.leading();
        }
    }

    double length(String text, TextStyle style) {
        return fonts.width(FontOutlines.clean(text), style);
    }

    /** The length of the longest of those texts; 0 without any. */
    double longest(List<String> texts, TextStyle style) {
        return texts.stream().mapToDouble(text -> length(text, style)).max().orElse(0);
    }
}
