package org.advalorem.rules.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Field;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.attribution.Member.Role;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.RegimeDifference;

/**
 * The weight of a subsidy in the rate of a respondent that sells through a trading company: 19 CFR 351.525(c).
 *
 * <p>Trading company examined, 2025 text: R = R(trader) + sum of R(producer) w, where w is that producer's sales to
 * the United States sourced by the trading company, divided by those of all producers. Earlier texts: the same, with
 * all of the trading company's purchases. Not examined, 2025 text: R = R(producer) + R(trader) s, where s is the
 * share of the producer's exports to the United States sold through the trading company. Whatever a producer or a
 * trading company brings in carries its weight.
 */
public final class ProducerWeights {
    private final Company company;
    private final Proceeding proceeding;
    private final int year;
    private final CalculationBuilder builder;
    private final ProducerSides sides;
    private final List<List<Outline.Cell>> throughTraders = new ArrayList<>();
    private Optional<Table> known = Optional.empty();
    private boolean fromLedger;

    /**
     * A share of a rate.
     *
     * @param share from 0 to 1
     * @param step the label of the weighted rate
     */
    public record Weight(Term share, String step, Authority authority) {}

    /** Producers whose rates count together, and the trading company's purchases from them. */
    private record Source(Set<String> producers, Term sourced) {}

    /** The sources and their total. */
    private record Table(List<Source> sources, Term total) {
        Optional<Term> of(Set<String> producers) {
            return sources.stream()
                    .filter(source -> source.producers().equals(producers))
                    .findFirst()
                    .map(source -> source.sourced().dividedBy(total));
        }
    }

    /** The weights in one year of the period. */
    ProducerWeights(Company company, Proceeding proceeding, int year, ProducerSides sides, CalculationBuilder builder) {
        this.company = company;
        this.proceeding = proceeding;
        this.year = year;
        this.sides = sides;
        this.builder = builder;
    }

    /** The weight of what a member received; empty if it counts in full. */
    Optional<Weight> of(Member member) {
        Optional<Table> weights = weights();
        Optional<Member> with = sides.standsWith(member);
        if (with.isEmpty()) {
            boolean full = weights.isEmpty()
                    && (unexamined().isEmpty() || sides.unaffiliated().isEmpty());
            if (!full) {
                throw nobodys(member);
            }
            return Optional.empty();
        }
        if (with.get().is(Role.TRADING_COMPANY)) {
            return isExamined(with.get()) ? Optional.empty() : Optional.of(throughTrader(with.get()));
        }
        return weights.flatMap(table -> table.of(sides.producers(member)))
                .map(share -> new Weight(share, step(), authority()));
    }

    private UnusableFactsException nobodys(Member member) {
        return member.facts()
                .problem(
                        Problem.Code.AV202,
                        "(" + member.id()
                                + ") does not say to which producer or trading company it belongs, and each of them"
                                + " has its own weight.",
                        "Write affiliate-of: with the producer or the trading company.");
    }

    // Trading company, examined or not

    /** Whether the trading company is examined, which makes no difference before the 2025 text. */
    private boolean isExamined(Member trader) {
        return !proceeding.follows(RegimeDifference.TRADING_COMPANY_NOT_EXAMINED)
                || trader.facts()
                        .optional(Member.EXAMINED)
                        .orElse(!sides.unaffiliated().isEmpty());
    }

    private Optional<Member> unexamined() {
        return company.members(Role.TRADING_COMPANY).stream()
                .filter(trader -> !isExamined(trader))
                .findFirst();
    }

    /** The trading company's share under 19 CFR 351.525(c)(2). */
    private Weight throughTrader(Member trader) {
        Term share = trader.facts().optional(Member.SHARE_OF_US_EXPORTS).orElseGet(() -> shareInLedger(trader));
        return new Weight(
                share,
                "Rate of the trading company, pro-rated by the share of the producer's U.S. exports sold through it",
                Authority.law("19 CFR 351.525(c)(2)"));
    }

