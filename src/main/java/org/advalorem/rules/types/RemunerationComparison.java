package org.advalorem.rules.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Worksheet;
import org.advalorem.facts.Facts;
import org.advalorem.facts.MonthlySeries;
import org.advalorem.facts.Months;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.benchmarks.BenchmarkBuildUp;
import org.advalorem.rules.benchmarks.Benchmarks;
import org.advalorem.rules.benchmarks.PriceBenchmark;

/** The comparison of one use's purchases with their benchmark, by month and grade. */
final class RemunerationComparison {
    private static final String QUANTITY = "quantity";
    private static final String BENCHMARK = "benchmark";
    private static final String BENEFIT = "benefit";

    private final Facts facts;
    private final BenefitContext context;
    private final Records records;
    private final Purchases purchases;
    private final Zeroing zeroing;
    private final PriceBenchmark benchmark;
    private final BenchmarkBuildUp buildUp;
    private final List<Zeroing.Saving> savings = new ArrayList<>();
    private final List<List<Outline.Cell>> rows = new ArrayList<>();
    private final List<Purchases.Compared> credits = new ArrayList<>();
    private boolean factsAvailable;
    private boolean graded;

    RemunerationComparison(Facts facts, BenefitContext context) {
        this.facts = facts;
        this.context = context;
        this.records = facts.get(LessThanAdequateRemuneration.PURCHASES);
        this.purchases = new Purchases(
                records,
                new Purchases.Columns(
                        LessThanAdequateRemuneration.DATE,
                        LessThanAdequateRemuneration.QUANTITY,
                        LessThanAdequateRemuneration.PRICE,
                        Optional.of(LessThanAdequateRemuneration.CURRENCY),
                        Optional.of(LessThanAdequateRemuneration.SUPPLIER),
                        List.of(LessThanAdequateRemuneration.STATUS, LessThanAdequateRemuneration.GRADE)),
                LessThanAdequateRemuneration.QUANTITY_UNIT,
                new Conversion(
                        facts.optional(LessThanAdequateRemuneration.FACTORS).orElse(Map.of()), context.builder()),
                facts,
                context);
        this.zeroing = facts.get(Zeroing.FIELD);
        this.benchmark = Benchmarks.of(context).price(facts.get(LessThanAdequateRemuneration.BENCHMARK), facts);
        this.buildUp = new BenchmarkBuildUp(benchmark, context, purchases.currency(), withVat(), facts);
        checkMeasures();
    }

    private boolean withVat() {
        return facts.get(LessThanAdequateRemuneration.PRICES) == LessThanAdequateRemuneration.VatBasis.WITH_VAT;
    }

    private void checkMeasures() {
        purchases.checkMeasure(benchmark.unit(), "the benchmark (" + benchmark.name() + ")");
        facts.optional(LessThanAdequateRemuneration.FREIGHT_PAID)
                .ifPresent(series -> purchases.checkMeasure(
                        series.unit(), "(" + LessThanAdequateRemuneration.FREIGHT_PAID.name() + ")"));
    }

