package org.advalorem.whatif;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Gradient;
import org.advalorem.engine.Values;

/**
 * The distance of a truth from its flip, measured by the comparison that decides it.
 *
 * @param value the difference of the two sides relative to the larger one: positive while the truth holds, else
 *     negative
 * @param comparison the comparison that decides; the truth itself if it involves none
 * @param negated whether the truth holds when the comparison does not
 */
record Margin(double value, Term comparison, boolean negated) {

    /** The margin of a truth at those values. */
    static Margin of(Term truth, Values values) {
        List<Term> operands = truth.operands();
        return switch (truth.operation()) {
            case LESS, AT_MOST ->
                new Margin(
                        relative(values.of(operands.get(0)), values.of(operands.get(1)), values.holds(truth)),
                        truth,
                        false);
            case NOT -> of(operands.get(0), values).turned();
            case BOTH -> of(operands.get(0), values).lesser(of(operands.get(1), values));
            case EITHER -> of(operands.get(0), values).larger(of(operands.get(1), values));
            case CHOOSE -> {
                Margin condition = of(operands.get(0), values);
                yield condition
                        .lesser(of(operands.get(1), values))
                        .larger(condition.turned().lesser(of(operands.get(2), values)));
            }
            default -> new Margin(values.holds(truth) ? 2.0 : -2.0, truth, false);
        };
    }

    /**
     * The relative difference with the sign of the truth, as rounding before the comparison may override the
     * difference.
     */
    private static double relative(double left, double right, boolean holds) {
        double size = Math.max(Math.abs(left), Math.abs(right));
        double difference = size == 0.0 ? 0.0 : Math.abs(right - left) / size;
        difference = Math.max(difference, Double.MIN_VALUE);
        return holds ? difference : -difference;
    }

    private Margin turned() {
        return new Margin(-value, comparison, !negated);
    }

    private Margin lesser(Margin other) {
        return other.value < value ? other : this;
    }

    private Margin larger(Margin other) {
        return other.value > value ? other : this;
    }

    /** The slope of the difference of the two sides with respect to every input, positive towards the truth holding. */
    Map<String, Double> slopes(Values values) {
        Map<String, Double> slopes = new HashMap<>();
        if (comparison.operands().size() == 2) {
            double sign = negated ? -1.0 : 1.0;
            Map<String, Double> left =
                    Gradient.of(values, comparison.operands().get(0)).byInput();
            Map<String, Double> right =
                    Gradient.of(values, comparison.operands().get(1)).byInput();
            left.forEach((input, slope) -> slopes.put(input, -sign * slope));
            right.forEach((input, slope) -> slopes.merge(input, sign * slope, Double::sum));
        }
        return slopes;
    }
}
