package org.advalorem.plot;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;

/**
 * One font of a font file.
 *
 * @param unit the font's own unit at a size of one
 */
record Face(CmapLookup characters, HorizontalMetricsTable metrics, Outlines outlines, double unit) {
    /** The outlines of glyphs by their number, in the font's own units, upside down as fonts have them. */
    @FunctionalInterface
    interface Outlines {
        Shape of(int glyph) throws IOException;
    }

    /**
     * The font as read.
     *
     * @throws IOException if it has no characters, widths or outlines
     */
    static Face of(TrueTypeFont font) throws IOException {
        @Nullable HorizontalMetricsTable metrics = font.getHorizontalMetrics();
        if (metrics == null || font.getUnitsPerEm() <= 0) {
            throw new IOException("it has no widths");
        }
        return new Face(font.getUnicodeCmapLookup(), metrics, outlines(font), 1.0 / font.getUnitsPerEm());
    }

    /** Letters are cubic curves in an OpenType font of the PostScript kind, else quadratic ones. */
    private static Outlines outlines(TrueTypeFont font) throws IOException {
        if (font instanceof OpenTypeFont open && open.isPostScript()) {
            CFFFont letters = open.getCFF().getFont();
            return glyph -> letters.getType2CharString(
                            letters.getCharset().isCIDFont()
                                    ? letters.getCharset().getCIDForGID(glyph)
                                    : glyph)
                    .getPath();
        }
        if (font.getGlyph() == null) {
            throw new IOException("it has no outlines");
        }
        var glyphs = font.getGlyph();
        return number -> {
            @Nullable GlyphData glyph = glyphs.getGlyph(number);
            return glyph == null ? new Path2D.Double() : glyph.getPath();
        };
    }

    boolean has(int code) {
        return characters.getGlyphId(code) != 0;
    }

    /** The width at a size of one. */
    double width(int code) {
        return metrics.getAdvanceWidth(characters.getGlyphId(code)) * unit;
    }

    /** The outline in the font's own units, upside down as fonts have it. */
    Shape outline(int code) {
        try {
            return outlines.of(characters.getGlyphId(code));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
