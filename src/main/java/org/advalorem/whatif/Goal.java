package org.advalorem.whatif;

import org.advalorem.calculation.LegalDecimals;
import org.advalorem.rules.ResultKey;

/**
 * A result and the value that it is to reach, or the side of that value on which it is to be.
 *
 * @param value a fraction for a rate; for a verdict 1 for yes, 0 for no
 */
public record Goal(ResultKey key, Relation relation, double value) {
    /** The largest difference from the goal of a result that meets it, which allows for error in sums of rounded rates. */
    private static final double EQUAL = 1e-14;

    /** The relation of the result to the value. */
    public enum Relation {
        /** Equal to it. */
        IS("=", ""),
        /** Less than it. */
        LESS("<", "below "),
        /** Less than it or equal to it. */
        AT_MOST("<=", "at most "),
        /** More than it. */
        MORE(">", "above "),
        /** More than it or equal to it. */
        AT_LEAST(">=", "at least ");

        private final String sign;
        private final String words;

        Relation(String sign, String words) {
            this.sign = sign;
            this.words = words;
        }

        /** The sign, as written. */
        public String sign() {
            return sign;
        }

        /** The relation in words, as they stand before a value; empty for equality. */
        public String words() {
            return words;
        }

        /** Whether the value itself does not meet the goal. */
        boolean isStrict() {
            return this == LESS || this == MORE;
        }
    }

    /** The goal of reaching a value. */
    public static Goal reaching(ResultKey key, double value) {
        return new Goal(key, Relation.IS, value);
    }

    /** Whether the goal is one value, and not all on one side of it. */
    public boolean isOneValue() {
        return relation == Relation.IS;
    }

    /** Whether a result meets the goal; sides are those of legal decimals. */
    boolean isMetBy(double result) {
        return switch (relation) {
            case IS -> Math.abs(result - value) <= EQUAL * Math.max(1.0, Math.abs(value));
            case LESS -> LegalDecimals.less(result, value);
            case AT_MOST -> LegalDecimals.atMost(result, value);
            case MORE -> LegalDecimals.less(value, result);
            case AT_LEAST -> LegalDecimals.atMost(value, result);
        };
    }
}
