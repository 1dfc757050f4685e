package org.advalorem.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Kind;

/**
 * An entity of a respondent: what it does in the group, and how far it is cross-owned.
 *
 * @param id as named in the scenario
 * @param inputTo the member that its input goes to
 * @param primarilyDedicated whether that input is primarily dedicated to the downstream product
 * @param consolidatedSales of a holding company with its subsidiaries, by year
 * @param passesTo the member to which the entity only passed the money on
 * @param purchases what the trading company bought from this unaffiliated producer in the period
 * @param utilityShare the larger of the share of the utility's output that goes to the producer and the share of the
 *     producer's utility that comes from it
 */
record Member(
        String id,
        String name,
        Role role,
        boolean crossOwned,
        Optional<String> inputTo,
        boolean primarilyDedicated,
        Map<Integer, Term> consolidatedSales,
        Optional<String> passesTo,
        Optional<Term> purchases,
        Optional<Term> utilityShare,
        Facts facts) {

    static final Field<String> NAME =
            Field.<String>optional("name", Kind.text(), "The entity's name.").describing();
    static final Field<Role> ROLE = Field.required(
                    "role", Kind.choice(Role.class), "What the entity does in the group.")
            .under("19 CFR 351.525(b)(6)");
    static final Field<Boolean> CROSS_OWNED = Field.optional(
                    "cross-owned", Kind.flag(), "Whether the entity is cross-owned with the respondent: a finding.")
            .orElse("yes")
            .under("19 CFR 351.525(b)(6)(vi)");
    static final Field<String> INPUT_TO =
            Field.optional("input-to", Kind.reference("members"), "The member to which the entity's input goes.");
    static final Field<Boolean> PRIMARILY_DEDICATED = Field.optional(
                    "primarily-dedicated",
                    Kind.flag(),
                    "Whether the input is primarily dedicated to the downstream product: a finding.")
            .orElse("no")
            .under("19 CFR 351.525(b)(6)(iv)");
    static final Field<Map<Integer, Term>> CONSOLIDATED_SALES = Field.optional(
                    "consolidated-sales",
                    Kind.byYear(Kind.amount().within(Domain.POSITIVE)),
                    "Consolidated sales of a holding company and its subsidiaries, by year.")
            .under("19 CFR 351.525(b)(6)(iii)");
    static final Field<String> PASSES_TO = Field.optional(
                    "passes-to",
                    Kind.reference("members"),
                    "The member to which the entity, such as a holding company, only passes the money on.")
            .under("19 CFR 351.525(b)(6)");
    static final Field<List<String>> RESELLS = Field.<List<String>>optional(
                    "resells", Kind.oneOrMore(Kind.reference("members")), "The members whose goods the entity resells.")
            .describing();
    static final Field<Term> PURCHASES = Field.optional(
                    "purchases",
                    Kind.amount().within(Domain.POSITIVE),
                    "What the trading company bought of subject goods from this unaffiliated producer.")
            .under("19 CFR 351.525(c)");
    static final Field<Term> UTILITY_SHARE = Field.optional(
                    "utility-share",
                    Kind.rate().within(Domain.SHARE),
                    "The larger of the utility's share going to the producer and of the producer's share coming from it.")
            .under("19 CFR 351.525(b)(6)(v)");

    static final FieldSet FIELDS = FieldSet.of(
            "an entity of a respondent",
            NAME,
            ROLE,
            CROSS_OWNED,
            INPUT_TO,
            PRIMARILY_DEDICATED,
            CONSOLIDATED_SALES,
            PASSES_TO,
            RESELLS,
            PURCHASES,
            UTILITY_SHARE);

    /** What an entity does in the group. */
    enum Role {
        PRODUCER("producer"),
        INPUT_SUPPLIER("input supplier"),
        UTILITY("utility supplier"),
        HOLDING("holding"),
        TRADING_COMPANY("trading company"),
        UNAFFILIATED_PRODUCER("unaffiliated producer"),
        OTHER("other");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    static Member of(String id, Facts facts) {
        return new Member(
                id,
                facts.optional(NAME).orElse(id),
                facts.get(ROLE),
                facts.get(CROSS_OWNED),
                facts.optional(INPUT_TO),
                facts.get(PRIMARILY_DEDICATED),
                facts.optional(CONSOLIDATED_SALES).orElse(Map.of()),
                facts.optional(PASSES_TO),
                facts.optional(PURCHASES),
                facts.optional(UTILITY_SHARE),
                facts);
    }

    boolean is(Role wanted) {
        return role == wanted;
    }

    boolean isCrossOwnedProducer() {
        return role == Role.PRODUCER && crossOwned;
    }
}
