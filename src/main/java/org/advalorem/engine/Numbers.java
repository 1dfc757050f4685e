package org.advalorem.engine;

import java.util.Locale;
import org.advalorem.calculation.LegalDecimals;

/** Numbers as they stand in formulas: plain decimals of up to 15 significant digits, the same in every locale. */
final class Numbers {
    private Numbers() {}

    /** The number without exponent and without trailing zeros; {@code NaN} or {@code Infinity} when there is none. */
    static String plain(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return value == 0.0
                ? "0"
                : LegalDecimals.decimal(value).stripTrailingZeros().toPlainString();
    }

    /** A count with commas: {@code 1,204}. */
    static String grouped(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
