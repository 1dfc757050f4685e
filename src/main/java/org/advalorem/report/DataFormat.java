package org.advalorem.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that other programs read, each with an ending of its own. */
public enum DataFormat {
    PARQUET,
    CSV;

    /** The kind that the ending of that file name asks for. */
    public static Optional<DataFormat> ofName(String name) {
        return Arrays.stream(values())
                .filter(format -> name.toLowerCase(Locale.ROOT).endsWith(format.ending()))
                .findFirst();
    }

    /** What names of such files end in: {@code .parquet}. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
