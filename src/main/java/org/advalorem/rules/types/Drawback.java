package org.advalorem.rules.types;

import java.util.Optional;
import java.util.Set;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Records;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.InputTax;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.base.Specificity;

/**
 * Remission or drawback of import charges upon export, exemption included: 19 CFR 351.519.
 *
 * <p>{@code max(0, import charges remitted - import charges on inputs consumed in production of the exports * (1 +
 * waste))} by year of exportation; the entire amount where nothing confirms which inputs were consumed.
 */
public final class Drawback implements ProgramType {
    static final Field<Records> REMISSIONS = Field.required(
                    "remissions",
                    FieldType.records(
                            ExcessRemission.DATE,
                            ExcessRemission.REMITTED,
                            ExcessRemission.CONSUMED,
                            ExcessRemission.CURRENCY),
                    "What was remitted or drawn back and the import charges on the inputs consumed, export by export.")
            .under("19 CFR 351.519(a)");
    static final Field<ExcessRemission.Confirmation> CONFIRMED_BY = ExcessRemission.confirmedBy("19 CFR 351.519(a)(4)");

    @Override
    public String name() {
        return "drawback";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "remission or drawback of import charges upon export", REMISSIONS, CONFIRMED_BY, ExcessRemission.WASTE);
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
    public Set<InputTax> relieves(Facts use, String program) {
        return Set.of(InputTax.IMPORT_DUTY);
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        return new ExcessRemission(facts.get(REMISSIONS), ExcessRemission.CONSUMED, facts, context)
                .onInputs(
                        facts.get(CONFIRMED_BY),
                        facts.get(ExcessRemission.WASTE),
                        "19 CFR 351.519(a)(3)",
                        "19 CFR 351.519(a)(4)");
    }
}
