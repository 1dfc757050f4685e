package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.UnaryOperator;

/**
 * A slip of the pen with a number: what was done to it, and how the number comes out.
 *
 * @param what in words, such as {@code divided by 1,000}
 * @param change the number after it, from the number as written, in the unit written
 * @param scales whether it multiplies, so that it can be made to every number of a series or column alike
 */
record Slip(EditKind kind, String what, UnaryOperator<BigDecimal> change, boolean scales) {
    /** The digits kept where a quotient does not end. */
    private static final MathContext DIGITS = new MathContext(15);

    static Slip times(EditKind kind, String what, BigDecimal factor) {
        return new Slip(kind, what, number -> number.multiply(factor), true);
    }

    static Slip over(EditKind kind, String what, BigDecimal divisor) {
        return new Slip(kind, what, number -> number.divide(divisor, DIGITS), true);
    }

    static Slip to(EditKind kind, String what, BigDecimal number) {
        return new Slip(kind, what, old -> number, false);
    }

    static Slip of(EditKind kind, String what, UnaryOperator<BigDecimal> change) {
        return new Slip(kind, what, change, false);
    }

    /** One divided by the number. */
    static BigDecimal reciprocal(BigDecimal number) {
        return BigDecimal.ONE.divide(number, DIGITS);
    }
}
