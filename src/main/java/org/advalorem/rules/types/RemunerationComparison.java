package org.advalorem.rules.types;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Worksheet;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.MonthlySeries;
import org.advalorem.facts.Months;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.benchmarks.MarketPrice;

/** The comparison of one use's transactions with the price of their month and kind, as a {@link ComparisonRule} says. */
final class RemunerationComparison {
    private static final String QUANTITY = "quantity";
    private static final String BENCHMARK = "benchmark";
    private static final String BENEFIT = "benefit";
    private static final SheetColumn ON_FACTS_AVAILABLE = SheetColumn.of("on facts available", Quality.COUNT);
    private static final SheetColumn PRIVATE = SheetColumn.of("private", Quality.COUNT);

    private final ComparisonRule rule;
    private final Facts facts;
    private final BenefitContext context;
    private final Records records;
    private final Purchases purchases;
    private final Zeroing zeroing;
    private final Optional<MarketPrice> benchmark;
    private final List<Zeroing.Saving> savings = new ArrayList<>();
    private final List<List<Outline.Cell>> rows = new ArrayList<>();
    private final List<Purchases.Compared> compared = new ArrayList<>();
    private boolean factsAvailable;
    private boolean ofKinds;

    RemunerationComparison(ComparisonRule rule, Facts facts, BenefitContext context) {
        this.rule = rule;
        this.facts = facts;
        this.context = context;
        this.records = facts.get(rule.records());
        this.purchases = new Purchases(
                records,
                rule.buyer(),
                rule.columns(),
                LessThanAdequateRemuneration.QUANTITY_UNIT,
                new Conversion(
                        facts.optional(LessThanAdequateRemuneration.FACTORS).orElse(Map.of()), context.builder()),
                facts,
                context);
        this.zeroing = facts.get(Zeroing.FIELD);
        this.benchmark = rule.price() instanceof ComparisonRule.Benchmark price
                ? Optional.of(new MarketPrice(
                        facts.get(LessThanAdequateRemuneration.BENCHMARK),
                        purchases.currency(),
                        price.use(),
                        context,
                        facts))
                : Optional.empty();
        benchmark.ifPresent(price ->
                price.units().forEach((name, unit) -> purchases.checkMeasure(unit, "the benchmark (" + name + ")")));
        if (rule.price() instanceof ComparisonRule.Stated price) {
            checkMeasure(price.prices());
        }
        rule.added().ifPresent(this::checkMeasure);
    }

    private void checkMeasure(Field<MonthlySeries> field) {
        facts.optional(field).ifPresent(series -> purchases.checkMeasure(series.unit(), "(" + field.name() + ")"));
    }

    /** The benchmark that the use names, where it is compared with one. */
    Optional<MarketPrice> benchmark() {
        return benchmark;
    }

    /** The benefit of the year, under the chosen zeroing, at one level of prices. */
    Term benefit() {
        compare(purchases.groups(row -> records.word(row, rule.kind())));
        write(true);
        List<Zeroing.Saving> restated = Zeroing.atOneLevelOfPrices(savings, context);
        String better = rule.buyer() == Purchases.Buyer.FIRM ? "below " : "above ";
        String worse = rule.buyer() == Purchases.Buyer.FIRM ? "above it" : "below it";
        return context.outline()
                .line(
                        rule.words().title() + " " + better + rule.words().benchmark()
                                + (zeroing.ofEachPurchase() ? "" : " less those " + worse),
                        zeroing.total(restated, context.builder(), context.currency()),
                        zeroing.authority(rule.zeroing(), rule.citation()),
                        zeroing.applies(restated, context.builder(), context.currency()));
    }

    /**
     * The benefits by month of receipt, in whatever year.
     *
     * @throws UnusableFactsException if transactions of the whole period offset one another, after noting the problem
     */
    Benefit.Received received() {
        if (zeroing == Zeroing.NONE) {
            throw facts.problem(
                    Problem.Code.AV401,
                    Zeroing.FIELD,
                    "(" + facts.address() + ") is allocated over time by its dates, and (zeroing) offsets its "
                            + rule.words().items() + " over the whole period.",
                    "Write zeroing: transaction, or month.");
        }
        compare(purchases.groupsOfAllYears(row -> records.word(row, rule.kind())));
        write(false);
        Map<Integer, List<Zeroing.Saving>> byMonth = new LinkedHashMap<>();
        savings.forEach(saving -> byMonth.computeIfAbsent(saving.month(), absent -> new ArrayList<>())
                .add(saving));
        List<Benefit.Receipt> receipts = new ArrayList<>();
        byMonth.forEach((month, ofMonth) -> {
            LocalDate day = receivedOn(month);
            Term benefit = zeroing.total(ofMonth, context.builder(), context.currency());
            receipts.add(new Benefit.Receipt(
                    day,
                    context.outline()
                            .line(
                                    "Benefit of " + Months.words(month),
                                    benefit,
                                    zeroing.authority(rule.zeroing(), rule.citation())),
                    Optional.empty(),
                    ofMonth.size()));
        });
        return new Benefit.Received(receipts);
    }

    /** The first day of a month, or that of a change in ownership within it, which what is not dated then follows. */
    private LocalDate receivedOn(int month) {
        LocalDate first = Months.yearMonth(month).atDay(1);
        LocalDate last = context.receiptDay(Months.yearMonth(month).atEndOfMonth());
        if (last.isAfter(first)) {
            Assumption.MONTH_OF_CHANGE.note(context.outline());
            return last;
        }
        return first;
    }

