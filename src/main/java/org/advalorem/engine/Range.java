package org.advalorem.engine;

import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.RecordTable;

/**
 * Between what the numbers of a column lie, or that nothing is known of them. -0.0 lies below 0.0.
 *
 * <p>Bounds of a result are the same operation on the bounds of its operands, rounded as the result is: rounding keeps the
 * order of numbers, so that they hold to the last bit.
 *
 * @param least no number is smaller
 * @param most no number is larger
 */
record Range(double least, double most) {
    /** Anything, also what is not a number. */
    static final Range UNKNOWN = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** A truth. */
    static final Range TRUTH = new Range(0.0, 1.0);

    /** More than the rounding of a look-up can be off. */
    private static final double ROUNDING = 1.000001;

    /** The range of numbers from one to the other; unknown unless both are finite. */
    static Range of(double least, double most) {
        return Double.isFinite(least) && Double.isFinite(most) ? new Range(least, most) : UNKNOWN;
    }

    /** One number. */
    static Range of(double number) {
        return of(number, number);
    }

    boolean isKnown() {
        return Double.isFinite(least);
    }

    /** Whether it is one number only; 0.0 and -0.0 are two. */
    boolean isOneNumber() {
        return isKnown() && Double.compare(least, most) == 0;
    }

    Range plus(Range other) {
        return of(least + other.least, most + other.most);
    }

    Range minus(Range other) {
        return of(least - other.most, most - other.least);
    }

    Range times(Range other) {
        return corners(least * other.least, least * other.most, most * other.least, most * other.most);
    }

    Range dividedBy(Range other) {
        return other.least > 0.0 || other.most < 0.0
                ? corners(least / other.least, least / other.most, most / other.least, most / other.most)
                : UNKNOWN;
    }

    private static Range corners(double a, double b, double c, double d) {
        // what is not a number comes through
        return of(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    Range larger(Range other) {
        return both(other) ? of(Math.max(least, other.least), Math.max(most, other.most)) : UNKNOWN;
    }

    Range smaller(Range other) {
        return both(other) ? of(Math.min(least, other.least), Math.min(most, other.most)) : UNKNOWN;
    }

    /** Both taken together. */
    Range or(Range other) {
        return both(other) ? of(Math.min(least, other.least), Math.max(most, other.most)) : UNKNOWN;
    }

    Range rounded(int places) {
        return isKnown() ? of(LegalDecimals.round(least, places), LegalDecimals.round(most, places)) : UNKNOWN;
    }

    Range less(Range other) {
        return both(other) ? of(Arithmetic.less(most, other.least), Arithmetic.less(least, other.most)) : TRUTH;
    }

    Range atMost(Range other) {
        return both(other) ? of(Arithmetic.atMost(most, other.least), Arithmetic.atMost(least, other.most)) : TRUTH;
    }

    /** This being a truth: the first where it holds, else the second. */
    Range choose(Range yes, Range no) {
        return isOneNumber() ? (Arithmetic.holds(least) ? yes : no) : yes.or(no);
    }

    /** This being a benchmark, not below zero. */
    Range zeroedRecordSum(RecordTable table, Range priceScale, Range priceShift, Range quantityScale) {
        Range recorded = minus(priceShift).dividedBy(priceScale);
        if (!recorded.isKnown() || priceScale.least <= 0.0 || !(quantityScale.least >= 0.0)) {
            return UNKNOWN;
        }
        double most = ROUNDING * quantityScale.most * priceScale.most * table.zeroedSum(recorded.most);
        return of(-0.0, most);
    }

    private boolean both(Range other) {
        return isKnown() && other.isKnown();
    }
}
