package org.advalorem.rules.attribution;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.rules.allocation.ChangeInOwnership;
import org.advalorem.rules.base.Jurisdiction;
import org.advalorem.rules.base.LocalRule;

/**
 * An entity of a respondent: its role in the group and the extent of its cross-ownership.
 *
 * @param id the name that the scenario gives it
 * @param crossOwnedSince the day on which cross-ownership began; empty if not stated
 * @param inputTo the member to which it supplies its input
 * @param primarilyDedicated whether that input is primarily dedicated to the production of the downstream product
 * @param consolidatedSales sales of a holding company consolidated with its subsidiaries, by year
 * @param passesTo the member to which the entity merely passed the money through
 * @param affiliateOf the producer or trading company on whose side the entity stands
 * @param group the group of unaffiliated producers to which the entity belongs
 * @param changesInOwnership its sales, the latest first
 */
public record Member(
        String id,
        String name,
        Role role,
        boolean crossOwned,
        Optional<LocalDate> crossOwnedSince,
        Optional<String> inputTo,
        boolean primarilyDedicated,
        Map<Integer, Term> consolidatedSales,
        Optional<String> passesTo,
        Optional<String> affiliateOf,
        Optional<String> group,
        List<ChangeInOwnership> changesInOwnership,
        Facts facts) {

    static final Field<String> NAME = Field.<String>optional("name", FieldType.text(), "The entity's name.")
            .describing();
    static final Field<Role> ROLE = Field.required(
                    "role", FieldType.choice(Role.class), "What the entity does in the group.")
            .under("19 CFR 351.525(b)(6)");
    static final Field<Boolean> CROSS_OWNED = Field.optional(
                    "cross-owned",
                    FieldType.flag(),
                    "Whether the entity is cross-owned with the respondent: a finding.")
            .orElse("yes")
            .under("19 CFR 351.525(b)(6)");
    static final Field<LocalDate> CROSS_OWNED_SINCE = Field.<LocalDate>optional(
                    "cross-owned-since",
                    FieldType.date(),
                    "The day on which cross-ownership began: amounts received earlier are pointed at.")
            .under("19 CFR 351.525(b)(6)");
    static final Field<String> INPUT_TO = Field.optional(
            "input-to", FieldType.reference("members"), "The member to which the entity supplies its input.");
    static final Field<Boolean> PRIMARILY_DEDICATED = Field.optional(
                    "primarily-dedicated",
                    FieldType.flag(),
                    "Whether the input is primarily dedicated to the downstream product: a finding.")
            .orElse("no")
            .under("19 CFR 351.525(b)(6)(iv)");
    static final Field<Map<Integer, Term>> CONSOLIDATED_SALES = Field.optional(
                    "consolidated-sales",
                    FieldType.byYear(FieldType.amount().within(Domain.POSITIVE)),
                    "Consolidated sales of a holding company and its subsidiaries, by year.")
            .under("19 CFR 351.525(b)(6)(iii)");
    static final Field<String> PASSES_TO = Field.optional(
                    "passes-to",
                    FieldType.reference("members"),
                    "The member to which the entity, such as a holding company, merely passes on the money.")
            .under("19 CFR 351.525(b)(6)");
    static final Field<List<String>> RESELLS = Field.<List<String>>optional(
                    "resells",
                    FieldType.oneOrMore(FieldType.reference("members")),
                    "The members whose goods the entity resells.")
            .describing();
    static final Field<String> AFFILIATE_OF = Field.optional(
                    "affiliate-of",
                    FieldType.reference("members"),
                    "The producer or trading company of which the entity, such as a holding company, is an"
                            + " affiliate: its subsidies carry that company's weight.")
            .under("19 CFR 351.525(c)");
    static final Field<String> GROUP = Field.optional(
                    "group",
                    FieldType.text(),
                    "The name of the group of cross-owned producers, unaffiliated with the trading company,"
                            + " to which this unaffiliated producer belongs.")
            .under("19 CFR 351.525(b)(6)(ii)");
    static final Field<Term> PURCHASES = Field.optional(
                    "purchases",
                    FieldType.amount().within(Domain.POSITIVE),
                    "The value of subject merchandise that the trading company bought from this producer: its weight"
                            + " under the texts before 2025; computed from the ledger's sales to the trading company"
                            + " when left out.")
            .under("19 CFR 351.525(c)");
    static final Field<Term> US_SALES_SOURCED = Field.optional(
                    "us-sales-sourced",
                    FieldType.amount().within(Domain.POSITIVE),
                    "Sales of subject merchandise to the United States that the trading company sourced"
                            + " from this producer: its weight under the text of 2025; computed from the ledger's"
                            + " sales to the trading company for the United States when left out.")
            .under("19 CFR 351.525(c)(3)");
    static final Field<Boolean> EXAMINED = Field.optional(
                    "examined",
                    FieldType.flag(),
                    "Whether the trading company is individually examined, which matters under the text of 2025; when left out, yes where it exports for unaffiliated producers, else no.")
            .under("19 CFR 351.525(c)(2)-(3)");
    static final Field<Term> SHARE_OF_US_EXPORTS = Field.optional(
                    "share-of-us-exports",
                    FieldType.rate().within(Domain.SHARE),
                    "The share of the producer's exports of subject merchandise to the United States that"
                            + " is sold through this trading company, where it is not examined; computed from the"
                            + " ledger when left out.")
            .under("19 CFR 351.525(c)(2)");
    static final Field<Term> UTILITY_SHARE = Field.optional(
                    "utility-share",
                    FieldType.rate().within(Domain.SHARE),
                    "The larger of the two shares of a utility, where only that one is known.")
            .under("19 CFR 351.525(b)(6)(v)");
    static final Field<Term> SHARE_OF_OUTPUT = Field.optional(
                    "share-of-output",
                    FieldType.rate().within(Domain.SHARE),
                    "The share of the utility's output that is provided to the producer.")
            .under("19 CFR 351.525(b)(6)(v)(A)");
    static final Field<Term> SHARE_OF_SUPPLY = Field.optional(
                    "share-of-supply",
                    FieldType.rate().within(Domain.SHARE),
                    "The share of the producer's electricity, gas or similar product that is bought from the utility.")
            .under("19 CFR 351.525(b)(6)(v)(B)");
    static final Field<Boolean> EXCLUDE_SALES_BETWEEN = Field.optional(
                    "exclude-sales-between",
                    FieldType.flag(),
                    "Whether sales between the utility and the producer are excluded from their combined sales; no when left"
                            + " out.")
            .under("19 CFR 351.525(b)(6)(v)");

    public static final FieldSet FIELDS = FieldSet.of(
            "an entity of a respondent",
            NAME,
            ROLE,
            CROSS_OWNED,
            CROSS_OWNED_SINCE,
            INPUT_TO,
            PRIMARILY_DEDICATED,
            CONSOLIDATED_SALES,
            PASSES_TO,
            AFFILIATE_OF,
            GROUP,
            RESELLS,
            EXAMINED,
            SHARE_OF_US_EXPORTS,
            PURCHASES,
            US_SALES_SOURCED,
            UTILITY_SHARE,
            SHARE_OF_OUTPUT,
            SHARE_OF_SUPPLY,
            EXCLUDE_SALES_BETWEEN,
            PrimarilyDedicated.FACTORS,
            ChangeInOwnership.FIELD);

    /** The role of an entity in the group. */
    public enum Role {
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
                facts.optional(CROSS_OWNED_SINCE),
                facts.optional(INPUT_TO),
                facts.get(PRIMARILY_DEDICATED),
                facts.optional(CONSOLIDATED_SALES).orElse(Map.of()),
                facts.optional(PASSES_TO),
                facts.optional(AFFILIATE_OF),
                facts.optional(GROUP),
                ChangeInOwnership.of(facts),
                facts);
    }

    /** The only entity of a respondent that lists no members: a producer. */
    static Member alone(String id, String name, Facts company) {
        return new Member(
                id,
                name,
                Role.PRODUCER,
                true,
                Optional.empty(),
                Optional.empty(),
                false,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ChangeInOwnership.of(company),
                company);
    }

    public boolean is(Role wanted) {
        return role == wanted;
    }

    boolean isCrossOwnedProducer() {
        return role == Role.PRODUCER && crossOwned;
    }

    /**
     * Refuses a role, a conduit or a separation of owners that the law of a jurisdiction has no rule for.
     *
     * @throws UnusableFactsException if there is no such rule; the problem has been noted
     */
    void checkLaw(Jurisdiction jurisdiction) {
        jurisdiction.requireWhereStated(LocalRule.CHANGE_IN_OWNERSHIP, ChangeInOwnership.FIELD, facts);
        if (passesTo.isPresent()) {
            jurisdiction.require(LocalRule.ROLES, PASSES_TO, facts);
        }
        if (!isCrossOwnedProducer()) {
            jurisdiction.require(LocalRule.ROLES, ROLE, facts);
        }
    }
}
