package org.advalorem.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;

/**
 * The export value adjustment: subsidies are measured over the producer's f.o.b. price, duties are collected on the
 * affiliate's higher invoice.
 *
 * <p>With S the denominator before the adjustment, T the channel's sales in it at transfer price and M the same sales at
 * the reseller's price: ratio (B/S)(T/M); denominator B/(S - T + M); blended, over sales to the United States alone,
 * (B/S)(T + D)/(M + D) with D the direct sales. A mark-down (M below T) is refused.
 *
 * @param through the affiliated reseller
 * @param markup M = T (1 + markup); from the reseller's own sales in the ledger when left out
 * @param factsAvailable whether rates on facts available are adjusted too
 */
record ExportValueAdjustment(
        String through, Method method, Optional<Term> markup, boolean factsAvailable, Facts facts) {
    private static final String ZHONGJI = "Jiangsu Zhongji v. United States, Slip Op. 19-122 (CIT 2019)";

    private static final String REFUSED =
            ": a mark-down would raise the rate. Maybe the transfer and resale values are swapped.";

    static final Field<String> THROUGH = Field.required(
            "through", Kind.reference("members"), "The affiliated member that invoices the U.S. customer.");
    static final Field<Method> METHOD = Field.optional(
                    "method", Kind.choice(Method.class), "How the rate is brought to the value at entry.")
            .orElse("none")
            .under(ZHONGJI);
    static final Field<Term> MARKUP = Field.optional(
            "markup",
            Kind.rate(),
            "The affiliate's price over the transfer price; from the affiliate's own sales in the ledger when left out.");
    static final Field<Boolean> FACTS_AVAILABLE = Field.optional(
                    "adjust-facts-available", Kind.flag(), "Whether rates on facts available are adjusted too.")
            .orElse("no");
    static final FieldSet CRITERIA_FIELDS = FieldSet.of(
            "the six criteria of the adjustment",
            criterion("price-differs", "The price the subsidy is based on differs from the U.S. invoice."),
            criterion("affiliated", "The exporter and the invoicing party are affiliated."),
            criterion("sets-customs-value", "The U.S. invoice establishes the customs value."),
            criterion("one-to-one", "The two invoices correspond one to one."),
            criterion("direct-shipment", "The goods are shipped directly to the United States."),
            criterion("back-to-back", "The invoices are identical except for the price."));
    static final Field<Facts> CRITERIA =
            Field.optional("criteria", Kind.section(CRITERIA_FIELDS), "The six criteria, each a finding.");
    static final FieldSet FIELDS =
            FieldSet.of("the export value adjustment", THROUGH, METHOD, MARKUP, FACTS_AVAILABLE, CRITERIA);

    /** How the rate is brought to the value at entry. */
    enum Method {
        NONE("none"),
        RATIO("ratio"),
        DENOMINATOR("denominator"),
        BLENDED("blended");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** What is known of one criterion. */
    enum Criterion {
        YES("yes"),
        NO("no"),
        DISPUTED("disputed");

        private final String label;

        Criterion(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static Field<Criterion> criterion(String name, String description) {
        return Field.<Criterion>optional(name, Kind.choice(Criterion.class), description)
                .describing()
                .under(ZHONGJI);
    }

    static ExportValueAdjustment of(Facts facts) {
        return new ExportValueAdjustment(
                facts.get(THROUGH), facts.get(METHOD), facts.optional(MARKUP), facts.get(FACTS_AVAILABLE), facts);
    }

    /**
     * The rate after the adjustment.
     *
     * @param benefit slice of the period
     * @param sales the denominator before the adjustment
     */
    Term rate(Term benefit, Term sales, Denominator.Channel channel) {
        Term unadjusted = benefit.dividedBy(sales);
        return switch (method) {
            case NONE -> unadjusted;
            case RATIO -> unadjusted.times(channel.transfer().dividedBy(channel.resale()));
            case DENOMINATOR ->
                benefit.dividedBy(sales.minus(channel.transfer()).plus(channel.resale()));
            case BLENDED ->
                unadjusted.times(channel.transferToUs()
                        .plus(channel.directToUs())
                        .dividedBy(channel.resaleToUs().plus(channel.directToUs())));
        };
    }

    /** States what the adjustment divides by: nothing of it may be zero. */
    void requireSales(Denominator.Channel channel, CalculationBuilder builder) {
        Term divisor = method == Method.BLENDED ? channel.resaleToUs().plus(channel.directToUs()) : channel.resale();
        if (method != Method.NONE) {
            builder.require(
                    builder.literal(0, divisor.unit()).less(divisor),
                    "The sales that the export value adjustment (" + method + ") divides by must be more than zero."
                            + " Maybe no sale in the ledger goes to the United States.",
                    facts.address().toString());
        }
    }

    /** The rate on facts available, adjusted only where the switch says so: by the ratio 1/(1 + markup). */
    Term factsAvailableRate(Term rate, CalculationBuilder builder) {
        if (!factsAvailable || method == Method.NONE) {
            return rate;
        }
        Term known = markup.orElseThrow(() -> needsMarkup("a rate on facts available has no sales of its own"));
        return rate.dividedBy(builder.fraction("1").plus(known));
    }

    Authority authority() {
        return switch (method) {
            case NONE -> Assumption.EVA_DENOMINATORS.under(ZHONGJI);
            case RATIO -> Authority.practice("Ball Bearings from Thailand, 57 FR 26646 (1992)");
            case DENOMINATOR -> Authority.practice(ZHONGJI + " (preliminary method)");
            case BLENDED -> Authority.derived("one rate that collects B/S on all U.S. entries");
        };
    }

    /** Sales at the reseller's price, from the markup. */
    Term markedUp(Term transfer, CalculationBuilder builder) {
        return transfer.times(builder.fraction("1").plus(markup.orElseThrow()));
    }

    /** Refuses a markup below zero. */
    void refuseMarkDown(CalculationBuilder builder) {
        if (method != Method.NONE && markup.isPresent()) {
            builder.require(
                    builder.fraction("0").atMost(markup.get()),
                    "The markup of (" + through + ") is negative" + REFUSED,
                    facts.address().child(MARKUP.name()).toString());
        }
    }

    /** Refuses a resale value below the transfer value. */
    void refuseMarkDown(Term transfer, Term resale, CalculationBuilder builder) {
        if (method != Method.NONE) {
            builder.require(
                    transfer.atMost(resale),
                    "The resale value through (" + through + ") is below the transfer value" + REFUSED,
                    facts.address().toString());
        }
    }

    /** Notes that the markup cannot be found in the ledger and returns the exception to throw. */
    UnusableFactsException needsMarkup(String why) {
        return facts.problem(
                Problem.Code.AV401,
                "The markup of (" + through + ") cannot be computed: " + why + ".",
                "Write markup: 6% in (" + facts.address() + ").");
    }

    void write(OutlineBuilder outline) {
        OutlineBuilder section =
                outline.section("Export value adjustment", facts.address().toString());
        section.note("Method: " + method + ", through " + through + ". Rates on facts available are "
                + (factsAvailable ? "adjusted too." : "not adjusted."));
        markup.ifPresent(
                rate -> section.line("Markup of the affiliate", rate, Authority.law("a fact of the scenario")));
        facts.optional(CRITERIA).ifPresent(criteria -> {
            List<List<Outline.Cell>> rows = new ArrayList<>();
            for (Field<?> field : CRITERIA_FIELDS.fields()) {
                String found = criteria.optional(field).map(Object::toString).orElse("not stated");
                rows.add(List.of(Outline.words(field.description()), Outline.words(found)));
            }
            section.table("Criteria", List.of("criterion", "finding"), rows, Authority.court(ZHONGJI));
            boolean lacking = CRITERIA_FIELDS.fields().stream()
                    .anyMatch(field -> criteria.optional(field).equals(Optional.of(Criterion.NO)));
            if (lacking && method != Method.NONE) {
                section.note(
                        "A criterion is not met; all six are required, so that practice would deny the adjustment.");
            }
        });
    }
}
