package org.advalorem.rules.loans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.rules.base.Period;

/**
 * The loan interest that belongs to a year, and the days for which it is paid: 19 CFR 351.505(b) and (c).
 *
 * <p>By payment, the interest due in the year counts. Each payment is compared with the days that it covers, from the
 * due date of the previous payment, or the first drawdown, to its own due date.
 *
 * <ul>
 *   <li>A payment due in another year belongs to that year with all its days; where nothing is due, there is no
 *       benefit.
 *   <li>Interest due but not paid is a payment of zero on its due date.
 *   <li>Days after the last payment are due with the final repayment. While the loan is outstanding, they are due at
 *       the end of each year after the year of the last payment.
 *   <li>A loan without any interest payment uses the calendar days of the year.
 * </ul>
 *
 * <p>By day, both sides accrue: the days of the year, less the share of each payment equal to the balance of those days
 * over the balance of all days that the payment covers. Days that no payment covers count as unpaid; a payment that
 * covers no balance belongs to the year in which it is due.
 *
 * <p>Either way, fees belong to the year in which they are paid, and a repayment only changes the balance.
 */
final class LoanInterest {
    private final LoanAccount loan;
    private final Period period;
    private final CalculationBuilder builder;
    private final TreeMap<LocalDate, List<LoanAccount.Event>> payments = new TreeMap<>();

    /** The reason that days belong to the year. */
    enum Cause {
        /** A payment due in the year covers the days. */
        PAYMENT,
        /** The days follow the last payment. */
        NO_LATER_PAYMENT,
        /** No interest payment is stated at all. */
        NO_PAYMENT,
        /** The days are days of the year. */
        ACCRUAL,
        /** None: only fees were paid. */
        FEES
    }

    /** An interval of days, its start included and its end excluded, with the interest and fees compared with it. */
    record Piece(LocalDate from, LocalDate to, List<Term> paid, Cause cause) {}

    LoanInterest(LoanAccount loan, Period period, CalculationBuilder builder) {
        this.loan = loan;
        this.period = period;
        this.builder = builder;
        for (LoanAccount.Event event : loan.events()) {
            if (event.what() == LoanAccount.What.INTEREST) {
                payments.computeIfAbsent(event.due(), absent -> new ArrayList<>())
                        .add(event);
            }
        }
    }

    /** The days that belong to a year, each piece with the amounts paid for it; empty where nothing does. */
    List<Piece> of(int year, Loan.InterestBy by) {
        LocalDate start = period.start(year);
        LocalDate end = period.end(year);
        return withFees(by == Loan.InterestBy.DAY ? accrued(start, end) : due(year), start, end);
    }

    private List<Piece> due(int year) {
        LocalDate start = period.start(year);
        LocalDate end = period.end(year);
        if (payments.isEmpty()) {
            return days(start, end, List.of(), Cause.NO_PAYMENT);
        }
        List<Piece> pieces = new ArrayList<>();
        LocalDate from = loan.terms().taken();
        for (Map.Entry<LocalDate, List<LoanAccount.Event>> payment : payments.entrySet()) {
            LocalDate due = payment.getKey();
            if (!due.isBefore(start) && due.isBefore(end)) {
                pieces.add(new Piece(from, due, amounts(payment.getValue()), Cause.PAYMENT));
            }
            from = due;
        }
        afterLastPayment(from, year).ifPresent(pieces::add);
        return pieces;
    }

    private Optional<Piece> afterLastPayment(LocalDate last, int year) {
        int yearOfLast = period.yearOf(last);
        Optional<LocalDate> repaid = loan.repaid().filter(day -> day.isBefore(period.end(year)));
        boolean due = year > yearOfLast || (year == yearOfLast && repaid.isPresent());
        LocalDate from = year <= yearOfLast + 1 ? last : period.start(year);
        LocalDate to = repaid.orElse(period.end(year));
        return due && from.isBefore(to)
                ? Optional.of(new Piece(from, to, List.of(), Cause.NO_LATER_PAYMENT))
                : Optional.empty();
    }

    private List<Piece> accrued(LocalDate start, LocalDate end) {
        List<Term> paid = new ArrayList<>();
        LocalDate from = loan.terms().taken();
        for (Map.Entry<LocalDate, List<LoanAccount.Event>> payment : payments.entrySet()) {
            LocalDate due = payment.getKey();
            for (Term amount : amounts(payment.getValue())) {
                accruedOf(amount, from, due, start, end).ifPresent(paid::add);
            }
            from = due;
        }
        List<Piece> days = days(start, end, paid, Cause.ACCRUAL);
        return days.isEmpty() && !paid.isEmpty() ? List.of(new Piece(start, start, paid, Cause.ACCRUAL)) : days;
    }

    /** The part of a payment, made for the days from one date to another, that belongs to the year. */
    private Optional<Term> accruedOf(Term paid, LocalDate from, LocalDate to, LocalDate start, LocalDate end) {
        if (!loan.isOutstanding(from, to)) {
            return !to.isBefore(start) && to.isBefore(end) ? Optional.of(paid) : Optional.empty();
        }
        LocalDate first = from.isBefore(start) ? start : from;
        LocalDate after = to.isAfter(end) ? end : to;
        if (!first.isBefore(after)) {
            return Optional.empty();
        }
        if (first.equals(from) && after.equals(to)) {
            return Optional.of(paid);
        }
        Term covered = loan.balanceDays(from, to, builder);
        builder.require(
                builder.literal(0, covered.unit()).less(covered),
                "The balance of the loan (" + loan.name() + ") from " + from + " to " + to
                        + " must be more than zero, so that the interest paid on it can be divided by day.");
        return Optional.of(paid.times(loan.balanceDays(first, after, builder)).dividedBy(covered));
    }

    /** The loan's days in the year. */
    private List<Piece> days(LocalDate start, LocalDate end, List<Term> paid, Cause cause) {
        LocalDate taken = loan.terms().taken();
        LocalDate from = taken.isBefore(start) ? start : taken;
        LocalDate to = loan.repaid().filter(day -> day.isBefore(end)).orElse(end);
        return from.isBefore(to) ? List.of(new Piece(from, to, paid, cause)) : List.of();
    }

    /**
     * The pieces with each fee assigned to the first piece that ends on or after its day, otherwise to the last piece.
     */
    private List<Piece> withFees(List<Piece> pieces, LocalDate start, LocalDate end) {
        List<LoanAccount.Event> fees = loan.events().stream()
                .filter(event -> event.what() == LoanAccount.What.FEE
                        && !event.day().isBefore(start)
                        && event.day().isBefore(end))
                .toList();
        if (fees.isEmpty()) {
            return pieces;
        }
        if (pieces.isEmpty()) {
            return List.of(new Piece(start, start, amounts(fees), Cause.FEES));
        }
        List<Piece> with = new ArrayList<>();
        LocalDate taken = start;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            LocalDate after = taken;
            LocalDate until = i + 1 == pieces.size() ? end : piece.to().plusDays(1);
            List<Term> paid = new ArrayList<>(piece.paid());
            paid.addAll(amounts(fees.stream()
                    .filter(fee -> !fee.day().isBefore(after) && fee.day().isBefore(until))
                    .toList()));
            with.add(new Piece(piece.from(), piece.to(), paid, piece.cause()));
            taken = until;
        }
        return with;
    }

    private static List<Term> amounts(List<LoanAccount.Event> events) {
        return events.stream().map(LoanAccount.Event::amount).toList();
    }
}
