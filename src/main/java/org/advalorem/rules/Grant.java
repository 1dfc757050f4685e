package org.advalorem.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;

/** Grants, 19 CFR 351.504: the benefit is the amount, received on the day the firm received it. */
final class Grant implements ProgramType {
    static final Field<LocalDate> ON = Field.required("on", FieldType.date(), "The day.");
    static final Field<Term> AMOUNT =
            Field.required("amount", FieldType.amount().within(Domain.NOT_NEGATIVE), "The amount.");
    static final Field<LocalDate> APPROVED_ON = Field.optional(
            "approved-on",
            FieldType.date(),
            "The day, of those under approved, on which it was approved; needed where they leave that open.");
    static final FieldSet TRANCHE = FieldSet.of("an amount and its day", ON, AMOUNT, APPROVED_ON);
    static final Field<List<Facts>> RECEIVED = Field.required(
                    "received", FieldType.list(TRANCHE, "on"), "What was received and when.")
            .under("19 CFR 351.504(b)");

    @Override
    public String name() {
        return "grant";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("a grant", StatedApprovals.APPROVED, RECEIVED);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.NON_RECURRING;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        List<Benefit.Receipt> receipts = new ArrayList<>();
        List<List<Outline.Cell>> rows = new ArrayList<>();
        boolean foreign = false;
        for (Facts tranche : facts.get(RECEIVED)) {
            LocalDate day = tranche.get(ON);
            Term stated = tranche.get(AMOUNT);
            Term amount = context.inReportingCurrency(stated, day, tranche);
            receipts.add(new Benefit.Receipt(day, amount, tranche.optional(APPROVED_ON), 1));
            rows.add(List.of(Outline.words(day.toString()), Outline.quantity(stated), Outline.quantity(amount)));
            foreign |= stated != amount;
        }
        context.outline()
                .table(
                        "Received",
                        List.of("day", "amount", "in " + context.currency()),
                        rows,
                        foreign
                                ? Assumption.EXCHANGE_RATE_OF_DAY.under("19 CFR 351.504")
                                : Authority.law("19 CFR 351.504"));
        return new Benefit.Received(receipts, StatedApprovals.of(facts, context));
    }
}
