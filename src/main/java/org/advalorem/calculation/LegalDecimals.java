package org.advalorem.calculation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Legal comparison and rounding of binary doubles as the decimals they represent.
 *
 * <p>Every operand is first reduced to 13 significant decimal digits, half-even; then it is compared, or rounded
 * half-up. Without that step the average of 20.33 % and 2.04 % rounds to 11.18 instead of the published 11.19, and
 * three programs that sum to exactly 1.00 % read as de minimis. A double has 15 to 17 digits; the difference of two
 * prices costs one or two of them. Where 13 digits do not extend beyond the place being rounded to, 15 are used.
 *
 * <p>The common case is decided in plain arithmetic; only operands within 2e-12 of a boundary go through {@link
 * BigDecimal}. Both paths give the same answer (tested on a million numbers).
 */
public final class LegalDecimals {
    /** The maximum number of decimal places to which a number can be rounded. */
    public static final int MOST_PLACES = 15;

    /** A relative distance beyond which 13 digits always distinguish two numbers. */
    public static final double CLOSE = 2e-12;

    private static final MathContext ALL_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final MathContext LEGAL_DIGITS = new MathContext(13, RoundingMode.HALF_EVEN);
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final double FIFTEEN_DIGITS = 1e15;
    private static final double SMALLEST_QUICK = 1e-7;

    private LegalDecimals() {}

    /**
     * The decimal of 15 significant digits nearest to the value (half-even).
     *
     * @throws NumberFormatException if the value is not finite
     */
    public static BigDecimal decimal(double value) {
        double size = Math.abs(value);
        if (size < FIFTEEN_DIGITS && value == Math.rint(value)) {
            return BigDecimal.valueOf((long) value);
        }
        if (size < FIFTEEN_DIGITS && size >= SMALLEST_QUICK) {
            int places = placesForFifteenDigits(size);
            double power = POWERS_OF_TEN[places];
            double scaled = size * power;
            double whole = Math.rint(scaled);
            // what the product lost is exact, and so is the distance from a whole number
            double rest = (scaled - whole) + productError(size, power, scaled);
            if (rest != 0
                    && Math.abs(Math.abs(rest) - 0.5) > 1e-6
                    && whole >= FIFTEEN_DIGITS / 10 + 1
                    && whole <= FIFTEEN_DIGITS - 2) {
                double nearest = Math.abs(rest) < 0.5 ? whole : whole + Math.signum(rest);
                return BigDecimal.valueOf((long) Math.copySign(nearest, value), places);
            }
        }
        return new BigDecimal(value).round(ALL_DIGITS);
    }

    /**
     * The exact difference between a product and its double, from halves of 26 bits (Veltkamp and Dekker): a fused operation
     * would do it too, but not in every reader of the calculation.
     */
    private static double productError(double a, double b, double product) {
        double highA = upperHalf(a);
        double highB = upperHalf(b);
        double lowA = a - highA;
        double lowB = b - highB;
        return ((highA * highB - product) + highA * lowB + lowA * highB) + lowA * lowB;
    }

    private static double upperHalf(double a) {
        double scaled = a * 0x1.0000002p27;
        return scaled - (scaled - a);
    }

    /** The places after the point at which a number from {@link #SMALLEST_QUICK} on has fifteen digits in all. */
    private static int placesForFifteenDigits(double size) {
        int places = ALL_DIGITS.getPrecision() - 1;
        while (size >= POWERS_OF_TEN[ALL_DIGITS.getPrecision() - places]) {
            places--;
        }
        while (size * POWERS_OF_TEN[places] < FIFTEEN_DIGITS / 10) {
            places++;
        }
        return places;
    }

    /**
     * The decimal of 13 significant digits nearest to the value (half-even): the form in which numbers are compared.
     *
     * @throws NumberFormatException if the value is not finite
     */
    public static BigDecimal legal(double value) {
        return legal(new BigDecimal(value));
    }

    /**
     * The decimal of 13 significant digits nearest to the number (half-even): the form in which numbers are compared.
     */
    public static BigDecimal legal(BigDecimal number) {
        return number.round(LEGAL_DIGITS);
    }

    /**
     * A negative number, zero or a positive number as {@code a} is below, equal to or above {@code b} in 13 decimal
     * digits.
     */
    public static int compare(double a, double b) {
        if (a == b) {
            return 0;
        }
        if (Math.abs(a - b) > CLOSE * Math.max(Math.abs(a), Math.abs(b)) || !isFinite(a, b)) {
            return Double.compare(a, b);
        }
        return legal(a).compareTo(legal(b));
    }

    /** Whether {@code a < b} as legal decimals; false if either is NaN. */
    public static boolean less(double a, double b) {
        return !Double.isNaN(a) && !Double.isNaN(b) && compare(a, b) < 0;
    }

    /** Whether {@code a <= b} as legal decimals; false if either is NaN. */
    public static boolean atMost(double a, double b) {
        return !Double.isNaN(a) && !Double.isNaN(b) && compare(a, b) <= 0;
    }

    /**
     * The value rounded half-up (away from zero) to a number of decimal places.
     *
     * @param value the value to round
     * @param places the number of decimal places, 0 to {@link #MOST_PLACES}
     */
    public static double round(double value, int places) {
        double power = POWERS_OF_TEN[places];
        double scaled = Math.abs(value) * power;
        if (scaled < 1e9) {
            double whole = Math.floor(scaled);
            double rest = scaled - whole;
            // far from a tie neither the multiplication's error (1e-7) nor the 13th digit (5e-5) can matter
            if (Math.abs(rest - 0.5) > 1e-4) {
                // that far from a tie the sum's own rounding cannot matter; a branch would be unpredictable
                return Math.copySign(Math.floor(scaled + 0.5) / power, value);
            }
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return value;
        }
        BigDecimal legal = legal(value);
        BigDecimal exact = legal.scale() > places ? legal : decimal(value);
        return Math.copySign(exact.setScale(places, RoundingMode.HALF_UP).abs().doubleValue(), value);
    }

    private static boolean isFinite(double a, double b) {
        return Double.isFinite(a) && Double.isFinite(b);
    }
}
