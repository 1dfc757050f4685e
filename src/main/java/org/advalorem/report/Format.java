package org.advalorem.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a report is written. */
public enum Format {
    TEXT,
    JSON,
    CSV,
    MARKDOWN;

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that word. */
    public static Optional<Format> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(word))
                .findFirst();
    }

    /** The format that the ending of that file name asks for: {@code .json}, {@code .csv} or {@code .md}. */
    public static Optional<Format> ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith(format.ending()))
                .findFirst();
    }

    private String ending() {
        return switch (this) {
            case TEXT -> ".txt";
            case JSON -> ".json";
            case CSV -> ".csv";
            case MARKDOWN -> ".md";
        };
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Format::toString).toList();
    }
}
