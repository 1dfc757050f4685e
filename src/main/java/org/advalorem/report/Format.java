package org.advalorem.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The format of a report. */
public enum Format {
    TEXT,
    JSON,
    CSV,
    MARKDOWN;

    /** The format's name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name; empty if there is none. */
    public static Optional<Format> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(word))
                .findFirst();
    }

    /** The format for the extension of the given file name: {@code .json}, {@code .csv} or {@code .md}. */
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

    /** The file name extensions of all formats. */
    public static List<String> endings() {
        return Arrays.stream(values()).map(Format::ending).toList();
    }

    /** The names of all formats. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Format::toString).toList();
    }
}
