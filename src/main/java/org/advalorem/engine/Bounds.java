package org.advalorem.engine;

import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.RecordTable;

/**
 * Between what the numbers of a column lie, or that nothing is known of them. -0.0 lies below 0.0.
 *
 * <p>Bounds of a result are the same operation on the bounds of its operands, rounded as the result is: rounding keeps the
 * order of numbers, so that they hold to the last bit.
 *
 * @param min no number is smaller
 * @param max no number is larger
 */
record Bounds(double min, double max) {
    /** Anything, also what is not a number. */
    static final Bounds UNKNOWN = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** A truth. */
    static final Bounds TRUTH = new Bounds(0.0, 1.0);

    /** More than the rounding of a look-up can be off. */
    private static final double ROUNDING = 1.000001;

    /** The range of numbers from one to the other; unknown unless both are finite. */
    static Bounds of(double min, double max) {
        return Double.isFinite(min) && Double.isFinite(max) ? new Bounds(min, max) : UNKNOWN;
    }

    /** One number. */
    static Bounds of(double number) {
        return of(number, number);
    }

    boolean isKnown() {
        return Double.isFinite(min);
    }

    /** Whether it is one number only; 0.0 and -0.0 are two. */
    boolean isOneNumber() {
        return isKnown() && Double.compare(min, max) == 0;
    }

    Bounds plus(Bounds other) {
        return of(min + other.min, max + other.max);
    }

    Bounds minus(Bounds other) {
        return of(min - other.max, max - other.min);
    }

    Bounds times(Bounds other) {
        return corners(min * other.min, min * other.max, max * other.min, max * other.max);
    }

    Bounds dividedBy(Bounds other) {
        return other.min > 0.0 || other.max < 0.0
                ? corners(min / other.min, min / other.max, max / other.min, max / other.max)
                : UNKNOWN;
    }

    private static Bounds corners(double a, double b, double c, double d) {
        // what is not a number comes through
        return of(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    Bounds larger(Bounds other) {
        return both(other) ? of(Math.max(min, other.min), Math.max(max, other.max)) : UNKNOWN;
    }

    Bounds smaller(Bounds other) {
        return both(other) ? of(Math.min(min, other.min), Math.min(max, other.max)) : UNKNOWN;
    }

    /** Both taken together. */
    Bounds or(Bounds other) {
        return both(other) ? of(Math.min(min, other.min), Math.max(max, other.max)) : UNKNOWN;
    }

    Bounds rounded(int places) {
        return isKnown() ? of(LegalDecimals.round(min, places), LegalDecimals.round(max, places)) : UNKNOWN;
    }

    Bounds less(Bounds other) {
        return both(other) ? of(Arithmetic.less(max, other.min), Arithmetic.less(min, other.max)) : TRUTH;
    }

    Bounds atMost(Bounds other) {
        return both(other) ? of(Arithmetic.atMost(max, other.min), Arithmetic.atMost(min, other.max)) : TRUTH;
    }

    /** This being a truth: the first where it holds, else the second. */
    Bounds choose(Bounds yes, Bounds no) {
        return isOneNumber() ? (Arithmetic.holds(min) ? yes : no) : yes.or(no);
    }

    /** This being a benchmark, not below zero. */
    Bounds zeroedRecordSum(RecordTable table, Bounds priceScale, Bounds priceShift, Bounds quantityScale) {
        Bounds recorded = minus(priceShift).dividedBy(priceScale);
        if (!recorded.isKnown() || priceScale.min <= 0.0 || !(quantityScale.min >= 0.0)) {
            return UNKNOWN;
        }
        double max = ROUNDING * quantityScale.max * priceScale.max * table.zeroedSum(recorded.max);
        return of(-0.0, max);
    }

    private boolean both(Bounds other) {
        return isKnown() && other.isKnown();
    }
}
