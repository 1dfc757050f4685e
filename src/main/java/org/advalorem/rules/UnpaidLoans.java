package org.advalorem.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;

/**
 * Loans on which nothing has been paid for three years or more: under the texts of 2024 and 2025 grants of what is
 * outstanding, 19 CFR 351.505(d). They stay loans where that is consistent with a comparable commercial loan and, under the
 * text of 2025, with their own contract; and where they are contingent, 351.505(e).
 *
 * <p>The grant is received on the day on which the three years end; what is drawn after it, on its own day. It is
 * non-recurring, and beside it there is no interest to compare.
 */
final class UnpaidLoans {
    private final Facts facts;
    private final Setting setting;
    private final CalculationBuilder builder;
    private final List<List<Outline.Cell>> rows = new ArrayList<>();
    private final List<String> still = new ArrayList<>();

    UnpaidLoans(Facts facts, Setting setting) {
        this.facts = facts;
        this.setting = setting;
        this.builder = setting.builder();
    }

    /**
     * What was received with the loan as a grant; nothing while it is a loan.
     *
     * @param end first day after the period
     */
    List<Benefit.Receipt> grant(LoanAccount loan, LocalDate end) {
        Optional<LocalDate> since = loan.unpaidSince(end);
        if (since.isEmpty() || !setting.proceeding().follows(RegimeDifference.UNPAID_LOANS)) {
            return List.of();
        }
        if (staysLoan(loan.terms().nonpayment())) {
            still.add(loan.name());
            return List.of();
        }
        LocalDate day = since.get();
        loan.requireBalance(builder);
        List<Benefit.Receipt> receipts = new ArrayList<>();
        receipts.add(receipt(loan, day, loan.balance(day, builder), day));
        for (LoanAccount.Event event : loan.events()) {
            boolean drawnLater = event.what() == LoanAccount.What.DRAWDOWN
                    && event.day().isAfter(day)
                    && event.day().isBefore(end);
            if (drawnLater) {
                receipts.add(receipt(loan, event.day(), event.amount(), day));
            }
        }
        return receipts;
    }

    private boolean staysLoan(LoanAccount.Nonpayment nonpayment) {
        return switch (nonpayment) {
            case GRANT -> false;
            case COMMERCIAL_TERMS, CONTINGENT -> true;
            case CONTRACT -> setting.proceeding().follows(RegimeDifference.LOANS_UNPAID_BY_CONTRACT);
        };
    }

    private Benefit.Receipt receipt(LoanAccount loan, LocalDate day, Term amount, LocalDate unpaidUntil) {
        Term converted = setting.inReportingCurrency(amount, day, facts);
        rows.add(List.of(
                Outline.words(loan.name()),
                Outline.words(loan.lastPaid(unpaidUntil).toString()),
                Outline.words(day.toString()),
                Outline.quantity(amount),
                Outline.quantity(converted)));
        return new Benefit.Receipt(day, converted);
    }

    /** Writes which loans are grants, and which are not although unpaid. */
    void write() {
        if (!rows.isEmpty()) {
            setting.outline()
                    .table(
                            "Loans unpaid for three years: grants",
                            List.of(
                                    "loan",
                                    "paid or taken last",
                                    "received",
                                    "outstanding",
                                    "in " + setting.currency()),
                            rows,
                            Assumption.UNPAID_LOAN.under("19 CFR 351.505(d)"));
        }
        if (!still.isEmpty()) {
            setting.outline()
                    .note("Nothing has been paid for three years on " + String.join(", ", still)
                            + ": found to be usual on commercial terms, in keeping with the contract, or contingent, and still a loan. "
                            + Assumption.UNPAID_LOAN.asNote());
        }
    }
}
