package org.advalorem.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text from files made safe and measurable for a terminal: nothing in it can move the cursor, change colours or reverse
 * the writing direction, and the number of columns it occupies is known.
 */
public final class VisibleText {
    /** The maximum width, in columns, of lines that can be wrapped: in reports, help and comments. */
    public static final int WIDTH = 120;

    private static final int WIDEST = 100;
    private static final int KEPT_BEFORE = 60;
    private static final Pattern EMPTY = Pattern.compile("(^|\\s)\\(\\)");
    private static final String TAB = "    ";
    private static final String CUT = "...";
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;

    /** The first and last code points of the blocks whose characters occupy two columns. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE4F,
        0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private VisibleText() {}

    /**
     * A line, or the part of it around a column.
     *
     * @param text the visible text
     * @param before the number of terminal columns before that column
     */
    public record Excerpt(String text, int before) {}

    /** The text with every character made visible. */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> visible.append(visible(c)));
        return visible.toString();
    }

    /** A message in which an empty text, which would be shown as nothing in brackets, is shown in quotes. */
    public static String withEmpty(String message) {
        return EMPTY.matcher(message).replaceAll("$1('')");
    }

    /**
     * The text as a cell of data: only what acts on a terminal, or turns the direction of writing, is made visible; tabs
     * and line feeds stay.
     */
    public static String inCell(String text) {
        if (text.codePoints().noneMatch(VisibleText::isActive)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.replace("\r\n", "\n")
                .codePoints()
                .forEach(c ->
                        visible.append(isActive(c) && c != '\t' && c != '\n' ? visible(c) : Character.toString(c)));
        return visible.toString();
    }

    /** Whether a code point acts on a terminal instead of being shown, as control characters and bidirectional ones do. */
    public static boolean isActive(int point) {
        return Character.isISOControl(point)
                || point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x2028 && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    /**
     * The part of a line around a column.
     *
     * @param line the line
     * @param column the column from 1, in code points; a larger one means the position after the last character
     */
    public static Excerpt around(String line, int column) {
        int[] points = line.codePoints().toArray();
        int target = Math.max(0, Math.min(column - 1, points.length));
        int first = 0;
        if (width(points, 0, points.length) > WIDEST) {
            first = target;
            for (int kept = 0; first > 0 && kept < KEPT_BEFORE; first--) {
                kept += width(points[first - 1]);
            }
        }
        StringBuilder text = new StringBuilder(first > 0 ? CUT : "");
        int before = text.length() + width(points, first, target);
        int used = text.length();
        int i = first;
        while (i < points.length && used + width(points[i]) <= WIDEST) {
            text.append(visible(points[i]));
            used += width(points[i]);
            i++;
        }
        return new Excerpt(text + (i < points.length ? CUT : ""), before);
    }

    /** The number of terminal columns that the text occupies. */
    public static int width(String text) {
        int[] points = text.codePoints().toArray();
        return width(points, 0, points.length);
    }

    /**
     * The words wrapped into lines at spaces.
     *
     * @param words the text to wrap
     * @param width the maximum number of columns in a line, exceeded only by a longer word
     * @return at least one line, empty if there are no words
     */
    public static List<String> lines(String words, int width) {
        if (width(words) <= width) {
            return List.of(words);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int start = 0;
        while (start <= words.length()) {
            int space = words.indexOf(' ', start);
            int end = space < 0 ? words.length() : space;
            String word = words.substring(start, end);
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            start = end + 1;
        }
        lines.add(line.toString());
        return lines;
    }

    private static int width(int[] points, int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += width(points[i]);
        }
        return width;
    }

    private static int width(int point) {
        String visible = visible(point);
        if (visible.length() > 1 && visible.codePointCount(0, visible.length()) > 1) {
            return visible.length();
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (point >= WIDE[i] && point <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    private static String visible(int point) {
        if (point == '\t') {
            return TAB;
        }
        if (point < ' ') {
            return Character.toString(CONTROL_PICTURES + point);
        }
        if (point == 0x7F) {
            return Character.toString(DELETE_PICTURE);
        }
        int type = Character.getType(point);
        boolean hidden = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED;
        return hidden ? String.format(Locale.ROOT, "<U+%04X>", point) : Character.toString(point);
    }
}
