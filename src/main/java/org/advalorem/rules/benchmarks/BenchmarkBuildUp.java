package org.advalorem.rules.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Measures;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.MonthlySeries;
import org.advalorem.facts.Months;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.ComparedPrice;
import org.advalorem.rules.base.Jurisdiction;
import org.advalorem.rules.base.LocalRule;

/**
 * The delivered benchmark of one use, month by month.
 *
 * <p>{@code W} = average of the sources; {@code C = W + ocean freight + insurance}, converted into the currency of the
 * prices paid; {@code D = C * import duty}; {@code V = (C + D) * VAT}; {@code BM = C + D + V + inland freight +
 * handling}. What the {@link BenchmarkUse.Basis} of the comparison excludes is omitted: {@code V} where the prices paid
 * exclude VAT, everything but {@code W} where they are ex-works.
 */
final class BenchmarkBuildUp {
    private static final String MONTH = "month";
    private static final String GRADE = "grade";
    private static final String MONTHLY = " of the month of the purchase";
    private static final List<Field<?>> TAXES = List.of(PriceBenchmark.IMPORT_DUTY, PriceBenchmark.VAT);
    private static final List<Field<?>> DELIVERY = List.of(
            PriceBenchmark.OCEAN_FREIGHT,
            PriceBenchmark.INSURANCE,
            PriceBenchmark.INLAND_FREIGHT,
            PriceBenchmark.HANDLING);

    private static final Authority PRIVATE_PRICE = Assumption.PRIVATE_PRICE.under(Jurisdiction.GUIDELINES);

    private final PriceBenchmark benchmark;
    private final Facts facts;
    private final BenefitContext context;
    private final CalculationBuilder builder;
    private final Unit currency;
    private final BenchmarkUse use;
    private final Facts asking;
    private final List<Map<String, Outline.Cell>> rows = new ArrayList<>();
    private final List<Map<String, Outline.Cell>> delivered = new ArrayList<>();
    private final Map<String, Assumption> notes = new LinkedHashMap<>();
    private final Set<String> weightings = new HashSet<>();
    private boolean converted;
    private boolean layered;
    private boolean extreme;

    /**
     * The build-up for one use.
     *
     * @param currency the currency of the prices paid
     * @param use what the benchmark is used for
     * @param asking the use, for messages
     */
    BenchmarkBuildUp(PriceBenchmark benchmark, BenefitContext context, Unit currency, BenchmarkUse use, Facts asking) {
        this.benchmark = benchmark;
        this.facts = benchmark.facts();
        this.context = context;
        this.builder = context.builder();
        this.currency = currency;
        this.use = use;
        this.asking = asking;
        if (use.basis().delivered() && benchmark.tier(context.proceeding()) == PriceBenchmark.Tier.THREE) {
            List<Field<?>> layers = new ArrayList<>(DELIVERY);
            layers.add(PriceBenchmark.IMPORT_DUTY);
            Every.check(layers, this::refuse);
        }
    }

