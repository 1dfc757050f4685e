package org.advalorem.report.workbook;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;

/** Which terms have a cell of their own, and which are written out in the formulas that use them. */
final class Splits {
    private final Set<Term> shown;
    private final Set<Term> always;
    private final Set<Term> own = new HashSet<>();
    private final Set<Term> parted = new HashSet<>();

    /**
     * Every term that can be written out is.
     *
     * @param shown the terms that the outline shows
     * @param results the results, which must not hide that they are undefined
     */
    Splits(Set<Term> shown, Collection<Term> results) {
        this.shown = shown;
        this.always = withoutAlternatives(results);
    }

    /** The terms that count whatever is chosen. */
    private static Set<Term> withoutAlternatives(Collection<Term> results) {
        Set<Term> reached = new HashSet<>();
        Deque<Term> open = new ArrayDeque<>(results);
        while (!open.isEmpty()) {
            Term term = open.pop();
            if (reached.add(term)) {
                open.addAll(
                        term.operation() == Operation.CHOOSE ? term.operands().subList(0, 1) : term.operands());
            }
        }
        return reached;
    }

    /** Gives a term a cell of its own. */
    void separate(Term term) {
        own.add(term);
    }

    /** Divides a sum into parts with cells of their own. */
    void divide(Term sum) {
        parted.add(sum);
    }

    boolean isDivided(Term sum) {
        return parted.contains(sum);
    }

    /**
     * Whether a quotient may be undefined without harm, because it only counts where it is chosen: it is zero then, so that no
     * error spreads.
     */
    boolean isGuarded(Term quotient) {
        return !always.contains(quotient) && !isNumber(quotient.operands().get(1));
    }

    private static boolean isNumber(Term divisor) {
        return divisor.operation() == Operation.LITERAL && divisor.decimal().signum() != 0;
    }

    /** Whether the formulas that use a term write it out. */
    boolean isWrittenOut(Term term) {
        return !own.contains(term) && !shown.contains(term) && canBeWrittenOut(term);
    }

    private boolean canBeWrittenOut(Term term) {
        return switch (term.operation()) {
            case INPUT, LITERAL, CHOOSE, RECORD_SUM_ZEROED, RECORD_SUM_NETTED, RECORDS_BELOW -> false;
            case QUOTIENT -> !isGuarded(term);
            case SUM -> !isDivided(term);
            case DIFFERENCE,
                    PRODUCT,
                    POWER,
                    POSITIVE_PART,
                    LARGER,
                    SMALLER,
                    LESS,
                    AT_MOST,
                    BOTH,
                    EITHER,
                    NOT,
                    ROUND,
                    RECORD_QUANTITY -> true;
        };
    }

    /** The operands of a term that its formula writes out. */
    List<Term> writtenOut(Term term) {
        return term.operands().stream().filter(this::isWrittenOut).toList();
    }
}
