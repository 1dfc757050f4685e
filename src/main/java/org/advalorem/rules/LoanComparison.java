package org.advalorem.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Problem;

/**
 * The loans of one use beside comparable commercial loans: 19 CFR 351.505(a) and (c).
 *
 * <p>A short-term loan takes the benchmark of the year in which it was taken out, a long-term fixed one that of the year
 * in which its terms were set. A long-term variable one is first tested in that year, 351.505(a)(5): no benefit at all
 * when its rate then was at least the benchmark's.
 */
final class LoanComparison {
    private static final List<String> COLUMNS = List.of(
            "loan", "taken", "due", "kind", "days", "balance-days", "benchmark", "interest and fees paid", "benefit");

    private static final int YEARS_UNPAID = 3;

    private final Facts facts;
    private final Setting setting;
    private final CalculationBuilder builder;
    private final LoanBenchmark benchmark;
    private final Loan.Zeroing zeroing;
    private final Term basis;
    private final LocalDate start;
    private final List<List<Outline.Cell>> rows = new ArrayList<>();
    private final List<List<Outline.Cell>> tests = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    LoanComparison(Facts facts, Setting setting) {
        this.facts = facts;
        this.setting = setting;
        this.builder = setting.builder();
        this.benchmark = new LoanBenchmark(facts, setting);
        this.zeroing = facts.get(Loan.ZEROING);
        this.basis = facts.get(Loan.BASIS);
        this.start = LocalDate.of(setting.period(), 1, 1);
    }

    /** The benefit of the period in the company's currency. */
    Term benefit() {

        List<Term> benefits = new ArrayList<>();
        int idle = 0;
        for (LoanAccount loan : new LoanEvents(facts.get(Loan.EVENTS), setting.currency()).loans()) {
            List<LoanAccount.Piece> pieces = loan.pieces(byPayment(), start, start.plusYears(1));
            if (pieces.isEmpty()) {
                idle++;
            } else {
                benefits.add(benefit(loan, pieces));
                remark(loan, pieces);
            }
        }
        write(idle);
        Term total = builder.sum(benefits, setting.currency());
        return zeroing == Loan.Zeroing.NONE ? total.positivePart() : total;
    }

    /** What the reader of the table should know of a loan. */
    private void remark(LoanAccount loan, List<LoanAccount.Piece> pieces) {
        LocalDate end = start.plusYears(1);
        if (pieces.stream().anyMatch(piece -> piece.from().isBefore(start))) {
            remarks.add(Assumption.INTEREST_IN_ARREARS.asNote());
        }
        if (!loan.terms().currency().equals(setting.currency())) {
            remarks.add(Assumption.LOAN_CONVERSION.asNote());
        }
        if (loan.paidFee(start, end)) {
            remarks.add(Assumption.LOAN_FEES.asNote());
        }
        boolean unpaid = !loan.lastPaid(end).isAfter(end.minusYears(YEARS_UNPAID));
        if (unpaid && setting.proceeding().regime() != Proceeding.Regime.OF_1998) {
            remarks.add("Nothing has been paid on the loan (" + loan.name() + ") for three years. "
                    + Assumption.UNPAID_LOAN.asNote());
        }
    }

    private boolean byPayment() {
        boolean eachPayment = zeroing == Loan.Zeroing.PAYMENT;
        Loan.InterestBy by =
                facts.optional(Loan.INTEREST_BY).orElse(eachPayment ? Loan.InterestBy.PAYMENT : Loan.InterestBy.DAY);
        if (eachPayment && by == Loan.InterestBy.DAY) {
            throw facts.problem(
                    Problem.Code.AV401,
                    Loan.INTEREST_BY,
                    "Payments are compared one by one, but interest is counted by day.",
                    "Write interest-by: payment, or zeroing: loan.");
        }
        return by == Loan.InterestBy.PAYMENT;
    }

    private Term benefit(LoanAccount loan, List<LoanAccount.Piece> pieces) {
        loan.requireBalance(builder);
        Term rate = rate(loan.terms());
        if (zeroing != Loan.Zeroing.PAYMENT) {
            return compared(loan, pieces, rate);
        }
        return builder.sum(pieces.stream()
                .map(piece -> compared(loan, List.of(piece), rate))
                .toList());
    }

