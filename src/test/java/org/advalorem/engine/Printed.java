package org.advalorem.engine;

import org.advalorem.calculation.LegalDecimals;

/**
 * A value worked out from printed numbers, and how far it can be from the value of the numbers that were printed.
 *
 * <p>A number is printed with 15 significant digits, so it is off by half a unit of the 15th at most. From there the error
 * is carried through every operation in the worst case, with a last place for the operation itself. Comparisons and
 * roundings look at 15 digits as the law of this project does, so they are taken as decided.
 *
 * @param error the largest difference
 */
record Printed(double value, double error) {
    private static final int DIGITS = 15;

    /** A number known in every bit, or a truth. */
    static Printed exactly(double value) {
        return new Printed(value, 0.0);
    }

    /** A number as it was printed; zero is printed for zero only. */
    static Printed rounded(double value) {
        double unit = value == 0.0 ? 0.0 : Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - (DIGITS - 1));
        return new Printed(value, unit / 2);
    }

    private static Printed of(double value, double error) {
        return new Printed(value, error + Math.ulp(value));
    }

    Printed plus(Printed other) {
        return of(value + other.value, error + other.error);
    }

    Printed minus(Printed other) {
        return of(value - other.value, error + other.error);
    }

    Printed times(Printed other) {
        return of(
                value * other.value,
                Math.abs(value) * other.error + Math.abs(other.value) * error + error * other.error);
    }

    Printed dividedBy(Printed other) {
        double quotient = value / other.value;
        double min = Math.abs(other.value) - other.error;
        return of(quotient, min > 0 ? (error + Math.abs(quotient) * other.error) / min : Double.POSITIVE_INFINITY);
    }

    /** A power of a positive base moves one way with each of its parts: it is furthest off at a corner. */
    Printed power(Printed exponent) {
        double power = StrictMath.pow(value, exponent.value);
        if (value - error <= 0) {
            return of(power, value == 0.0 ? 0.0 : Double.POSITIVE_INFINITY);
        }
        double furthest = 0.0;
        for (double base : new double[] {value - error, value + error}) {
            for (double by : new double[] {exponent.value - exponent.error, exponent.value + exponent.error}) {
                furthest = Math.max(furthest, Math.abs(StrictMath.pow(base, by) - power));
            }
        }
        return of(power, furthest);
    }

    Printed larger(Printed other) {
        return value > other.value ? larger(this, other) : larger(other, this);
    }

    /** The smaller one matters only when it may be the larger. */
    private static Printed larger(Printed above, Printed below) {
        boolean near = above.value - below.value <= above.error + below.error;
        return new Printed(above.value, near ? Math.max(above.error, below.error) : above.error);
    }

    Printed smaller(Printed other) {
        return negated().larger(other.negated()).negated();
    }

    private Printed negated() {
        return new Printed(-value, error);
    }

    Printed rounded(int places) {
        double rounded = LegalDecimals.round(value, places);
        return new Printed(rounded, Math.ulp(rounded));
    }

    Printed less(Printed other) {
        return truth(LegalDecimals.less(value, other.value));
    }

    Printed atMost(Printed other) {
        return truth(LegalDecimals.atMost(value, other.value));
    }

    Printed and(Printed other) {
        return truth(holds() && other.holds());
    }

    Printed or(Printed other) {
        return truth(holds() || other.holds());
    }

    Printed not() {
        return exactly(1.0 - value);
    }

    Printed choose(Printed yes, Printed no) {
        return holds() ? yes : no;
    }

    private static Printed truth(boolean holds) {
        return exactly(holds ? 1.0 : 0.0);
    }

    private boolean holds() {
        return value == 1.0;
    }
}
