package org.advalorem.rules;

import java.util.List;
import org.advalorem.calculation.Term;

/** Rates of comparable commercial loans: a {@link InterestBenchmark table} of a country, or a {@link OwnLoans firm's own}. */
interface LendingRates {
    /** The rate of a loan like that. */
    Quote quote(Asked asked);

    /**
     * The loan to which a comparable one is asked for.
     *
     * @param currency of the loan
     * @param year whose rate it is
     * @param agreed year in which terms were set, or in which a short-term loan was taken out
     * @param term in whole years, see {@link InterestBenchmark#wholeYears}
     * @param longTerm whether the term is more than a year
     * @param variable whether its rate varies
     * @param own whether the firm's own loans may stand for it; not where the firm was uncreditworthy
     */
    record Asked(String currency, int year, int agreed, int term, boolean longTerm, boolean variable, boolean own) {
        /** The kind of loan, in words. */
        String kind() {
            return (longTerm ? "long-term " : "short-term ") + (variable ? "variable" : "fixed");
        }
    }

    /**
     * A rate and the firm's own loans that it is the average of.
     *
     * @param loans none for a national average
     */
    record Quote(Term rate, List<OwnLoans.Used> loans) {
        /** Copies the list. */
        public Quote {
            loans = List.copyOf(loans);
        }

        /** A national average. */
        static Quote national(Term rate) {
            return new Quote(rate, List.of());
        }

        /** Whether it is a rate of the firm's own loans. */
        boolean isOwn() {
            return !loans.isEmpty();
        }
    }
}