    /** The difference on some days of a loan, in the company's currency. */
    private Term compared(LoanAccount loan, List<LoanAccount.Piece> pieces, Term rate) {
        List<Term> balanceDays = new ArrayList<>();
        List<Term> payments = new ArrayList<>();
        for (LoanAccount.Piece piece : pieces) {
            balanceDays.add(loan.balanceDays(piece.from(), piece.to(), builder));
            payments.addAll(piece.payments());
        }
        Term days = builder.sum(balanceDays);
        Term paid = builder.sum(payments, loan.terms().currency());
        Term difference = days.times(rate).dividedBy(basis).minus(paid);
        Term counted = zeroing == Loan.Zeroing.NONE ? difference : difference.positivePart();
        Term passed = loan.terms()
                .originationRate()
                .map(origin -> originationTest(loan, origin).choose(builder.literal(0, counted.unit()), counted))
                .orElse(counted);
        Term benefit = setting.inReportingCurrency(passed, lastDay(loan, pieces), facts);
        rows.add(row(loan, pieces, days, rate, paid, benefit));
        return benefit;
    }

    /** The day of the last payment for those days, the last of the days themselves when nothing was paid in the period. */
    private LocalDate lastDay(LoanAccount loan, List<LoanAccount.Piece> pieces) {
        LocalDate to = pieces.get(pieces.size() - 1).to();
        LocalDate paid = zeroing == Loan.Zeroing.PAYMENT ? to : loan.lastPaid(start.plusYears(1));
        return paid.getYear() == setting.period() && !paid.equals(loan.terms().taken()) ? paid : to.minusDays(1);
    }

    private Term rate(LoanAccount.Terms terms) {
        String currency = terms.currency().toString();
        if (!terms.longTerm()) {
            return benchmark.shortTerm(currency, terms.taken().getYear());
        }
        int agreed = terms.agreed().getYear();
        return benchmark.longTerm(currency, terms.variable() ? setting.period() : agreed, agreed, terms.years());
    }

    /** Whether the government's rate was at least the benchmark's in the year in which terms were set. */
    private Term originationTest(LoanAccount loan, Term origin) {
        LoanAccount.Terms terms = loan.terms();
        int year = terms.agreed().getYear();
        Term then = benchmark.longTerm(terms.currency().toString(), year, year, terms.years());
        Term fails = then.atMost(origin);
        List<Outline.Cell> test = List.of(
                Outline.words(loan.name()),
                Outline.words(Integer.toString(year)),
                Outline.quantity(origin),
                Outline.quantity(then),
                Outline.quantity(fails));
        if (!tests.contains(test)) {
            tests.add(test);
        }
        return fails;
    }

    private List<Outline.Cell> row(
            LoanAccount loan, List<LoanAccount.Piece> pieces, Term days, Term rate, Term paid, Term benefit) {
        LocalDate from = pieces.get(0).from();
        LocalDate to = pieces.get(pieces.size() - 1).to();
        return List.of(
                Outline.words(loan.name()),
                Outline.words(loan.terms().taken().toString()),
                Outline.words(loan.terms().due().toString()),
                Outline.words(loan.terms().kind()),
                Outline.words(from + " to " + to),
                Outline.quantity(days),
                Outline.quantity(rate),
                Outline.quantity(paid),
                Outline.quantity(benefit));
    }

    private void write(int idle) {
        benchmark.write();
        if (!tests.isEmpty()) {
            setting.outline()
                    .table(
                            "Variable-rate loans in the year in which terms were set",
                            List.of("loan", "year", "rate", "benchmark", "no benefit"),
                            tests,
                            Assumption.VARIABLE_LOAN.under("19 CFR 351.505(a)(5)"));
            setting.outline().note(Assumption.VARIABLE_YEARLY_RATE.asNote());
        }
        if (!rows.isEmpty()) {
            setting.outline().table("Loans", COLUMNS, rows, Assumption.LOAN_INTEREST.under("19 CFR 351.505(c)"));
        }
        remarks.forEach(setting.outline()::note);
        if (zeroing != Loan.Zeroing.NONE) {
            setting.outline().note(Assumption.LOAN_ZEROING.asNote());
        }
        if (idle > 0) {
            setting.outline().note("Loans neither running nor paid for in " + setting.period() + ": " + idle + ".");
        }
    }
}
