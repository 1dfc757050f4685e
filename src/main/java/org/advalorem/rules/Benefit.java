package org.advalorem.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;

/** What a use of a program conferred, before netting and allocation over time. */
public sealed interface Benefit {
    /** A benefit of the period, in money. */
    record InPeriod(Term amount) implements Benefit {}

    /**
     * Amounts by year of receipt.
     *
     * @param approval the total approved and its year, when stated
     */
    record Received(List<Receipt> receipts, Optional<Approval> approval) implements Benefit {
        /** Copies the list. */
        public Received {
            receipts = List.copyOf(receipts);
        }
    }

    /** A benefit of the period, and beside it amounts received that are non-recurring whatever the type. */
    record InPeriodAndReceived(Term amount, Received received) implements Benefit {}

    /** A rate that is not computed from a benefit, with what it rests on. */
    record Rate(Term rate, Authority authority, boolean factsAvailable) implements Benefit {}

    /**
     * An amount received on a day.
     *
     * @param records how many rows of the scenario's data it is the sum of
     */
    record Receipt(LocalDate day, Term amount, int records) {
        /** An amount that stands for itself. */
        public Receipt(LocalDate day, Term amount) {
            this(day, amount, 1);
        }
    }

    /** The total approved under a program, all tranches, and the day of approval. */
    record Approval(LocalDate day, Term amount) {}

    /** A benefit of the period. */
    static Benefit inPeriod(Term amount) {
        return new InPeriod(amount);
    }

    /** An amount received on one day. */
    static Benefit received(LocalDate day, Term amount) {
        return new Received(List.of(new Receipt(day, amount)), Optional.empty());
    }
}
