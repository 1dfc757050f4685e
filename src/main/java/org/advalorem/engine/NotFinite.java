package org.advalorem.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;

/**
 * The point at which a calculation breaks down: the first term, in order of calculation, that has no finite value and
 * on which a result depends. Examples are a division by zero, a root of a negative number, and a magnitude beyond the
 * range of a double.
 *
 * @param term the first such term; its operands have finite values
 * @param step the first step of the outline that depends on it and has no finite value either; empty if no step shows
 *     it
 * @param numbers the term's formula with the numbers of its operands: {@code 12000 / 0}
 * @param inputs the inputs of the term; for a division by zero, those of its divisor
 */
public record NotFinite(Term term, Optional<Step> step, String numbers, List<Term> inputs) {
    /** Copies the list. */
    public NotFinite {
        inputs = List.copyOf(inputs);
    }

    /**
     * The point at which a result stops being finite; empty if it is finite and rests on finite values alone. An
     * alternative that is not chosen has no effect, even if it is not a number.
     *
     * @param result the term to examine
     * @param values the values of its calculation
     * @throws IllegalArgumentException if the term is not in the calculation
     */
    public static Optional<NotFinite> below(Term result, Values values) {
        return first(result, values).map(term -> of(term, values));
    }

    private static NotFinite of(Term term, Values values) {
        Explanation explanation = Explanation.of(values);
        Optional<Step> step = explanation.steps().stream()
                .filter(shown -> !Double.isFinite(values.of(shown.term()))
                        && reached(shown.term(), values).contains(term))
                .findFirst();
        return new NotFinite(term, step, explanation.of(term, 0).numbers(), inputs(term, values));
    }

    private static Optional<Term> first(Term result, Values values) {
        Term first = null;
        for (Term term : reached(result, values)) {
            if (!Double.isFinite(values.of(term)) && (first == null || term.index() < first.index())) {
                first = term;
            }
        }
        return Optional.ofNullable(first);
    }

    /** The term and all terms on which its value depends. */
    private static Set<Term> reached(Term from, Values values) {
        Set<Term> reached = new LinkedHashSet<>();
        Deque<Term> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Term term = open.pop();
            if (reached.add(term)) {
                open.addAll(operands(term, values));
            }
        }
        return reached;
    }

    private static List<Term> operands(Term term, Values values) {
        List<Term> operands = term.operands();
        if (term.operation() != Operation.CHOOSE) {
            return operands;
        }
        return List.of(operands.get(0), values.holds(operands.get(0)) ? operands.get(1) : operands.get(2));
    }

    private static List<Term> inputs(Term term, Values values) {
        boolean divides = term.operation() == Operation.QUOTIENT
                && values.of(term.operands().get(1)) == 0.0;
        return reached(divides ? term.operands().get(1) : term, values).stream()
                .filter(operand -> operand.operation() == Operation.INPUT)
                .toList();
    }
}