    private Term shareInLedger(Member trader) {
        Set<String> producers = theProducer(trader);
        SalesLedger sales = company.ledger().orElseThrow(() -> noShare(trader));
        IntPredicate toUs = sales.inYear(year)
                .and(sales.soldBy(producers))
                .and(sales.boughtBy(producers).negate())
                .and(sales.toUnitedStates());
        if (!sales.any(toUs)) {
            throw noShare(trader);
        }
        String key = String.join("+", producers) + " to the United States " + year;
        Term all = sales.value(key, toUs).fob();
        Term through = sales.value(key + " through " + trader.id(), toUs.and(sales.boughtBy(Set.of(trader.id()))))
                .fob();
        requirePositive(all, "The producer's exports to the United States");
        Term share = through.dividedBy(all);
        List<Outline.Cell> row = List.of(
                Outline.words(names(producers)),
                Outline.quantity(all),
                Outline.quantity(through),
                Outline.quantity(share));
        if (!throughTraders.contains(row)) {
            throughTraders.add(row);
        }
        return share;
    }

    private static UnusableFactsException noShare(Member trader) {
        return trader.facts()
                .problem(
                        Problem.Code.AV202,
                        "(share-of-us-exports) is missing in (" + trader.facts().address()
                                + "): the trading company is not examined, and no ledger shows what share of"
                                + " the producer's exports to the United States is sold through it.",
                        "Write share-of-us-exports: 25%, or examined: yes.");
    }

    private Set<String> theProducer(Member trader) {
        List<Set<String>> all = new ArrayList<>(sides.unaffiliated());
        if (!company.producers().isEmpty()) {
            all.add(company.producers());
        }
        if (all.size() > 1) {
            throw severalProducers(trader);
        }
        return all.isEmpty() ? Set.of() : all.get(0);
    }

    private UnusableFactsException severalProducers(Member trader) {
        return trader.facts()
                .problem(
                        Problem.Code.AV401,
                        Member.EXAMINED,
                        "The rate of (" + trader.id()
                                + "), which is not examined, is added to that of one producer, but there are"
                                + " several that are not one group.",
                        "Write examined: yes, or a company for each producer.");
    }

    // Several producers that sell through one trading company

    /** The weights by producer; empty if there is only one side, whose rate counts in full. */
    private Optional<Table> weights() {
        if (known.isEmpty()) {
            known = Optional.of(table());
        }
        return known.filter(table -> table.sources().size() > 1);
    }

    private Table table() {
        List<Set<String>> all = new ArrayList<>(sides.unaffiliated());
        if (!all.isEmpty() && !company.producers().isEmpty()) {
            if (company.producers().stream().anyMatch(this::isSource)) {
                all.add(company.producers());
            } else {
                warnOfFullRates();
            }
        }
        if (all.size() < 2) {
            return new Table(List.of(), builder.literal(0, company.currency()));
        }
        unexamined().ifPresent(trader -> {
            throw severalProducers(trader);
        });
        List<Source> sources = all.stream()
                .map(producers -> new Source(producers, sourced(producers)))
                .toList();
        Term total = builder.sum(sources.stream().map(Source::sourced).toList(), company.currency());
        requirePositive(total, "What the trading company sourced from its producers");
        return new Table(sources, total);
    }

    private void warnOfFullRates() {
        if (!company.members(Role.TRADING_COMPANY).isEmpty()) {
            company.facts()
                    .context()
                    .warnings()
                    .add(
                            company.facts().address(),
                            "The rates of affiliated and of unaffiliated producers are added without"
                                    + " weights: nothing shows that the trading company sourced goods from the"
                                    + " affiliated ones. Where it did, write " + weight().name()
                                    + ", or the sales to it in the ledger.");
        }
    }

    /** The field stated for each producer: U.S. sales under the 2025 text, all purchases under earlier ones. */
    private Field<Term> weight() {
        return isByUsSales() ? Member.US_SALES_SOURCED : Member.PURCHASES;
    }

    private boolean isByUsSales() {
        return proceeding.follows(RegimeDifference.TRADING_COMPANY_EXAMINED);
    }

    private boolean isSource(String producer) {
        return isStated(producer) || isInLedger(producer);
    }

    private boolean isStated(String producer) {
        return company.member(producer).facts().optional(weight()).isPresent();
    }

    private boolean isInLedger(String producer) {
        return company.ledger()
                .filter(sales -> sales.any(sourcedRows(sales, producer)))
                .isPresent();
    }

