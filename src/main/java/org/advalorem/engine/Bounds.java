package org.advalorem.engine;

import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.RecordTable;

/**
 * The least and the greatest number that a column can hold, where they are known. -0.0 is less than 0.0.
 *
 * <p>The bounds of a result are the same operation applied to the bounds of its operands, rounded as the result is:
 * rounding is monotonic, so they hold to the last bit.
 *
 * @param min no number is smaller
 * @param max no number is larger
 */
record Bounds(double min, double max) {
    /** Any value, NaN included. */
    static final Bounds UNKNOWN = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** A truth: 0 or 1. */
    static final Bounds TRUTH = new Bounds(0.0, 1.0);

    /** A factor that exceeds the rounding error of a look-up. */
    private static final double ROUNDING = 1.000001;

    /** The bounds from one number to another; unknown unless both are finite. */
    static Bounds of(double min, double max) {
        return Double.isFinite(min) && Double.isFinite(max) ? new Bounds(min, max) : UNKNOWN;
    }

    /** The bounds of a single number. */
    static Bounds of(double number) {
        return of(number, number);
    }

    boolean isKnown() {
        return Double.isFinite(min);
    }

    /** Whether the bounds contain a single number; 0.0 and -0.0 are two. */
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
        // a NaN propagates
        return of(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    Bounds larger(Bounds other) {
        return both(other) ? of(Math.max(min, other.min), Math.max(max, other.max)) : UNKNOWN;
    }

    Bounds smaller(Bounds other) {
        return both(other) ? of(Math.min(min, other.min), Math.min(max, other.max)) : UNKNOWN;
    }

    /** The smallest bounds that contain both. */
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

    /** The bounds of a choice, these being the bounds of its condition. */
    Bounds choose(Bounds yes, Bounds no) {
        return isOneNumber() ? (Arithmetic.holds(min) ? yes : no) : yes.or(no);
    }

    /** The bounds of a sum over records, these being the bounds of its benchmark; never below zero. */
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
