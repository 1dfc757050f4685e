package org.advalorem.rules.loans;

import java.time.LocalDate;
import java.util.List;
import org.advalorem.facts.FactsContext;

/**
 * The checks on the due dates of a loan's interest: not before the loan was taken, in the order of payment, and not the
 * loan's own due date repeated on every row.
 */
final class InterestDueDates {
    private final LoanAccount loan;
    private final FactsContext context;
    private final List<LoanAccount.Event> payments;

    InterestDueDates(LoanAccount loan, FactsContext context) {
        this.loan = loan;
        this.context = context;
        this.payments = loan.events().stream()
                .filter(event -> event.what() == LoanAccount.What.INTEREST)
                .toList();
    }

    void check() {
        checkRepeatedMaturity();
        LocalDate before = loan.terms().taken();
        for (LoanAccount.Event payment : payments) {
            checkOrder(payment, before);
            boolean coversNothing = payment.number().signum() > 0 && !loan.isOutstanding(before, payment.due());
            if (coversNothing && !payment.due().equals(before)) {
                warnOfNothingCovered(payment, before);
            }
            before = payment.due();
        }
        warnOfInterestInAdvance();
    }

    private void checkOrder(LoanAccount.Event payment, LocalDate before) {
        if (!payment.due().isBefore(before)) {
            return;
        }
        boolean isFirst = payment.equals(payments.get(0));
        throw LoanAccount.problem(
                context,
                payment,
                "The interest paid on " + payment.day() + " on the loan (" + loan.name() + ") was due on "
                        + payment.due()
                        + ", before " + (isFirst ? "the loan was taken out" : "the previous payment was due") + ": "
                        + before + ".",
                isFirst
                        ? "Check the year."
                        : "State payments in the order in which they were due; a late payment keeps its due date.");
    }

    /** Checks repeated due dates: two payments made before maturity cannot both have been due at maturity. */
    private void checkRepeatedMaturity() {
        LocalDate maturity = loan.terms().due();
        List<LoanAccount.Event> early = payments.stream()
                .filter(payment ->
                        payment.due().equals(maturity) && payment.day().isBefore(maturity))
                .toList();
        if (early.stream().map(LoanAccount.Event::day).distinct().count() > 1) {
            throw LoanAccount.problem(
                    context,
                    early.get(0),
                    "The interest paid on " + early.get(0).day() + " on the loan (" + loan.name()
                            + ") has the due date of the loan itself: " + maturity + ".",
                    "On interest, due is the day on which that payment was due; leave it empty where it was paid on time.");
        }
    }

    private void warnOfNothingCovered(LoanAccount.Event payment, LocalDate before) {
        warn(
                payment,
                "The interest paid on " + payment.day() + " on the loan (" + loan.name()
                        + ") pays for days without a balance, " + before + " to " + payment.due() + ".");
    }

    /** Warns of interest due at the drawdown, which would cover no days. */
    private void warnOfInterestInAdvance() {
        payments.stream()
                .filter(payment -> payment.number().signum() > 0
                        && payment.due().equals(loan.terms().taken()))
                .findFirst()
                .ifPresent(payment -> warn(
                        payment,
                        "The interest paid on " + payment.day() + " on the loan (" + loan.name()
                                + ") covers no day: it was due when the loan was taken out. For interest paid"
                                + " in advance, write the end of the days that it covers as its due date."));
    }

    private void warn(LoanAccount.Event payment, String text) {
        context.warnings().add(payment.address(), text);
    }
}
