package org.advalorem.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Letters as outlines of one font that comes with the program, Liberation Sans: widths, and so the whole layout, do not
 * depend on what the machine has. Characters that it lacks are taken from the machine's own fonts if it has them.
 */
final class Lettering {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final String REGULAR = "/liberation/LiberationSans-Regular.ttf";
    private static final String BOLD = "/liberation/LiberationSans-Bold.ttf";

    private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);
    private final Map<TextStyle, Map<String, Double>> widths = new EnumMap<>(TextStyle.class);

    private Lettering(Font regular, Font bold) {
        for (TextStyle style : TextStyle.values()) {
            fonts.put(style, (style.bold() ? bold : regular).deriveFont(style.size()));
        }
    }

    /**
     * Reads the font.
     *
     * @throws IOException when this Java cannot work with fonts at all
     */
    static Lettering load() throws IOException {
        try {
            Lettering lettering = new Lettering(read(REGULAR), read(BOLD));
            lettering.width("0", TextStyle.BODY);
            return lettering;
        } catch (LinkageError | InternalError | RuntimeException e) {
            throw new IOException(
                    "this Java cannot draw letters (" + e
                            + "); it needs the libraries fontconfig and freetype, on Debian"
                            + " and Ubuntu: apt-get install fontconfig",
                    e);
        }
    }

    private static Font read(String resource) throws IOException {
        try (InputStream file = open(resource)) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (FontFormatException e) {
            throw new IOException("the font (" + resource + ") cannot be read: " + e.getMessage(), e);
        }
    }

    /** The file of the regular or bold font. */
    static InputStream open(boolean bold) throws IOException {
        return open(bold ? BOLD : REGULAR);
    }

    private static InputStream open(String resource) throws IOException {
        InputStream file = Lettering.class.getResourceAsStream(resource);
        if (file == null) {
            throw new IOException("the font (" + resource + ") is not among the libraries");
        }
        return file;
    }

    Font font(TextStyle style) {
        Font font = fonts.get(style);
        if (font == null) {
            throw new IllegalStateException("There is no font for " + style);
        }
        return font;
    }

    /** Whether the font has every character of the text. */
    boolean isComplete(String text, TextStyle style) {
        return font(style).canDisplayUpTo(text) < 0;
    }

    double width(String text, TextStyle style) {
        return widths.computeIfAbsent(style, absent -> new HashMap<>())
                .computeIfAbsent(text, absent -> measured(text, style));
    }

    private double measured(String text, TextStyle style) {
        double width = 0;
        for (GlyphVector run : runs(text, style)) {
            width += run.getLogicalBounds().getWidth();
        }
        return width;
    }

    /** The text as a shape whose baseline starts at the origin. */
    Shape outline(String text, TextStyle style) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = 0;
        for (GlyphVector run : runs(text, style)) {
            outline.append(run.getOutline((float) at, 0), false);
            at += run.getLogicalBounds().getWidth();
        }
        return outline;
    }

    private List<GlyphVector> runs(String text, TextStyle style) {
        Font own = font(style);
        List<GlyphVector> runs = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int missing = own.canDisplayUpTo(text.substring(start));
            int end = missing < 0 ? text.length() : start + missing;
            if (end == start) {
                end = start + Character.charCount(text.codePointAt(start));
                runs.add(other(text.substring(start, end), style));
            } else {
                runs.add(own.createGlyphVector(CONTEXT, text.substring(start, end)));
            }
            start = end;
        }
        return runs;
    }

    private GlyphVector other(String character, TextStyle style) {
        try {
            Font machine = new Font(Font.SANS_SERIF, style.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont(style.size());
            if (machine.canDisplayUpTo(character) < 0) {
                return machine.createGlyphVector(CONTEXT, character);
            }
        } catch (InternalError | RuntimeException e) {
            // no font but our own: its sign for a missing character tells that there is one
        }
        return font(style).createGlyphVector(CONTEXT, character);
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
