package org.advalorem.report.workbook;

import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Withheld;
import org.advalorem.engine.Values;
import org.advalorem.report.EvaluatedScenario;

/**
 * Which terms a formula computes. In a public version those that rest on what is in brackets have values instead, and what is in
 * brackets has brackets; rows of records are left out of it.
 */
final class Liveness {
    private final Values values;
    private final boolean[] live;

    Liveness(EvaluatedScenario scenario) {
        this.values = scenario.values();
        boolean all = scenario.publicVersion().isEmpty();
        this.live = new boolean[values.calculation().terms().size()];
        for (Term term : values.calculation().terms()) {
            live[term.index()] = all
                    || (!Double.isNaN(values.of(term))
                            && !term.operation().isOverRecords()
                            && term.operands().stream().allMatch(operand -> live[operand.index()]));
        }
    }

    /** Whether a formula computes it. */
    boolean isLive(Term term) {
        return live[term.index()];
    }

    /** What a cell shows of a term: a formula if it is live, else its value or brackets. */
    Content of(Term term, Content formula) {
        if (isLive(term)) {
            return formula;
        }
        double value = values.of(term);
        if (Double.isNaN(value)) {
            return new Content.Words(Withheld.BRACKETS);
        }
        return term.unit().equals(Unit.TRUTH) ? new Content.Truth(value == 1.0) : new Content.Stated(value);
    }

    /** Whether a cell of a worksheet is live, or shows no quantity. */
    boolean isLive(Outline.Cell cell) {
        return !(cell instanceof Outline.Quantity quantity) || isLive(quantity.term());
    }
}
