package org.advalorem.rules;

import java.util.Optional;
import org.advalorem.calculation.Term;

/**
 * Something stated that no rate counts, because it lies outside the period: rows, receipts, filings, loans.
 *
 * @param about the address of the use or the data that states it
 * @param count how many there are
 * @param sum what they add up to; none where they have no sum
 * @param why they are left out: {@code received outside 2016}
 */
public record LeftOut(String about, What what, int count, Optional<Term> sum, String why) {
    /** What is left out. */
    public enum What {
        PURCHASES("purchase", "purchases"),
        RECEIPTS("amount", "amounts"),
        LOANS("loan", "loans"),
        SALES("sale", "sales");

        private final String one;
        private final String many;

        What(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /** The word for so many of them. */
        public String word(int count) {
            return count == 1 ? one : many;
        }
    }
}
