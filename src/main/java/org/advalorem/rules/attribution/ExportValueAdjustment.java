package org.advalorem.rules.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;

/**
 * The export value adjustment. Subsidies are measured over the producer's f.o.b. price, but duties are collected on the
 * affiliate's higher invoice price.
 *
 * <p>With B the benefit, S the denominator before the adjustment, T the channel's sales in it at transfer price, M the
 * same sales at the reseller's price, and D the direct U.S. sales: the ratio method gives (B/S)(T/M), over sales as
 * entered into the United States; the denominator method gives B/(S - T + M), over sales to all destinations; the
 * blended method gives (B/S)(T + D)/(M + D), over U.S. sales only. A markdown (M below T) is refused.
 *
 * @param through the affiliated reseller
 * @param destinations the destinations of the sales in T and M, where they override the method's own
 * @param markup M = T (1 + markup); if omitted, taken from the reseller's own sales in the ledger
 * @param factsAvailable whether rates based on facts available are also adjusted
 */
public record ExportValueAdjustment(
        String through,
        Method method,
        Optional<Destinations> destinations,
        Optional<Term> markup,
        boolean factsAvailable,
        Facts facts) {
    static final String ZHONGJI = "Jiangsu Zhongji v. United States, Slip Op. 19-122 (CIT 2019)";

    private static final String BALL_BEARINGS = "Ball Bearings from Thailand, 57 FR 26646 (1992)";

    private static final String NOT_MET =
            "A criterion is not met; all six are required, so practice would deny the adjustment.";

    private static final String REFUSED =
            ": a markdown would raise the rate. Check that the transfer and resale values are not swapped.";

    static final Field<String> THROUGH = Field.required(
            "through", FieldType.reference("members"), "The affiliated member that invoices the U.S. customer.");
    static final Field<Method> METHOD = Field.optional(
                    "method", FieldType.choice(Method.class), "How the rate is adjusted to the entered value.")
            .orElse("none")
            .under(ZHONGJI);
    static final Field<Destinations> DESTINATIONS = Field.optional(
                    "destinations",
                    FieldType.choice(Destinations.class),
                    "Which sales through the affiliate the ratio and denominator methods cover; when left"
                            + " out, the ratio method covers those to the United States, the denominator method all.")
            .under(ZHONGJI);
    static final Field<Term> MARKUP = Field.optional(
            "markup",
            FieldType.rate(),
            "The affiliate's markup on the transfer price; computed from the affiliate's own sales in the"
                    + " ledger when left out.");
    static final Field<Boolean> FACTS_AVAILABLE = Field.optional(
                    "adjust-facts-available", FieldType.flag(), "Whether rates on facts available are adjusted too.")
            .orElse("no");
    public static final FieldSet CRITERIA_FIELDS = FieldSet.of(
            "the six criteria of the adjustment",
            criterion("price-differs", "The price on which the subsidy is based differs from the U.S. invoice price."),
            criterion("affiliated", "The exporter and the invoicing party are affiliated."),
            criterion("sets-customs-value", "The U.S. invoice establishes the customs value."),
            criterion("one-to-one", "The two invoices correspond one to one."),
            criterion("direct-shipment", "The goods are shipped directly to the United States."),
            criterion("back-to-back", "The invoices are identical except for the price."));
    static final Field<Facts> CRITERIA =
            Field.optional("criteria", FieldType.section(CRITERIA_FIELDS), "The six criteria, each a finding.");
    public static final FieldSet FIELDS = FieldSet.of(
            "the export value adjustment", THROUGH, METHOD, DESTINATIONS, MARKUP, FACTS_AVAILABLE, CRITERIA);

    /** The method of restating the rate on the value at entry. */
    public enum Method {
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

    /** The destinations of the sales compared before and after the markup. */
    enum Destinations {
        UNITED_STATES("United States"),
        ALL("all");

        private final String label;

        Destinations(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** The finding on one criterion. */
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
        return Field.<Criterion>optional(name, FieldType.choice(Criterion.class), description)
                .describing()
                .under(ZHONGJI);
    }

    static ExportValueAdjustment of(Facts facts) {
        return new ExportValueAdjustment(
                facts.get(THROUGH),
                facts.get(METHOD),
                facts.optional(DESTINATIONS),
                facts.optional(MARKUP),
                facts.get(FACTS_AVAILABLE),
                facts);
    }

    /** Whether an adjustment is made at all. */
    boolean isMade() {
        return method != Method.NONE;
    }

    /**
     * The destinations of the sales in T and M: sales as entered into the United States, except under the denominator
     * method, which replaces all sales to the reseller with all sales by the reseller.
     */
    Destinations ofMethod() {
        return switch (method) {
            case NONE, RATIO -> ofRatio();
            case DENOMINATOR -> destinations.orElse(Destinations.ALL);
            case BLENDED -> Destinations.UNITED_STATES;
        };
    }

    /** The destinations used by the ratio T/M, whatever the method. */
    Destinations ofRatio() {
        return destinations.orElse(Destinations.UNITED_STATES);
    }

    /**
     * The rate after the adjustment.
     *
     * @param benefit the slice allocated to the period
     * @param sales the denominator before the adjustment
     */
    public Term rate(Term benefit, Term sales, Denominator.Channel channel) {
        Term unadjusted = benefit.dividedBy(sales);
        return switch (method) {
            case NONE -> unadjusted;
            case RATIO -> unadjusted.times(channel.transfer().dividedBy(channel.resale()));
            case DENOMINATOR ->
                benefit.dividedBy(sales.minus(channel.transfer()).plus(channel.resale()));
            case BLENDED ->
                unadjusted.times(channel.transfer()
                        .plus(channel.directToUs())
                        .dividedBy(channel.resale().plus(channel.directToUs())));
        };
    }

    /** Requires every divisor of the adjustment, and the sales by which a rate is scaled, to be more than zero. */
    public void requireSales(Denominator.Channel channel, Term sales, CalculationBuilder builder) {
        switch (method) {
            case NONE -> {}
            case RATIO -> requireRatio(channel, builder);
            case DENOMINATOR -> requireSales(sales.minus(channel.transfer()).plus(channel.resale()), channel, builder);
            case BLENDED -> requireSales(channel.transfer().plus(channel.directToUs()), channel, builder);
        }
    }

    private void requireRatio(Denominator.Channel channel, CalculationBuilder builder) {
        requireSales(channel.transfer(), channel, builder);
    }

    /**
     * Requires sales at transfer price to be more than zero. At the reseller's price they are no less, or the markdown
     * is refused.
     */
    private void requireSales(Term sales, Denominator.Channel channel, CalculationBuilder builder) {
        builder.require(
                builder.literal(0, sales.unit()).less(sales),
                "The sales that the export value adjustment (" + method + ") divides by must be more than zero."
                        + (channel.destinations().equals(Destinations.UNITED_STATES.toString())
                                ? " The ledger may have no sales to the United States."
                                        + (method == Method.BLENDED
                                                ? ""
                                                : " Write destinations: all to include the others.")
                                : ""),
                facts.address().toString());
    }

    /**
     * The rate on facts available, adjusted only where the switch says so: by 1/(1 + markup), or by the ratio T/M of
     * all the company's sales through the reseller.
     *
     * @param ofAllSellers the channel of all the company's sales through the reseller
     * @throws UnusableFactsException when neither the ledger nor a markup is available; the problem has been noted
     */
    public Term factsAvailableRate(
            Term rate, Supplier<Optional<Denominator.Channel>> ofAllSellers, CalculationBuilder builder) {
        if (!factsAvailable || !isMade()) {
            return rate;
        }
        Optional<Denominator.Channel> channel = ofAllSellers.get();
        if (channel.isPresent()) {
            requireRatio(channel.get(), builder);
            return rate.times(channel.get().transfer().dividedBy(channel.get().resale()));
        }
        Term known = markup.orElseThrow(() ->
                needsMarkup("a rate on facts available has no sales of its own, and no ledger shows sales to it"));
        return rate.dividedBy(builder.fraction("1").plus(known));
    }

    /** The assumption behind the adjustment of a rate on facts available, in addition to the rate's own authority. */
    public Optional<Assumption> factsAvailableAssumption(FailingSales failing) {
        if (!factsAvailable) {
            return Optional.of(Assumption.AFA_UNADJUSTED);
        }
        return markup.isPresent() && failing.isEmpty() ? Optional.empty() : Optional.of(Assumption.AFA_BY_ALL_SALES);
    }

    public Authority authority(Denominator.Channel channel) {
        return switch (method) {
            case NONE -> Assumption.EVA_DENOMINATORS.under(ZHONGJI);
            case RATIO ->
                channel.named() ? Authority.practice(BALL_BEARINGS) : Assumption.NO_DESTINATIONS.under(BALL_BEARINGS);
            case DENOMINATOR ->
                channel.named()
                        ? Authority.practice(ZHONGJI + " (preliminary method)")
                        : Assumption.NO_DESTINATIONS.under(ZHONGJI);
            case BLENDED -> Authority.derived("one rate that collects B/S on all U.S. entries");
        };
    }

    /** The sales at the reseller's price, calculated from the markup. */
    Term markedUp(Term transfer, CalculationBuilder builder) {
        return transfer.times(builder.fraction("1").plus(markup.orElseThrow()));
    }

    /** Refuses a negative markup. */
    public void refuseMarkDown(CalculationBuilder builder) {
        if (isMade() && markup.isPresent()) {
            builder.require(
                    builder.fraction("0").atMost(markup.get()),
                    "The markup of (" + through + ") is negative" + REFUSED,
                    facts.address().child(MARKUP.name()).toString());
        }
    }

    /** Refuses a resale value below the transfer value. */
    public void refuseMarkDown(Term transfer, Term resale, CalculationBuilder builder) {
        if (isMade()) {
            builder.require(
                    transfer.atMost(resale),
                    "The resale value through (" + through + ") is below the transfer value" + REFUSED,
                    facts.address().toString());
        }
    }

    /** The exception to throw when the markup cannot be found in the ledger; notes the problem. */
    UnusableFactsException needsMarkup(String why) {
        return facts.problem(
                Problem.Code.AV401,
                "The markup of (" + through + ") cannot be computed: " + why + ".",
                "Write markup: 6% in (" + facts.address() + ").");
    }

    /**
     * The exception to throw when only one side of the channel names the United States; notes the problem.
     *
     * @param resales whether the side that names it is the resales
     */
    UnusableFactsException oneSideToUs(String ledger, boolean resales) {
        return facts.problem(
                Problem.Code.AV401,
                "The ledger (" + ledger + ") names the United States as the destination of goods "
                        + (resales
                                ? "resold by (" + through + "), but not of goods sold to it."
                                : "sold to (" + through + "), but not of goods that it resells."),
                "Write the destination of both, or destinations: all, or markup: 6%.");
    }

    /**
     * The exception to throw when a failing sale is found on only one side of the channel; notes the problem.
     *
     * @param resales whether the side that has it is the resales
     */
    UnusableFactsException oneSideFails(String invoice, boolean resales) {
        String which = invoice.isEmpty() ? "without an invoice" : "of invoice (" + invoice + ")";
        return facts.problem(
                Problem.Code.AV401,
                "A sale " + which + (resales ? " by (" : " to (") + through
                        + ") fails a criterion of the adjustment, but no sale " + which
                        + (resales ? " to it" : " by it") + " does.",
                "Write the same invoice in both rows, or the finding in both.");
    }

    public void write(OutlineBuilder outline) {
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
            section.sheet(
                    "Criteria",
                    List.of(SheetColumn.key("criterion"), SheetColumn.text("finding")),
                    rows,
                    Authority.court(ZHONGJI));
            if (isMade() && !notMet().isEmpty()) {
                section.note(NOT_MET);
            }
        });
    }

    /** Warns of criteria answered "no" although the adjustment is made. */
    public void warn(String company) {
        List<String> notMet = notMet();
        if (isMade() && !notMet.isEmpty()) {
            facts.context()
                    .warnings()
                    .add(
                            facts.address().child(CRITERIA.name()),
                            "The export value adjustment of " + company + ", through " + through
                                    + ", is made although a criterion is answered no: " + String.join(", ", notMet)
                                    + ". All six are required, so practice would deny it; write method: none"
                                    + " to deny it.");
        }
    }

    /** The company's finding on a criterion; empty when it is judged only sale by sale. */
    Optional<Criterion> finding(String criterion) {
        return facts.optional(CRITERIA)
                .flatMap(criteria -> CRITERIA_FIELDS.fields().stream()
                        .filter(field -> field.name().equals(criterion))
                        .flatMap(field -> criteria.optional(field).stream())
                        .map(Criterion.class::cast)
                        .findFirst());
    }

    private List<String> notMet() {
        return CRITERIA_FIELDS.fields().stream()
                .map(Field::name)
                .filter(name -> finding(name).equals(Optional.of(Criterion.NO)))
                .toList();
    }
}
