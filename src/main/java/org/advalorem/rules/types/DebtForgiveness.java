package org.advalorem.rules.types;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.allocation.StatedApprovals;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.LedgerMoney;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.ProgramType;

/**
 * Debt that the government assumes or forgives: 19 CFR 351.508.
 *
 * <p>{@code principal + interest}, accrued unpaid interest included, received on the day on which it is assumed or
 * forgiven. Non-recurring; from the 2024 text on, allocated over at least 12 years. Debt given up for shares is an
 * {@link Equity} infusion; interest that the firm could expect to be assumed when it applied for the loan makes it a
 * reduced-interest loan.
 */
public final class DebtForgiveness implements ProgramType {
    static final Column DATE =
            Column.required("date", Column.Type.DATE, "The day on which the debt was assumed or forgiven.");
    static final Column LOAN = Column.optional(
                    "loan",
                    Column.Type.TEXT,
                    "",
                    "The loan forgiven, by its name under a program of loans: interest counted there for later days is"
                            + " pointed at.")
            .describing();
    static final Column PRINCIPAL = Column.optional(
                    "principal", Column.Type.NOT_NEGATIVE, "The principal assumed or forgiven.")
            .withUnits();
    static final Column INTEREST = Column.optional(
                    "interest",
                    Column.Type.NOT_NEGATIVE,
                    "The interest assumed or forgiven, accrued unpaid interest included.")
            .withUnits();
    static final Column CURRENCY = LedgerMoney.currencyColumn();
    static final Field<Records> DEBTS = Field.required(
                    "debts",
                    FieldType.records(DATE, LOAN, PRINCIPAL, INTEREST, CURRENCY),
                    "The debts assumed or forgiven, one in a row.")
            .under("19 CFR 351.508(a)");
    static final Field<Boolean> FOR_SHARES = Field.optional(
                    "for-shares",
                    FieldType.flag(),
                    "Whether shares were given for the debt; it is then an equity infusion, of type equity.")
            .orElse("no")
            .under("19 CFR 351.508(a)");
    static final Field<Boolean> EXPECTED = Field.optional(
                    "expected",
                    FieldType.flag(),
                    "Whether it is interest on a particular loan whose assumption the firm could expect when it applied for"
                            + " the loan: a finding. It is then a reduced-interest loan, of type loan.")
            .orElse("no")
            .under("19 CFR 351.508(c)(2)");

    @Override
    public String name() {
        return "debt-forgiveness";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("debt assumed or forgiven", DEBTS, StatedApprovals.APPROVED, FOR_SHARES, EXPECTED);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.NON_RECURRING;
    }

    @Override
    public Optional<BenefitKind> kind() {
        return Optional.of(BenefitKind.GRANT);
    }

    @Override
    public Optional<MinimumPeriod> minimumPeriod(Proceeding proceeding) {
        return MinimumPeriod.ofTwelveYears(proceeding, "19 CFR 351.508(c)(1)");
    }

    @Override
    public Map<String, LocalDate> forgives(Facts use) {
        Records rows = use.get(DEBTS);
        Map<String, LocalDate> loans = new LinkedHashMap<>();
        for (int row = 0; row < rows.rows(); row++) {
            String loan = rows.word(row, LOAN);
            if (!loan.isEmpty()) {
                loans.merge(loan, rows.day(row, DATE), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return loans;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        refuseOtherTypes(facts);
        Records rows = facts.get(DEBTS);
        LedgerMoney money = new LedgerMoney(rows, CURRENCY, context.currency(), context.exchangeRates(), facts);
        checkAll(rows, money);
        List<Benefit.Receipt> receipts = new ArrayList<>();
        List<List<Outline.Cell>> table = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            LocalDate day = rows.day(row, DATE);
            Term principal = amount(rows, row, PRINCIPAL, money, context);
            Term interest = amount(rows, row, INTEREST, money, context);
            Term forgiven = principal.plus(interest);
            receipts.add(new Benefit.Receipt(day, forgiven));
            table.add(List.of(
                    Outline.words(day.toString()),
                    Outline.words(rows.word(row, LOAN)),
                    Outline.quantity(principal),
                    Outline.quantity(interest),
                    Outline.quantity(forgiven)));
        }
        boolean foreign = !money.isPlain(PRINCIPAL) || !money.isPlain(INTEREST);
        context.outline()
                .sheet(
                        "Debt assumed or forgiven",
                        List.of(
                                SheetColumn.keyDate("day"),
                                SheetColumn.key("loan"),
                                SheetColumn.of("principal", Quality.MONEY),
                                SheetColumn.of("interest", Quality.MONEY),
                                SheetColumn.of("forgiven", Quality.MONEY, "principal", "interest")),
                        table,
                        foreign
                                ? Assumption.EXCHANGE_RATE_OF_DAY.under("19 CFR 351.508(a)")
                                : Authority.law("19 CFR 351.508(a)"));
        return new Benefit.Received(receipts, StatedApprovals.of(facts, context));
    }

    private static void refuseOtherTypes(Facts facts) {
        if (facts.get(FOR_SHARES)) {
            throw facts.problem(
                    Problem.Code.AV402,
                    FOR_SHARES,
                    "Shares were given for the debt of (" + facts.address() + "): it is an equity infusion (19 CFR"
                            + " 351.508(a)).",
                    "Write a program of type: equity, with the debt as its amount.");
        }
        if (facts.get(EXPECTED)) {
            throw facts.problem(
                    Problem.Code.AV402,
                    EXPECTED,
                    "The firm could expect the interest of (" + facts.address() + ") to be assumed when it applied for"
                            + " the loan: it is a reduced-interest loan (19 CFR 351.508(c)(2)).",
                    "Write a program of type: loan, with the interest that the firm itself paid; debt forgiven besides"
                            + " stays here.");
        }
    }

    private static Term amount(Records rows, int row, Column column, LedgerMoney money, BenefitContext context) {
        return rows.isBlank(row, column)
                ? context.builder().literal(0, context.currency())
                : money.amount(row, column, new LedgerMoney.OfDay(rows.day(row, DATE)));
    }

    /** Checks every row, so that all problems are reported. */
    private static void checkAll(Records rows, LedgerMoney money) {
        boolean usable = true;
        for (int row = 0; row < rows.rows(); row++) {
            if (rows.isBlank(row, PRINCIPAL) && rows.isBlank(row, INTEREST)) {
                rows.context()
                        .problems()
                        .add(
                                Problem.Code.AV401,
                                rows.origin(row),
                                "The debt forgiven on " + rows.day(row, DATE) + " has neither principal nor interest.",
                                "Write at least one of them.");
                usable = false;
            } else {
                // both cells are looked at, because both may be wrong
                usable &= money.isMoney(row, PRINCIPAL);
                usable &= money.isMoney(row, INTEREST);
            }
        }
        if (!usable) {
            throw new UnusableFactsException();
        }
    }
}
