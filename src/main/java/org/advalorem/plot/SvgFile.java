package org.advalorem.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A canvas as SVG. Letters are outlines, each defined once and used many times, so that nothing depends on the reader's
 * fonts; the description repeats every label for screen readers.
 */
final class SvgFile implements Canvas.Pen {
    /** The number of coordinates of a segment of a path, by its kind. */
    private static final int[] COORDINATES = {2, 2, 4, 6, 0};

    private final FontOutlines fonts;
    private final Map<String, String> glyphs = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();

    private SvgFile(FontOutlines fonts) {
        this.fonts = fonts;
    }

    static byte[] of(Canvas canvas, Caption caption) throws IOException {
        SvgFile file = new SvgFile(canvas.fonts());
        double width = Math.ceil(canvas.width());
        double height = Math.ceil(canvas.height());
        canvas.draw(file);
        StringBuilder text = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\""
                + attributes("width", width, "height", height)
                + " viewBox=\"0 0 " + number(width) + " " + number(height) + "\">\n");
        text.append("<title>")
                .append(escaped(FontOutlines.clean(caption.title())))
                .append("</title>\n<desc>");
        canvas.labels().forEach(label -> text.append(escaped(label.text())).append('\n'));
        text.append("</desc>\n<defs>\n");
        file.glyphs.forEach((id, path) ->
                text.append("<path").append(attributes("id", id, "d", path)).append("/>\n"));
        text.append("</defs>\n<rect").append(attributes("width", width, "height", height, "fill", "#ffffff"));
        text.append("/>\n").append(file.body).append("</svg>\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void fill(Shape shape, Color color) {
        body.append(shape(shape)).append(attributes("fill", hex(color))).append("/>\n");
    }

    @Override
    public void stroke(Shape shape, Color color, BasicStroke stroke) {
        body.append(shape(shape)).append(attributes("fill", "none", "stroke", hex(color), "stroke-width", (double)
                stroke.getLineWidth()));
        if (stroke.getLineJoin() == BasicStroke.JOIN_ROUND) {
            body.append(" stroke-linejoin=\"round\"");
        }
        if (stroke.getEndCap() == BasicStroke.CAP_SQUARE) {
            body.append(" stroke-linecap=\"square\"");
        }
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            StringBuilder dash = new StringBuilder();
            for (float length : dashes) {
                dash.append(dash.isEmpty() ? "" : " ").append(number(length));
            }
            body.append(attributes("stroke-dasharray", dash));
        }
        body.append("/>\n");
    }

    private static String shape(Shape shape) {
        if (shape instanceof Rectangle2D box) {
            return "<rect"
                    + attributes("x", box.getX(), "y", box.getY(), "width", box.getWidth(), "height", box.getHeight());
        }
        if (shape instanceof Line2D line) {
            return "<line" + attributes("x1", line.getX1(), "y1", line.getY1(), "x2", line.getX2(), "y2", line.getY2());
        }
        return "<path" + attributes("d", path(shape));
    }

    @Override
    public void write(Canvas.Label label) {
        String place = "translate(" + number(label.x()) + " " + number(label.y()) + ")";
        body.append("<g")
                .append(attributes(
                        "fill", hex(label.color()), "transform", label.upright() ? place + " rotate(-90)" : place))
                .append('>');
        double x = 0;
        for (int code : label.text().codePoints().toArray()) {
            if (code != ' ') {
                body.append("<use")
                        .append(attributes("xlink:href", "#" + glyph(code, label.style()), "x", x))
                        .append("/>");
            }
            x += fonts.width(Character.toString(code), label.style());
        }
        body.append("</g>\n");
    }

    private String glyph(int code, TextStyle style) {
        String id = style.name().toLowerCase(Locale.ROOT) + "-" + Integer.toHexString(code);
        glyphs.computeIfAbsent(id, absent -> path(fonts.outline(Character.toString(code), style)));
        return id;
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator steps = shape.getPathIterator(null); !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(at);
            path.append("MLQCZ".charAt(kind));
            for (int i = 0; i < COORDINATES[kind]; i++) {
                path.append(i == 0 ? "" : " ").append(number(at[i]));
            }
        }
        return path.toString();
    }

    /** Names and values in turn. */
    private static String attributes(Object... pairs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            text.append(' ').append(pairs[i]).append("=\"");
            text.append(value instanceof Double number ? number(number) : value).append('"');
        }
        return text.toString();
    }

    /** With at most two decimals, by decimal arithmetic: the same text on every machine. */
    private static String number(double value) {
        return BigDecimal.valueOf(Math.round(value * 100), 2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String hex(Color color) {
        return "#"
                + Integer.toHexString((color.getRGB() & 0xFFFFFF) | 0x1000000).substring(1);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
