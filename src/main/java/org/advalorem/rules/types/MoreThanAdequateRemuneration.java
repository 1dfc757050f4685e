package org.advalorem.rules.types;

import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.facts.Column;
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
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.base.RegimeDifference;
import org.advalorem.rules.benchmarks.BenchmarkUse;

/**
 * Goods that a government purchases from the firm for more than adequate remuneration, 19 CFR 351.512.
 *
 * <p>{@code B = sum over sales of max(0, price received - BM of its month and grade) * quantity}, both prices ex-works;
 * received when payment is. Where the government also sells the good, the text of 2025 compares its two prices instead.
 */
public final class MoreThanAdequateRemuneration implements ProgramType {
    static final Column DATE =
            Column.required("date", Column.Type.MONTH, "The day or month in which payment was received.");
    static final Column BUYER = Column.optional("buyer", Column.Type.TEXT, "", "The government or agency that bought.");

    static final Field<String> BENCHMARK = Field.optional(
                    "benchmark",
                    FieldType.reference("benchmarks"),
                    "The market price, of which only the price itself counts: freight, duty and VAT are left out.")
            .under("19 CFR 351.512(a)(2)(i), (iv)");
    static final Field<MonthlySeries> GOVERNMENT_PRICE = Field.optional(
                    "government-price",
                    FieldType.monthly(),
                    "The price at which the government sells the same good; under the text of 2025 it goes before the"
                            + " benchmark.")
            .under("19 CFR 351.512(a)(3)");
    static final Field<Records> SALES = Field.required(
            "sales-to-government",
            FieldType.records(
                    DATE,
                    BUYER,
                    LessThanAdequateRemuneration.GRADE,
                    LessThanAdequateRemuneration.QUANTITY,
                    LessThanAdequateRemuneration.PRICE,
                    LessThanAdequateRemuneration.CURRENCY),
            "What was sold to the government, and at what price.");
    static final Field<MonthlySeries> CHARGES_INCLUDED = Field.optional(
                    "charges-included",
                    FieldType.monthly(),
                    "The delivery charges, import duties and taxes in the price received, per unit; they are deducted.")
            .under("19 CFR 351.512(a)(2)(iv)");
    static final Field<Zeroing> ZEROING =
            Zeroing.field("How far a sale below the benchmark offsets others.", "19 CFR 351.512(a)(1)");

    @Override
    public String name() {
        return "more-than-adequate-remuneration";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "goods purchased by a government for more than adequate remuneration",
                BENCHMARK,
                GOVERNMENT_PRICE,
                SALES,
                LessThanAdequateRemuneration.QUANTITY_UNIT,
                LessThanAdequateRemuneration.FACTORS,
                ZEROING,
                CHARGES_INCLUDED);
    }

    /** Recurring; purchases of capital assets are allocated over time where the scenario says that they are. */
    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Optional<BenefitKind> kind() {
        return Optional.of(BenefitKind.OTHER);
    }

    @Override
    public Optional<Measured> measured() {
        return Optional.of(LessThanAdequateRemuneration.measured(DATE, LessThanAdequateRemuneration.GRADE));
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        RemunerationComparison comparison = new RemunerationComparison(rule(facts, context), facts, context);
        return facts.optional(Recurrence.FIELD).equals(Optional.of(Recurrence.NON_RECURRING))
                ? comparison.received()
                : Benefit.inPeriodAtOneLevelOfPrices(comparison.benefit());
    }

    private static ComparisonRule rule(Facts facts, BenefitContext context) {
        Proceeding proceeding = context.proceeding();
        boolean ownPrices = facts.optional(GOVERNMENT_PRICE).isPresent()
                && proceeding.follows(RegimeDifference.MORE_THAN_ADEQUATE_REMUNERATION);
        if (!ownPrices && facts.optional(BENCHMARK).isEmpty()) {
            throw noPrice(facts, proceeding);
        }
        if (!ownPrices && facts.optional(GOVERNMENT_PRICE).isPresent()) {
            context.outline()
                    .note("The price at which the government sells the good is compared only under the text of 2025.");
        }
        return new ComparisonRule(
                SALES,
                Purchases.Buyer.GOVERNMENT,
                DATE,
                BUYER,
                LessThanAdequateRemuneration.GRADE,
                Optional.empty(),
                ownPrices
                        ? new ComparisonRule.Stated(GOVERNMENT_PRICE, Authority.law("19 CFR 351.512(a)(3)"))
                        : new ComparisonRule.Benchmark(new BenchmarkUse(
                                BenchmarkUse.Side.BOUGHT,
                                BenchmarkUse.Basis.EX_WORKS,
                                Optional.of(authority(proceeding, "19 CFR 351.512(a)(2)(i)")),
                                "19 CFR 351.512(a)(2)(iv)")),
                Optional.of(CHARGES_INCLUDED),
                Optional.of(basis(facts, ownPrices)),
                new ComparisonRule.Words(
                        "Sales to the government",
                        "sales",
                        ownPrices ? "the government's own price" : "the benchmark",
                        "Nothing was sold to the government"),
                authority(proceeding, "19 CFR 351.512(b)"),
                Assumption.SALES_ZEROING,
                "19 CFR 351.512(a)(1)");
    }

    private static Authority authority(Proceeding proceeding, String citation) {
        return proceeding.restsOn(Assumption.MORE_THAN_ADEQUATE_REMUNERATION, citation);
    }

    private static RuntimeException noPrice(Facts facts, Proceeding proceeding) {
        return facts.optional(GOVERNMENT_PRICE).isPresent()
                ? facts.problem(
                        Problem.Code.AV401,
                        GOVERNMENT_PRICE,
                        "(" + facts.address() + ") states (government-price), which is compared only under the text of"
                                + " 2025, and no (benchmark); the text of " + proceeding.regime() + " governs.",
                        "Write benchmark: with a market price.")
                : facts.problem(
                        Problem.Code.AV202,
                        "(benchmark) is missing in (" + facts.address() + "): the market price.",
                        "Write benchmark: with a name from the benchmarks, or government-price: where the government"
                                + " sells the good too.");
    }

    private static ComparisonRule.Basis basis(Facts facts, boolean ownPrices) {
        boolean deducted = facts.has(CHARGES_INCLUDED);
        return new ComparisonRule.Basis(
                (ownPrices
                                ? "The two prices of the government are compared; "
                                : "Prices received and benchmark are compared ex-works; ")
                        + (deducted
                                ? "the charges included in prices received are deducted."
                                : "prices received are taken as ex-works prices."),
                deducted ? Optional.empty() : Optional.of(Assumption.EX_WORKS_PRICES.alone()));
    }
}
