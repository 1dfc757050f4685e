package org.advalorem.calculation;

/** What a node of the graph does with its operands. Truth is 1, falsehood 0. */
public enum Operation {
    /** A quantity of the scenario, registered under its address. */
    INPUT,
    /** A number that the law or arithmetic fixes: a threshold, a count of days. */
    LITERAL,
    /** The operands added in the project's one order of summation, see {@link Summation}. */
    SUM,
    /** First less second. */
    DIFFERENCE,
    /** First times second. */
    PRODUCT,
    /** First divided by second. */
    QUOTIENT,
    /** First raised to the second, {@code StrictMath.pow}. */
    POWER,
    /** {@code Math.max(0.0, x)}. */
    POSITIVE_PART,
    /** The larger of two. */
    LARGER,
    /** The smaller of two. */
    SMALLER,
    /** Whether first is less than second, as legal decimals. */
    LESS,
    /** Whether first is at most second, as legal decimals. */
    AT_MOST,
    /** Whether both hold. */
    BOTH,
    /** Whether either holds. */
    EITHER,
    /** Whether the operand does not hold. */
    NOT,
    /** Second where the first holds, else third; the other alternative has no effect. */
    CHOOSE,
    /** Legal rounding half-up to {@link Term#places()} decimal places. */
    ROUND,
    /** Over all records {@code quantity * max(0, x - price)}; operands x, price scale, price shift, quantity scale. */
    RECORD_SUM_ZEROED,
    /** Over all records {@code quantity * (x - price)}; operands as above. */
    RECORD_SUM_NETTED,
    /** Number of records with a price below x; operands x, price scale, price shift. */
    RECORDS_BELOW,
    /** Total quantity of all records times the operand, the quantity scale. */
    RECORD_QUANTITY;

    /** Whether it goes over a table of records. */
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
