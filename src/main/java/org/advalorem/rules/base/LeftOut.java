package org.advalorem.rules.base;

import java.util.Optional;
import org.advalorem.calculation.Term;

/**
 * Stated items that no rate counts because they lie outside the period: rows, receipts, filings, loans.
 *
 * @param about the address of the use or the data that states them
 * @param count the number of items
 * @param sum their total; empty where they have none
 * @param why the reason they are left out: {@code received outside 2016}
 */
public record LeftOut(String about, What what, int count, Optional<Term> sum, String why) {
    /** The kind of item left out. */
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

        /**
         * The word for the given number of items.
         *
         * @param count the number that decides between singular and plural
         */
        public String word(int count) {
            return count == 1 ? one : many;
        }
    }
}
