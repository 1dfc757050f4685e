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
 *   <li>annuity: the same amount of principal and interest on each of n days, see {@link Annuity}, and on the last of
 *       them what is left: interest runs by the day, and the days of the intervals differ.
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

    LoanSchedule(LoanList list, int row, String name, LoanAccount.Terms terms, List<LoanAccount.Event> stated) {
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
        return states(LoanAccount.What.INTEREST) ? "as stated" : interestDue().toString();
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
     * The account of the loan, and its annuity if that is how it is repaid.
     *
     * @param account with what is due under the contract up to the first day of payment after the period
     */
    record Scheduled(LoanAccount account, Optional<Annuity> annuity) {}

    /**
     * The loan with what is due under its contract.
     *
     * @param end the first day after the period
     * @throws org.advalorem.facts.UnusableFactsException if the terms do not say what is due; the problem has been noted
     */
    Scheduled scheduled(LocalDate end) {
        List<LoanAccount.Event> events = new ArrayList<>(stated);
        if (!states(LoanAccount.What.DRAWDOWN)) {
            events.add(event(
                    LoanAccount.What.DRAWDOWN,
                    terms.taken(),
                    principal(),
                    BigDecimal.valueOf(list.rows().number(row, LoanList.PRINCIPAL))));
        }
        Optional<Annuity> annuity = Optional.empty();
        if (!states(LoanAccount.What.REPAYMENT)) {
            List<LoanAccount.Event> drawdowns = events.stream()
                    .filter(event -> event.what() == LoanAccount.What.DRAWDOWN)
                    .toList();
            annuity = annuity(drawdowns);
            events.addAll(repayments(drawdowns, annuity, end));
        }
        if (!states(LoanAccount.What.INTEREST)) {
            List<LoanAccount.Event> principalOnly =
                    events.stream().filter(event -> !event.what().isPayment()).toList();
            events.addAll(interest(account(principalOnly), end));
        }
        return new Scheduled(account(events), annuity);
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

    private Optional<Annuity> annuity(List<LoanAccount.Event> drawdowns) {
        Repayment how = list.repayment(row).orElseThrow();
        if (how != Repayment.AT_MATURITY && drawdowns.size() > 1) {
            throw list.problem(
                    row,
                    "The loan (" + name + ") was drawn in parts and is repaid by " + how
                            + ": its terms do not say how much is repaid when.",
                    "State its repayments as events.");
        }
        // without interest a level payment is an equal part of the principal
        if (how != Repayment.ANNUITY || list.rows().number(row, LoanList.RATE) == 0) {
            return Optional.empty();
        }
        if (!interestDue().frequency().equals(Optional.of(installments()))) {
            throw list.problem(
                    row,
                    "The loan (" + name + ") is an annuity with installments " + installments() + ", but interest due "
                            + interestDue() + ".",
                    "An installment of an annuity includes its interest: write the same for both.");
        }
        builder.require(
                builder.literal(0, Unit.FRACTION).less(rate()),
                "(" + list.rows().address(row, LoanList.RATE)
                        + ") must be more than 0%: the loan is repaid by annuity.",
                list.rows().address(row, LoanList.RATE).toString());
        Term drawn = drawdowns.get(0).amount();
        return Optional.of(Annuity.of(drawn, days(installments()).size(), installments(), rate(), builder));
    }

    private List<LocalDate> days(Frequency often) {
        return PaymentDates.of(terms.taken(), terms.due(), often.months());
    }

    /** The repayments up to the first one on or after the given day: those beyond it decide nothing. */
    private List<LoanAccount.Event> repayments(
            List<LoanAccount.Event> drawdowns, Optional<Annuity> annuity, LocalDate end) {
        Term drawn =
                builder.sum(drawdowns.stream().map(LoanAccount.Event::amount).toList());
        BigDecimal number = drawdowns.stream().map(LoanAccount.Event::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<LocalDate> days = list.repayment(row).equals(Optional.of(Repayment.AT_MATURITY))
                ? List.of(terms.due())
                : days(installments());
        BigDecimal part = number.divide(BigDecimal.valueOf(days.size()), PART);
        Term equal = days.size() == 1 ? drawn : drawn.dividedBy(builder.literal(days.size(), Unit.FRACTION));
        List<LoanAccount.Event> events = new ArrayList<>(drawdowns);
        LocalDate from = terms.taken();
        for (int k = 0; k < days.size() && from.isBefore(end); k++) {
            LocalDate day = days.get(k);
            boolean last = k + 1 == days.size();
            Term amount = equal;
            if (annuity.isPresent()) {
                LoanAccount soFar = account(events);
                amount = last
                        ? soFar.balance(day, builder)
                        : annuity.get().payment().minus(interest(soFar, from, day));
            }
            BigDecimal rest = last ? number.subtract(part.multiply(BigDecimal.valueOf(k))) : part;
            events.add(event(LoanAccount.What.REPAYMENT, day, amount, rest));
            from = day;
        }
        return events.subList(drawdowns.size(), events.size());
    }

    /** The interest for some days. */
    private Term interest(LoanAccount account, LocalDate from, LocalDate to) {
        return account.balanceDays(from, to, builder).times(rate()).dividedBy(list.basis());
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
            if (from.isBefore(end)) {
                BigDecimal number = account.isOutstanding(from, day) ? rateWritten : BigDecimal.ZERO;
                payments.add(event(LoanAccount.What.INTEREST, day, interest(account, from, day), number));
            }
            from = day;
        }
        return payments;
    }

    /** The days on which interest is due; a loan repaid before its due date pays what is left on that day. */
    private List<LocalDate> interestDays(LoanAccount account) {
        LocalDate last =
                account.repaid().filter(day -> day.isBefore(terms.due())).orElse(terms.due());
        List<LocalDate> days = new ArrayList<>(interestDue().frequency().map(this::days).orElse(List.of()).stream()
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
