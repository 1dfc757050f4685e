package org.advalorem.report.chart;

/**
 * What an axis shows.
 *
 * @param label the quantity; with its unit where the numbers do not carry one: {@code LME price (USD/t)}
 */
public record Axis(String label, Scale scale) {
    /** How the numbers of an axis are written. */
    public enum Scale {
        /** Fractions, in percent: {@code 17.14%}. */
        PERCENT,
        /** Differences of fractions, in percentage points with a sign: {@code +1.20}; the label gets the unit. */
        POINTS,
        /** Numbers as they are, with thousands separators. */
        PLAIN
    }

    /** Rates, shares and other fractions. */
    public static Axis percent(String label) {
        return new Axis(label, Scale.PERCENT);
    }

    /** Differences of rates. */
    public static Axis points(String label) {
        return new Axis(label, Scale.POINTS);
    }

    /** Any other number. */
    public static Axis plain(String label) {
        return new Axis(label, Scale.PLAIN);
    }

    /** The label with what the numbers do not say themselves. */
    String text() {
        return scale == Scale.POINTS ? label + " (percentage points)" : label;
    }
}
