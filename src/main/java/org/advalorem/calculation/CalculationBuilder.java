package org.advalorem.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A builder of one calculation. Equal nodes are shared; nothing is folded. Not thread-safe. */
public final class CalculationBuilder {
    private final List<Term> terms = new ArrayList<>();
    private final Map<Key, Term> shared = new HashMap<>();
    private final Map<String, Term> inputs = new LinkedHashMap<>();
    private final Map<Statement, Requirement> requirements = new LinkedHashMap<>();
    private final Map<Term, String> names = new HashMap<>();
    private final OutlineBuilder outline = new OutlineBuilder("", "");

    private record Statement(Term condition, String message) {}

    private record Key(
            Operation operation,
            List<Term> operands,
            Unit unit,
            @Nullable String address,
            @Nullable BigDecimal decimal,
            int places,
            @Nullable RecordTable table) {}

    /**
     * The input at an address; a second call with the same address, number and unit returns the same term.
     *
     * @param address the address in the scenario
     * @param decimal the number as read
     * @param unit the unit of the number
     * @throws IllegalArgumentException if the address already has another number or unit
     */
    public Term input(String address, BigDecimal decimal, Unit unit) {
        Term known = inputs.get(address);
        if (known != null) {
            if (!known.unit().equals(unit) || known.decimal().compareTo(decimal) != 0) {
                throw new IllegalArgumentException("(" + address + ") is read twice: as " + known.decimal() + " "
                        + known.unit() + " and as " + decimal + " " + unit + ".");
            }
            return known;
        }
        Term term = add(Operation.INPUT, List.of(), unit, new Term.Detail(address, decimal, 0, null));
        inputs.put(address, term);
        return term;
    }

    /**
     * Names an input in formulas, where its address alone is not informative.
     *
     * @param input the input to name
     * @param name its name in formulas
     */
    public void call(Term input, String name) {
        names.put(input, name);
    }

    /** A number fixed by the law or by arithmetic. */
    public Term literal(BigDecimal decimal, Unit unit) {
        return add(Operation.LITERAL, List.of(), unit, new Term.Detail(null, decimal.stripTrailingZeros(), 0, null));
    }

    /**
     * A number fixed by the law or by arithmetic, as decimal text.
     *
     * @throws NumberFormatException if the text is not a decimal
     */
    public Term literal(String decimal, Unit unit) {
        return literal(new BigDecimal(decimal), unit);
    }

    /** A whole number fixed by the law or by arithmetic. */
    public Term literal(long number, Unit unit) {
        return literal(BigDecimal.valueOf(number), unit);
    }

    /**
     * A fraction fixed by the law or by arithmetic, as decimal text.
     *
     * @throws NumberFormatException if the text is not a decimal
     */
    public Term fraction(String decimal) {
        return literal(decimal, Unit.FRACTION);
    }

    /** A yes or no fixed by the structure of the calculation. */
    public Term truth(boolean yes) {
        return literal(yes ? 1 : 0, Unit.TRUTH);
    }

    /**
     * Whether any of the truths holds; no if there are none.
     *
     * @throws UnitException if one of several terms is not a truth
     */
    public Term any(List<Term> truths) {
        return truths.stream().reduce(Term::or).orElseGet(() -> truth(false));
    }

    /**
     * The sum in the order given; for one term, that term itself.
     *
     * @throws IllegalArgumentException if there is no term: use {@link #sum(List, Unit)}
     * @throws UnitException if the units differ
     */
    public Term sum(List<Term> summands) {
        if (summands.isEmpty()) {
            throw new IllegalArgumentException("A sum of nothing has no unit.");
        }
        return sum(summands, summands.get(0).unit());
    }

    /**
     * The sum in the order given; zero of the given unit if there is no term.
     *
     * @param summands the terms to add
     * @param unit the unit of every term
     * @throws UnitException if a term has another unit
     */
    public Term sum(List<Term> summands, Unit unit) {
        if (summands.isEmpty()) {
            return literal(0, unit);
        }
        Term first = summands.get(0);
        checkUnit(first, unit, "summand");
        for (Term summand : summands) {
            if (!summand.unit().equals(unit)) {
                throw new UnitException(first, "+", summand);
            }
        }
        return summands.size() == 1 ? first : add(Operation.SUM, List.copyOf(summands), unit, Term.Detail.NONE);
    }

    /**
     * The simple average of at least one term.
     *
     * @throws IllegalArgumentException if there is no term
     * @throws UnitException if the units differ
     */
    public Term average(List<Term> summands) {
        return summands.size() == 1
                ? summands.get(0)
                : sum(summands).dividedBy(literal(summands.size(), Unit.FRACTION));
    }

