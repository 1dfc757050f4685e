package org.advalorem.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that a chart can be written to. */
public enum ChartFormat {
    SVG,
    PNG,
    PDF;

    /**
     * The format that the ending of a file name asks for; empty if there is none.
     *
     * @param name such as {@code rates.svg}, in either case
     */
    public static Optional<ChartFormat> ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.ending()))
                .findFirst();
    }

    /** All endings: svg, png, pdf. */
    public static List<String> endings() {
        return Arrays.stream(values()).map(ChartFormat::ending).toList();
    }

    private String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
