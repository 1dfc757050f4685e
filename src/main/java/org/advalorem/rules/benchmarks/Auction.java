package org.advalorem.rules.benchmarks;

import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;

/** The four conditions on which the price of a government auction is consistent with market principles. */
final class Auction {
    static final Field<Boolean> ANY_USE =
            condition("any-use", "Whether bids are competitive and open to any use of the good.", "(A)");
    static final Field<Boolean> ALL_BIDDERS =
            condition("all-bidders", "Whether all may bid, foreign enterprises included, and in confidence.", "(B)");
    static final Field<Boolean> SUBSTANTIAL_MAJORITY = condition(
            "substantial-majority", "Whether the substantial majority of what is provided is auctioned.", "(C)");
    static final Field<Boolean> PRICE_ONLY =
            condition("price-only", "Whether the winner is determined by price alone.", "(D)");

    private static final List<Field<Boolean>> CONDITIONS =
            List.of(ANY_USE, ALL_BIDDERS, SUBSTANTIAL_MAJORITY, PRICE_ONLY);

    static final FieldSet FIELDS =
            FieldSet.of("a government's auctions", ANY_USE, ALL_BIDDERS, SUBSTANTIAL_MAJORITY, PRICE_ONLY);

    private Auction() {}

    private static Field<Boolean> condition(String name, String description, String item) {
        return Field.optional(name, FieldType.flag(), description)
                .orElse("no")
                .under("19 CFR 351.511(a)(2)(iii)" + item);
    }

    /** The conditions that were not found to hold, in words; empty if all were. */
    static Optional<String> fault(Optional<Facts> found) {
        List<String> lacking = CONDITIONS.stream()
                .filter(condition -> !found.map(facts -> facts.get(condition)).orElse(false))
                .map(Field::name)
                .toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of("auctions not found to meet: " + String.join(", ", lacking));
    }
}
