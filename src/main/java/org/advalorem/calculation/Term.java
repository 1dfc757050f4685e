package org.advalorem.calculation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quantity of the calculation: one node of the graph.
 *
 * <p>Terms are made by a {@link CalculationBuilder} and by the arithmetic below, which checks units while building.
 * Equal terms of one builder are the same object; nothing is folded, so that inputs remain inputs.
 */
public final class Term {
    private final CalculationBuilder builder;
    private final int index;
    private final Operation operation;
    private final List<Term> operands;
    private final Unit unit;
    private final Detail detail;

    /** The details that an operation needs besides its operands. */
    record Detail(
            @Nullable String address,
            @Nullable BigDecimal decimal,
            int places,
            @Nullable RecordTable table) {
        static final Detail NONE = new Detail(null, null, 0, null);
    }

    Term(CalculationBuilder builder, int index, Operation operation, List<Term> operands, Unit unit, Detail detail) {
        this.builder = builder;
        this.index = index;
        this.operation = operation;
        this.operands = operands;
        this.unit = unit;
        this.detail = detail;
    }

    /**
     * The sum of this and the other, in the same unit.
     *
     * @throws UnitException if the units differ
     * @throws IllegalArgumentException if the other belongs to another calculation
     */
    public Term plus(Term other) {
        return builder.sum(List.of(this, other));
    }

    /**
     * The difference of this and the other, in the same unit.
     *
     * @throws UnitException if the units differ
     * @throws IllegalArgumentException if the other belongs to another calculation
     */
    public Term minus(Term other) {
        return builder.node(Operation.DIFFERENCE, sameUnit(other, "-"), this, other);
    }

    /**
     * The product of this and the other; units multiply.
     *
     * @throws IllegalArgumentException if the other belongs to another calculation
     */
    public Term times(Term other) {
        return builder.node(Operation.PRODUCT, unit.times(other.unit), this, other);
    }

    /**
     * The quotient of this and the other; units divide.
     *
     * @throws IllegalArgumentException if the other belongs to another calculation
     */
    public Term dividedBy(Term other) {
        return builder.node(Operation.QUOTIENT, unit.per(other.unit), this, other);
    }

    /**
     * This fraction raised to the power of another.
     *
     * @throws UnitException if either is not a fraction
     * @throws IllegalArgumentException if the exponent belongs to another calculation
     */
    public Term power(Term exponent) {
        fraction(this, "base of a power");
        fraction(exponent, "exponent");
        return builder.node(Operation.POWER, Unit.FRACTION, this, exponent);
    }

    /** {@code max(0, this)}. */
    public Term positivePart() {
        return builder.node(Operation.POSITIVE_PART, unit, this);
    }

    /**
     * The larger of this and the other, in the same unit.
     *
     * @throws UnitException if the units differ
     * @throws IllegalArgumentException if the other belongs to another calculation
     */
    public Term larger(Term other) {
        return builder.node(Operation.LARGER, sameUnit(other, "max"), this, other);
    }

    /**
     * The smaller of this and the other, in the same unit.
     *
     * @throws UnitException if the units differ
     * @throws IllegalArgumentException if the other belongs to another calculation
     */
    public Term smaller(Term other) {
        return builder.node(Operation.SMALLER, sameUnit(other, "min"), this, other);
    }

    /**
     * Whether this is less than the other, compared as {@link LegalDecimals}.
     *
     * @throws UnitException if the units differ
     * @throws IllegalArgumentException if the other belongs to another calculation
     */
    public Term less(Term other) {
        sameUnit(other, "<");
        return builder.node(Operation.LESS, Unit.TRUTH, this, other);
    }

    /**
     * Whether this is at most the other, compared as {@link LegalDecimals}.
     *
     * @throws UnitException if the units differ
     * @throws IllegalArgumentException if the other belongs to another calculation
     */
    public Term atMost(Term other) {
        sameUnit(other, "<=");
        return builder.node(Operation.AT_MOST, Unit.TRUTH, this, other);
    }

