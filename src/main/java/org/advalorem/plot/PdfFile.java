package org.advalorem.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
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

/** A canvas as a PDF page of its size, with text that can be searched and copied. */
final class PdfFile implements Canvas.Pen {
    /** The seed of the document's identifier, which PDFBox otherwise takes from the clock. */
    private static final long IDENTITY = 1;
    /** In points: too little to be seen when letters are enlarged. */
    private static final double FLATNESS = 0.01;

    private final FontOutlines fonts;
    private final PDPageContentStream content;
    private final PDFont regular;
    private final PDFont bold;
    /** PDF counts upwards from the lower left corner. */
    private final AffineTransform upwards;

    private PdfFile(PDDocument document, Canvas canvas, PDPageContentStream content) throws IOException {
        this.fonts = canvas.fonts();
        this.content = content;
        regular = font(document, false);
        bold = font(document, true);
        upwards = new AffineTransform(1, 0, 0, -1, 0, Math.ceil(canvas.height()));
    }

    static byte[] of(Canvas canvas, Caption caption) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(IDENTITY);
            document.getDocumentInformation().setTitle(FontOutlines.clean(caption.title()));
            document.getDocumentInformation().setSubject(FontOutlines.clean(caption.source()));
            PDPage page =
                    new PDPage(new PDRectangle((float) Math.ceil(canvas.width()), (float) Math.ceil(canvas.height())));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                PdfFile file = new PdfFile(document, canvas, content);
                file.fill(new Rectangle2D.Double(0, 0, canvas.width(), canvas.height()), Palette.PAPER);
                canvas.draw(file);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static PDFont font(PDDocument document, boolean bold) throws IOException {
        try (InputStream file = FontOutlines.open(bold)) {
            return PDType0Font.load(document, file, true);
        }
    }

    @Override
    public void fill(Shape shape, Color color) throws IOException {
        if (path(shape)) {
            content.setNonStrokingColor(color);
            content.fill();
        }
    }

    @Override
    public void stroke(Shape shape, Color color, BasicStroke stroke) throws IOException {
        content.setStrokingColor(color);
        content.setLineWidth(stroke.getLineWidth());
        content.setLineCapStyle(stroke.getEndCap());
        content.setLineJoinStyle(stroke.getLineJoin());
        float[] dashes = stroke.getDashArray();
        content.setLineDashPattern(dashes == null ? new float[0] : dashes, 0);
        if (path(shape)) {
            content.stroke();
        }
    }

    @Override
    public void write(Canvas.Label label) throws IOException {
        if (!fonts.isShipped(label.text(), label.style())) {
            // PDF has no quadratic curves, of which the letters are made: short lines stand in for them.
            Path2D outline = new Path2D.Double();
            outline.append(fonts.outline(label).getPathIterator(null, FLATNESS), false);
            fill(outline, label.color());
            return;
        }
        content.setNonStrokingColor(label.color());
        AffineTransform place = new AffineTransform(upwards);
        place.concatenate(FontOutlines.place(label));
        place.scale(1, -1);
        content.beginText();
        content.setFont(label.style().bold() ? bold : regular, label.style().size());
        content.setTextMatrix(new Matrix(place));
        content.showText(label.text());
        content.endText();
    }

    /** Adds the shape, and tells whether there was anything of it. */
    private boolean path(Shape shape) throws IOException {
        float[] at = new float[6];
        PathIterator steps = shape.getPathIterator(upwards);
        boolean some = !steps.isDone();
        for (; !steps.isDone(); steps.next()) {
            switch (steps.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> content.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(at[0], at[1]);
                case PathIterator.SEG_CUBICTO -> content.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> content.closePath();
            }
        }
        return some;
    }
}