    private void refuse(Field<?> layer) {
        if (facts.has(layer)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    layer,
                    "(" + layer.name() + ") would be added to the benchmark (" + benchmark.name()
                            + "), prices of the government, tier 3; delivered prices are the rule of tiers 1 and 2"
                            + " (19 CFR 351.511(a)(2)(iv)).",
                    "Leave it out, and state the price as the government's buyers pay it.");
        }
    }

    /**
     * The benchmark for a month and grade, in the currency of the prices paid.
     *
     * @throws UnusableFactsException when a component is missing; the problem has been noted
     */
    Term at(int month, String grade) {
        Map<String, Outline.Cell> world = names(month, grade);
        rows.add(world);
        Term landed = landed(month, grade, world);
        Map<String, Outline.Cell> row = world;
        if (!benchmark.currency().equals(currency)) {
            row = names(month, grade);
            delivered.add(row);
            landed = exchanged(landed, month, row);
        }
        return delivered(landed, month, grade, row);
    }

    private Map<String, Outline.Cell> names(int month, String grade) {
        Map<String, Outline.Cell> row = new LinkedHashMap<>();
        row.put(MONTH, Outline.words(Months.text(month)));
        if (benchmark.sources().values().stream()
                .anyMatch(series -> !series.grades().isEmpty())) {
            row.put(GRADE, Outline.words(grade));
        }
        return row;
    }

    private Term exchanged(Term landed, int month, Map<String, Outline.Cell> row) {
        converted = true;
        Term rate = context.exchangeRates().ofMonth(benchmark.currency(), currency, month, asking);
        shown("exchange rate", rate, row);
        return shown("in " + currency, landed.times(rate), row);
    }

    private Term delivered(Term landed, int month, String grade, Map<String, Outline.Cell> row) {
        List<Term> parts = new ArrayList<>(List.of(landed));
        facts.optional(PriceBenchmark.IMPORT_DUTY)
                .filter(rates -> use.basis().withDuty())
                .map(rates -> landed.times(inForce(rates, PriceBenchmark.IMPORT_DUTY, month, grade)))
                .ifPresent(duty -> parts.add(shown("import duty", duty, row)));
        if (use.basis().withVat()) {
            Term dutiable = builder.sum(parts);
            facts.optional(PriceBenchmark.VAT)
                    .map(rates -> dutiable.times(inForce(rates, PriceBenchmark.VAT, month, grade)))
                    .ifPresent(vat -> parts.add(shown("VAT", vat, row)));
        }
        if (use.basis().delivered()) {
            local(PriceBenchmark.INLAND_FREIGHT, "inland freight", month, grade, row)
                    .ifPresent(parts::add);
            local(PriceBenchmark.HANDLING, "handling", month, grade, row).ifPresent(parts::add);
        }
        layered |= parts.size() > 1;
        return shown("benchmark", builder.sum(parts), row);
    }

    /** World price plus ocean freight and insurance, in the currency of the benchmark. */
    private Term landed(int month, String grade, Map<String, Outline.Cell> row) {
        List<Term> parts = new ArrayList<>();
        parts.add(world(month, grade, row));
        if (use.basis().delivered() && !benchmark.freights().isEmpty()) {
            List<Term> freights = prices(benchmark.freights(), "ocean freight", month, grade, row);
            parts.add(
                    freights.size() == 1
                            ? freights.get(0)
                            : shown("average ocean freight", builder.average(freights), row));
        }
        facts.optional(PriceBenchmark.INSURANCE)
                .filter(series -> use.basis().delivered())
                .map(series -> ofMonth(series, PriceBenchmark.INSURANCE.name(), month, grade))
                .map(premium -> converted(premium, benchmark.currency(), month))
                .ifPresent(premium -> parts.add(shown("insurance", premium, row)));
        Term cif = builder.sum(parts);
        layered |= parts.size() > 1;
        if (parts.size() > 1) {
            shown("c.i.f.", cif, row);
        }
        return cif;
    }

    private Term world(int month, String grade, Map<String, Outline.Cell> row) {
        List<Term> prices = prices(benchmark.sources(), "price", month, grade, row);
        if (prices.size() == 1) {
            return prices.get(0);
        }
        Jurisdiction jurisdiction = context.proceeding().jurisdiction();
        if (jurisdiction.prices() == Jurisdiction.Prices.EXTREME) {
            jurisdiction.requireWhereStated(LocalRule.WEIGHTED_BENCHMARK, PriceBenchmark.WEIGHTS, facts);
            extreme = true;
            return shown(use.side().words(), use.side().extreme(prices), row);
        }
        List<Term> weights = new ArrayList<>();
        benchmark
                .sources()
                .keySet()
                .forEach(source -> benchmark.weight(source).ifPresent(series -> {
                    String heading = "weight of " + source;
                    weightings.add(heading);
                    weights.add(shown(heading, ofMonth(series, heading, month, grade), row));
                }));
        return shown("average", weights.isEmpty() ? builder.average(prices) : weighted(prices, weights), row);
    }

    private Term weighted(List<Term> prices, List<Term> weights) {
        List<Term> products = new ArrayList<>();
        for (int i = 0; i < prices.size(); i++) {
            products.add(prices.get(i).times(weights.get(i)));
        }
        Term total = builder.sum(weights);
        builder.require(
                builder.fraction("0").less(total),
                "The weights of the benchmark (" + benchmark.name() + ") must add up to more than 0.",
                benchmark.facts().address().child(PriceBenchmark.WEIGHTS.name()).toString());
        return builder.sum(products).dividedBy(total);
    }

    private List<Term> prices(
            Map<String, MonthlySeries> series, String what, int month, String grade, Map<String, Outline.Cell> row) {
        List<Term> prices = new ArrayList<>();
        series.forEach((source, stated) -> {
            Term price = ofMonth(stated, what + " of (" + source + ")", month, grade);
            prices.add(shown(what + " " + source, converted(price, benchmark.currency(), month), row));
        });
        return prices;
    }

    private Optional<Term> local(
            Field<MonthlySeries> field, String heading, int month, String grade, Map<String, Outline.Cell> row) {
        return facts.optional(field)
                .map(series -> ofMonth(series, field.name(), month, grade))
                .map(price -> shown(heading, converted(price, currency, month), row));
    }

    private Term converted(Term price, Unit into, int month) {
        Term result = context.exchangeRates().convert(price, into, month, asking);
        converted |= result != price;
        Unit measure = benchmark.unit().priced().orElseThrow();
        // that its unit is of the same measure was checked with the benchmark
        return Measures.convert(result, into.per(measure)).orElseThrow();
    }

    private static Term shown(String heading, Term term, Map<String, Outline.Cell> row) {
        row.put(heading, Outline.quantity(term));
        return term;
    }

    private Term ofMonth(MonthlySeries series, String what, int month, String grade) {
        Optional<Term> stated = series.at(month, grade);
        if (stated.isPresent()) {
            return stated.get();
        }
        if (!series.grades().isEmpty() && !series.grades().contains(grade)) {
            throw noGrade(series, what, grade);
        }
        if (facts.get(PriceBenchmark.ON_MISSING) == PriceBenchmark.OnMissing.NEAREST_EARLIER) {
            MonthlySeries.Found earlier = series.atOrBefore(month, grade)
                    .orElseThrow(() -> noMonth(what, Months.text(month) + " or earlier", "Add the month."));
            notes.put(
                    "No " + what + " for " + Months.text(month) + ": that of " + Months.text(earlier.month())
                            + " is used.",
                    Assumption.MONTH_WITHOUT_BENCHMARK);
            return earlier.term();
        }
        throw noMonth(what, Months.text(month), "Add the month, or write on-missing: nearest earlier.");
    }

    /** The rate in force in a month: a statutory rate stays in force until it is changed. */
    private Term inForce(MonthlySeries rates, Field<?> field, int month, String grade) {
        MonthlySeries.Found found = rates.atOrBefore(month, rates.grades().isEmpty() ? "" : grade)
                .orElseThrow(() -> noMonth(
                        field.name(), Months.text(month) + " or earlier", "Add the month from which it is in force."));
        if (found.month() != month) {
            notes.put(
                    "The " + field.name() + " stated for " + Months.text(found.month())
                            + " stays in force until the next one stated.",
                    Assumption.RATES_IN_FORCE);
        }
        return found.term();
    }

    private UnusableFactsException noGrade(MonthlySeries series, String what, String grade) {
        return facts.problem(
                Problem.Code.AV403,
                "The benchmark (" + benchmark.name() + ") has no " + what + " for grade (" + grade + "), which ("
                        + asking.address() + ") needs.",
                Nearest.advice(grade, series.grades()));
    }

    private UnusableFactsException noMonth(String what, String month, String advice) {
        return facts.problem(
                Problem.Code.AV403,
                "The benchmark (" + benchmark.name() + ") has no " + what + " for " + month + ", which ("
                        + asking.address() + ") needs.",
                advice);
    }

    /** Writes the table and the assumptions made in it. */
    void write(OutlineBuilder outline) {
        PriceBenchmark.Tier tier = benchmark.tier(context.proceeding());
        context.compare(new ComparedPrice(
                benchmark.name(), asking.address().toString(), tier.toString(), delivery(), vat(), exchangeRate()));
        outline.note(
                "Benchmark (" + benchmark.name() + "), tier " + tier + ": " + tier.words() + ".",
                use.measure().orElseGet(tier::authority));
        table("Benchmark build-up", rows, outline);
        table("Benchmark build-up, delivered in " + currency, delivered, outline);
        notes.forEach((text, assumption) -> outline.note(text, assumption.alone()));
        notAdded(tier).ifPresent(outline::note);
        excluded().ifPresent(outline::note);
        if (extreme) {
            outline.note("The " + use.side().words() + " of the market prices is compared.", PRIVATE_PRICE);
        }
        if (converted) {
            outline.note("Converted at the average exchange rate" + MONTHLY + ".", Assumption.EXCHANGE_RATE.alone());
        }
    }

    private String delivery() {
        if (!use.basis().delivered()) {
            return "ex-works";
        }
        List<Field<?>> layers = new ArrayList<>(DELIVERY);
        if (use.basis().withDuty()) {
            layers.add(PriceBenchmark.IMPORT_DUTY);
        }
        return names(layers, facts::has, "delivered, with ")
                .map(sentence -> sentence.substring(0, sentence.length() - 1))
                .orElse("delivered, nothing added");
    }

    private String vat() {
        if (!use.basis().withVat()) {
            return "without VAT";
        }
        return facts.has(PriceBenchmark.VAT) ? "with VAT" : "with VAT, none added";
    }

    private String exchangeRate() {
        return converted ? "average" + MONTHLY : "none";
    }

    private void table(String title, List<Map<String, Outline.Cell>> rows, OutlineBuilder outline) {
        if (!rows.isEmpty()) {
            List<SheetColumn> columns = new ArrayList<>();
            for (String heading : rows.get(0).keySet()) {
                columns.add(column(heading, columns));
            }
            outline.sheet(
                    title,
                    columns,
                    rows.stream().map(row -> List.copyOf(row.values())).toList(),
                    layered
                            ? Assumption.BENCHMARK_BUILD_UP.under(use.onBasis())
                            : use.measure().orElseGet(() -> Authority.law("19 CFR 351.511(a)(2)")));
        }
    }

    /** A column placed to the right of everything that it adds up. */
    private SheetColumn column(String heading, List<SheetColumn> before) {
        if (heading.equals(MONTH)) {
            return SheetColumn.keyDate(heading);
        }
        if (heading.equals(GRADE)) {
            return SheetColumn.key(heading);
        }
        List<String> from = new ArrayList<>();
        for (SheetColumn column : before) {
            if (!column.key()) {
                from.add(column.name());
            }
        }
        return new SheetColumn(heading, weightings.contains(heading) ? Quality.NUMBER : Quality.PRICE, false, from);
    }

    /** The components of a delivered import price that the scenario does not state. */
    private Optional<String> notAdded(PriceBenchmark.Tier tier) {
        if (tier != PriceBenchmark.Tier.TWO || !use.basis().delivered()) {
            return Optional.empty();
        }
        List<Field<?>> expected = new ArrayList<>(List.of(PriceBenchmark.OCEAN_FREIGHT));
        if (use.basis().withDuty()) {
            expected.addAll(TAXES);
        }
        expected.add(PriceBenchmark.INLAND_FREIGHT);
        return names(expected, field -> !facts.has(field), "Not stated and therefore not added to the benchmark: ");
    }

    /** The components that the scenario states but the basis of the comparison excludes. */
    private Optional<String> excluded() {
        List<Field<?>> left = new ArrayList<>();
        if (!use.basis().delivered()) {
            left.addAll(DELIVERY);
        }
        if (!use.basis().withDuty()) {
            left.addAll(TAXES);
        }
        return names(left, facts::has, "Not added to the benchmark, because prices are " + use.basis() + ": ");
    }

    private static Optional<String> names(List<Field<?>> fields, Predicate<Field<?>> which, String sentence) {
        List<String> names =
                fields.stream().filter(which).map(field -> field.name()).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(sentence + String.join(", ", names) + ".");
    }
}
