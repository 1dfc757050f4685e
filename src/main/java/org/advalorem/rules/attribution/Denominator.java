package org.advalorem.rules.attribution;

import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;

/**
 * The sales value by which a benefit is divided.
 *
 * @param label a description of the sales
 * @param authority the paragraph that attributes the subsidy to them
 * @param sales the f.o.b. value before any export value adjustment
 * @param channel the part sold through the affiliated reseller, if any
 * @param condition the truth under which the subsidy is attributed at all
 */
public record Denominator(
        String label, Authority authority, Term sales, Optional<Channel> channel, Optional<Term> condition) {

    /** A copy with another authority. */
    Denominator under(Authority reason) {
        return new Denominator(label, reason, sales, channel, condition);
    }

    /** A copy to which nothing is attributed unless the truth holds. */
    Denominator onlyWhere(Term truth) {
        return new Denominator(label, authority, sales, channel, Optional.of(truth));
    }

    /**
     * The sales through the affiliated reseller within a denominator, on which the adjustment is based.
     *
     * @param destinations their destinations, in words
     * @param named whether they were selected by destination, or would have been had the ledger named any
     * @param transfer the sales at transfer price; a sale that fails a criterion, at its entered value
     * @param resale the same sales at the reseller's price
     * @param directToUs sales to the United States outside the channel
     */
    public record Channel(String destinations, boolean named, Term transfer, Term resale, Term directToUs) {}
}
