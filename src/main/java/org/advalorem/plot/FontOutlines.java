package org.advalorem.plot;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Letters as outlines of the one font that ships with the program, Liberation Sans. Widths, and so the whole layout, are the
 * same everywhere; Java's own fonts, which need libraries of the system, are never touched. Characters that the font lacks
 * are taken from a font file that the user names, and without one are drawn as empty boxes.
 */
final class FontOutlines {
    private static final String REGULAR = "/liberation/LiberationSans-Regular.ttf";
    private static final String BOLD = "/liberation/LiberationSans-Bold.ttf";
    private static final Pattern BREAKS = Pattern.compile("(?<= )|(?<=[/_.-])(?=\\p{L})");

    private final Face regular;
    private final Face bold;

    private final Optional<Face> further;

    private FontOutlines(Face regular, Face bold, Optional<Face> further) {
        this.regular = regular;
        this.bold = bold;
        this.further = further;
    }

    /**
     * The font, read from the class path.
     *
     * @param further has what it lacks
     * @throws IOException if it is not there
     */
    static FontOutlines load(Optional<ChartFont> further) throws IOException {
        return new FontOutlines(shipped(false), shipped(true), further.map(ChartFont::face));
    }

    private static Face shipped(boolean bold) throws IOException {
        try (InputStream file = open(bold)) {
            return Face.of(new TTFParser().parse(new RandomAccessReadBuffer(file)));
        }
    }

    /**
     * The file of the regular or bold font.
     *
     * @throws IOException if it is not on the class path
     */
    static InputStream open(boolean bold) throws IOException {
        String resource = bold ? BOLD : REGULAR;
        InputStream file = FontOutlines.class.getResourceAsStream(resource);
        if (file == null) {
            throw new IOException("the font (" + resource + ") is not on the class path");
        }
        return file;
    }

    private Face shipped(TextStyle style) {
        return style.bold() ? bold : regular;
    }

    /** The font that draws the character: the one that ships with the program if neither has it. */
    private Face face(int code, TextStyle style) {
        Face shipped = shipped(style);
        return shipped.has(code)
                ? shipped
                : further.filter(face -> face.has(code)).orElse(shipped);
    }

    /** Whether the font that ships with the program has every character of the text. */
    boolean isShipped(String text, TextStyle style) {
        return text.codePoints().allMatch(shipped(style)::has);
    }

    /** Whether every character of the text can be drawn. */
    boolean isComplete(String text, TextStyle style) {
        return text.codePoints().allMatch(code -> face(code, style).has(code));
    }

    double width(String text, TextStyle style) {
        double width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int code = text.codePointAt(i);
            width += face(code, style).width(code);
        }
        return width * style.size();
    }

    /** The text as a shape whose baseline starts at the origin. */
    Shape outline(String text, TextStyle style) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = 0;
        for (int code : text.codePoints().toArray()) {
            Face face = face(code, style);
            double scale = face.unit() * style.size();
            var place = new AffineTransform(scale, 0, 0, -scale, at, 0);
            outline.append(place.createTransformedShape(face.outline(code)), false);
            at += face.width(code) * style.size();
        }
        return outline;
    }

    /** The label as a shape in its place. */
    Shape outline(Canvas.Label label) {
        return place(label).createTransformedShape(outline(label.text(), label.style()));
    }

    static AffineTransform place(Canvas.Label label) {
        AffineTransform place = AffineTransform.getTranslateInstance(label.x(), label.y());
        if (label.upright()) {
            place.rotate(-Math.PI / 2);
        }
        return place;
    }

    /**
     * The text in lines no wider than that. Lines break at blanks and after the joints of an address; a word that is too
     * long breaks anywhere.
     */
    List<String> wrap(String text, TextStyle style, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : BREAKS.split(clean(text), -1)) {
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
        while (fits < line.length() && width(line.substring(0, line.offsetByCodePoints(fits, 1)), style) <= width) {
            fits = line.offsetByCodePoints(fits, 1);
        }
        return fits;
    }

    /** The text with line feeds and other invisible characters as blanks. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }
}
