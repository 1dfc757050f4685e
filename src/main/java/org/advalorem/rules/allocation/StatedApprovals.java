package org.advalorem.rules.allocation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;

/**
 * The approval of a benefit as stated in the scenario: the date and the total over all tranches; 19 CFR 351.524(b)(2).
 *
 * <p>An approval that several uses inherit from their program, or that names its decision, is one approval.
 */
public final class StatedApprovals {
    static final Field<LocalDate> ON = Field.required("on", FieldType.date(), "The day of approval.");
    static final Field<Term> AMOUNT = Field.required(
            "amount", FieldType.amount().within(Domain.NOT_NEGATIVE), "The amount approved, all tranches included.");
    static final Field<String> DECISION = Field.optional(
            "decision",
            FieldType.text(),
            "The approving decision: an approval that several uses of one recipient state under the same"
                    + " name counts once.");
    public static final FieldSet FIELDS = FieldSet.of("an amount approved and its day", ON, AMOUNT, DECISION);
    public static final Field<List<Facts>> APPROVED = Field.optional(
                    "approved",
                    FieldType.oneOrMore(FieldType.section(FIELDS)),
                    "The amount approved, all tranches included, and the day; a list for several approvals.")
            .under("19 CFR 351.524(b)(2)");

    private StatedApprovals() {}

    /** The approvals that a use states, in the reporting currency at the exchange rate of the day. */
    public static List<Benefit.Approval> of(Facts use, BenefitContext context) {
        return Every.of(use.optional(APPROVED).orElse(List.of()), approved -> approval(approved, context));
    }

    private static Benefit.Approval approval(Facts approved, BenefitContext context) {
        LocalDate day = approved.get(ON);
        Term amount = context.inReportingCurrency(approved.get(AMOUNT), day, approved);
        Optional<String> decision = approved.optional(DECISION);
        return new Benefit.Approval(decision.orElse(approved.address().toString()), decision.isPresent(), day, amount);
    }
}
