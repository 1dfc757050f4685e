package org.advalorem.rules.loans;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Address;
import org.advalorem.facts.Problem;

/**
 * What is drawn, repaid and paid in interest on one loan of a {@link LoanList} under its contract; drawdowns, repayments
 * or interest that the scenario states take the place of all of their kind.
 *
 * <p>Interest for some days is {@code sum over days of balance * rate / basis}, due on {@link PaymentDates}; repayments
 * are made on such days too:
 *
 * <ul>
 *   <li>at maturity: all of it on the due date;
 *   <li>equal principal: {@code principal / n} on each of n days;
 *   <li>annuity: the same amount {@code a} of principal and interest on each of n days, {@code a = principal * g1 ... gn
 *       / (1 + gn + gn g(n-1) + ... + gn ... g2)}, where {@code gk = 1 + rate * days of interval k / basis}. Where all
 *       intervals are as long, that is {@code principal * i / (1 - (1 + i)^-n)}.
 * </ul>
 */
final class LoanSchedule {
    /** The digits of a stand-in for equal parts, so few that all of them add up exactly. */
    private static final MathContext PART = new MathContext(8, RoundingMode.DOWN);

    private final LoanList list;
    private final int row;
    private final String name;
    private final LoanAccount.Terms terms;
    private final List<LoanAccount.Event> stated;
    private final CalculationBuilder builder;

    LoanSchedule(
            LoanList list, int row, String name, LoanAccount.Terms terms, List<LoanAccount.Event> stated) {
        this.list = list;
        this.row = row;
        this.name = name;
        this.terms = terms;
        this.stated = stated;
        this.builder = list.rows().context().builder();
    }

    String name() {
        return name;
    }

    LoanAccount.Terms terms() {
        return terms;
    }

    String lender() {
        return list.lender(row);
    }

    Term principal() {
        return list.principal(row, terms.currency());
    }

    Term rate() {
        return list.rate(row);
    }

    /** How the loan is repaid, as printed. */
    String repaymentInWords() {
        if (states(LoanAccount.What.REPAYMENT)) {
            return "as stated";
        }
        Repayment how = list.repayment(row).orElseThrow();
        return how == Repayment.AT_MATURITY ? how.toString() : how + ", " + installments();
    }

    /** When interest is due, as printed. */
    String interestInWords() {
        return states(LoanAccount.What.INTEREST)
                ? "as stated"
                : interestDue().toString();
    }

    boolean lacksRepayment() {
        return !states(LoanAccount.What.REPAYMENT) && list.repayment(row).isEmpty();
    }

    boolean lacksInterest() {
        return !states(LoanAccount.What.INTEREST) && list.interest(row).isEmpty() && !isAnnuityByInstallments();
    }

    /** Whether it is an annuity whose interest is due with its installments because nothing else is said. */
    private boolean isAnnuityByInstallments() {
        return list.repayment(row).equals(Optional.of(Repayment.ANNUITY))
                && list.installments(row).isPresent();
    }

    private boolean states(LoanAccount.What what) {
        return stated.stream().anyMatch(event -> event.what() == what);
    }

    /**
     * The account of the loan, with what is due under its contract up to the first day of payment after the period.
     *
     * @param end the first day after the period
     * @throws org.advalorem.facts.UnusableFactsException if the terms do not say what is due; the problem has been noted
     */
    LoanAccount account(LocalDate end) {
        List<LoanAccount.Event> events = new ArrayList<>(stated);
        if (!states(LoanAccount.What.DRAWDOWN)) {
            events.add(event(
                    LoanAccount.What.DRAWDOWN,
                    terms.taken(),
                    principal(),
                    BigDecimal.valueOf(list.rows().number(row, LoanList.PRINCIPAL))));
        }
        if (!states(LoanAccount.What.REPAYMENT)) {
            events.addAll(until(repayments(events), end));
        }
        if (!states(LoanAccount.What.INTEREST)) {
            List<LoanAccount.Event> principalOnly = events.stream()
                    .filter(event -> !event.what().isPayment())
                    .toList();
            events.addAll(interest(account(principalOnly), end));
        }
        return account(events);
    }

    private LoanAccount account(List<LoanAccount.Event> events) {
        List<LoanAccount.Event> ordered = events.stream()
                .sorted(Comparator.comparing(LoanAccount.Event::day)
                        .thenComparing(event -> event.what() == LoanAccount.What.DRAWDOWN ? 0 : 1))
                .toList();
        return LoanAccount.of(name, terms, ordered, list.rows().context());
    }

    private LoanAccount.Event event(LoanAccount.What what, LocalDate day, Term amount, BigDecimal number) {
        Address address = list.rows().address(row, LoanList.PRINCIPAL);
        return new LoanAccount.Event(
                what, day, day, amount, number, false, list.rows().origin(row), address);
    }

    /** The events up to the first one on or after the given day: those beyond it decide nothing. */
    private static List<LoanAccount.Event> until(List<LoanAccount.Event> events, LocalDate end) {
        List<LoanAccount.Event> until = new ArrayList<>();
        for (LoanAccount.Event event : events) {
            until.add(event);
            if (!event.day().isBefore(end)) {
                break;
            }
        }
        return until;
    }

