package org.advalorem.rules.types;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.rules.allocation.StatedApprovals;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.ProgramType;

/** A grant, 19 CFR 351.504: the benefit is the amount of the grant, received on the day the firm received it. */
public final class Grant implements ProgramType {
    static final Field<LocalDate> ON = Field.required("on", FieldType.date(), "The day.");
    static final Field<Term> AMOUNT =
            Field.required("amount", FieldType.amount().within(Domain.NOT_NEGATIVE), "The amount.");
    static final Field<LocalDate> APPROVED_ON = Field.optional(
            "approved-on",
            FieldType.date(),
            "The day of approval, one of those under approved; needed where they leave it open.");
    public static final FieldSet TRANCHE = FieldSet.of("an amount and its day", ON, AMOUNT, APPROVED_ON);
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
    public Optional<BenefitKind> kind() {
        return Optional.of(BenefitKind.GRANT);
    }

    private static List<SheetColumn> columns(BenefitContext context, boolean foreign) {
        SheetColumn day = SheetColumn.keyDate("day");
        SheetColumn stated = SheetColumn.of("amount", Quality.MONEY);
        return foreign
                ? List.of(day, stated, SheetColumn.of("in " + context.currency(), Quality.MONEY, "amount"))
                : List.of(day, stated);
    }

    /** The day, the amount as stated and, if it is in another currency, the amount in the company's currency. */
    private static List<List<Outline.Cell>> rows(
            List<Benefit.Receipt> receipts, List<List<Term>> amounts, boolean foreign) {
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            List<Outline.Cell> row = new ArrayList<>();
            row.add(Outline.words(receipts.get(i).day().toString()));
            for (Term amount : amounts.get(i).subList(0, foreign ? 2 : 1)) {
                row.add(Outline.quantity(amount));
            }
            rows.add(row);
        }
        return rows;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        List<Benefit.Receipt> receipts = new ArrayList<>();
        List<List<Term>> amounts = new ArrayList<>();
        Every.check(facts.get(RECEIVED), tranche -> {
            LocalDate day = tranche.get(ON);
            Term stated = tranche.get(AMOUNT);
            Term amount = context.inReportingCurrency(stated, day, tranche);
            receipts.add(new Benefit.Receipt(day, amount, tranche.optional(APPROVED_ON), 1));
            amounts.add(List.of(stated, amount));
        });
        boolean foreign = amounts.stream().anyMatch(amount -> amount.get(0) != amount.get(1));
        context.outline()
                .sheet(
                        "Received",
                        columns(context, foreign),
                        rows(receipts, amounts, foreign),
                        foreign
                                ? Assumption.EXCHANGE_RATE_OF_DAY.under("19 CFR 351.504")
                                : Authority.law("19 CFR 351.504"));
        return new Benefit.Received(receipts, StatedApprovals.of(facts, context));
    }
}
