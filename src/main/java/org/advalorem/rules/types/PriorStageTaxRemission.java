package org.advalorem.rules.types;

import java.util.Optional;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Records;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.base.Specificity;

/**
 * Exemption from or remission upon export of prior-stage cumulative indirect taxes: 19 CFR 351.518.
 *
 * <p>{@code max(0, taxes remitted - such taxes on inputs consumed in production of the exports * (1 + waste))} by year of
 * exportation; the entire amount where nothing confirms which inputs were consumed.
 */
public final class PriorStageTaxRemission implements ProgramType {
    static final Field<Records> REMISSIONS = Field.required(
                    "remissions",
                    FieldType.records(
                            ExcessRemission.DATE,
                            ExcessRemission.REMITTED,
                            ExcessRemission.CONSUMED,
                            ExcessRemission.CURRENCY),
                    "What was remitted and the prior-stage taxes on the inputs consumed, export by export.")
            .under("19 CFR 351.518(a)");
    static final Field<ExcessRemission.Confirmation> CONFIRMED_BY = ExcessRemission.confirmedBy("19 CFR 351.518(a)(4)");

    @Override
    public String name() {
        return "prior-stage-tax-remission";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "remission upon export of prior-stage cumulative indirect taxes",
                REMISSIONS,
                CONFIRMED_BY,
                ExcessRemission.WASTE);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Optional<BenefitKind> kind() {
        return Optional.of(BenefitKind.INDIRECT_TAX);
    }

    @Override
    public Specificity specificity() {
        return Specificity.EXPORT;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        return new ExcessRemission(facts.get(REMISSIONS), ExcessRemission.CONSUMED, facts, context)
                .onInputs(
                        facts.get(CONFIRMED_BY),
                        facts.get(ExcessRemission.WASTE),
                        "19 CFR 351.518(a)(2)",
                        "19 CFR 351.518(a)(4)");
    }
}
