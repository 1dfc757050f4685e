package org.advalorem.tables;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heading as people write it: {@code Quantity (MT)}.
 *
 * @param name the heading without what stands in brackets at its end
 * @param unit what stands in brackets at its end, if anything
 */
public record Heading(String name, Optional<String> unit) {
    private static final Pattern BRACKETS = Pattern.compile("(.*\\S)\\s*[(\\[（]([^()\\[\\]（）]*)[)\\]）]");

    /** The parts of a heading. */
    public static Heading of(String text) {
        String stripped = Cell.strip(text.replace('\n', ' '));
        Matcher matcher = BRACKETS.matcher(stripped);
        return matcher.matches()
                ? new Heading(Cell.strip(matcher.group(1)), Optional.of(Cell.strip(matcher.group(2))))
                : new Heading(stripped, Optional.empty());
    }

    /** The name in lower case with hyphens between its words, as columns are called: {@code unit-price}. */
    public String key() {
        return key(name);
    }

    /** A text in lower case with hyphens between its words. */
    public static String key(String text) {
        return Cell.plain(text).toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]+", "-");
    }
}