    /** What was paid for the transactions compared; known once they are. */
    Term paid() {
        return context.builder()
                .sum(compared.stream().map(one -> purchases.paid(one.group())).toList(), context.currency());
    }

    private void compare(List<Purchases.Group> groups) {
        boolean complete = true;
        for (Purchases.Group group : groups) {
            try {
                compare(group);
            } catch (UnusableFactsException noted) {
                // Keep going: the next month may have problems of its own to report.
                complete = false;
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
    }

    private void compare(Purchases.Group all) {
        Purchases.Group counted = all.only(((IntPredicate) this::isPrivate).negate());
        int assumed = all.only(row -> isOfStatus(row, LessThanAdequateRemuneration.ON_FACTS_AVAILABLE))
                .size();
        factsAvailable |= assumed > 0;
        ofKinds |= !all.kind().isEmpty();
        List<Outline.Cell> row = new ArrayList<>(List.of(
                Outline.words(Months.text(all.month())), Outline.words(all.kind()), Outline.count(counted.size())));
        if (rule.status().isPresent()) {
            row.add(Outline.count(assumed));
            row.add(Outline.count(all.size() - counted.size()));
        }
        if (counted.size() > 0) {
            row.addAll(comparison(counted));
        } else {
            row.addAll(List.of(Outline.nothing(), Outline.nothing(), Outline.nothing(), Outline.nothing()));
        }
        rows.add(row);
    }

    private boolean isPrivate(int row) {
        return isOfStatus(row, LessThanAdequateRemuneration.PRIVATE);
    }

    private boolean isOfStatus(int row, String status) {
        return rule.status()
                .filter(column -> records.word(row, column).equals(status))
                .isPresent();
    }

    private List<Outline.Cell> comparison(Purchases.Group group) {
        Term price = price(group);
        Optional<Term> added = added(group);
        Term saving = purchases.saving(group, price, added, zeroing.ofEachPurchase());
        savings.add(new Zeroing.Saving(group.month(), saving, purchases.anyZeroed(group, price, added)));
        compared.add(new Purchases.Compared(group, price, added, zeroing.ofEachPurchase()));
        return List.of(
                Outline.quantity(purchases.quantity(group)),
                Outline.quantity(price),
                Outline.quantity(purchases.counted(group, price, added)),
                Outline.quantity(saving));
    }

    private Term price(Purchases.Group group) {
        return rule.price() instanceof ComparisonRule.Stated price
                ? stated(price.prices(), facts.get(price.prices()), group, "Add the month.")
                : benchmark.orElseThrow().at(group.month(), group.kind());
    }

    /** What every price of the group is raised by; below zero where the government buys, because it is deducted. */
    private Optional<Term> added(Purchases.Group group) {
        return rule.added()
                .flatMap(field -> facts.optional(field).map(series -> {
                    Term amount = stated(field, series, group, "Add the month, with 0 where nothing was paid.");
                    return rule.buyer() == Purchases.Buyer.FIRM
                            ? amount
                            : context.builder().literal(0, amount.unit()).minus(amount);
                }));
    }

    private Term stated(Field<MonthlySeries> field, MonthlySeries series, Purchases.Group group, String advice) {
        Term amount = series.at(group.month(), group.kind())
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV403, field, "(" + field.name() + ") has no value for " + group + ".", advice));
        return context.exchangeRates().convert(amount, purchases.currency(), group.month(), facts);
    }

    private void write(boolean ofYear) {
        rule.basis().ifPresent(basis -> basis.write(context.outline()));
        benchmark.ifPresent(price -> price.write(context.outline()));
        if (rule.price() instanceof ComparisonRule.Stated price) {
            context.outline()
                    .note(
                            rule.words().title() + " are compared with "
                                    + rule.words().benchmark() + ".",
                            price.authority());
        }
        if (ofYear) {
            purchases.noteLeftOut(this::isPrivate);
        }
        if (factsAvailable) {
            context.outline()
                    .note(
                            "Suppliers whose status rests on facts available count as authorities.",
                            Assumption.FACTS_AVAILABLE_SUPPLIERS.alone());
        }
        if (rows.isEmpty()) {
            context.outline().note(rule.words().none() + (ofYear ? " in " + context.yearName() : "") + ".");
        } else {
            context.outline().sheet(sheet());
        }
        purchases.keepTransactions(rule.words().title(), compared);
        purchases.noteCredits(compared);
    }

    private Worksheet sheet() {
        SheetColumn kind = SheetColumn.key(rule.kind().name());
        List<SheetColumn> columns = new ArrayList<>(List.of(
                SheetColumn.keyDate("month"), kind, SheetColumn.of(rule.words().items(), Quality.COUNT)));
        if (rule.status().isPresent()) {
            columns.add(ON_FACTS_AVAILABLE);
            columns.add(PRIVATE);
        }
        columns.addAll(List.of(
                SheetColumn.of(QUANTITY, Quality.QUANTITY),
                SheetColumn.of(BENCHMARK, Quality.PRICE),
                SheetColumn.of(
                        rule.buyer() == Purchases.Buyer.FIRM ? "below benchmark" : "at or above benchmark",
                        Quality.COUNT,
                        BENCHMARK),
                SheetColumn.of(BENEFIT, Quality.MONEY, BENCHMARK)));
        Worksheet sheet = Worksheet.of(rule.words().title() + " by month", columns, rows, rule.ofMonth());
        Worksheet shown = ofKinds ? sheet : sheet.without(kind);
        return zeroing.hasSum()
                ? shown.withTotal(BENEFIT, Zeroing.sum(savings, context.builder(), context.currency()))
                : shown;
    }
}
