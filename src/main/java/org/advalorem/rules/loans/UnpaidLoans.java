package org.advalorem.rules.loans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.RegimeDifference;

/**
 * Loans on which nothing has been paid for three years or more: under the 2024 and 2025 texts, grants of the amount
 * outstanding, 19 CFR 351.505(d). They remain loans where that is consistent with a comparable commercial loan and,
 * under the 2025 text, with their own contract; and, if contingent, 351.505(e), until the contingency is no longer
 * viable or, under the 2025 text, its condition is met and the government takes no meaningful action to collect.
 *
 * <p>The grant is received on the day on which the three years end or the contingency ceases; amounts drawn later are
 * received on the day they are drawn. The grant is non-recurring, and no interest is compared alongside it.
 */
final class UnpaidLoans {
    private final Facts facts;
    private final BenefitContext context;
    private final CalculationBuilder builder;
    private final List<List<Outline.Cell>> unpaid = new ArrayList<>();
    private final List<List<Outline.Cell>> contingent = new ArrayList<>();
    private final List<String> still = new ArrayList<>();

    UnpaidLoans(Facts facts, BenefitContext context) {
        this.facts = facts;
        this.context = context;
        this.builder = context.builder();
    }

    /**
     * The receipts of a loan treated as a grant; empty while it remains a loan.
     *
     * @param end the first day after the period
     */
    List<Benefit.Receipt> grant(LoanAccount loan, LocalDate end) {
        Optional<LocalDate> contingencyOver = contingencyOver(loan.terms())
                .filter(day -> day.isBefore(end) && loan.isOutstanding(day, day.plusDays(1)));
        if (contingencyOver.isPresent()) {
            return receipts(loan, contingencyOver.get(), end, contingent);
        }
        Optional<LocalDate> since = loan.unpaidSince(end);
        if (since.isEmpty() || !context.proceeding().follows(RegimeDifference.UNPAID_LOANS)) {
            return List.of();
        }
        if (staysLoan(loan.terms().nonpayment())) {
            still.add(loan.name());
            return List.of();
        }
        return receipts(loan, since.get(), end, unpaid);
    }

    /** The day on which a contingent loan ceases to be contingent. */
    private Optional<LocalDate> contingencyOver(LoanAccount.Terms terms) {
        Optional<LocalDate> met =
                terms.metSince().filter(day -> context.proceeding().follows(RegimeDifference.CONTINGENT_LOANS_MET));
        return Stream.of(terms.notViableSince(), met).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** The amount outstanding on the given day and the amounts drawn later, each with its row. */
    private List<Benefit.Receipt> receipts(
            LoanAccount loan, LocalDate day, LocalDate end, List<List<Outline.Cell>> table) {
        loan.requireBalance(builder);
        List<Benefit.Receipt> receipts = new ArrayList<>();
        receipts.add(receipt(loan, day, loan.balance(day, builder), day, table));
        for (LoanAccount.Event event : loan.events()) {
            boolean drawnLater = event.what() == LoanAccount.What.DRAWDOWN
                    && event.day().isAfter(day)
                    && event.day().isBefore(end);
            if (drawnLater) {
                receipts.add(receipt(loan, event.day(), event.amount(), day, table));
            }
        }
        return receipts;
    }

    private boolean staysLoan(LoanAccount.Nonpayment nonpayment) {
        return switch (nonpayment) {
            case GRANT -> false;
            case COMMERCIAL_TERMS, CONTINGENT -> true;
            case CONTRACT -> context.proceeding().follows(RegimeDifference.LOANS_UNPAID_BY_CONTRACT);
        };
    }

    private Benefit.Receipt receipt(
            LoanAccount loan, LocalDate day, Term amount, LocalDate since, List<List<Outline.Cell>> table) {
        Term converted = context.inReportingCurrency(amount, day, facts);
        table.add(List.of(
                Outline.words(loan.name()),
                Outline.words(loan.lastPaid(since).toString()),
                Outline.words(day.toString()),
                Outline.quantity(amount),
                Outline.quantity(converted)));
        return new Benefit.Receipt(day, converted);
    }

    private List<SheetColumn> columns() {
        return List.of(
                SheetColumn.key("loan"),
                SheetColumn.date("last payment or drawdown"),
                SheetColumn.keyDate("received"),
                SheetColumn.of("outstanding", Quality.MONEY),
                SheetColumn.of("in " + context.currency(), Quality.MONEY, "outstanding"));
    }

    /** Writes which loans are grants, and which are not although unpaid. */
    void write() {
        if (!unpaid.isEmpty()) {
            context.outline()
                    .sheet(
                            "Loans unpaid for three years, treated as grants",
                            columns(),
                            unpaid,
                            Assumption.UNPAID_LOAN.under("19 CFR 351.505(d)"));
        }
        if (!contingent.isEmpty()) {
            context.outline()
                    .sheet(
                            "Contingent loans treated as grants",
                            columns(),
                            contingent,
                            context.proceeding().restsOn(Assumption.CONTINGENCY_NOT_VIABLE, "19 CFR 351.505(e)(2)"));
        }
        if (!still.isEmpty()) {
            context.outline()
                    .note("Unpaid for three years but still a loan: " + String.join(", ", still)
                            + ". That was found to be usual on commercial terms or in keeping with the"
                            + " contract, or the loan is contingent.");
            Assumption.UNPAID_LOAN.note(context.outline());
        }
    }
}
