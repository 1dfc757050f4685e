package org.advalorem.rules.attribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Inflation;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.RegimeDifference;
import org.advalorem.rules.base.Specificity;

/**
 * The sales to which a subsidy is attributed: 19 CFR 351.525(b) and (c).
 *
 * <p>Specificity, a stated denominator and a tie are kept apart: specificity selects export sales or total sales, the
 * recipient's role selects whose sales, and a tie narrows them to a product or a market.
 */
public final class Attribution {
    static final Field<Choice> DENOMINATOR = Field.optional(
                    "denominator",
                    FieldType.choice(Choice.class),
                    "Whose sales are the denominator; decided by the recipient's role when left out.")
            .orElse("by rule")
            .under("19 CFR 351.525(b)");
    static final Field<List<String>> TIED_PRODUCT = Field.optional(
                    "product",
                    FieldType.oneOrMore(FieldType.text()),
                    "The product as the ledger names it; for a subsidy tied to an input, the input and its"
                            + " downstream products.")
            .under("19 CFR 351.525(b)(5)");
    static final Field<String> TIED_MARKET =
            Field.optional("market", FieldType.text(), "The destination, as the ledger names it.");
    public static final FieldSet TIE_FIELDS = FieldSet.of("what the subsidy is tied to", TIED_PRODUCT, TIED_MARKET);
    public static final Field<Facts> TIED_TO = Field.optional(
                    "tied-to",
                    FieldType.section(TIE_FIELDS),
                    "The product or market the subsidy was acknowledged to be for.")
            .under("19 CFR 351.525(b)(4)-(5)");
    public static final Field<Term> OVER = Field.optional(
            "over",
            FieldType.amount().within(Domain.POSITIVE),
            "The f.o.b. sales value itself, where it is not computed from a ledger.");
    public static final FieldSet FIELDS = FieldSet.of("the denominator", DENOMINATOR, TIED_TO, OVER);

    /** The choice of whose sales are used. */
    enum Choice {
        BY_RULE("by rule"),
        PRODUCERS("producers"),
        RECIPIENT("recipient"),
        WITH_DOWNSTREAM("recipient and downstream"),
        CONSOLIDATED("consolidated");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static final Authority CROSS_OWNED = Assumption.CROSS_OWNED_PRODUCERS.under("19 CFR 351.525(b)(6)(ii)");

    private final Company company;
    private final Optional<Inflation> inflation;
    private final ProducerSides sides;
    private final ProducerWeights weights;
    private final Proceeding proceeding;
    private final int yearOfPeriod;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;
    private final ResellerChannel channels;
    private final Map<Integer, Set<Used>> used = new LinkedHashMap<>();
    private final Map<String, Sales> known = new LinkedHashMap<>();
    private final List<List<Outline.Cell>> reconciliation = new ArrayList<>();
    private final List<Term> movements = new ArrayList<>();

    /** The sales of certain members, independent of the reason for attributing a subsidy to them. */
    private record Sales(String label, Term value, Optional<Denominator.Channel> channel) {
        Denominator under(Authority authority) {
            return new Denominator(label, authority, value, channel, Optional.empty());
        }
    }

    /**
     * A denominator that a use has.
     *
     * @param label a description of the sales
     * @param sales the f.o.b. value before any export value adjustment
     */
    public record Used(String label, Term sales) {}

    /** The attribution of benefits of one year of the period. */
    public Attribution(
            Company company,
            Proceeding proceeding,
            int year,
            ResellerChannel channels,
            CalculationBuilder builder,
            OutlineBuilder outline) {
        this.company = company;
        this.proceeding = proceeding;
        this.yearOfPeriod = year;
        this.builder = builder;
        this.outline = outline;
        this.inflation = Inflation.of(proceeding, year, builder);
        this.sides = new ProducerSides(company);
        this.weights = new ProducerWeights(company, proceeding, year, sides, builder);
        this.channels = channels;
    }

    /** The weight of a member's subsidies in the rate; empty where they count in full. */
    public Optional<ProducerWeights.Weight> weight(Member member) {
        return weights.of(member);
    }