    /**
     * {@code sum of quantityScale * quantity * max(0, x - (priceScale * price + priceShift))} over the records.
     *
     * @param x the benchmark, in the records' price unit
     * @param table the records
     * @param columns the scale and shift of the price column and the scale of the quantity column
     * @throws UnitException if a term does not have the unit that the records require
     */
    public Term zeroedRecordSum(Term x, RecordTable table, RecordColumns columns) {
        return recordSum(Operation.RECORD_SUM_ZEROED, x, table, columns);
    }

    /**
     * The sum of {@link #zeroedRecordSum} without the positive part.
     *
     * @param x the benchmark, in the records' price unit
     * @param table the records
     * @param columns the scale and shift of the price column and the scale of the quantity column
     * @throws UnitException if a term does not have the unit that the records require
     */
    public Term nettedRecordSum(Term x, RecordTable table, RecordColumns columns) {
        return recordSum(Operation.RECORD_SUM_NETTED, x, table, columns);
    }

    /**
     * The number of records whose price is below x.
     *
     * @param x the benchmark, in the records' price unit
     * @param table the records
     * @param columns the scale and shift of the price column and the scale of the quantity column
     * @throws UnitException if a term does not have the unit that the records require
     */
    public Term recordsBelow(Term x, RecordTable table, RecordColumns columns) {
        checkUnits(x, table, columns);
        return add(
                Operation.RECORDS_BELOW,
                List.of(x, columns.priceScale(), columns.priceShift()),
                Unit.COUNT,
                new Term.Detail(null, null, 0, table));
    }

    /**
     * The total quantity of the records.
     *
     * @param table the records
     * @param columns the scale of the quantity column; the rest is not used
     * @throws UnitException if the scale is not a fraction
     */
    public Term recordQuantity(RecordTable table, RecordColumns columns) {
        checkUnit(columns.quantityScale(), Unit.FRACTION, "scale of the quantities of " + table.name());
        return add(
                Operation.RECORD_QUANTITY,
                List.of(columns.quantityScale()),
                table.quantityUnit(),
                new Term.Detail(null, null, 0, table));
    }

    private Term recordSum(Operation operation, Term x, RecordTable table, RecordColumns columns) {
        checkUnits(x, table, columns);
        return add(
                operation,
                List.of(x, columns.priceScale(), columns.priceShift(), columns.quantityScale()),
                table.priceUnit().times(table.quantityUnit()),
                new Term.Detail(null, null, 0, table));
    }

    private static void checkUnits(Term x, RecordTable table, RecordColumns columns) {
        checkUnit(x, table.priceUnit(), "benchmark of the prices of " + table.name());
        checkUnit(columns.priceScale(), Unit.FRACTION, "scale of the prices of " + table.name());
        checkUnit(columns.priceShift(), table.priceUnit(), "shift of the prices of " + table.name());
        checkUnit(columns.quantityScale(), Unit.FRACTION, "scale of the quantities of " + table.name());
    }

    private static void checkUnit(Term term, Unit unit, String role) {
        if (!term.unit().equals(unit)) {
            throw new UnitException(term, role, unit);
        }
    }

    /**
     * States that a condition must hold wherever the calculation is evaluated; a repeated statement counts once.
     *
     * @param condition a truth
     * @param message what is wrong if it does not hold, and what to do
     * @param about the address of its subject; empty for the calculation as a whole
     * @throws UnitException if the condition is not a truth
     */
    public void require(Term condition, String message, String about) {
        if (!condition.unit().equals(Unit.TRUTH)) {
            throw new UnitException(condition, "a condition");
        }
        requirements.putIfAbsent(new Statement(condition, message), new Requirement(condition, message, about));
    }

    /**
     * States a condition about the calculation as a whole.
     *
     * @param condition a truth
     * @param message what is wrong if it does not hold, and what to do
     * @throws UnitException if the condition is not a truth
     */
    public void require(Term condition, String message) {
        require(condition, message, "");
    }

    /** The outline into which lines are written. */
    public OutlineBuilder outline() {
        return outline;
    }

    /** The finished calculation. */
    public Calculation build() {
        return new Calculation(terms, inputs, List.copyOf(requirements.values()), names, outline.build());
    }

    Term node(Operation operation, Unit unit, Term... operands) {
        return add(operation, List.of(operands), unit, Term.Detail.NONE);
    }

    Term add(Operation operation, List<Term> operands, Unit unit, Term.Detail detail) {
        for (Term operand : operands) {
            if (operand.builder() != this) {
                throw new IllegalArgumentException("The term " + operand + " belongs to another calculation.");
            }
        }
        Key key =
                new Key(operation, operands, unit, detail.address(), detail.decimal(), detail.places(), detail.table());
        Term known = shared.get(key);
        if (known != null) {
            return known;
        }
        Term term = new Term(this, terms.size(), operation, operands, unit, detail);
        terms.add(term);
        shared.put(key, term);
        return term;
    }
}