    private List<LoanAccount.Event> repayments(List<LoanAccount.Event> events) {
        List<LoanAccount.Event> drawdowns = events.stream()
                .filter(event -> event.what() == LoanAccount.What.DRAWDOWN)
                .toList();
        Repayment how = list.repayment(row).orElseThrow();
        if (how != Repayment.AT_MATURITY && drawdowns.size() > 1) {
            throw list.problem(
                    row,
                    "The loan (" + name + ") was drawn in parts and is repaid by " + how
                            + ": its terms do not say how much is repaid when.",
                    "State its repayments as events.");
        }
        Term drawn = builder.sum(
                drawdowns.stream().map(LoanAccount.Event::amount).toList());
        BigDecimal number = drawdowns.stream()
                .map(LoanAccount.Event::number)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<LocalDate> days = how == Repayment.AT_MATURITY
                ? List.of(terms.due())
                : PaymentDates.of(terms.taken(), terms.due(), installments().months());
        List<Term> amounts = how == Repayment.ANNUITY
                ? annuity(drawn, days)
                : days.stream()
                        .map(day -> days.size() == 1 ? drawn : drawn.dividedBy(number(days.size())))
                        .toList();
        BigDecimal part = number.divide(BigDecimal.valueOf(days.size()), PART);
        List<LoanAccount.Event> repayments = new ArrayList<>();
        for (int k = 0; k < days.size(); k++) {
            BigDecimal rest = k + 1 == days.size() ? number.subtract(part.multiply(BigDecimal.valueOf(k))) : part;
            repayments.add(event(LoanAccount.What.REPAYMENT, days.get(k), amounts.get(k), rest));
        }
        return repayments;
    }

    /** The principal in each payment of an annuity. */
    private List<Term> annuity(Term principal, List<LocalDate> days) {
        if (!interestDue().frequency().equals(Optional.of(installments()))) {
            throw list.problem(
                    row,
                    "The loan (" + name + ") is an annuity with installments " + installments()
                            + ", but interest due " + interestDue() + ".",
                    "An installment of an annuity includes its interest: write the same for both.");
        }
        Term one = builder.fraction("1");
        Term rate = rate();
        List<Term> growth = new ArrayList<>();
        Term whole = principal;
        Term divisor = one;
        LocalDate from = terms.taken();
        for (LocalDate day : days) {
            Term grown = one.plus(rate.times(days(from, day)).dividedBy(list.basis()));
            divisor = growth.isEmpty() ? one : divisor.times(grown).plus(one);
            whole = whole.times(grown);
            growth.add(grown);
            from = day;
        }
        Term payment = whole.dividedBy(divisor);
        List<Term> repaid = new ArrayList<>();
        Term balance = principal;
        for (Term grown : growth) {
            Term interest = balance.times(grown.minus(one));
            Term part = payment.minus(interest);
            repaid.add(part);
            balance = balance.minus(part);
        }
        return repaid;
    }

    private Term days(LocalDate from, LocalDate to) {
        return builder.literal(to.toEpochDay() - from.toEpochDay(), Unit.DAY);
    }

    private Term number(int count) {
        return builder.literal(count, Unit.FRACTION);
    }

    /** The interest due on each day of payment, on the balances of an account without interest. */
    private List<LoanAccount.Event> interest(LoanAccount account, LocalDate end) {
        if (terms.variable()) {
            throw list.problem(
                    row,
                    "The loan (" + name + ") has a variable rate: what interest was paid does not follow from the rate"
                            + " at its origination.",
                    "State its interest as events.");
        }
        List<LoanAccount.Event> payments = new ArrayList<>();
        LocalDate from = terms.taken();
        BigDecimal rateWritten = BigDecimal.valueOf(list.rows().number(row, LoanList.RATE));
        for (LocalDate day : interestDays(account)) {
            Term amount = account.balanceDays(from, day, builder).times(rate()).dividedBy(list.basis());
            BigDecimal number = account.isOutstanding(from, day) ? rateWritten : BigDecimal.ZERO;
            payments.add(event(LoanAccount.What.INTEREST, day, amount, number));
            if (!day.isBefore(end)) {
                break;
            }
            from = day;
        }
        return payments;
    }

    /** The days on which interest is due; a loan repaid before its due date pays what is left on that day. */
    private List<LocalDate> interestDays(LoanAccount account) {
        LocalDate last = account.repaid()
                .filter(day -> day.isBefore(terms.due()))
                .orElse(terms.due());
        List<LocalDate> days = new ArrayList<>(interestDue()
                .frequency()
                .map(often -> PaymentDates.of(terms.taken(), terms.due(), often.months()))
                .orElse(List.of())
                .stream()
                .filter(day -> day.isBefore(last))
                .toList());
        days.add(last);
        return days;
    }

    private InterestDue interestDue() {
        return list.interest(row).orElseGet(() -> InterestDue.of(installments().toString()));
    }

    private Frequency installments() {
        return list.installments(row)
                .or(() -> list.interest(row).flatMap(InterestDue::frequency))
                .orElseThrow(() -> list.problem(
                        row,
                        "The loan (" + name + ") is repaid in parts, but nothing says how often.",
                        "Write installments: with " + Loan.INSTALLMENTS.type().expected() + "."));
    }
}