    /**
     * The denominator; empty when no paragraph attributes the subsidy to the respondent.
     *
     * @param year a year of the period, or a year of approval; a sales value stated with {@code over} is that of the
     *     period
     */
    public Optional<Denominator> denominator(Member member, Specificity specificity, Facts use, int year) {
        Optional<Denominator> denominator = found(member, specificity, use, year);
        denominator.ifPresent(of ->
                used.computeIfAbsent(year, absent -> new LinkedHashSet<>()).add(new Used(of.label(), of.sales())));
        return denominator;
    }

    /** The denominators of a year that uses have so far. */
    public Set<Used> used(int year) {
        return Collections.unmodifiableSet(used.getOrDefault(year, Set.of()));
    }

    private Optional<Denominator> found(Member member, Specificity specificity, Facts use, int year) {
        Optional<Term> over = use.optional(OVER);
        if (over.isEmpty()) {
            return sales(member, specificity, use, year);
        }
        if (year != yearOfPeriod) {
            throw use.problem(
                    Problem.Code.AV403,
                    OVER,
                    "The sales stated in (" + use.address()
                            + ") are those of the period; the 0.5 percent test needs those of " + name(year) + ".",
                    "Write approval-sales: with the relevant sales of " + name(year) + ".");
        }
        Authority authority = Authority.law("19 CFR 351.525(a)");
        warnOfOneLevelOfPrices(use, OVER);
        return Optional.of(new Sales("sales as stated", company.inCurrency(use.get(OVER), year, use), Optional.empty())
                .under(authority));
    }

    /** Warns that sales stated as a single number cannot be restated at another price level. */
    private void warnOfOneLevelOfPrices(Facts facts, Field<?> stated) {
        inflation.ifPresent(ignored -> facts.context()
                .warnings()
                .add(
                        facts.address().child(stated.name()),
                        "(" + facts.address().child(stated.name())
                                + ") is used as stated. Where inflation is above 25 percent, it must be at"
                                + " the prices of the last month of " + name(yearOfPeriod)
                                + "."));
    }

    private String name(int year) {
        return proceeding.period().name(year);
    }

    private Optional<Denominator> sales(Member member, Specificity specificity, Facts use, int year) {
        return switch (use.get(DENOMINATOR)) {
            case BY_RULE -> byRule(member, specificity, use, year);
            case PRODUCERS -> {
                Set<String> producers = producers(member, use);
                yield Optional.of(combined(producers, specificity, use, year)
                        .under(producers.size() == 1 ? base(specificity, use) : CROSS_OWNED));
            }
            case RECIPIENT -> Optional.of(own(member, specificity, use, year));
            case WITH_DOWNSTREAM -> Optional.of(withDownstream(member, specificity, use, year));
            case CONSOLIDATED -> Optional.of(consolidated(member, specificity, use, year));
        };
    }

    /** The producers on the recipient's own side. */
    private Set<String> producers(Member member, Facts use) {
        Set<String> producers = sides.producers(member);
        if (producers.isEmpty()) {
            throw use.problem(
                    Problem.Code.AV401,
                    DENOMINATOR,
                    "(" + member.id() + ") has no producers whose sales could be the denominator: all producers of ("
                            + company.id() + ") are unaffiliated with it.",
                    "Write denominator: recipient, or affiliate-of: with a producer at (" + member.id() + ").");
        }
        return producers;
    }

    private Optional<Denominator> byRule(Member received, Specificity specificity, Facts use, int year) {
        Member member = holder(received);
        if (!isWithin(received) || !isWithin(member)) {
            return Optional.empty();
        }
        if (!member.equals(received) && isOfItsOwnProductsOnly(member)) {
            return Optional.of(own(member, specificity, use, year).under(Authority.law("19 CFR 351.525(b)(6)(vi)")));
        }
        Optional<Denominator> denominator = byRole(member, specificity, use, year);
        return member.equals(received)
                ? denominator
                : denominator.map(sales -> sales.under(Assumption.TRANSFER.under("19 CFR 351.525(b)(6)")));
    }

    /**
     * Whether the subsidy is attributed to the holder's own products alone: from the 2025 text on, a transfer to a
     * producer prevails over the other paragraphs.
     */
    private boolean isOfItsOwnProductsOnly(Member holder) {
        return proceeding.follows(RegimeDifference.TRANSFER)
                && (holder.is(Member.Role.PRODUCER) || holder.is(Member.Role.UNAFFILIATED_PRODUCER));
    }

