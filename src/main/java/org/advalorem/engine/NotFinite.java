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
 * Where a calculation stops being one: the first term, in order of calculation, that has no finite value and that a result
 * depends on. A division by zero, a root of a negative number, a size that no double holds.
 *
 * @param term the first such term; its operands have finite values
 * @param step the first step of the outline that depends on it and has no finite value either; none when no step shows it
 * @param numbers the term's formula with the numbers of its operands: {@code 12000 / 0}
 * @param inputs what the term comes from: of a division by zero, what its divisor comes from
 */
public record NotFinite(Term term, Optional<Step> step, String numbers, List<Term> inputs) {
    /** Copies the list. */
    public NotFinite {
        inputs = List.copyOf(inputs);
    }

    /**
     * Where the value of that result stops being a number; nothing when it is one and rests on finite values alone. An
     * alternative that is not chosen has no effect, even when it is not a number.
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

    /** The term and all that its value depends on. */
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
