package org.advalorem.rules.allocation;

import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.benchmarks.Benchmarks;
import org.advalorem.rules.benchmarks.LendingRates;
import org.advalorem.rules.loans.Uncreditworthiness;

/**
 * The annual rate of interest of one use, as a fraction: the rate that it states, that of its lending benchmark or,
 * where the law of the jurisdiction adds commercial interest to benefits, that of the proceeding.
 */
final class DiscountRates {
    private final Facts facts;
    private final BenefitContext context;

    DiscountRates(Facts facts, BenefitContext context) {
        this.facts = facts;
        this.context = context;
    }

    /** Whether the use, or the proceeding for all uses, states a rate. */
    boolean areStated() {
        return facts.optional(TimeAllocation.DISCOUNT_RATE).isPresent()
                || facts.optional(TimeAllocation.DISCOUNT).isPresent()
                || context.proceeding().commercialInterest().isPresent();
    }

    /**
     * The rate that a creditworthy firm would pay.
     *
     * @param year the year in which the terms were set
     * @param term in whole years
     * @throws org.advalorem.facts.UnusableFactsException when no rate is stated; the problem has been noted
     */
    Term creditworthy(int year, int term) {
        Optional<Term> stated = facts.optional(TimeAllocation.DISCOUNT_RATE);
        if (stated.isPresent()) {
            return stated.get();
        }
        Optional<Term> ofProceeding = context.proceeding().commercialInterest();
        if (ofProceeding.isPresent() && facts.optional(TimeAllocation.DISCOUNT).isEmpty()) {
            return ofProceeding.get();
        }
        if (!context.proceeding().jurisdiction().isAmerican() && !areStated()) {
            throw facts.problem(
                    Problem.Code.AV202,
                    "No interest rate is stated for (" + facts.address()
                            + "), whose benefit bears the annual commercial"
                            + " interest under the law of "
                            + context.proceeding().jurisdiction().inWords() + ".",
                    "Write proceeding.commercial-interest: 8%, or discount-rate: in the use.");
        }
        LendingRates lending = Benchmarks.of(context).lending(facts.get(TimeAllocation.DISCOUNT), facts);
        boolean own = !new Uncreditworthiness(facts, context).foundIn(year, Optional.of(lending));
        LendingRates.Asked asked =
                new LendingRates.Asked(context.currency().toString(), year, year, term, true, false, own);
        LendingRates.Quote quote = lending.quote(asked);
        LendingRates.write(Map.of(asked, quote), context.outline(), context.proceeding());
        return quote.rate();
    }
}
