package org.advalorem.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;

/** A finder of terms near a bend or a jump, measured relative to the size of the quantities that meet there. */
final class KinkFinder {
    private final Values values;
    private final double[] sizes;

    KinkFinder(Values values) {
        this.values = values;
        sizes = new double[values.calculation().terms().size()];
        Arrays.fill(sizes, Double.NaN);
    }

    Optional<Kink> find(Term term) {
        List<Term> operands = term.operands();
        return switch (term.operation()) {
            case POSITIVE_PART ->
                kink(term, Kink.Form.BEND, relative(values.of(operands.get(0)), size(operands.get(0))));
            case LARGER, SMALLER -> kink(term, Kink.Form.BEND, distance(operands.get(0), operands.get(1)));
            case LESS, AT_MOST -> kink(term, Kink.Form.JUMP, distance(operands.get(0), operands.get(1)));
            case RECORD_SUM_ZEROED -> kink(term, Kink.Form.BEND, distanceFromPrices(term));
            case RECORDS_BELOW -> kink(term, Kink.Form.JUMP, distanceFromPrices(term));
            case INPUT,
                    LITERAL,
                    SUM,
                    DIFFERENCE,
                    PRODUCT,
                    QUOTIENT,
                    POWER,
                    BOTH,
                    EITHER,
                    NOT,
                    CHOOSE,
                    ROUND,
                    RECORD_SUM_NETTED,
                    RECORD_QUANTITY -> Optional.empty();
        };
    }

    private static Optional<Kink> kink(Term term, Kink.Form form, double distance) {
        return distance <= Kink.NEAR ? Optional.of(new Kink(term, form, distance)) : Optional.empty();
    }

    private double distance(Term a, Term b) {
        return relative(values.of(a) - values.of(b), Math.max(size(a), size(b)));
    }

    private double distanceFromPrices(Term term) {
        RecordTable table = term.table();
        List<Term> operands = term.operands();
        double x = Arithmetic.recordedPrice(
                values.of(operands.get(0)), values.of(operands.get(1)), values.of(operands.get(2)));
        int next = table.rowsBelow(x);
        double below = next > 0 ? distance(x, table.price(next - 1)) : Double.POSITIVE_INFINITY;
        double above = next < table.rows() ? distance(x, table.price(next)) : Double.POSITIVE_INFINITY;
        return Math.min(below, above);
    }

    private static double distance(double x, double price) {
        return relative(x - price, Math.max(Math.abs(x), Math.abs(price)));
    }

    private static double relative(double difference, double size) {
        return difference == 0.0 ? 0.0 : Math.abs(difference) / size;
    }

    /**
     * The size of the quantities that make up a term: a difference of two equal amounts is zero, but its size is
     * theirs.
     */
    private double size(Term term) {
        double known = sizes[term.index()];
        if (!Double.isNaN(known)) {
            return known;
        }
        List<Term> operands = term.operands();
        double size = switch (term.operation()) {
            case SUM, DIFFERENCE -> {
                double largest = 0.0;
                for (Term operand : operands) {
                    largest = Math.max(largest, Math.abs(values.of(operand)));
                }
                yield largest;
            }
            case PRODUCT -> size(operands.get(0)) * size(operands.get(1));
            case QUOTIENT -> size(operands.get(0)) / Math.abs(values.of(operands.get(1)));
            default -> Math.abs(values.of(term));
        };
        sizes[term.index()] = size;
        return size;
    }
}
