package org.advalorem.rules.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Measures;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.MonthlySeries;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.Measured;
import org.advalorem.rules.base.ProgramType;

/**
 * Electricity for less than adequate remuneration, 19 CFR 351.511, by tariff category.
 *
 * <p>{@code B = sum over records of max(0, BM of category and band - price) * kWh + sum over charges of max(0, BM -
 * paid) * capacity * months}. The benchmarks may be a composite that no single province charges.
 */
public final class Electricity implements ProgramType {
    static final Column MONTH =
            Column.required("month", Column.Type.MONTH, "The month or day in which payment was made or due.");
    static final Column CATEGORY =
            Column.required("category", Column.Type.TEXT, "The tariff category, as the benchmarks name it.");
    static final Column BAND = Column.optional("band", Column.Type.TEXT, "", "The time band: peak, valley.");
    static final Column QUANTITY = Column.required(
                    "quantity", Column.Type.NUMBER, "The electricity consumed; negative on a credit note.")
            .withUnits();
    static final Column PRICE = Column.required("price", Column.Type.NOT_NEGATIVE, "The price paid per kWh.")
            .withUnits();

    static final Field<Records> CONSUMPTION = Field.optional(
            "consumption",
            FieldType.records(MONTH, CATEGORY, BAND, QUANTITY, PRICE),
            "What was consumed and at what price, by month, category and band.");
    static final Field<Unit> QUANTITY_UNIT = Field.optional(
                    "quantity-unit",
                    FieldType.quantityUnit(),
                    "The unit of quantities, and the unit per which prices are stated.")
            .orElse("kWh");
    static final Field<Map<String, MonthlySeries>> BENCHMARKS = Field.optional(
                    "benchmarks",
                    FieldType.named(FieldType.monthly()),
                    "Benchmark prices by category, or by category/band: {large industry/peak: 0.95 CNY/kWh}. A category"
                            + " without one takes its highest provincial rate.")
            .under("19 CFR 351.511(a)(2)");
    static final Column RATE = Column.required("rate", Column.Type.NOT_NEGATIVE, "The rate per kWh.")
            .withUnits();
    static final Field<Records> PROVINCIAL_RATES = Field.optional(
                    "provincial-rates",
                    FieldType.records(
                            ProvincialRates.PROVINCE, ProvincialRates.CATEGORY, ProvincialRates.SEASON, BAND, RATE),
                    "The rates of the country's provinces, from which facts available take the highest.")
            .under("19 U.S.C. 1677e(b)");
    static final Column CHARGE = Column.required(
                    "charge", Column.Type.NOT_NEGATIVE, "The charge for one month, per kVA or kW.")
            .withUnits();
    static final Field<Records> PROVINCIAL_CHARGES = Field.optional(
                    "provincial-charges",
                    FieldType.records(
                            ProvincialRates.PROVINCE, ProvincialRates.CATEGORY, ProvincialRates.SEASON, CHARGE),
                    "The base charges of the country's provinces, from which facts available take the highest; with their"
                            + " unit: units: {charge: CNY/kVA}.")
            .under("19 U.S.C. 1677e(b)");
    static final Field<String> CHARGED_CATEGORY = Field.<String>required(
                    "category", FieldType.text(), "The tariff category, or another name for the charge.")
            .describing();
    static final Field<Term> CAPACITY = Field.required(
            "capacity", FieldType.quantity().within(Domain.NOT_NEGATIVE), "The capacity charged for: 1200 kVA.");
    static final Field<Term> MONTHS = Field.required(
            "months",
            FieldType.number(Unit.FRACTION).within(Domain.NOT_NEGATIVE),
            "The number of months of the period.");
    static final Field<Term> BENCHMARK = Field.optional(
            "benchmark", FieldType.quantity().within(Domain.NOT_NEGATIVE), "The benchmark for one month: 45 CNY/kVA.");
    static final Field<String> PROVINCIAL = Field.optional(
            "provincial-category",
            FieldType.text(),
            "In place of a benchmark, the category of provincial-charges whose highest charge it is.");
    static final Field<Term> PAID = Field.required(
            "paid", FieldType.quantity().within(Domain.NOT_NEGATIVE), "What was paid for one month: 38 CNY/kVA.");
    static final FieldSet CHARGE_FIELDS =
            FieldSet.of("a capacity charge", CHARGED_CATEGORY, CAPACITY, MONTHS, BENCHMARK, PROVINCIAL, PAID);
    static final Field<List<Facts>> BASE_CHARGES = Field.optional(
            "base-charges",
            FieldType.list(CHARGE_FIELDS, CHARGED_CATEGORY.name()),
            "Monthly charges for capacity or demand.");

    @Override
    public String name() {
        return "electricity";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "electricity for less than adequate remuneration",
                CONSUMPTION,
                QUANTITY_UNIT,
                BENCHMARKS,
                PROVINCIAL_RATES,
                Zeroing.FIELD,
                BASE_CHARGES,
                PROVINCIAL_CHARGES);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Optional<BenefitKind> kind() {
        return Optional.of(BenefitKind.LTAR);
    }

