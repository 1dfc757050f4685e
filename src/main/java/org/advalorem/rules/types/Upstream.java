package org.advalorem.rules.types;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.InputTax;
import org.advalorem.rules.base.LocalRule;
import org.advalorem.rules.base.Measured;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.benchmarks.BenchmarkUse;
import org.advalorem.rules.benchmarks.Benchmarks;

/**
 * Upstream subsidies, on an input of the subject merchandise: 19 U.S.C. 1677-1, 19 CFR 351.523.
 *
 * <p>{@code effect = input's subsidy rate * its share of the cost of production}. Below 1 percent there is no upstream
 * subsidy. Otherwise {@code B = min(sum over purchases of max(0, BM of its month and grade - price) * quantity, the
 * input's subsidy)}.
 */
public final class Upstream implements ProgramType {
    private static final String LEAST_EFFECT = "0.01";
    private static final String PRESUMED_EFFECT = "0.05";

    static final Field<Term> INPUT_RATE = Field.required(
                    "input-rate",
                    FieldType.rate().within(Domain.NOT_NEGATIVE),
                    "The ad valorem rate of the subsidy on the input, export subsidies not counted.")
            .under("19 CFR 351.523(a)(1)(iii)");
    static final Field<Term> COST_SHARE = Field.required(
                    "cost-share",
                    FieldType.rate().within(Domain.SHARE),
                    "The input's share of the total cost of producing the subject merchandise.")
            .under("19 CFR 351.523(a)(1)(iii)");
    static final Field<Boolean> SIGNIFICANT_EFFECT = Field.optional(
                    "significant-effect",
                    FieldType.flag(),
                    "Whether the effect on the cost of production is significant: a finding. When left out, an effect of"
                            + " 1 percent or more is.")
            .under("19 CFR 351.523(d)");
    static final Field<String> BENCHMARK = Field.required(
                    "benchmark", FieldType.reference("benchmarks"), "The price of the input without the subsidy.")
            .under("19 CFR 351.523(c)(1)");
    static final Field<Term> INPUT_SUBSIDY = Field.optional(
                    "input-subsidy",
                    FieldType.amount().within(Domain.NOT_NEGATIVE),
                    "The subsidy on the inputs bought, which the benefit cannot exceed; when left out, input-rate times"
                            + " what was paid for them.")
            .under("19 U.S.C. 1677-1(c)");
    static final Field<Zeroing> ZEROING =
            Zeroing.field("How far a purchase above the benchmark offsets others.", "19 CFR 351.523(c)(1)");

    @Override
    public String name() {
        return "upstream";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "an upstream subsidy",
                INPUT_RATE,
                COST_SHARE,
                SIGNIFICANT_EFFECT,
                BENCHMARK,
                InputsForExport.PURCHASES,
                INPUT_SUBSIDY,
                LessThanAdequateRemuneration.QUANTITY_UNIT,
                LessThanAdequateRemuneration.FACTORS,
                ZEROING,
                LessThanAdequateRemuneration.PRICES,
                LessThanAdequateRemuneration.FREIGHT_PAID);
    }

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
        return new InputsForExport().measured();
    }

    @Override
    public Set<InputTax> comparesWith(Facts use, Map<String, Facts> benchmarks) {
        return Benchmarks.taxes(
                benchmarks,
                use.get(BENCHMARK),
                use.get(LessThanAdequateRemuneration.PRICES) == LessThanAdequateRemuneration.VatBasis.WITH_VAT);
    }

    @Override
    public Optional<LocalRule> onlyUnder() {
        return Optional.of(LocalRule.UPSTREAM);
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        Term significant = significant(facts, context);
        RemunerationComparison comparison = new RemunerationComparison(rule(facts), facts, context);
        Term competitive = comparison.benefit();
        Term limit = limit(facts, comparison, context);
        Term benefit =
                significant.choose(competitive.smaller(limit), context.builder().literal(0, context.currency()));
        return Benefit.inPeriod(context.outline()
                .line(
                        "Competitive benefit, at most the subsidy on the input",
                        benefit,
                        Authority.law("19 U.S.C. 1677-1(c)")));
    }

    /** Whether the subsidy on the input affects the cost of production significantly. */
    private static Term significant(Facts facts, BenefitContext context) {
        CalculationBuilder builder = context.builder();
        Term effect = context.outline()
                .line(
                        "Effect on the cost of production: rate on the input times its share",
                        facts.get(INPUT_RATE).times(facts.get(COST_SHARE)),
                        Authority.law("19 CFR 351.523(a)(1)(iii)"));
        Term enough = context.outline()
                .line(
                        "Effect of at least 1 percent",
                        effect.less(builder.fraction(LEAST_EFFECT)).not(),
                        Authority.law("19 CFR 351.523(a)(1)(iii), (d)(1)"));
        Optional<Boolean> found = facts.optional(SIGNIFICANT_EFFECT);
        if (found.isPresent()) {
            return context.outline()
                    .line(
                            "Significant effect found",
                            enough.and(builder.truth(found.get())),
                            Authority.law("19 CFR 351.523(d)(2)"));
        }
        Assumption.SIGNIFICANT_EFFECT.note(
                context.outline(), enough.and(effect.atMost(builder.fraction(PRESUMED_EFFECT))));
        return enough;
    }

    private static ComparisonRule rule(Facts facts) {
        return new ComparisonRule(
                InputsForExport.PURCHASES,
                Purchases.Buyer.FIRM,
                LessThanAdequateRemuneration.DATE,
                LessThanAdequateRemuneration.SUPPLIER,
                LessThanAdequateRemuneration.GRADE,
                Optional.empty(),
                new ComparisonRule.Benchmark(new BenchmarkUse(
                        BenchmarkUse.Side.PROVIDED,
                        facts.get(LessThanAdequateRemuneration.PRICES).basis(),
                        Optional.of(Authority.law("19 CFR 351.523(c)(1)")),
                        "19 CFR 351.523(c)(2)")),
                Optional.of(LessThanAdequateRemuneration.FREIGHT_PAID),
                Optional.of(LessThanAdequateRemuneration.basis(facts)),
                ComparisonRule.Words.PURCHASES,
                Assumption.PAYMENT_DATE.under("19 CFR 351.523(c)(1)"),
                Assumption.ZEROING,
                "19 CFR 351.523(c)(1)");
    }

    /** The subsidy on the inputs bought, as stated or at its rate. */
    private static Term limit(Facts facts, RemunerationComparison comparison, BenefitContext context) {
        Optional<Term> stated = facts.optional(INPUT_SUBSIDY)
                .map(amount -> context.inReportingCurrencyOfYear(amount, context.year(), facts));
        return context.outline()
                .line(
                        "Subsidy on the inputs bought",
                        stated.orElseGet(() -> comparison.paid().times(facts.get(INPUT_RATE))),
                        stated.isPresent()
                                ? Authority.law("19 U.S.C. 1677-1(c)")
                                : Assumption.INPUT_SUBSIDY.under("19 U.S.C. 1677-1(c)"));
    }
}
