package org.advalorem.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Writes a sheet as PDF, one page of its size, with text that can be searched and copied. */
final class PdfFile {
    private static final long IDENTITY = 1;
    private static final float FULL = 255f;

    private final Sheet sheet;
    private final PDPageContentStream content;
    private final PDFont regular;
    private final PDFont bold;
    /** PDF counts upwards from the lower left corner. */
    private final AffineTransform upwards;

    private PdfFile(Sheet sheet, double height, PDPageContentStream content, PDFont regular, PDFont bold) {
        this.sheet = sheet;
        this.content = content;
        this.regular = regular;
        this.bold = bold;
        upwards = new AffineTransform(1, 0, 0, -1, 0, height);
    }

    static byte[] of(Sheet sheet, Caption caption) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(IDENTITY);
            document.getDocumentInformation().setTitle(Lettering.clean(caption.title()));
            document.getDocumentInformation().setSubject(Lettering.clean(caption.source()));
            float width = (float) Math.ceil(sheet.width());
            float height = (float) Math.ceil(sheet.height());
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                new PdfFile(sheet, height, content, font(document, false), font(document, true)).write();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static PDFont font(PDDocument document, boolean bold) throws IOException {
        try (InputStream file = Lettering.open(bold)) {
            return PDType0Font.load(document, file, true);
        }
    }

    private void write() throws IOException {
        fill(new Rectangle2D.Double(0, 0, sheet.width(), sheet.height()), Palette.PAPER);
        for (Sheet.Piece piece : sheet.pieces()) {
            if (piece instanceof Sheet.Filled filled) {
                fill(filled.shape(), filled.color());
            } else if (piece instanceof Sheet.Stroked stroked) {
                stroke(stroked);
            } else if (piece instanceof Sheet.Label label) {
                label(label);
            }
        }
    }

    private void fill(Shape shape, Color color) throws IOException {
        if (path(shape, upwards)) {
            content.setNonStrokingColor(color.getRed() / FULL, color.getGreen() / FULL, color.getBlue() / FULL);
            content.fill();
        }
    }

    private void stroke(Sheet.Stroked stroked) throws IOException {
        BasicStroke stroke = stroked.stroke();
        Color color = stroked.color();
        content.setStrokingColor(color.getRed() / FULL, color.getGreen() / FULL, color.getBlue() / FULL);
        content.setLineWidth(stroke.getLineWidth());
        content.setLineCapStyle(stroke.getEndCap());
        content.setLineJoinStyle(stroke.getLineJoin());
        float[] dashes = stroke.getDashArray();
        content.setLineDashPattern(dashes == null ? new float[0] : dashes, 0);
        if (path(stroked.shape(), upwards)) {
            content.stroke();
        }
    }

    private void label(Sheet.Label label) throws IOException {
        if (!sheet.lettering().isComplete(label.text(), label.style())) {
            Shape outline = sheet.lettering().outline(label.text(), label.style());
            fill(place(label).createTransformedShape(outline), label.color());
            return;
        }
        Color color = label.color();
        content.setNonStrokingColor(color.getRed() / FULL, color.getGreen() / FULL, color.getBlue() / FULL);
        AffineTransform place = new AffineTransform(upwards);
        place.concatenate(place(label));
        place.scale(1, -1);
        content.beginText();
        content.setFont(label.style().bold() ? bold : regular, label.style().size());
        content.setTextMatrix(new Matrix(place));
        content.showText(label.text());
        content.endText();
    }

    private static AffineTransform place(Sheet.Label label) {
        AffineTransform place = AffineTransform.getTranslateInstance(label.x(), label.y());
        if (label.upright()) {
            place.rotate(-Math.PI / 2);
        }
        return place;
    }

    /** Adds the shape; whether there was anything of it. */
    private boolean path(Shape shape, AffineTransform transform) throws IOException {
        float[] at = new float[6];
        float x = 0;
        float y = 0;
        boolean some = false;
        for (PathIterator steps = shape.getPathIterator(transform); !steps.isDone(); steps.next()) {
            some = true;
            switch (steps.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> content.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO ->
                    content.curveTo(
                            x + (at[0] - x) * 2 / 3,
                            y + (at[1] - y) * 2 / 3,
                            at[2] + (at[0] - at[2]) * 2 / 3,
                            at[3] + (at[1] - at[3]) * 2 / 3,
                            at[2],
                            at[3]);
                case PathIterator.SEG_CUBICTO -> content.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> content.closePath();
            }
            int last = end(steps.currentSegment(at));
            if (last >= 0) {
                x = at[last];
                y = at[last + 1];
            }
        }
        return some;
    }

    /** Where in its numbers the end of a segment stands. */
    private static int end(int segment) {
        return switch (segment) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 0;
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 4;
            default -> -1;
        };
    }
}