    private Optional<Denominator> byRole(Member member, Specificity specificity, Facts use, int year) {
        return switch (member.role()) {
            case PRODUCER, UNAFFILIATED_PRODUCER -> Optional.of(ofProducers(member, specificity, use, year));
            case INPUT_SUPPLIER ->
                member.primarilyDedicated()
                        ? Optional.of(withDownstream(member, specificity, use, year))
                        : Optional.empty();
            case UTILITY -> utility(member, specificity, use, year);
            case HOLDING -> Optional.of(consolidated(member, specificity, use, year));
            case TRADING_COMPANY -> Optional.of(own(member, specificity, use, year));
            case OTHER -> Optional.empty();
        };
    }

    /** The sales of one producer, or of all producers in its group. */
    private Denominator ofProducers(Member member, Specificity specificity, Facts use, int year) {
        Set<String> producers = sides.producers(member);
        return producers.size() == 1
                ? own(member, specificity, use, year)
                : combined(producers, specificity, use, year).under(CROSS_OWNED);
    }

    /**
     * Whether the member is within the group for paragraph (c): cross-owned, or cumulated regardless of
     * cross-ownership.
     */
    private static boolean isWithin(Member member) {
        return member.crossOwned()
                || member.is(Member.Role.TRADING_COMPANY)
                || member.is(Member.Role.UNAFFILIATED_PRODUCER);
    }

    /** The member that ultimately holds the money, where others only passed it on. */
    public Member holder(Member received) {
        return received.passesTo().map(next -> holder(company.member(next))).orElse(received);
    }

    private Optional<Denominator> utility(Member member, Specificity specificity, Facts use, int year) {
        if (!proceeding.follows(RegimeDifference.UTILITY_SUPPLIER)) {
            return Optional.empty();
        }
        List<Term> shares = new ArrayList<>();
        for (Field<Term> field : List.of(Member.UTILITY_SHARE, Member.SHARE_OF_OUTPUT, Member.SHARE_OF_SUPPLY)) {
            member.facts().optional(field).ifPresent(shares::add);
        }
        Term enough = shares.stream()
                .map(share -> builder.fraction("0.25").atMost(share))
                .reduce(Term::or)
                .orElseThrow(() -> member.facts()
                        .problem(
                                Problem.Code.AV202,
                                "Neither share of the utility (" + member.id()
                                        + ") is stated: of its output, or of the producer's supply.",
                                "Write share-of-output: 30% or share-of-supply: 30%."));
        return Optional.of(withDownstream(member, specificity, use, year).onlyWhere(enough));
    }

    private Denominator own(Member member, Specificity specificity, Facts use, int year) {
        Authority authority = member.is(Member.Role.TRADING_COMPANY) || member.is(Member.Role.UNAFFILIATED_PRODUCER)
                ? Authority.law("19 CFR 351.525(c)")
                : base(specificity, use);
        return combined(Set.of(member.id()), specificity, use, year).under(authority);
    }

    private Denominator withDownstream(Member member, Specificity specificity, Facts use, int year) {
        String downstream = member.inputTo()
                .orElseThrow(() -> member.facts()
                        .problem(
                                Problem.Code.AV202,
                                "(input-to) is missing in (" + member.facts().address()
                                        + "): the member whose downstream products its sales are combined with.",
                                "Write input-to: with a member."));
        Set<String> both = new LinkedHashSet<>(List.of(member.id(), downstream));
        if (member.is(Member.Role.UTILITY) && proceeding.follows(RegimeDifference.UTILITY_SUPPLIER)) {
            boolean excluded =
                    member.facts().optional(Member.EXCLUDE_SALES_BETWEEN).orElse(false);
            return combined(both, specificity, use, year, excluded).under(Authority.law("19 CFR 351.525(b)(6)(v)"));
        }
        return combined(both, specificity, use, year)
                .under(proceeding.restsOn(Assumption.INPUT_SUPPLIER, "19 CFR 351.525(b)(6)(iv)"));
    }

    /** The basis for the choice of sales: the subsidy's tie, otherwise its specificity. */
    private static Authority base(Specificity specificity, Facts use) {
        if (tiedProducts(use).isPresent()) {
            return Authority.law("19 CFR 351.525(b)(5)");
        }
        if (use.optional(TIED_TO).flatMap(tie -> tie.optional(TIED_MARKET)).isPresent()) {
            return Authority.law("19 CFR 351.525(b)(4)");
        }
        return switch (specificity) {
            case EXPORT -> Authority.law("19 CFR 351.525(b)(2)");
            case DOMESTIC -> Authority.law("19 CFR 351.525(b)(3)");
            case IMPORT_SUBSTITUTION -> Assumption.IMPORT_SUBSTITUTION.under("19 CFR 351.525(b)(3)");
        };
    }

