package org.advalorem.rules.base;

import java.util.Optional;
import org.advalorem.calculation.Term;

/**
 * Stated items that no rate counts: rows, receipts, loans, sales, uses.
 *
 * @param about the address of the use or the data that states them
 * @param count the number of items
 * @param sum their total, an amount or a quantity; empty where they have none
 * @param why the reason in words: {@code received outside 2016}
 */
public record LeftOut(String about, What what, Reason reason, int count, Optional<Term> sum, String why) {
    /** The kind of item left out. */
    public enum What {
        PURCHASES("purchase", "purchases"),
        RECEIPTS("amount", "amounts"),
        LOANS("loan", "loans"),
        SALES("sale", "sales"),
        USES("use", "uses");

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

        /** The word for several items. */
        @Override
        public String toString() {
            return many;
        }
    }

    /** The kind of reason. */
    public enum Reason {
        OUTSIDE_THE_PERIOD("outside the period"),
        NO_AUTHORITY("not from an authority"),
        BETWEEN_MEMBERS("between members"),
        NO_DENOMINATOR("in no denominator"),
        NOT_ATTRIBUTED("not attributed"),
        EXTINGUISHED("extinguished by a change in ownership"),
        NOT_APPLIED("not applied");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }
}
