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
    private final Optional<ProvincialRates> provincial;
    private final Map<String, Map<String, String>> names = new HashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();

    /** What a benchmark is stated for: a tariff category, in one band of hours if it has several. */
    private record Kind(String category, String band) {}

    ElectricityComparison(Records consumed, Facts facts, BenefitContext context) {
        this.facts = facts;
        this.context = context;
        this.records = consumed;
        this.purchases = new Purchases(
                consumed,
                Purchases.Buyer.FIRM,
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
        this.benchmarks = facts.optional(Electricity.BENCHMARKS).orElse(Map.of());
        this.provincial = facts.optional(Electricity.PROVINCIAL_RATES)
                .map(rows -> new ProvincialRates(
                        "Rates by province",
                        Electricity.PROVINCIAL_RATES,
                        Optional.of(Electricity.BAND),
                        Electricity.RATE,
                        purchases.currency().per(facts.get(Electricity.QUANTITY_UNIT)),
                        facts));
        if (benchmarks.isEmpty() && provincial.isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV202,
                    "(benchmarks) is missing in (" + facts.address() + "): the benchmark price of each category.",
                    "Write benchmarks: {large industry: 0.95 CNY/kWh}, or provincial-rates: with a table of them.");
        }
        provincial.ifPresent(rates -> purchases.checkMeasure(rates.unit(), "the table of provincial rates"));
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
                        group.month(), saving, purchases.anyZeroed(group, benchmark, Optional.empty())));
                credits.add(new Purchases.Compared(group, benchmark, Optional.empty(), zeroing.ofEachPurchase()));
                rows.add(List.of(
                        Outline.words(Months.text(group.month())),
                        Outline.words(group.kind()),
                        Outline.count(group.size()),
                        Outline.quantity(purchases.quantity(group)),
                        Outline.quantity(benchmark),
                        Outline.quantity(purchases.counted(group, benchmark, Optional.empty())),
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
        provincial.ifPresent(rates -> rates.write(context.outline()));
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
        List<Zeroing.Saving> restated = Zeroing.atOneLevelOfPrices(savings, context);
        return context.outline()
                .line(
                        "Electricity consumed",
                        zeroing.total(restated, context.builder(), context.currency()),
                        zeroing.authority(Assumption.ZEROING, "19 CFR 351.511(a)(2)"),
                        zeroing.applies(restated, context.builder(), context.currency()));
    }

    private String kind(int row) {
        String category = records.word(row, Electricity.CATEGORY);
        String band = records.word(row, Electricity.BAND);
        return names.computeIfAbsent(category, absent -> new HashMap<>())
                .computeIfAbsent(band, absent -> named(row, new Kind(category, band)));
    }

    /** The name of a kind, under which its benchmark is found; one category may be called like a band of another. */
    private String named(int row, Kind kind) {
        String name = kind.band().isEmpty() ? kind.category() : kind.category() + BETWEEN + kind.band();
        Kind other = kinds.putIfAbsent(name, kind);
        if (other != null) {
            throw facts.problem(
                    Problem.Code.AV401,
                    Electricity.CONSUMPTION,
                    "(" + name + ") is a category of (" + records.name() + ") and also the band ("
                            + (other.band().isEmpty() ? kind.band() : other.band())
                            + ") of another; see " + records.origin(row) + ".",
                    "Give one of them another name.");
        }
        return name;
    }

    private Term benchmark(Purchases.Group group) {
        Kind kind = Optional.ofNullable(kinds.get(group.kind())).orElseThrow();
        MonthlySeries ofKind = benchmarks.get(group.kind());
        Optional<MonthlySeries> stated = Optional.ofNullable(ofKind == null ? benchmarks.get(kind.category()) : ofKind);
        Term benchmark = stated.isPresent()
                ? ofMonth(stated.get(), group)
                : provincial
                        .map(rates -> rates.highest(kind.category(), kind.band()))
                        .orElseThrow(() -> facts.problem(
                                Problem.Code.AV403,
                                Electricity.BENCHMARKS,
                                "There is no benchmark for (" + group.kind() + "), which (" + facts.address()
                                        + ") needs.",
                                Nearest.advice(group.kind(), benchmarks.keySet())));
        return context.exchangeRates().convert(benchmark, purchases.currency(), group.month(), facts);
    }

    private Term ofMonth(MonthlySeries series, Purchases.Group group) {
        return series.at(group.month(), "")
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV403,
                        Electricity.BENCHMARKS,
                        "The benchmark for (" + group.kind() + ") has no price for " + Months.text(group.month())
                                + ", which (" + facts.address() + ") needs.",
                        "Add the month."));
    }
}
