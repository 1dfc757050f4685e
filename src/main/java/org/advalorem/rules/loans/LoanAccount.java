package org.advalorem.rules.loans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactsContext;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;

/**
 * One loan: its terms, and its events in order.
 *
 * <p>The balance of a day is the amount outstanding at the end of that day: interest runs from the day of the drawdown
 * to the day before the repayment.
 *
 * @param repaid the day on which the balance reached zero, if any
 */
record LoanAccount(String name, Terms terms, List<Event> events, Optional<LocalDate> repaid) {
    private static final int YEARS_UNPAID = 3;

    /**
     * The terms of a loan.
     *
     * @param taken the day of the first drawdown
     * @param agreed the day on which the terms were set
     * @param years the term
     * @param longTerm whether the term is more than a year
     * @param originationRate the government loan's rate at origination; present for long-term variable-rate loans
     * @param nonpayment the treatment after three years without payment
     * @param notViableSince for a contingent loan, the day since which its contingency is not viable
     * @param metSince for a contingent loan, the day since which its condition is met without meaningful action to
     *     collect
     */
    record Terms(
            LocalDate taken,
            LocalDate agreed,
            LocalDate due,
            double years,
            boolean longTerm,
            boolean variable,
            Unit currency,
            Optional<Term> originationRate,
            Nonpayment nonpayment,
            Optional<LocalDate> notViableSince,
            Optional<LocalDate> metSince) {
        String kind() {
            return (longTerm ? "long-term " : "short-term ") + (variable ? "variable" : "fixed");
        }
    }

    /** The finding on why a loan is not paid. */
    enum Nonpayment {
        /** No commercial reason: after three years the loan is a grant. */
        GRANT("grant"),
        /** Commercial terms: a comparable commercial loan would not be paid either. */
        COMMERCIAL_TERMS("commercial terms"),
        /** The contract: it calls for no payment yet. */
        CONTRACT("contract"),
        /** A contingency: payment depends on an event that may still occur; an interest-free loan. */
        CONTINGENT("contingent");

        private final String label;

        Nonpayment(String label) {
            this.label = label;
        }

        static Nonpayment of(String word) {
            return Arrays.stream(values())
                    .filter(value -> value.label.equals(word))
                    .findFirst()
                    .orElseThrow();
        }

        static List<String> words() {
            return Arrays.stream(values()).map(value -> value.label).toList();
        }
    }

    /** The kind of event. */
    enum What {
        DRAWDOWN,
        REPAYMENT,
        INTEREST,
        FEE;

        boolean isPayment() {
            return this == INTEREST || this == FEE;
        }
    }

    /**
     * An event; its origin and the address of its amount are for messages.
     *
     * @param due for interest, the day on which it was due; otherwise the day of the event
     * @param number the amount as written; of an event that follows from the terms of the loan, see {@link
     *     LoanSchedule}, a number that is zero when the amount is; repayments add up to what was drawn
     * @param stated whether the scenario states the event; otherwise it follows from the terms of the loan
     */
    record Event(
            What what,
            LocalDate day,
            LocalDate due,
            Term amount,
            BigDecimal number,
            boolean stated,
            Origin origin,
            Address address) {}

    /**
     * The account of a loan, checked for repayments in excess of drawdowns and for the due dates of its interest.
     *
     * @param events in order
     * @param context receives problems and warnings
     * @throws UnusableFactsException if the events contradict each other; the problem has been noted
     */
    static LoanAccount of(String name, Terms terms, List<Event> events, FactsContext context) {
        BigDecimal balance = BigDecimal.ZERO;
        Optional<LocalDate> repaid = Optional.empty();
        for (Event event : events) {
            BigDecimal amount = event.number();
            if (event.what() == What.DRAWDOWN) {
                balance = balance.add(amount);
                repaid = Optional.empty();
            } else if (event.what() == What.REPAYMENT) {
                if (amount.compareTo(balance) > 0) {
                    throw problem(
                            context,
                            event,
                            "The repayment of " + amount.toPlainString() + " exceeds the balance of the loan (" + name
                                    + "): " + balance.toPlainString() + ".",
                            "A drawdown may be missing, or interest may be written as repayment.");
                }
                balance = balance.subtract(amount);
                repaid = balance.signum() == 0 ? Optional.of(event.day()) : repaid;
            }
        }
        LoanAccount loan = new LoanAccount(name, terms, events, repaid);
        new InterestDueDates(loan, context).check();
        return loan;
    }

    /** The exception to throw for a problem with an event; notes the problem. */
    static UnusableFactsException problem(FactsContext context, Event event, String message, String advice) {
        context.problems().add(Problem.Code.AV401, event.origin(), message, advice);
        return new UnusableFactsException();
    }

    /** The last day before the given day on which anything was paid; the day of the first drawdown when nothing was. */
    LocalDate lastPaid(LocalDate before) {
        return events.stream()
                .filter(event -> event.what() != What.DRAWDOWN
                        && event.number().signum() > 0
                        && event.day().isBefore(before))
                .map(Event::day)
                .reduce(terms.taken(), (a, b) -> a.isAfter(b) ? a : b);
    }

