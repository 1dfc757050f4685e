package org.advalorem.rules.loans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Worksheet;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.LeftOut;
import org.advalorem.rules.base.RegimeDifference;

/**
 * The comparison of one use's loans with comparable commercial loans: 19 CFR 351.505(a) and (c).
 *
 * <p>A short-term loan uses the benchmark of the year in which it was taken out; a long-term fixed-rate loan, that of
 * the year in which its terms were set. A long-term variable-rate loan is first tested in that year, 351.505(a)(5): if
 * its rate was then at least the benchmark, there is no benefit. {@link LoanInterest} determines which interest belongs
 * to the period. A long-term loan's total benefits are capped under the 1998 and 2024 texts, see {@link LoanLimit}, but
 * not under the 2025 text. A loan unpaid for three years is a grant, see {@link UnpaidLoans}.
 */
final class LoanComparison {
    private static final String PRINCIPAL = "principal";
    private static final String BENCHMARK = "benchmark";
    private static final String AT_BENCHMARK = "interest at benchmark";
    private static final String PAID = "interest paid";
    private static final String BENEFIT = "benefit";

    /** The longest interest period accepted without a warning, in months: a year, plus a month for late due dates. */
    private static final int LONGEST_INTEREST_PERIOD = 13;

    private final Facts facts;
    private final BenefitContext context;
    private final CalculationBuilder builder;
    private final LoanBenchmark benchmark;
    private final LoanLimit limit;
    private final UnpaidLoans unpaid;
    private final Loan.Zeroing zeroing;
    private final Loan.InterestBy by;
    private final Term basis;
    private final Optional<LoanGuarantee.Fees> guarantee;
    private final LocalDate start;
    private final LocalDate end;
    private final List<List<Outline.Cell>> rows = new ArrayList<>();
    private final List<Term> above = new ArrayList<>();
    private final List<List<Outline.Cell>> tests = new ArrayList<>();
    private final List<String> nothingDue = new ArrayList<>();
    private final Set<Assumption> remarks = new LinkedHashSet<>();

    /** The difference over some days of a loan, in the loan's currency. */
    private record Difference(
            List<LoanInterest.Piece> pieces, Term interest, Term rate, Term paid, Term difference, Term amount) {}

    /**
     * The comparison of the loans that a use states.
     *
     * @param guarantee the fees for guarantees, where the government guaranteed the loans and did not make them
     */
    LoanComparison(Facts facts, BenefitContext context, Optional<LoanGuarantee.Fees> guarantee) {
        this.facts = facts;
        this.guarantee = guarantee;
        this.context = context;
        this.builder = context.builder();
        this.benchmark = new LoanBenchmark(facts, context);
        this.limit = new LoanLimit(context);
        this.unpaid = new UnpaidLoans(facts, context);
        this.zeroing = facts.get(Loan.ZEROING);
        this.by = facts.get(Loan.INTEREST_BY);
        this.basis = facts.get(Loan.BASIS);
        this.start = context.start();
        this.end = context.end();
    }

