package org.advalorem.facts;

/**
 * Conversion of decimal numbers in cells to doubles, correctly rounded.
 *
 * <p>Up to 15 digits are an exact integer and powers of ten up to 10^22 are exact doubles, so one multiplication or
 * division rounds correctly (Clinger, "How to read floating point numbers accurately", 1990, doi:10.1145/93542.93557).
 * That covers nearly every cell; the rest go through {@link Double#parseDouble}.
 */
final class Decimals {
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Decimals() {}

    /**
     * The number parsed from a sign, digits with at most one decimal sign, and an exponent.
     *
     * @param text the number as written
     * @param point the decimal sign
     * @throws NumberFormatException if it is not such a number
     */
    static double parse(String text, char point) {
        int length = text.length();
        int i = 0;
        boolean negative = length > 0 && text.charAt(0) == '-';
        if (negative || (length > 0 && text.charAt(0) == '+')) {
            i++;
        }
        long mantissa = 0;
        int digits = 0;
        int decimals = 0;
        boolean behindPoint = false;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
                digits++;
                decimals += behindPoint ? 1 : 0;
                if (digits > EXACT_DIGITS) {
                    return slow(text, point);
                }
            } else if (c == point && !behindPoint) {
                behindPoint = true;
            } else {
                return slow(text, point);
            }
        }
        if (digits == 0) {
            throw new NumberFormatException(text);
        }
        double value = mantissa / POWERS_OF_TEN[decimals];
        return negative ? -value : value;
    }

    private static double slow(String text, char point) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Double.parseDouble would also accept NaN, Infinity, 0x1p3 and 12d
            if ((c < '0' || c > '9') && "-+eE".indexOf(c) < 0 && c != point) {
                throw new NumberFormatException(text);
            }
        }
        return Double.parseDouble(text.replace(point, '.'));
    }
}