    private Denominator consolidated(Member member, Specificity specificity, Facts use, int year) {
        if (specificity == Specificity.EXPORT || use.optional(TIED_TO).isPresent()) {
            throw use.problem(
                    Problem.Code.AV401,
                    DENOMINATOR,
                    "An export or tied subsidy of a holding company has no consolidated denominator.",
                    "Write over: with the sales value it is attributed to.");
        }
        Term sales = member.consolidatedSales().get(year);
        if (sales == null) {
            throw member.facts()
                    .problem(
                            Problem.Code.AV403,
                            Member.CONSOLIDATED_SALES,
                            "(" + member.id() + ") has no consolidated sales for " + name(year) + ".",
                            "Write consolidated-sales: {" + year + ": ...}.");
        }
        warnOfOneLevelOfPrices(member.facts(), Member.CONSOLIDATED_SALES);
        String label = "consolidated sales of " + member.name() + ", " + name(year);
        return new Sales(label, company.inCurrency(sales, year, member.facts()), Optional.empty())
                .under(proceeding.restsOn(Assumption.HOLDING_COMPANY, "19 CFR 351.525(b)(6)(iii)"));
    }

    private Sales combined(Set<String> sellers, Specificity specificity, Facts use, int year) {
        return combined(sellers, specificity, use, year, true);
    }

    private Sales combined(
            Set<String> sellers, Specificity specificity, Facts use, int year, boolean lessSalesBetween) {
        SalesLedger ledger = ledger();
        Selection scope = selection(ledger, specificity, use);
        String key = String.join("+", new TreeSet<>(sellers)) + scope.key() + " " + year
                + (lessSalesBetween ? "" : " with sales between");
        Sales combined = known.get(key);
        if (combined == null) {
            combined = build(ledger, sellers, scope, year, key, use, lessSalesBetween);
            known.put(key, combined);
        }
        return combined;
    }

    /** The products to which a subsidy is tied, as named in the ledger. */
    static Optional<List<String>> tiedProducts(Facts use) {
        return use.optional(TIED_TO).flatMap(facts -> facts.optional(TIED_PRODUCT));
    }

    /** Sales of a product by all members to unaffiliated customers in the year of the period. */
    Term salesOf(String product, Facts use) {
        SalesLedger ledger = ledger();
        IntPredicate sold = ledger.inYear(yearOfPeriod)
                .and(ledger.ofProduct(Set.of(product)))
                .and(ledger.soldOutside());
        return ledger.value("of " + product + " to others in " + yearOfPeriod, sold)
                .fob();
    }

    private SalesLedger ledger() {
        return company.ledger()
                .orElseThrow(() -> company.facts()
                        .problem(
                                Problem.Code.AV202,
                                Company.SALES,
                                "(sales) is missing in (" + company.facts().address()
                                        + "): the ledger from which denominators are computed.",
                                "Write sales: sales.csv, or give the use a sales value with over:."));
    }

    /** The subset of the sellers' sales that counts. */
    private record Selection(String key, String label, IntPredicate filter) {}

    private Selection selection(SalesLedger ledger, Specificity specificity, Facts use) {
        Optional<String> market = use.optional(TIED_TO).flatMap(facts -> facts.optional(TIED_MARKET));
        Optional<List<String>> products = tiedProducts(use);
        IntPredicate filter = row -> true;
        StringBuilder key = new StringBuilder();
        String label = "all sales";
        if (market.isPresent()) {
            filter = ledger.destinedTo(market.get());
            label = "sales to " + market.get();
            key.append(" to ").append(market.get());
        } else if (specificity == Specificity.EXPORT) {
            filter = ledger.exported();
            label = "export sales";
            key.append(" exports");
        }
        if (products.isPresent()) {
            Set<String> wanted = new TreeSet<>(products.get());
            filter = filter.and(ledger.ofProduct(wanted));
            label += " of " + String.join(" and ", wanted);
            key.append(" of ").append(wanted);
        }
        return new Selection(key.toString(), label, filter);
    }

