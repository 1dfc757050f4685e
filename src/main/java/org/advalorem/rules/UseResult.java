package org.advalorem.rules;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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
 * @param later the rates of later years, at the sales of the period
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
        Optional<Selection> selection,
        Later later) {
    /**
     * The rates of a use in later years.
     *
     * @param continuing the rate of what is not allocated over time, as long as it continues; empty if all is allocated
     * @param allocated the rates of what is allocated to each later year
     */
    record Later(Optional<Term> continuing, SortedMap<Integer, Term> allocated) {
        /** A rate of which nothing is allocated over time. */
        static Later continuing(Term rate) {
            return new Later(Optional.of(rate), new TreeMap<>());
        }

        /** The same rates, each changed in the same way. */
        Later each(UnaryOperator<Term> change) {
            SortedMap<Integer, Term> changed = new TreeMap<>();
            allocated.forEach((year, rate) -> changed.put(year, change.apply(rate)));
            return new Later(continuing.map(change), changed);
        }
    }

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
    UseResult withRates(Term other, Optional<Term> otherUnverified, Later others) {
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
                selection,
                others);
    }
}
