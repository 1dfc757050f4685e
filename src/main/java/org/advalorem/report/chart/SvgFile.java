package org.advalorem.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a sheet as SVG. Letters are outlines, each drawn once and used many times, so that nothing depends on the fonts of
 * whoever looks at it; everything that is written on the sheet stands once more in the description, for those who listen.
 */
final class SvgFile {
    private static final double HUNDREDTHS = 100;

    private final Sheet sheet;
    private final Map<String, String> glyphs = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();

    private SvgFile(Sheet sheet) {
        this.sheet = sheet;
    }

    static byte[] of(Sheet sheet, Caption caption) {
        return new SvgFile(sheet).text(caption).getBytes(StandardCharsets.UTF_8);
    }

    private String text(Caption caption) {
        for (Sheet.Piece piece : sheet.pieces()) {
            if (piece instanceof Sheet.Filled filled) {
                shape(filled.shape(), "fill=\"" + hex(filled.color()) + "\"");
            } else if (piece instanceof Sheet.Stroked stroked) {
                shape(stroked.shape(), stroke(stroked.color(), stroked.stroke()));
            } else if (piece instanceof Sheet.Label label) {
                label(label);
            }
        }
        String width = number(Math.ceil(sheet.width()));
        String height = number(Math.ceil(sheet.height()));
        StringBuilder text = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\" width=\""
                + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height + "\">\n");
        text.append("<title>").append(escaped(Lettering.clean(caption.title()))).append("</title>\n<desc>");
        sheet.labels().forEach(label -> text.append(escaped(label.text())).append('\n'));
        text.append("</desc>\n<defs>\n");
        glyphs.forEach((id, path) -> text.append("<path id=\"")
                .append(id)
                .append("\" d=\"")
                .append(path)
                .append("\"/>\n"));
        return text.append("</defs>\n<rect width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" fill=\"#ffffff\"/>\n")
                .append(body)
                .append("</svg>\n")
                .toString();
    }

    private void shape(Shape shape, String look) {
        if (shape instanceof Rectangle2D box) {
            body.append("<rect x=\"")
                    .append(number(box.getX()))
                    .append("\" y=\"")
                    .append(number(box.getY()));
            body.append("\" width=\"").append(number(box.getWidth()));
            body.append("\" height=\"").append(number(box.getHeight())).append("\" ");
        } else if (shape instanceof Line2D line) {
            body.append("<line x1=\"")
                    .append(number(line.getX1()))
                    .append("\" y1=\"")
                    .append(number(line.getY1()));
            body.append("\" x2=\"").append(number(line.getX2()));
            body.append("\" y2=\"").append(number(line.getY2())).append("\" ");
        } else {
            body.append("<path d=\"").append(path(shape)).append("\" ");
        }
        body.append(look).append("/>\n");
    }

    private static String stroke(Color color, BasicStroke stroke) {
        StringBuilder look = new StringBuilder(
                "fill=\"none\" stroke=\"" + hex(color) + "\" stroke-width=\"" + number(stroke.getLineWidth()) + "\"");
        if (stroke.getLineJoin() == BasicStroke.JOIN_ROUND) {
            look.append(" stroke-linejoin=\"round\"");
        }
        if (stroke.getEndCap() == BasicStroke.CAP_SQUARE) {
            look.append(" stroke-linecap=\"square\"");
        }
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            look.append(" stroke-dasharray=\"");
            for (int i = 0; i < dashes.length; i++) {
                look.append(i == 0 ? "" : " ").append(number(dashes[i]));
            }
            look.append('"');
        }
        return look.toString();
    }

    private void label(Sheet.Label label) {
        body.append("<g fill=\"").append(hex(label.color()));
        body.append("\" transform=\"translate(").append(number(label.x())).append(' ');
        body.append(number(label.y()))
                .append(')')
                .append(label.upright() ? " rotate(-90)" : "")
                .append("\">");
        double x = 0;
        for (int i = 0; i < label.text().length(); ) {
            int code = label.text().codePointAt(i);
            String letter = Character.toString(code);
            if (code != ' ') {
                body.append("<use xlink:href=\"#")
                        .append(glyph(letter, code, label.style()))
                        .append("\" x=\"");
                body.append(number(x)).append("\"/>");
            }
            x += sheet.lettering().width(letter, label.style());
            i += Character.charCount(code);
        }
        body.append("</g>\n");
    }

    private String glyph(String letter, int code, TextStyle style) {
        String id = style.name().toLowerCase(Locale.ROOT) + "-" + Integer.toHexString(code);
        glyphs.computeIfAbsent(id, absent -> path(sheet.lettering().outline(letter, style)));
        return id;
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator steps = shape.getPathIterator(null); !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(at);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> step(path, 'M', at, 2);
                case PathIterator.SEG_LINETO -> step(path, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> step(path, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> step(path, 'C', at, 6);
                default -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void step(StringBuilder path, char letter, double[] at, int numbers) {
        path.append(letter);
        for (int i = 0; i < numbers; i++) {
            path.append(i == 0 ? "" : " ").append(number(at[i]));
        }
    }

    /** With at most two decimals, by whole numbers alone: the same text on every machine. */
    private static String number(double value) {
        long hundredths = Math.round(value * HUNDREDTHS);
        StringBuilder text = new StringBuilder(hundredths < 0 ? "-" : "");
        long size = Math.abs(hundredths);
        text.append(size / 100);
        if (size % 100 != 0) {
            text.append('.').append(size / 10 % 10);
            if (size % 10 != 0) {
                text.append(size % 10);
            }
        }
        return text.toString();
    }

    private static String hex(Color color) {
        String digits = Integer.toHexString(color.getRGB() & 0xFFFFFF);
        return "#" + "0".repeat(6 - digits.length()) + digits;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
