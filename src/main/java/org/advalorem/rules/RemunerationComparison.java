package org.advalorem.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.MonthlySeries;
import org.advalorem.facts.Months;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;

/** The purchases of one use beside their benchmark, month by month and grade by grade. */
final class RemunerationComparison {
    private static final List<String> COLUMNS = List.of(
            "month",
            "grade",
            "purchases",
            "on facts available",
            "private",
            "quantity",
            "benchmark",
            "below benchmark",
            "benchmark less price");

    private final Facts facts;
    private final BenefitContext context;
    private final Records records;
    private final Purchases purchases;
    private final Zeroing zeroing;
    private final PriceBenchmark benchmark;
    private final BenchmarkBuildUp buildUp;
    private final List<Zeroing.Saving> savings = new ArrayList<>();
    private final List<List<Outline.Cell>> rows = new ArrayList<>();
    private final List<Purchases.Credit> credits = new ArrayList<>();
    private boolean factsAvailable;

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
                        Optional.of(LessThanAdequateRemuneration.CURRENCY)),
                LessThanAdequateRemuneration.QUANTITY_UNIT,
                new Conversion(
                        facts.optional(LessThanAdequateRemuneration.FACTORS).orElse(Map.of()), context.builder()),
                facts,
                context);
        this.zeroing = facts.get(Zeroing.FIELD);
        this.benchmark = context.benchmarks().price(facts.get(LessThanAdequateRemuneration.BENCHMARK), facts);
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
                // the next month may have problems of its own to tell
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
        List<Outline.Cell> row = new ArrayList<>(List.of(
                Outline.words(Months.text(all.month())),
                Outline.words(all.kind()),
                count(counted.size()),
                count(assumed),
                count(all.size() - counted.size())));
        if (counted.size() > 0) {
            row.addAll(comparison(counted));
        }
        while (row.size() < COLUMNS.size()) {
            row.add(Outline.words(""));
        }
        rows.add(row);
    }

    private String status(int row) {
        return records.word(row, LessThanAdequateRemuneration.STATUS);
    }

    private static Outline.Cell count(int number) {
        return Outline.words(Integer.toString(number));
    }

    private List<Outline.Cell> comparison(Purchases.Group group) {
        Term price = buildUp.at(group.month(), group.kind());
        Optional<Term> freight =
                facts.optional(LessThanAdequateRemuneration.FREIGHT_PAID).map(series -> freight(series, group));
        Term saving = purchases.saving(group, price, freight, zeroing.ofEachPurchase());
        savings.add(new Zeroing.Saving(group.month(), saving, purchases.anyAbove(group, price, freight)));
        credits.add(new Purchases.Credit(group, price, freight, zeroing.ofEachPurchase()));
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
                        "(" + LessThanAdequateRemuneration.FREIGHT_PAID.name() + ") has nothing for " + group + ".",
                        "Add the month, with 0 where nothing was paid."));
        return context.exchangeRates().convert(paid, purchases.currency(), group.month(), facts);
    }

    private void write() {
        noteBasis();
        buildUp.write(context.outline());
        purchases.noteOutsidePeriod();
        if (factsAvailable) {
            context.outline()
                    .note("Suppliers whose status rests on facts available count as authorities (assumption "
                            + Assumption.FACTS_AVAILABLE_SUPPLIERS.number() + ").");
        }
        if (rows.isEmpty()) {
            context.outline().note("Nothing was bought in " + context.yearName() + ".");
        } else {
            context.outline()
                    .table("Purchases by month", COLUMNS, rows, Assumption.PAYMENT_DATE.under("19 CFR 351.511(b)"));
        }
        purchases.noteCredits(credits);
    }

    private void noteBasis() {
        boolean stated =
                facts.has(LessThanAdequateRemuneration.PRICES) && facts.has(LessThanAdequateRemuneration.FREIGHT_PAID);
        context.outline()
                .note("Prices paid and benchmark are compared " + facts.get(LessThanAdequateRemuneration.PRICES) + "; "
                        + (facts.has(LessThanAdequateRemuneration.FREIGHT_PAID)
                                ? "the freight the buyer paid to others is added to its prices"
                                : "prices paid are taken as delivered ones")
                        + (stated ? "." : " (assumption " + Assumption.PRICE_BASIS.number() + ")."));
    }
}
