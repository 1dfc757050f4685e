package org.advalorem.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn, piece by piece, in points from the upper left corner. It is laid out completely before any of it is
 * painted; every label keeps its box, so that a test can see that none is cut and no two overlap.
 */
final class Sheet {
    /** Something drawn. */
    sealed interface Piece {}

    /** A shape filled with a colour. */
    record Filled(Shape shape, Color color) implements Piece {}

    /** The outline of a shape. */
    record Stroked(Shape shape, Color color, BasicStroke stroke) implements Piece {}

    /**
     * A label and the box it fills.
     *
     * @param x where its baseline starts
     * @param upright whether it runs upwards
     */
    record Label(String text, TextStyle style, Color color, double x, double y, boolean upright, Rectangle2D box)
            implements Piece {}

    private final Lettering lettering;
    private double width;
    private double height;
    private final List<Piece> pieces = new ArrayList<>();

    Sheet(Lettering lettering, double width) {
        this.lettering = lettering;
        this.width = width;
    }

    Lettering lettering() {
        return lettering;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** Makes the sheet at least that wide; before anything is drawn on it. */
    void widen(double min) {
        width = Math.max(width, Math.ceil(min));
    }

    /** Makes the sheet at least that long. */
    void reach(double bottom) {
        height = Math.max(height, bottom);
    }

    /** All labels, in the order in which they were written. */
    List<Label> labels() {
        return pieces.stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .toList();
    }

    /** Everything, in the order in which it is drawn. */
    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    void fill(Shape shape, Color color) {
        pieces.add(new Filled(shape, color));
    }

    void stroke(Shape shape, Color color, BasicStroke stroke) {
        pieces.add(new Stroked(shape, color, stroke));
    }

    void line(double fromX, double fromY, double toX, double toY, Color color, BasicStroke stroke) {
        stroke(new Line2D.Double(fromX, fromY, toX, toY), color, stroke);
    }

    /** A box in that look. */
    void box(double x, double y, double boxWidth, double boxHeight, Look look) {
        look.paint(new Rectangle2D.Double(x, y, boxWidth, boxHeight), this);
    }

    /** Text that starts at x; y is its baseline. */
    void left(String text, double x, double y, TextStyle style, Color color) {
        String clean = Lettering.clean(text);
        if (clean.isEmpty()) {
            return;
        }
        double length = lettering.width(clean, style);
        add(new Label(
                clean,
                style,
                color,
                x,
                y,
                false,
                new Rectangle2D.Double(x, y - style.ascent(), length, style.ascent() + style.descent())));
    }

    /** Text that ends at x. */
    void right(String text, double x, double y, TextStyle style, Color color) {
        left(text, x - length(text, style), y, style, color);
    }

    /** Text with its middle at x. */
    void centre(String text, double x, double y, TextStyle style, Color color) {
        left(text, x - length(text, style) / 2, y, style, color);
    }

    /** Text that runs upwards and starts at y; x is its baseline. */
    void upwards(String text, double x, double y, TextStyle style, Color color) {
        String clean = Lettering.clean(text);
        double length = lettering.width(clean, style);
        add(new Label(
                clean,
                style,
                color,
                x,
                y,
                true,
                new Rectangle2D.Double(x - style.ascent(), y - length, style.ascent() + style.descent(), length)));
    }

    /** Lines that start at x, the first of them below that height. */
    double paragraph(List<String> lines, double x, double top, TextStyle style, Color color) {
        double y = top;
        for (String line : lines) {
            left(line, x, y + style.ascent(), style, color);
            y += style.leading();
        }
        return y;
    }

    double length(String text, TextStyle style) {
        return lettering.width(Lettering.clean(text), style);
    }

    private void add(Label label) {
        pieces.add(label);
    }

    /** Paints everything on white. */
    void paint(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setPaint(Palette.PAPER);
        graphics.fill(new Rectangle2D.Double(0, 0, width, height));
        for (Piece piece : pieces) {
            if (piece instanceof Filled filled) {
                graphics.setPaint(filled.color());
                graphics.fill(filled.shape());
            } else if (piece instanceof Stroked stroked) {
                graphics.setPaint(stroked.color());
                graphics.setStroke(stroked.stroke());
                graphics.draw(stroked.shape());
            } else if (piece instanceof Label label) {
                paint(label, graphics);
            }
        }
    }

    private void paint(Label label, Graphics2D graphics) {
        AffineTransform before = graphics.getTransform();
        graphics.setPaint(label.color());
        graphics.translate(label.x(), label.y());
        if (label.upright()) {
            graphics.rotate(-Math.PI / 2);
        }
        graphics.fill(lettering.outline(label.text(), label.style()));
        graphics.setTransform(before);
    }
}
