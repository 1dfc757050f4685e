package org.advalorem.rules;

import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;

/**
 * The sales value that a benefit is divided by.
 *
 * @param label what sales they are
 * @param authority the paragraph that attributes the subsidy to them
 * @param sales f.o.b. value before any export value adjustment
 * @param channel the part sold through the affiliated reseller, when there is one
 * @param condition what must hold for the subsidy to be attributed at all; a truth
 */
record Denominator(String label, Authority authority, Term sales, Optional<Channel> channel, Optional<Term> condition) {

    /** This denominator for another reason. */
    Denominator under(Authority reason) {
        return new Denominator(label, reason, sales, channel, condition);
    }

    /** This denominator, to which nothing is attributed unless the truth holds. */
    Denominator onlyWhere(Term truth) {
        return new Denominator(label, authority, sales, channel, Optional.of(truth));
    }

    /**
     * The sales through the affiliated reseller inside a denominator that the adjustment is made of.
     *
     * @param destinations where they went, in words
     * @param named whether they were chosen by destination, or were to be and the ledger names none
     * @param transfer at transfer price; a sale that fails a criterion at its entered value
     * @param resale the same sales at the price of the reseller
     * @param directToUs sales to the United States outside the channel
     */
    record Channel(String destinations, boolean named, Term transfer, Term resale, Term directToUs) {}
}
