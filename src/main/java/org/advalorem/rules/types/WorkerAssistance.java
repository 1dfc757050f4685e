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
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.LedgerMoney;
import org.advalorem.rules.base.ProgramType;

/**
 * Assistance to workers that relieves their employer of an obligation: 19 CFR 351.513.
 *
 * <p>{@code min(payment, obligation)}, payment by payment, received and expensed on the day of the payment: what workers
 * get beyond the firm's own obligation benefits them and not the firm.
 */
public final class WorkerAssistance implements ProgramType {
    static final Column DATE = Column.required("date", Column.Type.DATE, "The day of the payment.");
    static final Column PAYMENT = Column.required(
                    "payment", Column.Type.NOT_NEGATIVE, "What the government paid to the workers, or for them.")
            .withUnits();
    static final Column OBLIGATION = Column.optional(
                    "obligation",
                    Column.Type.NOT_NEGATIVE,
                    "What the firm would normally have borne itself; the whole payment when empty.")
            .withUnits();
    static final Column CURRENCY = LedgerMoney.currencyColumn();
    static final Field<Records> PAYMENTS = Field.required(
                    "payments",
                    FieldType.records(DATE, PAYMENT, OBLIGATION, CURRENCY),
                    "The payments, and the obligation of which each relieved the firm.")
            .under("19 CFR 351.513(a)");

    private static final Authority AUTHORITY = Authority.law("19 CFR 351.513(a), (b)");

    @Override
    public String name() {
        return "workers";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("assistance to workers", PAYMENTS);
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
        Records rows = facts.get(PAYMENTS);
        LedgerMoney money = new LedgerMoney(rows, CURRENCY, context.currency(), context.exchangeRates(), facts);
        boolean usable = true;
        for (int row = 0; row < rows.rows(); row++) {
            // both cells are looked at, because both may be wrong
            usable &= money.isMoney(row, PAYMENT);
            usable &= money.isMoney(row, OBLIGATION);
        }
        if (!usable) {
            throw new UnusableFactsException();
        }
        List<Benefit.Receipt> receipts = new ArrayList<>();
        List<List<Outline.Cell>> table = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            LocalDate day = rows.day(row, DATE);
            LedgerMoney.When when = new LedgerMoney.OfDay(day);
            Term payment = money.amount(row, PAYMENT, when);
            Term obligation = rows.isBlank(row, OBLIGATION) ? payment : money.amount(row, OBLIGATION, when);
            Term relieved = rows.isBlank(row, OBLIGATION) ? payment : payment.smaller(obligation);
            receipts.add(new Benefit.Receipt(day, relieved));
            table.add(List.of(
                    Outline.words(day.toString()),
                    Outline.quantity(payment),
                    Outline.quantity(obligation),
                    Outline.quantity(relieved)));
        }
        context.outline()
                .sheet(
                        "Assistance to workers",
                        List.of(
                                SheetColumn.keyDate("day"),
                                SheetColumn.of("payment", Quality.MONEY),
                                SheetColumn.of("obligation", Quality.MONEY),
                                SheetColumn.of("relieved", Quality.MONEY, "payment", "obligation")),
                        table,
                        AUTHORITY);
        return new Benefit.Received(receipts);
    }
}
