package org.advalorem.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;

/** What a use of a program conferred, before netting and allocation over time. */
public sealed interface Benefit {
    /** A benefit of the period, in money. */
    record InPeriod(Term amount) implements Benefit {}

    /**
     * Amounts by day of receipt.
     *
     * @param approvals what was approved, tranches not yet received included; none when it is not stated
     */
    record Received(List<Receipt> receipts, List<Approval> approvals) implements Benefit {
        /** Copies the lists. */
        public Received {
            receipts = List.copyOf(receipts);
            approvals = List.copyOf(approvals);
        }

        /** Amounts received whose approval is not stated. */
        public Received(List<Receipt> receipts) {
            this(receipts, List.of());
        }

        /** The same with every amount replaced, given the amount and its day. */
        Received withAmounts(BiFunction<Term, LocalDate, Term> replaced) {
            return new Received(
                    receipts.stream()
                            .map(receipt -> new Receipt(
                                    receipt.day(),
                                    replaced.apply(receipt.amount(), receipt.day()),
                                    receipt.approvedOn(),
                                    receipt.records()))
                            .toList(),
                    approvals.stream()
                            .map(approval -> new Approval(
                                    approval.decision(),
                                    approval.named(),
                                    approval.day(),
                                    replaced.apply(approval.amount(), approval.day())))
                            .toList());
        }
    }

    /** A benefit of the period, and beside it amounts received that are non-recurring whatever the type. */
    record InPeriodAndReceived(Term amount, Received received) implements Benefit {}

    /** A rate that is not computed from a benefit, with what it rests on. */
    record Rate(Term rate, Authority authority, boolean factsAvailable) implements Benefit {}

    /**
     * An amount received on a day.
     *
     * @param approvedOn the day on which it was approved, when the amount says so
     * @param records how many rows of the scenario's data it is the sum of
     */
    record Receipt(LocalDate day, Term amount, Optional<LocalDate> approvedOn, int records) {
        /** An amount that stands for itself and does not say when it was approved. */
        public Receipt(LocalDate day, Term amount) {
            this(day, amount, Optional.empty(), 1);
        }
    }

    /**
     * An amount approved, all its tranches, and the day of approval.
     *
     * @param decision what tells it from others: the name of the decision, or where it is stated
     * @param named whether it is the name of the decision
     */
    record Approval(String decision, boolean named, LocalDate day, Term amount) {}

    /** A benefit of the period. */
    static Benefit inPeriod(Term amount) {
        return new InPeriod(amount);
    }

    /** An amount received on one day. */
    static Benefit received(LocalDate day, Term amount) {
        return new Received(List.of(new Receipt(day, amount)));
    }
}
