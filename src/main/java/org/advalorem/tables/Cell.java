package org.advalorem.tables;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** The text of a single cell, free of what is only typography. */
public final class Cell {
    private static final Set<String> NO_VALUE =
            Set.of("", "...", "..", "-", "--", "\u2014", "n/a", "#n/a", "na", "n.a.");

    private Cell() {}

    /** Whether a cell is empty or holds a sign by which tables say that there is no value: {@code ..}, {@code n/a}. */
    public static boolean hasNoValue(String text) {
        return NO_VALUE.contains(plain(text).toLowerCase(Locale.ROOT));
    }

    /** The text without white space around it; a no-break space is white space too. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The text stripped, with wide digits and signs as narrow ones, and one kind of space, minus and apostrophe. */
    public static String plain(String text) {
        String stripped = strip(text);
        for (int i = 0; i < stripped.length(); i++) {
            if (stripped.charAt(i) > '~') {
                String narrow = Normalizer.normalize(stripped, Normalizer.Form.NFKC);
                return narrow.replace('\u2212', '-')
                        .replace('\u2013', '-')
                        .replace('\u2019', '\'')
                        .strip();
            }
        }
        return stripped;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\uFEFF' || c == '\u200B' || Character.isSpaceChar(c) || Character.isWhitespace(c);
    }
}
