package org.advalorem.report.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes a sheet as PDF, one page of its size, with text that can be searched and copied. */
final class PdfFile {
    private static final long IDENTITY = 1;

    private PdfFile() {}

    static byte[] of(Sheet sheet, Caption caption) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(IDENTITY);
            document.getDocumentInformation().setTitle(Lettering.clean(caption.title()));
            document.getDocumentInformation().setSubject(Lettering.clean(caption.source()));
            float width = (float) Math.ceil(sheet.width());
            float height = (float) Math.ceil(sheet.height());
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PDFont regular = font(document, false);
            PDFont bold = font(document, true);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
            graphics.setFontTextDrawer(new PdfBoxGraphics2DFontTextDrawer() {
                @Override
                protected PDFont mapFont(Font font, IFontTextDrawerEnv env) {
                    return font.getFontName(Locale.ROOT).endsWith("Bold") ? bold : regular;
                }
            });
            sheet.paint(graphics, Sheet.Letters.TEXT);
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
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
}
