package org.advalorem.engine;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Requirement;
import org.advalorem.calculation.Summation;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Withheld;

/**
 * The value of every term of a calculation, found in one pass. Immutable.
 *
 * <p>A value is in the unit of its term; the value of a truth is 1 or 0. An alternative that is not chosen has no
 * effect, even if it is not a number.
 */
public final class Values {
    private final Calculation calculation;
    private final double[] values;
    private int evaluated;

    private Values(Calculation calculation, Map<String, Double> replacedInputs) {
        this.calculation = calculation;
        List<Term> terms = calculation.terms();
        values = new double[terms.size()];
        int widest = 0;
        for (Term term : terms) {
            widest = Math.max(widest, term.operands().size());
        }
        double[] scratch = new double[widest];
        for (int i = 0; i < values.length; i++) {
            values[i] = evaluate(terms.get(i), replacedInputs, scratch);
        }
    }

    /** The values at the inputs as read. */
    public static Values of(Calculation calculation) {
        return of(calculation, Map.of());
    }

    /**
     * The values with some inputs replaced; the graph itself does not change.
     *
     * @param calculation the calculation to evaluate
     * @param replacedInputs numbers by address, in the unit of the input
     * @throws IllegalArgumentException if there is no input at an address
     */
    public static Values of(Calculation calculation, Map<String, Double> replacedInputs) {
        for (String address : replacedInputs.keySet()) {
            if (calculation.input(address).isEmpty()) {
                throw noInput(address);
            }
        }
        return new Values(calculation, replacedInputs);
    }

    private Values(Calculation calculation, double[] values) {
        this.calculation = calculation;
        this.values = values;
    }

    /**
     * These values with some withheld, see {@link Withheld}.
     *
     * @param terms the indices of the terms
     * @param explained the same terms with the outline that is shown
     */
    public Values withholding(BitSet terms, Calculation explained) {
        double[] shown = values.clone();
        terms.stream().forEach(term -> shown[term] = Withheld.NUMBER);
        return new Values(explained, shown);
    }

    /**
     * The value of a term, in its unit.
     *
     * @throws IllegalArgumentException if the term is not in the calculation
     */
    public double of(Term term) {
        List<Term> terms = calculation.terms();
        if (term.index() >= terms.size() || terms.get(term.index()) != term) {
            throw new IllegalArgumentException("The term (" + term + ") is not in this calculation.");
        }
        return values[term.index()];
    }

    /**
     * Whether a truth holds.
     *
     * @throws IllegalArgumentException if the term is not in the calculation
     */
    public boolean holds(Term truth) {
        return Arithmetic.holds(of(truth));
    }

    /** The requirements that do not hold, in the order stated. */
    public List<Requirement> failed() {
        return calculation.requirements().stream()
                .filter(requirement -> !holds(requirement.condition()))
                .toList();
    }

    /** Whether every value is finite; a value that is not may belong to an alternative that is not chosen. */
    public boolean areFinite() {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** The calculation evaluated. */
    public Calculation calculation() {
        return calculation;
    }

    static IllegalArgumentException noInput(String address) {
        return new IllegalArgumentException("The address (" + address + ") is not an input of this calculation.");
    }

    /** The number of term evaluations. */
    int evaluated() {
        return evaluated;
    }

    private double evaluate(Term term, Map<String, Double> replacedInputs, double[] scratch) {
        evaluated++;
        Double replacement = term.operation() == Operation.INPUT ? replacedInputs.get(term.address()) : null;
        return replacement == null ? evaluate(term, values, scratch) : replacement;
    }

    /**
     * The value of a term; of an input, the number read.
     *
     * @param values those of its operands, by index
     * @param scratch at least as long as the term has operands
     */
    static double evaluate(Term term, double[] values, double[] scratch) {
        return switch (term.operation()) {
            case INPUT, LITERAL -> term.decimal().doubleValue();
            case SUM -> sum(term.operands(), values, scratch);
            case DIFFERENCE -> operand(term, 0, values) - operand(term, 1, values);
            case PRODUCT -> operand(term, 0, values) * operand(term, 1, values);
            case QUOTIENT -> operand(term, 0, values) / operand(term, 1, values);
            case POWER -> Arithmetic.power(operand(term, 0, values), operand(term, 1, values));
            case POSITIVE_PART -> Arithmetic.positivePart(operand(term, 0, values));
            case LARGER -> Math.max(operand(term, 0, values), operand(term, 1, values));
            case SMALLER -> Math.min(operand(term, 0, values), operand(term, 1, values));
            case LESS -> Arithmetic.less(operand(term, 0, values), operand(term, 1, values));
            case AT_MOST -> Arithmetic.atMost(operand(term, 0, values), operand(term, 1, values));
            case BOTH -> Arithmetic.both(operand(term, 0, values), operand(term, 1, values));
            case EITHER -> Arithmetic.either(operand(term, 0, values), operand(term, 1, values));
            case NOT -> Arithmetic.not(operand(term, 0, values));
            case CHOOSE ->
                Arithmetic.choose(operand(term, 0, values), operand(term, 1, values), operand(term, 2, values));
            case ROUND -> LegalDecimals.round(operand(term, 0, values), term.places());
            case RECORD_SUM_ZEROED ->
                Arithmetic.zeroedRecordSum(
                        term.table(),
                        operand(term, 0, values),
                        operand(term, 1, values),
                        operand(term, 2, values),
                        operand(term, 3, values));
            case RECORD_SUM_NETTED ->
                Arithmetic.nettedRecordSum(
                        term.table(),
                        operand(term, 0, values),
                        operand(term, 1, values),
                        operand(term, 2, values),
                        operand(term, 3, values));
            case RECORDS_BELOW ->
                Arithmetic.recordsBelow(
                        term.table(), operand(term, 0, values), operand(term, 1, values), operand(term, 2, values));
            case RECORD_QUANTITY -> Arithmetic.recordQuantity(term.table(), operand(term, 0, values));
        };
    }

    private static double sum(List<Term> summands, double[] values, double[] scratch) {
        int count = summands.size();
        for (int i = 0; i < count; i++) {
            scratch[i] = values[summands.get(i).index()];
        }
        return Summation.sum(scratch, count);
    }

    private static double operand(Term term, int i, double[] values) {
        return values[term.operands().get(i).index()];
    }

    /** A copy of all values, by index of the term. */
    double[] all() {
        return values.clone();
    }
}
