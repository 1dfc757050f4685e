package org.advalorem.report.chart;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Letters as outlines of one font that comes with the program, Liberation Sans, read without the machine's help: widths,
 * and so the whole layout, are the same everywhere, and Java's own fonts, which need libraries of the system, are never
 * touched. A character that the font lacks is drawn as an empty box.
 */
final class Lettering {
    private static final String REGULAR = "/liberation/LiberationSans-Regular.ttf";
    private static final String BOLD = "/liberation/LiberationSans-Bold.ttf";

    /** One font file, with what was asked of it. */
    private static final class Face {
        private final TrueTypeFont font;
        private final CmapLookup characters;
        private final double unit;
        private final Map<Integer, Double> widths = new HashMap<>();

        Face(TrueTypeFont font) throws IOException {
            this.font = font;
            characters = font.getUnicodeCmapLookup();
            unit = 1.0 / font.getUnitsPerEm();
        }

        boolean has(int code) {
            return characters.getGlyphId(code) != 0;
        }

        /** The width for a size of one. */
        double width(int code) {
            return widths.computeIfAbsent(code, this::read);
        }

        private double read(int code) {
            try {
                return font.getAdvanceWidth(characters.getGlyphId(code)) * unit;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The outline for a size of one, upside down as fonts have it. */
        Shape outline(int code) {
            try {
                @Nullable GlyphData glyph = font.getGlyph().getGlyph(characters.getGlyphId(code));
                return glyph == null ? new Path2D.Double() : glyph.getPath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Face regular;
    private final Face bold;

    private Lettering(Face regular, Face bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /**
     * Reads the font.
     *
     * @throws IOException when it is not among the libraries
     */
    static Lettering load() throws IOException {
        return new Lettering(read(false), read(true));
    }

    private static Face read(boolean bold) throws IOException {
        try (InputStream file = open(bold)) {
            return new Face(new TTFParser().parse(new RandomAccessReadBuffer(file)));
        }
    }

    /** The file of the regular or bold font. */
    static InputStream open(boolean bold) throws IOException {
        String resource = bold ? BOLD : REGULAR;
        InputStream file = Lettering.class.getResourceAsStream(resource);
        if (file == null) {
            throw new IOException("the font (" + resource + ") is not among the libraries");
        }
        return file;
    }

    private Face face(TextStyle style) {
        return style.bold() ? bold : regular;
    }

    /** Whether the font has every character of the text. */
    boolean isComplete(String text, TextStyle style) {
        return text.codePoints().allMatch(face(style)::has);
    }

    double width(String text, TextStyle style) {
        double width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += face(style).width(text.codePointAt(i));
        }
        return width * style.size();
    }

    /** The text as a shape whose baseline starts at the origin. */
    Shape outline(String text, TextStyle style) {
        Face face = face(style);
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int code = text.codePointAt(i);
            double scale = face.unit * style.size();
            outline.append(
                    new AffineTransform(scale, 0, 0, -scale, at, 0).createTransformedShape(face.outline(code)), false);
            at += face.width(code) * style.size();
        }
        return outline;
    }

    /** The text in lines no wider than that; breaks at blanks, behind the joints of an address, or where it must. */
    List<String> wrap(String text, TextStyle style, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(clean(text))) {
            if (line.length() > 0 && width((line + piece).stripTrailing(), style) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? piece.stripLeading() : piece);
            while (width(line.toString().stripTrailing(), style) > width && line.codePointCount(0, line.length()) > 1) {
                int fits = fitting(line, style, width);
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        if (line.length() > 0 || lines.isEmpty()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int fitting(StringBuilder line, TextStyle style, double width) {
        int fits = line.offsetByCodePoints(0, 1);
        while (fits < line.length()) {
            int next = line.offsetByCodePoints(fits, 1);
            if (width(line.substring(0, next), style) > width) {
                break;
            }
            fits = next;
        }
        return fits;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            boolean joint = before == '/' || before == '_' || before == '-' || before == '.';
            if (before == ' ' || (joint && Character.isLetter(text.charAt(i)))) {
                pieces.add(text.substring(start, i));
                start = i;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    /** Line feeds and other signs that are not to be seen become blanks. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }
}
