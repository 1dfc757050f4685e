package org.advalorem.rules;

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

/**
 * One loan: its terms and its events in order.
 *
 * <p>The balance of a day is what is outstanding at its end: interest runs from the day of the drawdown to the day before
 * the repayment.
 *
 * @param repaid the day on which nothing was left, if there is one
 */
record LoanAccount(String name, Terms terms, List<Event> events, Optional<LocalDate> repaid) {
    private static final int YEARS_UNPAID = 3;

    /**
     * What was agreed.
     *
     * @param taken day of the first drawdown
     * @param agreed day on which terms were set
     * @param years term
     * @param longTerm whether the term is more than a year
     * @param originationRate of the government loan; there for long-term variable loans
     * @param nonpayment what it is when nothing is paid on it for three years
     * @param notViableSince of a contingent loan, since when its contingency is not viable
     * @param metSince of a contingent loan, since when its condition is met without meaningful action to collect
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

    /** Why a loan is not paid: a finding. */
    enum Nonpayment {
        /** No reason of the market: after three years it is a grant. */
        GRANT("grant"),
        /** A comparable commercial loan would not be paid either. */
        COMMERCIAL_TERMS("commercial terms"),
        /** Its own contract asks for no payment. */
        CONTRACT("contract"),
        /** It is paid only when an event happens, which still may: an interest-free loan. */
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

    /** What an event is. */
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
     * An event; its row and the address of its amount are for messages.
     *
     * @param due of interest the day on which it was due; of others their day
     */
    record Event(What what, LocalDate day, LocalDate due, Term amount, double number, int row, String address) {}

    /** The account after a check that no more is repaid than was drawn. */
    static LoanAccount of(String name, Terms terms, List<Event> events, LoanEvents source) {
        BigDecimal balance = BigDecimal.ZERO;
        Optional<LocalDate> repaid = Optional.empty();
        for (Event event : events) {
            BigDecimal amount = BigDecimal.valueOf(event.number());
            if (event.what() == What.DRAWDOWN) {
                balance = balance.add(amount);
                repaid = Optional.empty();
            } else if (event.what() == What.REPAYMENT) {
                if (amount.compareTo(balance) > 0) {
                    throw source.problem(
                            event.row(),
                            "The repayment of " + amount.toPlainString() + " is more than the balance of the loan ("
                                    + name + "): " + balance.toPlainString() + ".",
                            "A drawdown may be missing, or interest may be written as repayment.");
                }
                balance = balance.subtract(amount);
                repaid = balance.signum() == 0 ? Optional.of(event.day()) : repaid;
            }
        }
        return new LoanAccount(name, terms, events, repaid);
    }

    /** The last day before that day on which anything was paid; the day of the drawdown when nothing was. */
    LocalDate lastPaid(LocalDate before) {
        return events.stream()
                .filter(event -> event.what() != What.DRAWDOWN
                        && event.number() > 0
                        && event.day().isBefore(before))
                .map(Event::day)
                .reduce(terms.taken(), (a, b) -> a.isAfter(b) ? a : b);
    }

    /**
     * The day on which three years without a payment end, if that is before the other day and something is still owed.
     *
     * <p>Of several such times the last: what counts is that nothing was paid in the three years before.
     */
    Optional<LocalDate> unpaidSince(LocalDate end) {
        LocalDate since = lastPaid(end).plusYears(YEARS_UNPAID);
        boolean owed = repaid.map(day -> !day.isBefore(end)).orElse(true);
        return owed && since.isBefore(end) ? Optional.of(since) : Optional.empty();
    }

    /** What is outstanding at the end of that day. */
    Term balance(LocalDate day, CalculationBuilder builder) {
        Term drawn = builder.sum(amounts(What.DRAWDOWN, on -> !on.isAfter(day)), terms.currency());
        List<Term> paidBack = amounts(What.REPAYMENT, on -> !on.isAfter(day));
        return paidBack.isEmpty() ? drawn : drawn.minus(builder.sum(paidBack));
    }

    /** What was drawn before that day. */
    Term principal(LocalDate before, CalculationBuilder builder) {
        return builder.sum(amounts(What.DRAWDOWN, on -> on.isBefore(before)), terms.currency());
    }

    private List<Term> amounts(What what, Predicate<LocalDate> counted) {
        return events.stream()
                .filter(event -> event.what() == what && counted.test(event.day()))
                .map(Event::amount)
                .toList();
    }

    /** Whether a fee was paid from one day, included, to the other, excluded. */
    boolean paidFee(LocalDate from, LocalDate to) {
        return events.stream()
                .anyMatch(event -> event.what() == What.FEE
                        && !event.day().isBefore(from)
                        && event.day().isBefore(to));
    }

    /** States that the loan's balance is never below zero, for when amounts vary. */
    void requireBalance(CalculationBuilder builder) {
        List<Term> drawn = new ArrayList<>();
        List<Term> paidBack = new ArrayList<>();
        for (Event event : events) {
            if (event.what() == What.DRAWDOWN) {
                drawn.add(event.amount());
            } else if (event.what() == What.REPAYMENT) {
                paidBack.add(event.amount());
                builder.require(
                        builder.sum(paidBack).atMost(builder.sum(drawn)),
                        "The repayments of the loan (" + name + ") must not exceed what was drawn.",
                        event.address());
            }
        }
    }

    /** Whether the file has anything outstanding on a day from one, included, to the other, excluded. */
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
            BigDecimal amount = BigDecimal.valueOf(event.number());
            if (event.what() == What.DRAWDOWN) {
                balance = balance.add(amount);
            } else if (event.what() == What.REPAYMENT) {
                balance = balance.subtract(amount);
            }
        }
        return since.isBefore(to) && balance.signum() > 0;
    }

    /** Whether the loan runs on a day from one, included, to the other, excluded. */
    boolean runs(LocalDate from, LocalDate to) {
        return terms.taken().isBefore(to) && repaid.map(from::isBefore).orElse(true);
    }

    /** The sum over days from one, included, to the other, excluded, of the balance: money times days. */
    Term balanceDays(LocalDate from, LocalDate to, CalculationBuilder builder) {
        List<Term> drawn = new ArrayList<>();
        List<Term> paidBack = new ArrayList<>();
        for (Event event : events) {
            LocalDate counted = event.day().isBefore(from) ? from : event.day();
            if (!event.what().isPayment() && counted.isBefore(to)) {
                Term days = builder.literal(to.toEpochDay() - counted.toEpochDay(), Unit.DAY);
                (event.what() == What.DRAWDOWN ? drawn : paidBack)
                        .add(event.amount().times(days));
            }
        }
        Unit moneyDays = terms.currency().times(Unit.DAY);
        Term sum = builder.sum(drawn, moneyDays);
        return paidBack.isEmpty() ? sum : sum.minus(builder.sum(paidBack, moneyDays));
    }
}
