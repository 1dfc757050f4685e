package org.advalorem.rules.types;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Measures;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.ProgramType;

/**
 * Land or land-use rights for less than adequate remuneration, 19 CFR 351.511.
 *
 * <p>{@code B = max(0, BM * index of the contract's year / index of the benchmark's year * area - price paid)}, received
 * on the day of the contract. With a growth rate g the index rises by {@code (1 + g)} a year.
 */
public final class Land implements ProgramType {
    static final Field<LocalDate> CONTRACT =
            Field.required("contract", FieldType.date(), "The day of the contract, on which the benefit is received.");
    static final Field<Term> AREA =
            Field.required("area", FieldType.quantity().within(Domain.POSITIVE), "The area: 50000 m2, 5 ha, 75 mu.");
    static final Field<Term> PAID = Field.required(
            "paid", FieldType.amount().within(Domain.NOT_NEGATIVE), "The price paid for the whole area.");
    static final Field<Term> BENCHMARK_PRICE = Field.required(
                    "benchmark-price",
                    FieldType.quantity().within(Domain.NOT_NEGATIVE),
                    "The benchmark price per unit of area: 60 USD/m2.")
            .under("19 CFR 351.511(a)(2)");
    static final Field<Integer> BENCHMARK_YEAR = Field.optional(
            "benchmark-year", FieldType.year(), "The year of the benchmark price; that of the contract when left out.");
    static final Field<Map<Integer, Term>> INDEX = Field.optional(
            "index",
            FieldType.byYear(FieldType.number(Unit.FRACTION).within(Domain.POSITIVE)),
            "The index of land prices, for the years of the benchmark and of the contract.");
    static final Field<Term> GROWTH =
            Field.optional("growth", FieldType.rate(), "The yearly growth of land prices, in place of an index.");

    @Override
    public String name() {
        return "land";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "land or land-use rights for less than adequate remuneration",
                CONTRACT,
                AREA,
                PAID,
                BENCHMARK_PRICE,
                BENCHMARK_YEAR,
                INDEX,
                GROWTH);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.NON_RECURRING;
    }

    @Override
    public Optional<BenefitKind> kind() {
        return Optional.of(BenefitKind.LTAR);
    }

    @Override
    public boolean isNonDepreciating(Facts use) {
        return true;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        LocalDate day = facts.get(CONTRACT);
        Term area = facts.get(AREA);
        Term price = indexed(price(facts, area, day, context), facts, day.getYear(), context);
        Term value = context.outline()
                .line("Value of the land at the benchmark", price.times(area), Authority.law("19 CFR 351.511(a)(2)"));
        Term paid = context.outline()
                .line(
                        "Price paid",
                        context.inReportingCurrency(facts.get(PAID), day, facts),
                        Authority.law("19 CFR 351.511(a)(2)"));
        Term benefit = context.outline()
                .line(
                        "Benefit, contract of " + day,
                        value.minus(paid).positivePart(),
                        Assumption.LAND_AS_GRANT.under("19 CFR 351.511, 351.524"));
        return Benefit.received(day, benefit);
    }

    /** The benchmark price in the company's currency, per the unit in which the area is stated. */
    private static Term price(Facts facts, Term area, LocalDate day, BenefitContext context) {
        Term stated = facts.get(BENCHMARK_PRICE);
        return stated.unit()
                .currency()
                .filter(money -> stated.unit()
                        .priced()
                        .filter(per -> Measures.areAlike(per, area.unit()))
                        .isPresent())
                .map(money -> context.inReportingCurrency(stated, day, facts))
                .flatMap(price -> Measures.convert(price, context.currency().per(area.unit())))
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV206,
                        BENCHMARK_PRICE,
                        "(benchmark-price) of (" + facts.address() + ") is in " + stated.unit() + " and the area in "
                                + area.unit() + ".",
                        "Write a price per unit of area, such as 60 "
                                + context.currency().per(area.unit()) + "."));
    }

    /** The price brought from the year of the benchmark to that of the contract. */
    private static Term indexed(Term price, Facts facts, int year, BenefitContext context) {
        int from = facts.optional(BENCHMARK_YEAR).orElse(year);
        Optional<Map<Integer, Term>> index = facts.optional(INDEX);
        Optional<Term> growth = facts.optional(GROWTH);
        if (index.isPresent() && growth.isPresent()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    GROWTH,
                    "(" + facts.address() + ") states both (index) and (growth).",
                    "Write one of them.");
        }
        if (from == year) {
            return context.outline().line("Benchmark price of " + year, price, Authority.law("19 CFR 351.511(a)(2)"));
        }
        Term factor = index.map(series -> of(series, year, facts).dividedBy(of(series, from, facts)))
                .or(() -> growth.map(rate -> rate.plus(context.builder().fraction("1"))
                        .power(context.builder().literal(year - from, Unit.FRACTION))))
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV202,
                        BENCHMARK_YEAR,
                        "The benchmark of (" + facts.address() + ") is of " + from + " and its contract of " + year
                                + "; what land prices did between them is not stated.",
                        "Write index: {" + from + ": 100, " + year + ": 112}, or growth: 4%."));
        return context.outline()
                .line(
                        "Benchmark price of " + from + " at the prices of " + year,
                        price.times(factor),
                        Assumption.LAND_INDEX.under("19 CFR 351.511(a)(2)"));
    }

    private static Term of(Map<Integer, Term> index, int year, Facts facts) {
        return Optional.ofNullable(index.get(year))
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV403,
                        INDEX,
                        "(index) of (" + facts.address() + ") has no number for " + year + ".",
                        "Write it for the years of the benchmark and of the contract."));
    }
}
