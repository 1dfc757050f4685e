package org.advalorem.rules;

import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;

/**
 * What one use of a program contributes.
 *
 * @param recipient name of the member that received it
 * @param benefit net benefit, or the sum received; none for a rate that is not computed
 * @param slice the part of the benefit that belongs to the period
 * @param denominator sales before the export value adjustment
 * @param denominatorLabel what sales they are, or why there are none
 * @param rate ad valorem, after the export value adjustment and any weighting
 * @param authority what attributes the benefit to the denominator
 * @param ground what the rate rests on
 */
public record UseResult(
        String recipient,
        Optional<Term> benefit,
        Optional<Term> slice,
        Optional<Term> denominator,
        String denominatorLabel,
        Term rate,
        Authority authority,
        Ground ground) {
    /** What a rate rests on. */
    public enum Ground {
        /** A benefit that was computed, at whatever rate. */
        MEASURED,
        /** A rate computed elsewhere. */
        STATED,
        /** Facts available. */
        FACTS_AVAILABLE
    }

    /** Whether the rate rests on facts available. */
    public boolean factsAvailable() {
        return ground == Ground.FACTS_AVAILABLE;
    }

    /** This use with another rate. */
    UseResult withRate(Term other) {
        return new UseResult(recipient, benefit, slice, denominator, denominatorLabel, other, authority, ground);
    }
}
