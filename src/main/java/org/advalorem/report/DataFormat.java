package org.advalorem.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file format that other programs read, with an extension of its own. */
public enum DataFormat {
    PARQUET,
    CSV;

    /** The format for the extension of the given file name; empty if there is none. */
    public static Optional<DataFormat> ofName(String name) {
        return Arrays.stream(values())
                .filter(format -> name.toLowerCase(Locale.ROOT).endsWith(format.ending()))
                .findFirst();
    }

    /** The file name extensions of all formats. */
    public static List<String> endings() {
        return Arrays.stream(values()).map(DataFormat::ending).toList();
    }

    /** The file name extension, such as {@code .parquet}. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
