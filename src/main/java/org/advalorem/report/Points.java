package org.advalorem.report;

import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.advalorem.calculation.LegalDecimals;

/** Differences between rates in percentage points. */
final class Points {
    private static final int PLACES = 4;

    private Points() {}

    /** The signed difference with four decimals: {@code -10.5400}. */
    static String text(double fraction) {
        return text(fraction, PLACES);
    }

    /** The signed difference with the given number of decimals. */
    static String text(double fraction, int places) {
        if (!Double.isFinite(fraction)) {
            return Figure.NONE;
        }
        // The residue of subtracting two equal rates is no change.
        String text = LegalDecimals.decimal(LegalDecimals.round(fraction, 15))
                .movePointRight(2)
                .setScale(places, RoundingMode.HALF_UP)
                .toPlainString();
        boolean zero = text.chars().allMatch(c -> c == '0' || c == '.' || c == '-');
        return zero ? text.replace("-", "") : (text.startsWith("-") ? "" : "+") + text;
    }

    /** The signed difference with four decimals; {@code n/a} if there is none. */
    static String text(OptionalDouble fraction) {
        return fraction.isPresent() ? text(fraction.getAsDouble()) : Figure.NONE;
    }
}
