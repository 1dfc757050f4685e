package org.advalorem.rules.types;

import java.util.Optional;
import org.advalorem.facts.Column;
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
 * Exemption from or remission upon export of indirect taxes: 19 CFR 351.517.
 *
 * <p>{@code max(0, taxes remitted - taxes levied on like products sold for domestic consumption)} by year of exportation.
 */
public final class IndirectTaxRemission implements ProgramType {
    static final Column LEVIED = Column.required(
                    "levied",
                    Column.Type.NOT_NEGATIVE,
                    "The taxes levied on the production and distribution of like products for domestic consumption.")
            .withUnits();
    static final Field<Records> REMISSIONS = Field.required(
                    "remissions",
                    FieldType.records(ExcessRemission.DATE, ExcessRemission.REMITTED, LEVIED, ExcessRemission.CURRENCY),
                    "What was remitted and what is levied on like products sold domestically, export by export.")
            .under("19 CFR 351.517(a)");

    @Override
    public String name() {
        return "indirect-tax-remission";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("remission upon export of indirect taxes", REMISSIONS);
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
        return new ExcessRemission(facts.get(REMISSIONS), LEVIED, facts, context)
                .over("levied on like products", "19 CFR 351.517(a)");
    }
}
