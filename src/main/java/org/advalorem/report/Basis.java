package org.advalorem.report;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Values;

/** The terms from which a set of results was computed; of alternatives, only the one chosen. */
final class Basis {
    private final BitSet terms = new BitSet();

    private Basis() {}

    static Basis of(Values values, Collection<Term> results) {
        Basis basis = new Basis();
        Deque<Term> open = new ArrayDeque<>(results);
        while (!open.isEmpty()) {
            Term term = open.pop();
            if (basis.terms.get(term.index())) {
                continue;
            }
            basis.terms.set(term.index());
            open.addAll(operands(term, values));
        }
        return basis;
    }

    /** The operands that a value depends on: of alternatives, the condition and the one chosen. */
    static List<Term> operands(Term term, Values values) {
        if (term.operation() != Operation.CHOOSE) {
            return term.operands();
        }
        Term condition = term.operands().get(0);
        return List.of(condition, term.operands().get(values.holds(condition) ? 1 : 2));
    }

    boolean contains(Term term) {
        return terms.get(term.index());
    }
}
