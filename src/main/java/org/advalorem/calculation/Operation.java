package org.advalorem.calculation;

/** The operation of a node of the graph on its operands. True is 1, false is 0. */
public enum Operation {
    /** A quantity of the scenario, registered under its address. */
    INPUT,
    /** A number fixed by the law or by arithmetic: a threshold, a count of days. */
    LITERAL,
    /** The sum of the operands in the one order of summation, see {@link Summation}. */
    SUM,
    /** The first minus the second. */
    DIFFERENCE,
    /** The first times the second. */
    PRODUCT,
    /** The first divided by the second. */
    QUOTIENT,
    /** The first raised to the power of the second, {@code StrictMath.pow}. */
    POWER,
    /** {@code Math.max(0.0, x)}. */
    POSITIVE_PART,
    /** The larger of two. */
    LARGER,
    /** The smaller of two. */
    SMALLER,
    /** Whether the first is less than the second, as legal decimals. */
    LESS,
    /** Whether the first is at most the second, as legal decimals. */
    AT_MOST,
    /** Whether both hold. */
    BOTH,
    /** Whether either holds. */
    EITHER,
    /** Whether the operand does not hold. */
    NOT,
    /** The second where the first holds, else the third; the other alternative has no effect. */
    CHOOSE,
    /** Legal rounding half-up to {@link Term#places()} decimal places. */
    ROUND,
    /**
     * The sum over all records of {@code quantity * max(0, x - price)}; operands x, price scale, price shift, quantity
     * scale.
     */
    RECORD_SUM_ZEROED,
    /** The sum over all records of {@code quantity * (x - price)}; operands as above. */
    RECORD_SUM_NETTED,
    /** The number of records with a price below x; operands x, price scale, price shift. */
    RECORDS_BELOW,
    /** The total quantity of all records times the operand, the quantity scale. */
    RECORD_QUANTITY;

    /** Whether the operation covers a table of records. */
    public boolean isOverRecords() {
        return switch (this) {
            case RECORD_SUM_ZEROED, RECORD_SUM_NETTED, RECORDS_BELOW, RECORD_QUANTITY -> true;
            case INPUT,
                    LITERAL,
                    SUM,
                    DIFFERENCE,
                    PRODUCT,
                    QUOTIENT,
                    POWER,
                    POSITIVE_PART,
                    LARGER,
                    SMALLER,
                    LESS,
                    AT_MOST,
                    BOTH,
                    EITHER,
                    NOT,
                    CHOOSE,
                    ROUND -> false;
        };
    }
}
