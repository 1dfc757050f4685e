package org.advalorem.rules.types;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.BenefitContext;

/** The comparison of one use's electricity with its benchmarks, by month, category and time band. */
final class ElectricityComparison {
    private static final String BETWEEN = "/";
    private static final String BENCHMARK = "benchmark";
    private static final String BENEFIT = "benefit";

    private final Facts facts;
    private final BenefitContext context;
    private final Records records;
    private final Purchases purchases;
    private final Zeroing zeroing;
    private final Map<String, MonthlySeries> benchmarks;
    private final Map<String, Map<String, String>> kinds = new HashMap<>();

    ElectricityComparison(Records consumed, Facts facts, BenefitContext context) {
        this.facts = facts;
        this.context = context;
        this.records = consumed;
        this.purchases = new Purchases(
                consumed,
                new Purchases.Columns(
                        Electricity.MONTH,
                        Electricity.QUANTITY,
                        Electricity.PRICE,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(Electricity.CATEGORY, Electricity.BAND)),
                Electricity.QUANTITY_UNIT,
                new Conversion(Map.of(), context.builder()),
                facts,
                context);
        this.zeroing = facts.get(Zeroing.FIELD);
        this.benchmarks = facts.get(Electricity.BENCHMARKS);
        benchmarks.forEach((kind, series) -> purchases.checkMeasure(series.unit(), "the benchmark for (" + kind + ")"));
    }

    /**
     * The cost of the electricity at the benchmarks less its actual cost, under the chosen zeroing.
     *
     * @throws UnusableFactsException when the facts of a category are unusable; the problem has been noted
     */
    Term total() {
        List<Zeroing.Saving> savings = new ArrayList<>();
        List<List<Outline.Cell>> rows = new ArrayList<>();
        List<Purchases.Compared> credits = new ArrayList<>();
        boolean complete = true;
        for (Purchases.Group group : purchases.groups(this::kind)) {
            try {
                Term benchmark = benchmark(group);
                Term saving = purchases.saving(group, benchmark, Optional.empty(), zeroing.ofEachPurchase());
                savings.add(new Zeroing.Saving(
                        group.month(), saving, purchases.anyAbove(group, benchmark, Optional.empty())));
                credits.add(new Purchases.Compared(group, benchmark, Optional.empty(), zeroing.ofEachPurchase()));
                rows.add(List.of(
                        Outline.words(Months.text(group.month())),
                        Outline.words(group.kind()),
                        Outline.count(group.size()),
                        Outline.quantity(purchases.quantity(group)),
                        Outline.quantity(benchmark),
                        Outline.quantity(purchases.below(group, benchmark, Optional.empty())),
                        Outline.quantity(saving)));
            } catch (UnusableFactsException noted) {
                // the next category may have problems of its own to report
                complete = false;
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        purchases.noteLeftOut(row -> false);
        Worksheet sheet = Worksheet.of(
                "Electricity by month and category",
                List.of(
                        SheetColumn.keyDate("month"),
                        SheetColumn.key("category"),
                        SheetColumn.of("records", Quality.COUNT),
                        SheetColumn.of("quantity", Quality.QUANTITY),
                        SheetColumn.of(BENCHMARK, Quality.PRICE),
                        SheetColumn.of("below benchmark", Quality.COUNT, BENCHMARK),
                        SheetColumn.of(BENEFIT, Quality.MONEY, BENCHMARK)),
                rows,
                Assumption.ELECTRICITY.under("19 CFR 351.511(a)(2)"));
        context.outline()
                .sheet(
                        zeroing.hasSum()
                                ? sheet.withTotal(BENEFIT, Zeroing.sum(savings, context.builder(), context.currency()))
                                : sheet);
        purchases.keepTransactions("Electricity", credits);
        purchases.noteCredits(credits);
        return context.outline()
                .line(
                        "Electricity consumed",
                        zeroing.total(savings, context.builder(), context.currency()),
                        zeroing.authority(),
                        zeroing.applies(savings, context.builder(), context.currency()));
    }

    private String kind(int row) {
        String category = records.word(row, Electricity.CATEGORY);
        String band = records.word(row, Electricity.BAND);
        return band.isEmpty()
                ? category
                : kinds.computeIfAbsent(category, absent -> new HashMap<>())
                        .computeIfAbsent(band, absent -> category + BETWEEN + band);
    }

    private Term benchmark(Purchases.Group group) {
        MonthlySeries series = series(group.kind());
        Term benchmark = series.at(group.month(), "")
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV403,
                        Electricity.BENCHMARKS,
                        "The benchmark for (" + group.kind() + ") has no price for " + Months.text(group.month())
                                + ", which (" + facts.address() + ") needs.",
                        "Add the month."));
        return context.exchangeRates().convert(benchmark, purchases.currency(), group.month(), facts);
    }

    /** The rate for the category and band, or the category's single rate for all bands. */
    private MonthlySeries series(String kind) {
        String category = kind.contains(BETWEEN) ? kind.substring(0, kind.lastIndexOf(BETWEEN)) : kind;
        return Optional.ofNullable(benchmarks.get(kind))
                .or(() -> Optional.ofNullable(benchmarks.get(category)))
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV403,
                        Electricity.BENCHMARKS,
                        "There is no benchmark for (" + kind + "), which (" + facts.address() + ") needs.",
                        Nearest.advice(kind, benchmarks.keySet())));
    }
}
