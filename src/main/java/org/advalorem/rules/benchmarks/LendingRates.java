package org.advalorem.rules.benchmarks;

import java.util.List;
import org.advalorem.calculation.Term;

/**
 * The rates of comparable commercial loans: a country's {@link InterestBenchmark table}, or a {@link OwnLoans firm's
 * own}.
 */
public interface LendingRates {
    /** The rate of a loan comparable to the one described. */
    Quote quote(Asked asked);

    /**
     * The description of a loan for which a comparable one is sought.
     *
     * @param currency the currency of the loan
     * @param year the year of the rate
     * @param agreed the year in which the terms were set, or in which a short-term loan was taken out
     * @param term in whole years, see {@link InterestBenchmark#wholeYears}
     * @param longTerm whether the term is more than a year
     * @param variable whether the rate is variable
     * @param own whether the firm's own loans may be used; false where the firm was uncreditworthy
     */
    record Asked(String currency, int year, int agreed, int term, boolean longTerm, boolean variable, boolean own) {
        /** The kind of loan, in words. */
        String kind() {
            return (longTerm ? "long-term " : "short-term ") + (variable ? "variable" : "fixed");
        }
    }

    /**
     * A rate, and the firm's own loans averaged in it.
     *
     * @param loans empty for a national average
     */
    record Quote(Term rate, List<OwnLoans.Used> loans) {
        /** Copies the list. */
        public Quote {
            loans = List.copyOf(loans);
        }

        /** A national average. */
        public static Quote national(Term rate) {
            return new Quote(rate, List.of());
        }

        /** Whether the rate comes from the firm's own loans. */
        public boolean isOwn() {
            return !loans.isEmpty();
        }
    }
}
