package org.advalorem.rules.types;

import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.Measured;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.base.Specificity;
import org.advalorem.rules.benchmarks.BenchmarkUse;
import org.advalorem.rules.benchmarks.MarketPrice;

/**
 * Inputs that a government provides for the production of exports on better terms than for domestic goods, 19 CFR
 * 351.516.
 *
 * <p>{@code B = sum over purchases of max(0, world market price of its month and grade, delivered - price) * quantity}:
 * nothing where the terms are no better than those of the world market to exporters, or than those for domestic goods.
 */
public final class InputsForExport implements ProgramType {
    static final Field<String> BENCHMARK = Field.required(
                    "benchmark",
                    FieldType.reference("benchmarks"),
                    "The world market price available to exporters: delivered, without import duty and VAT.")
            .under("19 CFR 351.516(a)(2)");
    static final Field<Records> PURCHASES = Field.required(
            "purchases",
            FieldType.records(
                    LessThanAdequateRemuneration.DATE,
                    LessThanAdequateRemuneration.SUPPLIER,
                    LessThanAdequateRemuneration.GRADE,
                    LessThanAdequateRemuneration.QUANTITY,
                    LessThanAdequateRemuneration.PRICE,
                    LessThanAdequateRemuneration.CURRENCY),
            "The inputs bought for the production of exports, and at what price.");
    static final Field<Boolean> MORE_FAVOURABLE = Field.optional(
                    "more-favourable",
                    FieldType.flag(),
                    "Whether the terms are more favourable than those for domestic goods: a finding.")
            .orElse("yes")
            .under("19 CFR 351.516(a)(1)");
    static final Field<Zeroing> ZEROING =
            Zeroing.field("How far a purchase above the benchmark offsets others.", "19 CFR 351.516(a)(2)");

    @Override
    public String name() {
        return "inputs-for-export";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "inputs provided for the production of exports",
                BENCHMARK,
                PURCHASES,
                MORE_FAVOURABLE,
                LessThanAdequateRemuneration.QUANTITY_UNIT,
                LessThanAdequateRemuneration.FACTORS,
                ZEROING,
                LessThanAdequateRemuneration.FREIGHT_PAID);
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
    public Specificity specificity() {
        return Specificity.EXPORT;
    }

    @Override
    public Optional<Measured> measured() {
        return Optional.of(LessThanAdequateRemuneration.measured(
                LessThanAdequateRemuneration.DATE, LessThanAdequateRemuneration.GRADE));
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        ComparisonRule rule = new ComparisonRule(
                PURCHASES,
                Purchases.Buyer.FIRM,
                LessThanAdequateRemuneration.DATE,
                LessThanAdequateRemuneration.SUPPLIER,
                LessThanAdequateRemuneration.GRADE,
                Optional.empty(),
                new ComparisonRule.Benchmark(new BenchmarkUse(
                        BenchmarkUse.Side.PROVIDED,
                        BenchmarkUse.Basis.FOR_EXPORTERS,
                        Optional.of(Authority.law("19 CFR 351.516(a)(2)")),
                        "19 CFR 351.516(a)(2)")),
                Optional.of(LessThanAdequateRemuneration.FREIGHT_PAID),
                Optional.of(new ComparisonRule.Basis(
                        "Prices paid and benchmark are compared delivered, without import duty and VAT; "
                                + LessThanAdequateRemuneration.freightPaid(facts),
                        Optional.of(Assumption.TERMS_TO_EXPORTERS.under("19 CFR 351.516(a)(2)")))),
                ComparisonRule.Words.PURCHASES,
                Authority.law("19 CFR 351.516(b)"),
                Assumption.ZEROING,
                "19 CFR 351.516(a)(2)");
        RemunerationComparison comparison = new RemunerationComparison(rule, facts, context);
        if (!comparison.benchmark().map(MarketPrice::isOfWorldMarket).orElse(false)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    BENCHMARK,
                    "The benchmark (" + facts.get(BENCHMARK) + ") of (" + facts.address()
                            + ") is not a world market price, tier 2.",
                    "Name a benchmark of prices-of: world market.");
        }
        Term benefit = comparison.benefit();
        return Benefit.inPeriodAtOneLevelOfPrices(
                facts.get(MORE_FAVOURABLE)
                        ? benefit
                        : context.outline()
                                .line(
                                        "No benefit: the terms are no more favourable than those for domestic goods",
                                        context.builder().literal(0, context.currency()),
                                        Authority.law("19 CFR 351.516(a)(1)")));
    }
}
