package org.advalorem.rules.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.rules.base.Proceeding;

/**
 * The rates of comparable commercial loans: a country's {@link InterestBenchmark table}, or a {@link OwnLoans firm's
 * own}.
 */
public interface LendingRates {
    /** The rate of a loan comparable to the one described. */
    Quote quote(Asked asked);

    /**
     * A long-term commercial loan without a guarantee of the government whose terms were set in the given year: for a
     * firm that the government does not own, normally dispositive evidence that it is creditworthy, 19 CFR
     * 351.505(a)(4)(ii). Empty if none is known.
     */
    default Optional<String> showsCreditworthiness(int year) {
        return Optional.empty();
    }

    /** Writes what the quotes average: the firm's own loans, and the rates of other countries. */
    static void write(Map<Asked, Quote> quotes, OutlineBuilder outline, Proceeding proceeding) {
        OwnLoans.write(quotes, outline, proceeding);
        quotes.values().stream()
                .flatMap(quote -> quote.countries().stream())
                .collect(Collectors.toMap(CountryRates.Used::year, used -> used, (one, same) -> one, TreeMap::new))
                .values()
                .forEach(used -> CountryRates.write(used, outline));
    }

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
     * A rate, and what is averaged in it.
     *
     * @param loans the firm's own loans; empty for a national average
     * @param countries the rate of other countries on which it rests; empty if it does not
     */
    record Quote(Term rate, List<OwnLoans.Used> loans, Optional<CountryRates.Used> countries) {
        /** Copies the list. */
        public Quote {
            loans = List.copyOf(loans);
        }

        /** A national average. */
        public static Quote national(Term rate) {
            return new Quote(rate, List.of(), Optional.empty());
        }

        /** Whether the rate comes from the firm's own loans. */
        public boolean isOwn() {
            return !loans.isEmpty();
        }
    }
}
