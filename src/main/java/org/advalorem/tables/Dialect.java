package org.advalorem.tables;

import java.util.Map;
import java.util.Optional;

/**
 * How a text file separates and quotes cells.
 *
 * @param delimiter the character between cells
 * @param quote the quotation mark around cells
 * @param backslash whether a backslash and not a second quotation mark stands before one inside a cell
 */
public record Dialect(char delimiter, char quote, boolean backslash) {
    /** The candidates for a delimiter. */
    static final String DELIMITERS = ",;\t| ";

    private static final Map<String, Character> WORDS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|', "space", ' ');

    /** The delimiter of that name. */
    public static Optional<Character> delimiter(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    /** The name of the delimiter, as scenarios write it. */
    public String word() {
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue() == delimiter)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(String.valueOf(delimiter));
    }

    /** The delimiter in the plural: {@code semicolons}. */
    public String plural() {
        return word() + "s";
    }
}