    @Override
    public Optional<Measured> measured() {
        return Optional.of(
                new Measured(PRICE, true, Optional.of(QUANTITY), Optional.of(MONTH), List.of(CATEGORY, BAND)));
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        List<Term> parts = new ArrayList<>();
        facts.optional(CONSUMPTION)
                .ifPresent(consumed -> parts.add(new ElectricityComparison(consumed, facts, context).total()));
        facts.optional(BASE_CHARGES)
                .ifPresent(charges -> parts.add(context.atOneLevelOfPrices(charges(charges, facts, context))));
        if (parts.isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    "(" + facts.address() + ") states neither consumption nor base-charges.",
                    "Write at least one of them.");
        }
        Term benefit = context.builder().sum(parts);
        context.outline().line("Electricity below its benchmarks", benefit, Authority.law("19 CFR 351.511(a)(2)"));
        return Benefit.inPeriodAtOneLevelOfPrices(benefit);
    }

    private static Term charges(List<Facts> charges, Facts facts, BenefitContext context) {
        Optional<ProvincialRates> provincial = facts.optional(PROVINCIAL_CHARGES)
                .map(rows -> new ProvincialRates(
                        "Charges by province",
                        PROVINCIAL_CHARGES,
                        Optional.empty(),
                        CHARGE,
                        context.currency().per(Unit.of("kVA")),
                        facts));
        List<Term> benefits = new ArrayList<>();
        List<Term> above = new ArrayList<>();
        List<List<Outline.Cell>> rows = new ArrayList<>();
        Every.check(charges, charge -> {
            Term capacity = charge.get(CAPACITY);
            Term benchmark = benchmark(charge, provincial, context);
            Term paid = price(charge, charge.get(PAID), PAID, context);
            Term benefit = benchmark.minus(paid).positivePart().times(capacity).times(charge.get(MONTHS));
            benefits.add(benefit);
            above.add(benchmark.less(paid));
            rows.add(List.of(
                    Outline.words(charge.get(CHARGED_CATEGORY)),
                    Outline.quantity(capacity),
                    Outline.quantity(charge.get(MONTHS)),
                    Outline.quantity(benchmark),
                    Outline.quantity(paid),
                    Outline.quantity(benefit)));
        });
        provincial.ifPresent(rates -> rates.write(context.outline()));
        context.outline()
                .sheet(
                        "Capacity charges",
                        List.of(
                                SheetColumn.key("category"),
                                SheetColumn.of("capacity", Quality.QUANTITY),
                                SheetColumn.of("months", Quality.NUMBER),
                                SheetColumn.of("benchmark", Quality.PRICE),
                                SheetColumn.of("paid", Quality.PRICE),
                                SheetColumn.of("benefit", Quality.MONEY, "benchmark", "paid", "capacity", "months")),
                        rows,
                        Assumption.CAPACITY_CHARGES.under("19 CFR 351.511(a)(2)"),
                        context.builder().any(above));
        return context.builder().sum(benefits, context.currency());
    }

    /** The benchmark for one month: as stated, or the highest of the provinces. */
    private static Term benchmark(Facts charge, Optional<ProvincialRates> provincial, BenefitContext context) {
        Optional<Term> stated = charge.optional(BENCHMARK);
        Optional<String> category = charge.optional(PROVINCIAL);
        if (stated.isPresent() == category.isPresent()) {
            throw charge.problem(
                    Problem.Code.AV401,
                    BENCHMARK,
                    "(" + charge.address() + ") has " + (stated.isPresent() ? "both" : "neither") + " (benchmark) "
                            + (stated.isPresent() ? "and" : "nor") + " (provincial-category).",
                    "Write one of them.");
        }
        if (stated.isPresent()) {
            return price(charge, stated.get(), BENCHMARK, context);
        }
        ProvincialRates rates = provincial.orElseThrow(() -> charge.problem(
                Problem.Code.AV401,
                PROVINCIAL,
                "(" + charge.address() + ") names a provincial category, and no (provincial-charges) are stated.",
                "Write provincial-charges: with the table."));
        return price(charge, rates.highest(category.orElseThrow(), ""), PROVINCIAL, context);
    }

    /** A charge for one month per unit of capacity, in the company's currency at the annual average. */
    private static Term price(Facts charge, Term stated, Field<?> field, BenefitContext context) {
        Unit expected = context.currency().per(charge.get(CAPACITY).unit());
        return stated.unit()
                .currency()
                .map(money -> context.inReportingCurrencyOfYear(stated, context.year(), charge))
                .flatMap(price -> Measures.convert(price, expected))
                .orElseThrow(() -> charge.problem(
                        Problem.Code.AV206,
                        field,
                        "(" + charge.address().child(field.name()) + ") is in " + stated.unit() + "; expected "
                                + expected + ".",
                        "Write the charge for one month, as money per unit of capacity."));
    }
}
