package org.advalorem.rules;

import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.rules.adverse.Selection;

/**
 * The contribution of one use of a program.
 *
 * @param recipient the name of the member that received the benefit
 * @param benefit the net benefit, or the amount received; empty for a rate that is not computed
 * @param slice the portion of the benefit allocated to the period
 * @param denominator sales before the export value adjustment
 * @param denominatorLabel a description of those sales, or the reason there are none
 * @param rate ad valorem, after the export value adjustment and any weighting
 * @param authority the provision that attributes the benefit to the denominator
 * @param ground the basis of the rate
 * @param unverified the rate for customers that did not verify non-use, where the rate is pro-rated by their sales
 * @param selection how the rate was selected, where facts available left a choice
 */
public record UseResult(
        String recipient,
        Optional<Term> benefit,
        Optional<Term> slice,
        Optional<Term> denominator,
        String denominatorLabel,
        Term rate,
        Authority authority,
        Ground ground,
        Optional<Term> unverified,
        Optional<Selection> selection) {
    /** The basis of a rate. */
    public enum Ground {
        /** A benefit that was computed, whatever its rate. */
        MEASURED,
        /** A rate computed elsewhere. */
        STATED,
        /** Facts available. */
        FACTS_AVAILABLE
    }

    /** Whether the rate is based on facts available. */
    public boolean factsAvailable() {
        return ground == Ground.FACTS_AVAILABLE;
    }

    /** This use at other rates. */
    UseResult withRates(Term other, Optional<Term> otherUnverified) {
        return new UseResult(
                recipient,
                benefit,
                slice,
                denominator,
                denominatorLabel,
                other,
                authority,
                ground,
                otherUnverified,
                selection);
    }
}
