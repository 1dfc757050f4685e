package org.advalorem.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;

/**
 * The derivatives of one term with respect to every input, by one forward and one backward pass (reverse accumulation;
 * Linnainmaa 1976, doi:10.1007/BF01931367).
 *
 * <p>A derivative is in the unit of the output divided by the unit of the input. Rounding passes the derivative
 * through: the gradient is that of the unrounded quantity. Comparisons and counts of records contribute nothing. At a
 * bend the slope is the one towards larger values of the bending term; every bend or jump within {@link Kink#NEAR} is
 * listed.
 */
public final class Gradient {
    private final Values values;
    private final double[] slopes;
    private final boolean[] reached;
    private final List<Kink> kinks;
    private final int visited;

    private Gradient(Values values, Term output) {
        this.values = values;
        List<Term> terms = values.calculation().terms();
        slopes = new double[terms.size()];
        reached = new boolean[terms.size()];
        KinkFinder finder = new KinkFinder(values);
        List<Kink> found = new ArrayList<>();
        pass(output, 1.0);
        int count = 0;
        for (int i = output.index(); i >= 0; i--) {
            if (reached[i]) {
                Term term = terms.get(i);
                finder.find(term).ifPresent(found::add);
                passToOperands(term, slopes[i]);
                count++;
            }
        }
        Collections.reverse(found);
        kinks = List.copyOf(found);
        visited = count;
    }

    /**
     * The gradient of a term at the inputs as read.
     *
     * @param calculation the calculation to differentiate
     * @param output the term to differentiate
     * @throws IllegalArgumentException if the term is not in the calculation
     */
    public static Gradient of(Calculation calculation, Term output) {
        return of(Values.of(calculation), output);
    }

    /**
     * The gradient of a term at the given values; requires the backward pass only.
     *
     * @param values the values at which to differentiate
     * @param output the term to differentiate
     * @throws IllegalArgumentException if the term is not in the calculation
     */
    public static Gradient of(Values values, Term output) {
        values.of(output);
        return new Gradient(values, output);
    }

    /**
     * The derivative with respect to the input at an address.
     *
     * @throws IllegalArgumentException if there is no such input
     */
    public double byInput(String address) {
        Term input = values.calculation().input(address).orElseThrow(() -> Values.noInput(address));
        return slopes[input.index()];
    }

    /**
     * The derivative with respect to a term, all others of its operands held.
     *
     * @throws IndexOutOfBoundsException if the term is not in the calculation
     */
    public double by(Term term) {
        return slopes[term.index()];
    }

    /** The derivatives by address, for all inputs in the order in which they were read. */
    public Map<String, Double> byInput() {
        Map<String, Double> result = new LinkedHashMap<>();
        values.calculation().inputs().forEach((address, input) -> result.put(address, slopes[input.index()]));
        return Collections.unmodifiableMap(result);
    }

    /** The bends and jumps near this point on which the output depends here, operands first. */
    public List<Kink> kinks() {
        return kinks;
    }

    /** The number of terms evaluated in the forward pass, each once. */
    int evaluated() {
        return values.evaluated();
    }

    /** The number of terms visited in the backward pass, each once. */
    int visited() {
        return visited;
    }

    private void pass(Term operand, double slope) {
        reached[operand.index()] = true;
        slopes[operand.index()] += slope;
    }

    private void passToOperands(Term term, double slope) {
        List<Term> operands = term.operands();
        switch (term.operation()) {
            case INPUT, LITERAL, LESS, AT_MOST, RECORDS_BELOW -> {}
            case SUM -> operands.forEach(operand -> pass(operand, slope));
            case DIFFERENCE -> {
                pass(operands.get(0), slope);
                pass(operands.get(1), -slope);
            }
            case PRODUCT -> {
                pass(operands.get(0), slope * value(term, 1));
                pass(operands.get(1), slope * value(term, 0));
            }
            case QUOTIENT -> {
                double divisor = value(term, 1);
                pass(operands.get(0), slope / divisor);
                pass(operands.get(1), -slope * values.of(term) / divisor);
            }
            case POWER -> passThroughPower(term, slope);
            case POSITIVE_PART -> {
                if (value(term, 0) >= 0.0) {
                    pass(operands.get(0), slope);
                }
            }
            case LARGER -> pass(operands.get(value(term, 0) >= value(term, 1) ? 0 : 1), slope);
            case SMALLER -> pass(operands.get(value(term, 0) <= value(term, 1) ? 0 : 1), slope);
            case BOTH, EITHER, NOT -> operands.forEach(operand -> pass(operand, 0.0));
            case CHOOSE -> {
                pass(operands.get(0), 0.0);
                pass(operands.get(Arithmetic.holds(value(term, 0)) ? 1 : 2), slope);
            }
            case ROUND -> pass(operands.get(0), slope);
            case RECORD_SUM_ZEROED -> {
                RecordTable table = term.table();
                double x = recordedPrice(term);
                double quantity = table.quantityAtOrBelow(x);
                double sum = table.zeroedSum(x);
                passThroughRecords(term, slope, sum, quantity, quantity * x - sum);
            }
            case RECORD_SUM_NETTED -> {
                RecordTable table = term.table();
                double sum = table.nettedSum(recordedPrice(term));
                passThroughRecords(term, slope, sum, table.totalQuantity(), table.totalMoney());
            }
            case RECORD_QUANTITY -> pass(operands.get(0), slope * term.table().totalQuantity());
        }
    }

    private void passThroughPower(Term term, double slope) {
        double base = value(term, 0);
        double exponent = value(term, 1);
        double byBase = exponent == 0.0 ? 0.0 : exponent * Arithmetic.power(base, exponent - 1.0);
        double byExponent = base == 0.0 && exponent > 0.0 ? 0.0 : values.of(term) * StrictMath.log(base);
        pass(term.operands().get(0), slope * byBase);
        pass(term.operands().get(1), slope * byExponent);
    }

    /**
     * Passes the four slopes of {@code quantityScale * priceScale * F((x - priceShift) / priceScale)} to the operands.
     *
     * @param sum F at the recorded price
     * @param quantity the slope of F there
     * @param money recorded price times that slope, less F: the money paid for that quantity
     */
    private void passThroughRecords(Term term, double slope, double sum, double quantity, double money) {
        List<Term> operands = term.operands();
        double priceScale = value(term, 1);
        double quantityScale = value(term, 3);
        pass(operands.get(0), slope * quantityScale * quantity);
        pass(operands.get(1), -slope * quantityScale * money);
        pass(operands.get(2), -slope * quantityScale * quantity);
        pass(operands.get(3), slope * priceScale * sum);
    }

    private double recordedPrice(Term term) {
        return Arithmetic.recordedPrice(value(term, 0), value(term, 1), value(term, 2));
    }

    private double value(Term term, int operand) {
        return values.of(term.operands().get(operand));
    }
}