    Benefit benefit() {
        boolean complete = true;
        for (Purchases.Group group : purchases.groups(row -> records.word(row, LessThanAdequateRemuneration.GRADE))) {
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
        write();
        Term benefit = zeroing.total(savings, context.builder(), context.currency());
        context.outline()
                .line(
                        zeroing.ofEachPurchase()
                                ? "Purchases below the benchmark"
                                : "Purchases below the benchmark less those above it",
                        benefit,
                        zeroing.authority(),
                        zeroing.applies(savings, context.builder(), context.currency()));
        return Benefit.inPeriod(benefit);
    }

    private void compare(Purchases.Group all) {
        Purchases.Group counted = all.only(row -> !status(row).equals(LessThanAdequateRemuneration.PRIVATE));
        int assumed = all.only(row -> status(row).equals(LessThanAdequateRemuneration.ON_FACTS_AVAILABLE))
                .size();
        factsAvailable |= assumed > 0;
        graded |= !all.kind().isEmpty();
        List<Outline.Cell> row = new ArrayList<>(List.of(
                Outline.words(Months.text(all.month())),
                Outline.words(all.kind()),
                Outline.count(counted.size()),
                Outline.count(assumed),
                Outline.count(all.size() - counted.size())));
        if (counted.size() > 0) {
            row.addAll(comparison(counted));
        } else {
            row.addAll(List.of(Outline.nothing(), Outline.nothing(), Outline.nothing(), Outline.nothing()));
        }
        rows.add(row);
    }

    private String status(int row) {
        return records.word(row, LessThanAdequateRemuneration.STATUS);
    }

    private List<Outline.Cell> comparison(Purchases.Group group) {
        Term price = buildUp.at(group.month(), group.kind());
        Optional<Term> freight =
                facts.optional(LessThanAdequateRemuneration.FREIGHT_PAID).map(series -> freight(series, group));
        Term saving = purchases.saving(group, price, freight, zeroing.ofEachPurchase());
        savings.add(new Zeroing.Saving(group.month(), saving, purchases.anyAbove(group, price, freight)));
        credits.add(new Purchases.Compared(group, price, freight, zeroing.ofEachPurchase()));
        return List.of(
                Outline.quantity(purchases.quantity(group)),
                Outline.quantity(price),
                Outline.quantity(purchases.below(group, price, freight)),
                Outline.quantity(saving));
    }

    private Term freight(MonthlySeries series, Purchases.Group group) {
        Term paid = series.at(group.month(), group.kind())
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV403,
                        LessThanAdequateRemuneration.FREIGHT_PAID,
                        "(" + LessThanAdequateRemuneration.FREIGHT_PAID.name() + ") has no value for " + group + ".",
                        "Add the month, with 0 where nothing was paid."));
        return context.exchangeRates().convert(paid, purchases.currency(), group.month(), facts);
    }

    private void write() {
        noteBasis();
        buildUp.write(context.outline());
        purchases.noteLeftOut(row -> status(row).equals(LessThanAdequateRemuneration.PRIVATE));
        if (factsAvailable) {
            context.outline()
                    .note(
                            "Suppliers whose status rests on facts available count as authorities.",
                            Assumption.FACTS_AVAILABLE_SUPPLIERS.alone());
        }
        if (rows.isEmpty()) {
            context.outline().note("Nothing was bought in " + context.yearName() + ".");
        } else {
            context.outline().sheet(sheet());
        }
        purchases.keepTransactions("Purchases", credits);
        purchases.noteCredits(credits);
    }

    private Worksheet sheet() {
        SheetColumn grade = SheetColumn.key("grade");
        List<SheetColumn> columns = List.of(
                SheetColumn.keyDate("month"),
                grade,
                SheetColumn.of("purchases", Quality.COUNT),
                SheetColumn.of("on facts available", Quality.COUNT),
                SheetColumn.of("private", Quality.COUNT),
                SheetColumn.of(QUANTITY, Quality.QUANTITY),
                SheetColumn.of(BENCHMARK, Quality.PRICE),
                SheetColumn.of("below benchmark", Quality.COUNT, BENCHMARK),
                SheetColumn.of(BENEFIT, Quality.MONEY, BENCHMARK));
        Worksheet sheet =
                Worksheet.of("Purchases by month", columns, rows, Assumption.PAYMENT_DATE.under("19 CFR 351.511(b)"));
        Worksheet shown = graded ? sheet : sheet.without(grade);
        return zeroing.hasSum()
                ? shown.withTotal(BENEFIT, Zeroing.sum(savings, context.builder(), context.currency()))
                : shown;
    }

    private void noteBasis() {
        boolean stated =
                facts.has(LessThanAdequateRemuneration.PRICES) && facts.has(LessThanAdequateRemuneration.FREIGHT_PAID);
        String basis = "Prices paid and benchmark are compared " + facts.get(LessThanAdequateRemuneration.PRICES) + "; "
                + (facts.has(LessThanAdequateRemuneration.FREIGHT_PAID)
                        ? "the freight the buyer paid to others is added to its prices."
                        : "prices paid are taken as delivered prices.");
        if (stated) {
            context.outline().note(basis);
        } else {
            context.outline().note(basis, Assumption.PRICE_BASIS.alone());
        }
    }
}
