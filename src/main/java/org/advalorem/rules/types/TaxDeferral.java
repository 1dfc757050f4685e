package org.advalorem.rules.types;

import java.time.LocalDate;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.ProgramType;

/**
 * Deferral of a tax or an import charge, treated as a loan of the amount deferred: 19 CFR 351.509(a)(2) and (b)(2),
 * 351.510(a)(2) and (b)(2). {@link Deferral} gives the formula.
 */
public final class TaxDeferral implements ProgramType {
    static final Field<Tax> TAX = Field.<Tax>optional(
                    "tax", FieldType.choice(Tax.class), "What is deferred: it decides the authority, not the amount.")
            .orElse("direct")
            .describing();
    static final Field<Term> DEFERRED =
            Field.required("deferred", FieldType.amount().within(Domain.NOT_NEGATIVE), "The tax deferred.");
    static final Field<LocalDate> FROM =
            Field.required("from", FieldType.date(), "The day on which the tax would otherwise have been due.");
    static final Field<LocalDate> UNTIL =
            Field.required("until", FieldType.date(), "The day on which the deferred tax is due.");

    /** The tax or charge deferred. */
    enum Tax {
        DIRECT("direct", "19 CFR 351.509"),
        INDIRECT("indirect", "19 CFR 351.510"),
        IMPORT_CHARGES("import charges", "19 CFR 351.510");

        private final String label;
        private final String section;

        Tax(String label, String section) {
            this.label = label;
            this.section = section;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    @Override
    public String name() {
        return "tax-deferral";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("a deferral of tax", TAX, DEFERRED, FROM, UNTIL).and(Deferral.FIELDS);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        LocalDate from = facts.get(FROM);
        return Deferral.benefit(
                "tax",
                context.inReportingCurrency(facts.get(DEFERRED), from, facts),
                from,
                UNTIL,
                facts,
                context,
                authority(facts.get(TAX), context));
    }

    private static Authority authority(Tax tax, BenefitContext context) {
        if (tax != Tax.DIRECT && context.isExportContingent()) {
            return Authority.law((tax == Tax.IMPORT_CHARGES ? "19 CFR 351.519" : "19 CFR 351.518") + "(b)(3)-(4)");
        }
        return tax == Tax.DIRECT
                ? Assumption.TAX_DEFERRAL.under(tax.section + "(b)(2)")
                : Authority.law(tax.section + "(b)(2)");
    }
}