    /**
     * Whether both this and the other hold.
     *
     * @throws UnitException if either is not a truth
     * @throws IllegalArgumentException if the other belongs to another calculation
     */
    public Term and(Term other) {
        truth(this);
        truth(other);
        return builder.node(Operation.BOTH, Unit.TRUTH, this, other);
    }

    /**
     * Whether this or the other holds.
     *
     * @throws UnitException if either is not a truth
     * @throws IllegalArgumentException if the other belongs to another calculation
     */
    public Term or(Term other) {
        truth(this);
        truth(other);
        return builder.node(Operation.EITHER, Unit.TRUTH, this, other);
    }

    /**
     * Whether this does not hold.
     *
     * @throws UnitException if this is not a truth
     */
    public Term not() {
        truth(this);
        return builder.node(Operation.NOT, Unit.TRUTH, this);
    }

    /**
     * {@code yes} where this holds, else {@code no}.
     *
     * @throws UnitException if this is not a truth, or the units of the alternatives differ
     * @throws IllegalArgumentException if an alternative belongs to another calculation
     */
    public Term choose(Term yes, Term no) {
        truth(this);
        return builder.node(Operation.CHOOSE, yes.sameUnit(no, "or"), this, yes, no);
    }

    /**
     * This term rounded half-up, see {@link LegalDecimals}.
     *
     * @param places decimal places of the number itself, 0 to 15: 4 for a rate published in percent with two
     * @throws IllegalArgumentException if {@code places} is outside that range
     */
    public Term rounded(int places) {
        if (places < 0 || places > LegalDecimals.MOST_PLACES) {
            throw new IllegalArgumentException("Cannot round to (" + places + ") decimal places: 0 to "
                    + LegalDecimals.MOST_PLACES + " are possible.");
        }
        return builder.add(Operation.ROUND, List.of(this), unit, new Detail(null, null, places, null));
    }

    /** The operation of the node. */
    public Operation operation() {
        return operation;
    }

    /** The operands in order. */
    public List<Term> operands() {
        return operands;
    }

    /** The unit. */
    public Unit unit() {
        return unit;
    }

    /** The position in the order of the calculation, operands first. */
    public int index() {
        return index;
    }

    /**
     * The address of an input.
     *
     * @throws IllegalStateException if this is not an input
     */
    public String address() {
        if (detail.address() == null) {
            throw new IllegalStateException(operation + " has no address.");
        }
        return detail.address();
    }

    /**
     * The decimal as which an input or a literal was written.
     *
     * @throws IllegalStateException if this is neither an input nor a literal
     */
    public BigDecimal decimal() {
        if (detail.decimal() == null) {
            throw new IllegalStateException(operation + " has no decimal.");
        }
        return detail.decimal();
    }

    /** The decimal places of a rounding. */
    public int places() {
        return detail.places();
    }

    /**
     * The records of an operation over records.
     *
     * @throws IllegalStateException if this is not an operation over records
     */
    public RecordTable table() {
        if (detail.table() == null) {
            throw new IllegalStateException(operation + " has no records.");
        }
        return detail.table();
    }

    CalculationBuilder builder() {
        return builder;
    }

    private Unit sameUnit(Term other, String sign) {
        if (!unit.equals(other.unit)) {
            throw new UnitException(this, sign, other);
        }
        return unit;
    }

    private static void truth(Term term) {
        if (!term.unit.equals(Unit.TRUTH)) {
            throw new UnitException(term, "a condition");
        }
    }

    private static void fraction(Term term, String role) {
        if (!term.unit.isFraction()) {
            throw new UnitException(term, role);
        }
    }

    /** The operation, with the address or number of a leaf. */
    @Override
    public String toString() {
        if (detail.address() != null) {
            return detail.address() + " = " + decimal().toPlainString() + " " + unit;
        }
        if (detail.decimal() != null) {
            return decimal().toPlainString() + " " + unit;
        }
        return operation + "#" + index + " " + unit;
    }
}
