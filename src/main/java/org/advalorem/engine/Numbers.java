package org.advalorem.engine;

import java.util.Locale;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Withheld;

/** Formatting of numbers in formulas: plain decimals of up to 15 significant digits, the same in every locale. */
final class Numbers {
    private Numbers() {}

    /** The number without exponent or trailing zeros; {@code NaN} or {@code Infinity} if it is not finite, brackets if withheld. */
    static String plain(double value) {
        if (!Double.isFinite(value)) {
            return Withheld.is(value) ? Withheld.BRACKETS : Double.toString(value);
        }
        return value == 0.0
                ? "0"
                : LegalDecimals.decimal(value).stripTrailingZeros().toPlainString();
    }

    /** A count with grouping commas: {@code 1,204}. */
    static String grouped(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