    /**
     * The day on which three years without a payment end, if it precedes the given day and the loan is still
     * outstanding.
     *
     * <p>The last such day where there are several, because what matters is that nothing was paid in the preceding
     * three years.
     */
    Optional<LocalDate> unpaidSince(LocalDate end) {
        LocalDate since = lastPaid(end).plusYears(YEARS_UNPAID);
        boolean owed = repaid.map(day -> !day.isBefore(end)).orElse(true);
        return owed && since.isBefore(end) ? Optional.of(since) : Optional.empty();
    }

    /** The balance at the end of the given day. */
    Term balance(LocalDate day, CalculationBuilder builder) {
        Term drawn = builder.sum(amounts(What.DRAWDOWN, on -> !on.isAfter(day)), terms.currency());
        List<Term> paidBack = amounts(What.REPAYMENT, on -> !on.isAfter(day));
        return paidBack.isEmpty() ? drawn : drawn.minus(builder.sum(paidBack));
    }

    /** The total drawn before the given day. */
    Term principal(LocalDate before, CalculationBuilder builder) {
        return builder.sum(amounts(What.DRAWDOWN, on -> on.isBefore(before)), terms.currency());
    }

    private List<Term> amounts(What what, Predicate<LocalDate> counted) {
        return events.stream()
                .filter(event -> event.what() == what && counted.test(event.day()))
                .map(Event::amount)
                .toList();
    }

    /** Whether the scenario states interest payments, rather than terms from which they follow. */
    boolean statesInterest() {
        return events.stream().anyMatch(event -> event.what() == What.INTEREST && event.stated());
    }

    /** Whether a fee was paid in the interval; its start is included, its end excluded. */
    boolean paidFee(LocalDate from, LocalDate to) {
        return events.stream()
                .anyMatch(event -> event.what() == What.FEE
                        && !event.day().isBefore(from)
                        && event.day().isBefore(to));
    }

    /** Requires the loan's balance never to be negative, for calculations in which amounts vary. */
    void requireBalance(CalculationBuilder builder) {
        List<Term> drawn = new ArrayList<>();
        List<Term> paidBack = new ArrayList<>();
        for (Event event : events) {
            if (event.what() == What.DRAWDOWN) {
                drawn.add(event.amount());
            } else if (event.what() == What.REPAYMENT) {
                paidBack.add(event.amount());
                // what follows from the terms never exceeds what was drawn, except by rounding
                if (event.stated()) {
                    builder.require(
                            builder.sum(paidBack).atMost(builder.sum(drawn)),
                            "The repayments of the loan (" + name + ") must not exceed what was drawn.",
                            event.address().toString());
                }
            }
        }
    }

    /**
     * Whether any amount in the file is outstanding on a day of the interval; its start is included, its end excluded.
     */
    boolean isOutstanding(LocalDate from, LocalDate to) {
        BigDecimal balance = BigDecimal.ZERO;
        LocalDate since = from;
        for (Event event : events) {
            if (!event.day().isBefore(to)) {
                break;
            }
            if (event.day().isAfter(since)) {
                if (balance.signum() > 0) {
                    return true;
                }
                since = event.day();
            }
            BigDecimal amount = event.number();
            if (event.what() == What.DRAWDOWN) {
                balance = balance.add(amount);
            } else if (event.what() == What.REPAYMENT) {
                balance = balance.subtract(amount);
            }
        }
        return since.isBefore(to) && balance.signum() > 0;
    }

    /** Whether the loan runs on a day of the interval; its start is included, its end excluded. */
    boolean runs(LocalDate from, LocalDate to) {
        return terms.taken().isBefore(to) && repaid.map(from::isBefore).orElse(true);
    }

    /** The daily balances summed over an interval, in money times days; its start is included, its end excluded. */
    Term balanceDays(LocalDate from, LocalDate to, CalculationBuilder builder) {
        List<Term> drawn = new ArrayList<>();
        List<Term> paidBack = new ArrayList<>();
        if (events.stream()
                .anyMatch(event -> !event.what().isPayment() && !event.day().isAfter(from))) {
            drawn.add(balance(from, builder).times(days(from, to, builder)));
        }
        for (Event event : events) {
            if (!event.what().isPayment()
                    && event.day().isAfter(from)
                    && event.day().isBefore(to)) {
                (event.what() == What.DRAWDOWN ? drawn : paidBack)
                        .add(event.amount().times(days(event.day(), to, builder)));
            }
        }
        Unit moneyDays = terms.currency().times(Unit.DAY);
        Term sum = builder.sum(drawn, moneyDays);
        return paidBack.isEmpty() ? sum : sum.minus(builder.sum(paidBack, moneyDays));
    }

    private static Term days(LocalDate from, LocalDate to, CalculationBuilder builder) {
        return builder.literal(to.toEpochDay() - from.toEpochDay(), Unit.DAY);
    }
}