    private IntPredicate sourcedRows(SalesLedger sales, String producer) {
        Set<String> traders =
                company.members(Role.TRADING_COMPANY).stream().map(Member::id).collect(Collectors.toSet());
        IntPredicate toTrader =
                sales.inYear(year).and(sales.soldBy(Set.of(producer))).and(sales.boughtBy(traders));
        return isByUsSales() ? toTrader.and(sales.toUnitedStates()) : toTrader;
    }

    private Term sourced(Set<String> producers) {
        List<Term> amounts = new ArrayList<>();
        for (String producer : producers) {
            Member member = company.member(producer);
            if (isStated(producer)) {
                amounts.add(company.inCurrency(member.facts().get(weight()), year, member.facts()));
            } else if (isInLedger(producer)) {
                SalesLedger sales = company.ledger().orElseThrow();
                fromLedger = true;
                amounts.add(sales.value(
                                "sourced from " + producer + (isByUsSales() ? " for the United States " : " ") + year,
                                sourcedRows(sales, producer))
                        .fob());
            }
        }
        if (amounts.isEmpty()) {
            Member first = company.member(producers.iterator().next());
            throw first.facts()
                    .problem(
                            Problem.Code.AV202,
                            "(" + weight().name() + ") is missing in ("
                                    + first.facts().address()
                                    + "), and the ledger has no sales of " + names(producers)
                                    + " to the trading company"
                                    + (isByUsSales() ? " for the United States" : "")
                                    + ": it is the weight of its rate among those of several producers.",
                            isByUsSales()
                                    ? "Write us-sales-sourced: 60 million, or destination: United States in"
                                            + " the rows of the ledger; purchases are the weight under the earlier"
                                            + " texts only."
                                    : "Write purchases: 60 million, or its sales to the trading company in the ledger.");
        }
        return builder.sum(amounts, company.currency());
    }

    private void requirePositive(Term amount, String what) {
        builder.require(
                builder.literal(0, company.currency()).less(amount),
                what + " must be more than zero.",
                company.facts().address().toString());
    }

    private String step() {
        return isByUsSales()
                ? "Rate weighted by sales to the United States sourced from each producer"
                : "Rate weighted by the trading company's purchases";
    }

    private Authority authority() {
        if (isByUsSales()) {
            return Authority.law("19 CFR 351.525(c)(3)");
        }
        boolean bothKinds = weights()
                .filter(table -> table.of(company.producers()).isPresent())
                .isPresent();
        return (bothKinds ? Assumption.BOTH_KINDS_OF_PRODUCERS : Assumption.TRADING_COMPANY_WEIGHTS)
                .under("19 CFR 351.525(c)");
    }

    private String sourced() {
        return isByUsSales() ? "sales to the United States" : "purchases";
    }

    /** Writes the basis of the weights; writes nothing if no weight was used. */
    void write(OutlineBuilder outline) {
        known.filter(table -> table.sources().size() > 1)
                .ifPresent(table -> outline.sheet(
                        "Sourced by the trading company, " + proceeding.period().name(year),
                        List.of(
                                SheetColumn.key("producer"),
                                SheetColumn.of(sourced(), Quality.QUANTITY),
                                SheetColumn.of("weight", Quality.SHARE, sourced())),
                        table.sources().stream()
                                .map(source -> List.of(
                                        Outline.words(names(source.producers())),
                                        Outline.quantity(source.sourced()),
                                        Outline.quantity(source.sourced().dividedBy(table.total()))))
                                .toList(),
                        fromLedger ? Assumption.LEDGER_WEIGHTS.under("19 CFR 351.525(c)") : authority()));
        if (!throughTraders.isEmpty()) {
            outline.sheet(
                    "The producer's exports to the United States, "
                            + proceeding.period().name(year),
                    List.of(
                            SheetColumn.key("producer"),
                            SheetColumn.of("f.o.b.", Quality.MONEY),
                            SheetColumn.of("through the trading company", Quality.MONEY),
                            SheetColumn.of("share", Quality.SHARE, "f.o.b.", "through the trading company")),
                    throughTraders,
                    Assumption.LEDGER_WEIGHTS.under("19 CFR 351.525(c)"));
        }
    }

    private String names(Set<String> producers) {
        return String.join(
                " and ", producers.stream().map(id -> company.member(id).name()).toList());
    }
}