    private Sales build(
            SalesLedger ledger,
            Set<String> sellers,
            Selection scope,
            int year,
            String key,
            Facts use,
            boolean lessSalesBetween) {
        IntPredicate inScope = ledger.inYear(year).and(ledger.soldBy(sellers)).and(scope.filter());
        if (!ledger.any(inScope)) {
            throw use.problem(
                    Problem.Code.AV403,
                    "The ledger (" + ledger.name() + ") has no " + scope.label().replaceFirst("^all ", "") + " of "
                            + String.join(", ", sellers) + " in " + name(year) + ".",
                    year == yearOfPeriod
                            ? "Add them, or write over: with the sales value."
                            : "Add them, or write approval-sales: with the relevant sales of " + name(year) + ".");
        }
        IntPredicate between = lessSalesBetween ? ledger.boughtBy(sellers) : row -> false;
        SalesLedger.Value outside = ledger.shown(key, ledger.selected(inScope));
        SalesLedger.Value inside = ledger.shown(key + " between members", ledger.selected(inScope.and(between)));
        ledger.count(ledger.selected(inScope.and(between.negate())));
        // without sales between members there is nothing to subtract, and no step of another year is reused
        Term denominator = ledger.any(inScope.and(between)) ? outside.fob().minus(inside.fob()) : outside.fob();
        // relevant sales of a year of approval are not adjusted
        Optional<Denominator.Channel> channel = year == yearOfPeriod
                ? channels.of(ledger, sellers, inScope.and(between.negate()), scope.filter(), key)
                : Optional.empty();
        String label = scope.label() + " of " + String.join(" and ", sellers) + ", " + name(year)
                + (lessSalesBetween ? "" : ", sales between them included");
        List<Outline.Cell> row = new ArrayList<>();
        row.add(Outline.words(label));
        for (Term term : List.of(
                outside.gross(), outside.returns(), outside.freight(), outside.fob(), inside.fob(), denominator)) {
            row.add(Outline.quantity(term));
        }
        reconciliation.add(row);
        movements.add(builder.literal(0, company.currency()).less(outside.freight()));
        return new Sales(label, denominator, channel);
    }

    /** Writes the reconciliation of the ledger to each denominator, and the sales between members. */
    public void write() {
        if (!reconciliation.isEmpty()) {
            outline.sheet(
                    "Denominators",
                    List.of(
                            SheetColumn.key("sales"),
                            SheetColumn.of("gross", Quality.MONEY),
                            SheetColumn.of("returns", Quality.MONEY),
                            SheetColumn.of("movement", Quality.MONEY),
                            SheetColumn.of("f.o.b.", Quality.MONEY, "gross", "returns", "movement"),
                            SheetColumn.of("between members", Quality.MONEY),
                            SheetColumn.of("denominator", Quality.MONEY, "f.o.b.", "between members")),
                    reconciliation,
                    Assumption.FOB_DEDUCTIONS.under("19 CFR 351.525(a)"),
                    builder.any(movements));
        }
        known.values()
                .forEach(sales -> sales.channel()
                        .ifPresent(channel -> channels.write(sales.label(), sales.value(), channel, outline)));
        company.ledger().ifPresent(this::matrix);
        weights.write(outline);
        inflation.ifPresent(year -> year.write(outline));
        company.members().values().forEach(member -> PrimarilyDedicated.write(member, outline));
    }

    private void matrix(SalesLedger ledger) {
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (String seller : company.members().keySet()) {
            for (String buyer : company.members().keySet()) {
                IntPredicate between = ledger.inYear(yearOfPeriod)
                        .and(ledger.soldBy(Set.of(seller)))
                        .and(ledger.boughtBy(Set.of(buyer)));
                if (ledger.any(between)) {
                    Term fob = ledger.shown(
                                    "between " + seller + " and " + buyer + " " + yearOfPeriod,
                                    ledger.selected(between))
                            .fob();
                    rows.add(List.of(Outline.words(seller), Outline.words(buyer), Outline.quantity(fob)));
                }
            }
        }
        if (!rows.isEmpty()) {
            outline.sheet(
                    "Sales between members, " + name(yearOfPeriod),
                    List.of(
                            SheetColumn.key("seller"),
                            SheetColumn.key("buyer"),
                            SheetColumn.of("f.o.b.", Quality.MONEY)),
                    rows,
                    Authority.law("19 CFR 351.525(b)(6)"));
        }
    }
}