    /** The benefit of the period in the company's currency, and the loans treated as grants. */
    Benefit benefit() {
        List<Term> benefits = new ArrayList<>();
        List<Benefit.Receipt> grants = new ArrayList<>();
        refusePaymentsByDay();
        List<LoanAccount> idle = new ArrayList<>();
        boolean complete = true;
        for (LoanAccount loan : new StatedLoans(facts, context).read()) {
            try {
                List<Benefit.Receipt> received = guarantee.isPresent() ? List.of() : unpaid.grant(loan, end);
                List<LoanInterest.Piece> pieces = received.isEmpty() ? pieces(loan, context.year()) : List.of();
                grants.addAll(received);
                if (!pieces.isEmpty()) {
                    benefits.add(benefit(loan, pieces));
                    remark(loan, pieces);
                } else if (received.isEmpty() && loan.runs(start, end)) {
                    nothingDue.add(loan.name());
                } else if (received.isEmpty()) {
                    idle.add(loan);
                }
            } catch (UnusableFactsException noted) {
                // the next loan may lack a benchmark of its own
                complete = false;
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        Term total = builder.sum(benefits, context.currency());
        write(idle, total);
        Term counted = zeroing == Loan.Zeroing.NONE ? total.positivePart() : total;
        return grants.isEmpty()
                ? Benefit.inPeriod(counted)
                : new Benefit.InPeriodAndReceived(counted, new Benefit.Received(grants));
    }

    /** Whether the loan has neither interest nor a balance in any year of the period. */
    private boolean isOutsideThePeriod(LoanAccount loan) {
        return context.period().years().stream()
                .filter(context::counts)
                .allMatch(year -> pieces(loan, year).isEmpty()
                        && !loan.runs(
                                context.period().start(year), context.period().end(year)));
    }

    private void leaveOut(List<LoanAccount> loans) {
        Map<Unit, List<Term>> drawn = new LinkedHashMap<>();
        for (LoanAccount loan : loans) {
            drawn.computeIfAbsent(loan.terms().currency(), absent -> new ArrayList<>())
                    .add(loan.principal(LocalDate.MAX, builder));
        }
        drawn.values()
                .forEach(ofCurrency -> context.leaveOut(
                        facts,
                        LeftOut.What.LOANS,
                        LeftOut.Reason.OUTSIDE_THE_PERIOD,
                        ofCurrency.size(),
                        Optional.of(builder.sum(ofCurrency)),
                        "neither outstanding nor due in " + context.countedYears()));
    }

    /** Adds the remarks on a loan that a reader of the table needs. */
    private void remark(LoanAccount loan, List<LoanInterest.Piece> pieces) {
        pieces.forEach(piece -> remark(loan, piece));
        if (loan.terms().longTerm() && !isLimited(loan)) {
            remarks.add(Assumption.OWN_BALANCE);
        }
        if (loan.terms().nonpayment() == LoanAccount.Nonpayment.CONTINGENT
                && !loan.terms().longTerm()) {
            remarks.add(Assumption.CONTINGENT_LOAN);
        }
        if (!loan.terms().currency().equals(context.currency())) {
            remarks.add(Assumption.LOAN_CONVERSION);
        }
        if (loan.paidFee(start, end)) {
            remarks.add(Assumption.LOAN_FEES);
        }
    }

    private void remark(LoanAccount loan, LoanInterest.Piece piece) {
        switch (piece.cause()) {
            case PAYMENT -> {
                remarks.add(Assumption.INTEREST_DUE);
                if (loan.statesInterest() && piece.to().isAfter(piece.from().plusMonths(LONGEST_INTEREST_PERIOD))) {
                    facts.context().warnings().add(facts.address(), uncoveredForLong(loan, piece));
                }
            }
            case NO_LATER_PAYMENT -> remarks.add(Assumption.NO_LATER_PAYMENT);
            case NO_PAYMENT -> remarks.add(Assumption.NO_PAYMENT);
            case ACCRUAL -> remarks.add(Assumption.ACCRUED_INTEREST);
            case FEES -> {
                // fees have a remark of their own
            }
        }
    }

    private static String uncoveredForLong(LoanAccount loan, LoanInterest.Piece piece) {
        return "The interest of the loan (" + loan.name() + ") due on " + piece.to()
                + " is compared with the benchmark's over all days since " + piece.from() + ", the day "
                + (piece.from().equals(loan.terms().taken())
                        ? "of its drawdown"
                        : "on which the previous payment was due")
                + ": more than a year. If interest was paid between them, state it.";
    }

    private void refusePaymentsByDay() {
        if (zeroing == Loan.Zeroing.PAYMENT && by == Loan.InterestBy.DAY) {
            throw facts.problem(
                    Problem.Code.AV401,
                    Loan.INTEREST_BY,
                    "Payments are compared one by one, but interest is counted by day.",
                    "Write interest-by: payment, or zeroing: loan.");
        }
    }

    private List<LoanInterest.Piece> pieces(LoanAccount loan, int year) {
        return new LoanInterest(loan, context.period(), builder).of(year, by);
    }

    /** Whether the loan's benefits over all years are capped at its principal. */
    private boolean isLimited(LoanAccount loan) {
        return loan.terms().longTerm() && !context.proceeding().follows(RegimeDifference.LONG_TERM_LOANS);
    }

    private Term benefit(LoanAccount loan, List<LoanInterest.Piece> pieces) {
        loan.requireBalance(builder);
        List<Difference> differences = differences(loan, pieces, context.year());
        List<Term> amounts = differences.stream().map(Difference::amount).toList();
        List<Term> counted = isLimited(loan)
                ? limit.counted(loan, amounts, earlier(loan), originationBenchmark(loan.terms()))
                : amounts;
        List<Term> benefits = new ArrayList<>();
        for (int i = 0; i < differences.size(); i++) {
            Difference difference = differences.get(i);
            Term benefit = context.inReportingCurrency(counted.get(i), lastDay(loan, difference.pieces()), facts);
            rows.add(row(loan, difference, benefit));
            benefits.add(benefit);
        }
        return builder.sum(benefits);
    }

    /** The benefits of the years before the period, beginning with the year of the first drawdown. */
    private List<Term> earlier(LoanAccount loan) {
        List<Term> years = new ArrayList<>();
        for (int year = context.yearOf(loan.terms().taken()); year < context.year(); year++) {
            List<Term> amounts = differences(loan, pieces(loan, year), year).stream()
                    .map(Difference::amount)
                    .toList();
            years.add(builder.sum(amounts, loan.terms().currency()));
        }
        return years;
    }

    /** The differences of a year: one for the loan, or one for each payment. */
    private List<Difference> differences(LoanAccount loan, List<LoanInterest.Piece> pieces, int year) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        Term rate = rate(loan.terms(), year);
        return zeroing == Loan.Zeroing.PAYMENT
                ? pieces.stream()
                        .map(piece -> difference(loan, List.of(piece), rate))
                        .toList()
                : List.of(difference(loan, pieces, rate));
    }

    private Difference difference(LoanAccount loan, List<LoanInterest.Piece> pieces, Term rate) {
        List<Term> balanceDays = new ArrayList<>();
        List<Term> payments = new ArrayList<>();
        for (LoanInterest.Piece piece : pieces) {
            balanceDays.add(loan.balanceDays(piece.from(), piece.to(), builder));
            payments.addAll(piece.paid());
        }
        Term days = builder.sum(balanceDays);
        guarantee
                .flatMap(LoanGuarantee.Fees::paid)
                .ifPresent(fee -> payments.add(days.times(fee).dividedBy(basis)));
        Term paid = builder.sum(payments, loan.terms().currency());
        Term interest = days.times(rate).dividedBy(basis);
        Term difference = interest.minus(paid);
        above.add(difference.less(builder.literal(0, difference.unit())));
        Term counted = zeroing == Loan.Zeroing.NONE ? difference : difference.positivePart();
        Term passed = loan.terms()
                .originationRate()
                .map(origin -> originationTest(loan, origin).choose(builder.literal(0, counted.unit()), counted))
                .orElse(counted);
        return new Difference(pieces, interest, rate, paid, difference, passed);
    }

    /**
     * The day of the last payment for the given days, or the last of those days when nothing was paid in the period.
     */
    private LocalDate lastDay(LoanAccount loan, List<LoanInterest.Piece> pieces) {
        LocalDate to = pieces.get(pieces.size() - 1).to();
        LocalDate paid = zeroing == Loan.Zeroing.PAYMENT ? to : loan.lastPaid(end);
        return context.yearOf(paid) == context.year()
                        && !paid.equals(loan.terms().taken())
                ? paid
                : to.minusDays(1);
    }

    /** The rate of the comparable loan, with the fee for its guarantee if it has one. */
    private Term rate(LoanAccount.Terms terms, int year) {
        Term rate = benchmarkRate(terms, year);
        return guarantee.flatMap(LoanGuarantee.Fees::comparable).map(rate::plus).orElse(rate);
    }

    private Term benchmarkRate(LoanAccount.Terms terms, int year) {
        String currency = terms.currency().toString();
        if (!terms.longTerm()) {
            int taken = terms.nonpayment() == LoanAccount.Nonpayment.CONTINGENT
                    ? year
                    : terms.taken().getYear();
            return benchmark.shortTerm(currency, taken, terms.variable());
        }
        int agreed = terms.agreed().getYear();
        return benchmark.longTerm(currency, terms.variable() ? year : agreed, agreed, terms.years(), terms.variable());
    }

    /** The benchmark of a long-term loan in the year in which its terms were set. */
    private Term originationBenchmark(LoanAccount.Terms terms) {
        return rate(terms, terms.agreed().getYear());
    }

    /** Whether the government loan's rate was at least the benchmark in the year in which its terms were set. */
    private Term originationTest(LoanAccount loan, Term origin) {
        Term then = originationBenchmark(loan.terms());
        Term charged =
                guarantee.flatMap(LoanGuarantee.Fees::paid).map(origin::plus).orElse(origin);
        Term fails = then.atMost(charged);
        List<Outline.Cell> test = List.of(
                Outline.words(loan.name()),
                Outline.words(Integer.toString(loan.terms().agreed().getYear())),
                Outline.quantity(charged),
                Outline.quantity(then),
                Outline.quantity(fails));
        if (!tests.contains(test)) {
            tests.add(test);
        }
        return fails;
    }

    private List<Outline.Cell> row(LoanAccount loan, Difference difference, Term benefit) {
        LocalDate from = difference.pieces().get(0).from();
        LocalDate to = difference.pieces().get(difference.pieces().size() - 1).to();
        return List.of(
                Outline.words(loan.name()),
                Outline.words(loan.terms().due().toString()),
                Outline.quantity(loan.principal(end, builder)),
                Outline.words(from.toString()),
                Outline.words(to.toString()),
                Outline.count(to.toEpochDay() - from.toEpochDay()),
                Outline.quantity(difference.rate()),
                Outline.quantity(difference.interest()),
                Outline.quantity(difference.paid()),
                Outline.quantity(benefit));
    }

    private Worksheet sheet(Term total) {
        List<SheetColumn> columns = List.of(
                SheetColumn.key("loan"),
                SheetColumn.date("due"),
                SheetColumn.of(PRINCIPAL, Quality.MONEY),
                SheetColumn.date("from"),
                SheetColumn.date("to"),
                SheetColumn.of("days", Quality.DAYS),
                SheetColumn.of(BENCHMARK, Quality.RATE),
                SheetColumn.of(AT_BENCHMARK, Quality.MONEY, PRINCIPAL, BENCHMARK),
                SheetColumn.of(PAID, Quality.MONEY),
                SheetColumn.of(BENEFIT, Quality.MONEY, AT_BENCHMARK, PAID));
        return Worksheet.of("Loans", columns, rows, Assumption.LOAN_INTEREST.under("19 CFR 351.505(c)"))
                .withTotal(BENEFIT, total);
    }

    private void write(List<LoanAccount> idle, Term total) {
        benchmark.write();
        if (!tests.isEmpty()) {
            context.outline()
                    .sheet(
                            "Variable-rate loans in the year in which terms were set",
                            List.of(
                                    SheetColumn.key("loan"),
                                    SheetColumn.keyDate("year"),
                                    SheetColumn.of("rate", Quality.RATE),
                                    SheetColumn.of("benchmark", Quality.RATE),
                                    SheetColumn.of("no benefit", Quality.TRUTH, "benchmark", "rate")),
                            tests,
                            context.proceeding().restsOn(Assumption.VARIABLE_LOAN, "19 CFR 351.505(a)(5)(i)"));
            Assumption.VARIABLE_YEARLY_RATE.note(context.outline());
        }
        limit.write();
        if (!rows.isEmpty()) {
            context.outline().sheet(sheet(total));
        }
        unpaid.write();
        for (Assumption remark : remarks) {
            remark.note(context.outline());
        }
        if (zeroing != Loan.Zeroing.NONE) {
            Assumption.LOAN_ZEROING.note(context.outline(), builder.any(above));
        }
        if (!nothingDue.isEmpty()) {
            context.outline()
                    .note("No interest was due in " + context.yearName()
                            + " on these loans, although they were outstanding: " + String.join(", ", nothingDue)
                            + ".");
            Assumption.INTEREST_DUE.note(context.outline());
        }
        if (!idle.isEmpty()) {
            context.outline()
                    .note("Loans neither outstanding nor paid on in " + context.yearName() + ": " + idle.size() + ".");
            leaveOut(idle.stream().filter(this::isOutsideThePeriod).toList());
        }
    }
}
