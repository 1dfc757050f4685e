package org.advalorem.report.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file a chart can be written to. */
public enum ChartFormat {
    SVG,
    PNG,
    PDF;

    /** The format that the ending of that file name asks for. */
    public static Optional<ChartFormat> ofName(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.indexOf('.') >= 0 && format.ending().equals(ending))
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
