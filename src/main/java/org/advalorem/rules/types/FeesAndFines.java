package org.advalorem.rules.types;

import java.time.LocalDate;
import java.util.Optional;
import org.advalorem.calculation.Term;
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
import org.advalorem.rules.base.RegimeDifference;

/**
 * A fee, fine or penalty that was due and not paid in full, whether or not the government tried to collect it: 19 CFR
 * 351.529, of the 2024 text.
 *
 * <p>Exempted, {@code owed - paid}, received on the day it was due. Deferred, the interest on that amount as for a
 * {@link TaxDeferral}.
 */
public final class FeesAndFines implements ProgramType {
    static final Field<Kind> KIND = Field.<Kind>optional(
                    "kind", FieldType.choice(Kind.class), "What was not paid, as printed.")
            .orElse("fee")
            .describing();
    static final Field<LocalDate> DUE = Field.required("due", FieldType.date(), "The day on which it was due.");
    static final Field<Term> OWED = Field.required(
                    "owed", FieldType.amount().within(Domain.NOT_NEGATIVE), "The fee, fine or penalty otherwise due.")
            .under("19 CFR 351.529(a)");
    static final Field<Term> PAID = Field.optional(
                    "paid", FieldType.amount().within(Domain.NOT_NEGATIVE), "What was paid of it when it was due.")
            .orElse("0");
    static final Field<LocalDate> DEFERRED_UNTIL = Field.optional(
                    "deferred-until",
                    FieldType.date(),
                    "The day on which the rest is due, where it is deferred; when left out, it is exempted.")
            .under("19 CFR 351.529(b)");

    /** What was not paid. */
    enum Kind {
        FEE("fee"),
        FINE("fine"),
        PENALTY("penalty");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    @Override
    public String name() {
        return "fees-and-fines";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("an unpaid fee, fine or penalty", KIND, DUE, OWED, PAID, DEFERRED_UNTIL)
                .and(Deferral.FIELDS);
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
    public Benefit benefit(Facts facts, BenefitContext context) {
        LocalDate due = facts.get(DUE);
        String kind = facts.get(KIND).toString();
        Term unpaid = context.outline()
                .line(
                        "Unpaid " + kind + ", due on " + due,
                        unpaid(facts, due, context),
                        context.proceeding()
                                .restsOn(
                                        Assumption.FEES_BEFORE_2024,
                                        "19 CFR 351.529(a)",
                                        RegimeDifference.UNPAID_FEES.since()));
        if (facts.has(DEFERRED_UNTIL)) {
            return Deferral.benefit(
                    kind,
                    unpaid,
                    due,
                    DEFERRED_UNTIL,
                    facts,
                    context,
                    Assumption.FEES_LIKE_TAXES.under("19 CFR 351.529(b)"));
        }
        if (facts.has(Deferral.CHARGED)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    Deferral.CHARGED,
                    "(" + facts.address() + ") has (interest-charged), but no (deferred-until).",
                    "Write deferred-until: with the day on which it is due, or leave interest-charged out.");
        }
        Assumption.FEES_LIKE_TAXES.note(context.outline());
        return Benefit.received(due, unpaid);
    }

    private static Term unpaid(Facts facts, LocalDate due, BenefitContext context) {
        Term owed = facts.get(OWED);
        Term paid = facts.get(PAID);
        if (owed.unit().equals(paid.unit()) && paid.decimal().compareTo(owed.decimal()) > 0) {
            throw facts.problem(
                    Problem.Code.AV401,
                    PAID,
                    "(" + facts.address() + ") paid more than was owed.",
                    "Check that the two are not swapped.");
        }
        return context.inReportingCurrency(owed, due, facts)
                .minus(context.inReportingCurrency(paid, due, facts))
                .positivePart();
    }
}
