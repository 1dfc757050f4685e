package org.advalorem.rules.base;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;

/** The benefit conferred by a use of a program, before netting and allocation over time. */
public sealed interface Benefit {
    /**
     * A benefit of the period, in money.
     *
     * @param atOneLevelOfPrices whether its parts are restated at the price level of the year's last month already,
     *     month by month; otherwise it counts as received evenly over the months
     */
    record InPeriod(Term amount, boolean atOneLevelOfPrices) implements Benefit {}

    /**
     * Amounts by date of receipt.
     *
     * @param approvals amounts approved, including tranches not yet received; empty when not stated
     */
    record Received(List<Receipt> receipts, List<Approval> approvals) implements Benefit {
        /** Copies the lists. */
        public Received {
            receipts = List.copyOf(receipts);
            approvals = List.copyOf(approvals);
        }

        /** Amounts received without a stated approval. */
        public Received(List<Receipt> receipts) {
            this(receipts, List.of());
        }

        /** A copy with every amount replaced by a function of the amount and its day. */
        public Received withAmounts(BiFunction<Term, LocalDate, Term> replaced) {
            return with(
                    receipt -> replaced.apply(receipt.amount(), receipt.day()),
                    approval -> replaced.apply(approval.amount(), approval.day()));
        }

        /** A copy with other amounts. */
        Received with(Function<Receipt, Term> ofReceipt, Function<Approval, Term> ofApproval) {
            return new Received(
                    receipts.stream()
                            .map(receipt -> new Receipt(
                                    receipt.day(),
                                    ofReceipt.apply(receipt),
                                    receipt.approvedOn(),
                                    receipt.records(),
                                    receipt.atOneLevelOfPrices()))
                            .toList(),
                    approvals.stream()
                            .map(approval -> new Approval(
                                    approval.decision(), approval.named(), approval.day(), ofApproval.apply(approval)))
                            .toList());
        }
    }

    /** A benefit of the period, together with amounts received that are non-recurring whatever the program type. */
    record InPeriodAndReceived(Term amount, Received received) implements Benefit {}

    /**
     * A rate not calculated from a benefit, with its authority.
     *
     * @param whole the rate for customers that did not verify that they do not use the program, where the rate is
     *     pro-rated by their share of sales
     */
    record Rate(Term rate, Authority authority, boolean factsAvailable, Optional<Term> whole) implements Benefit {
        /** A rate that is the same for all customers. */
        public Rate(Term rate, Authority authority, boolean factsAvailable) {
            this(rate, authority, factsAvailable, Optional.empty());
        }
    }

    /**
     * A rate on facts available that is still to be selected among the rates of other programs: 19 U.S.C. 1677e(d).
     *
     * @param identicalTo the names of identical programs, where they are stated
     * @param similarTo the names of similar programs, where they are stated
     * @param kind the kind of benefit, where it is stated
     * @param counted what becomes of the rate selected
     */
    record Sought(
            List<String> identicalTo, List<String> similarTo, Optional<BenefitKind> kind, Function<Term, Rate> counted)
            implements Benefit {
        /** Copies the lists. */
        public Sought {
            identicalTo = List.copyOf(identicalTo);
            similarTo = List.copyOf(similarTo);
        }

        /** Whether it is a reduction of an income tax or an exemption from it. */
        public boolean isIncomeTax() {
            return kind.equals(Optional.of(BenefitKind.INCOME_TAX));
        }
    }

    /**
     * An amount received on a given day.
     *
     * @param approvedOn the date of approval, if the amount states it
     * @param records the number of data rows summed in the amount
     * @param atOneLevelOfPrices whether its parts are restated already, if it is of the year calculated, at the price
     *     level of that year's last month
     */
    record Receipt(
            LocalDate day, Term amount, Optional<LocalDate> approvedOn, int records, boolean atOneLevelOfPrices) {
        /** An amount of a price level of its day. */
        public Receipt(LocalDate day, Term amount, Optional<LocalDate> approvedOn, int records) {
            this(day, amount, approvedOn, records, false);
        }

        /** An amount from a single record, with no stated date of approval. */
        public Receipt(LocalDate day, Term amount) {
            this(day, amount, Optional.empty(), 1);
        }
    }

    /**
     * An amount approved, all tranches included, and its date of approval.
     *
     * @param decision what identifies the approval: the name of the decision, or the place where it is stated
     * @param named whether {@code decision} is the name of the decision
     */
    record Approval(String decision, boolean named, LocalDate day, Term amount) {}

    /** A benefit of the period. */
    static Benefit inPeriod(Term amount) {
        return new InPeriod(amount, false);
    }

    /** A benefit of the period whose parts are at the price level of the year's last month already. */
    static Benefit inPeriodAtOneLevelOfPrices(Term amount) {
        return new InPeriod(amount, true);
    }

    /** An amount received on one day. */
    static Benefit received(LocalDate day, Term amount) {
        return new Received(List.of(new Receipt(day, amount)));
    }
}
