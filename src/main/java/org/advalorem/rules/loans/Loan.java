package org.advalorem.rules.loans;

import java.time.LocalDate;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Records;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.ProgramType;

/**
 * Loans, 19 CFR 351.505: the amount payable on a comparable commercial loan in the period, less the amount paid on the
 * government loan.
 *
 * <p>{@code sum over days of balance * benchmark / basis - interest and fees paid}, loan by loan; {@link LoanInterest}
 * determines which days and payments belong to the period. What was paid is stated by events, or follows from the terms
 * in a {@link LoanList}.
 */
public final class Loan implements ProgramType {
    static final Field<Records> EVENTS = Field.optional(
                    "events", LoanEvents.TYPE, "The drawdowns, repayments, interest payments and fees of each loan.")
            .under("19 CFR 351.505(c)");
    static final Field<Records> LOANS = Field.optional(
                    "loans",
                    LoanList.TYPE,
                    "The loans, one in a row: what is paid on them follows from their terms, unless events state it.")
            .under("19 CFR 351.505(c)");
    static final Field<Repayment> REPAYMENT = Field.optional(
            "repayment",
            FieldType.choice(Repayment.class),
            "How the loans of the list are repaid, where their rows do not say.");
    static final Field<InterestDue> INTEREST = Field.optional(
            "interest",
            FieldType.choice(InterestDue.class),
            "When interest is due on the loans of the list, where their rows do not say.");
    static final Field<Frequency> INSTALLMENTS = Field.optional(
            "installments",
            FieldType.choice(Frequency.class),
            "How often the loans of the list are repaid in part, where their rows do not say; as often as interest is"
                    + " due when left out.");
    public static final Field<Term> BASIS = Field.optional(
                    "basis",
                    FieldType.number(Unit.DAY).within(Domain.POSITIVE),
                    "The day-count basis: the days in a year of interest.")
            .orElse("365");
    static final Field<Zeroing> ZEROING = Field.optional(
                    "zeroing",
                    FieldType.choice(Zeroing.class),
                    "What does not offset other benefits: a loan above its benchmark, a payment above it, or none.")
            .orElse("loan");
    static final Field<InterestBy> INTEREST_BY = Field.optional(
                    "interest-by",
                    FieldType.choice(InterestBy.class),
                    "Which interest belongs to the period: each payment due in it, against the days that"
                            + " the payment covers, or, on both sides, what accrues on the period's own days.")
            .orElse("payment")
            .under("19 CFR 351.505(c)(1)");

    static final FieldSet FIELDS = FieldSet.of("loans", LOANS, REPAYMENT, INTEREST, INSTALLMENTS, EVENTS)
            .and(LoanBenchmark.FIELDS)
            .and(FieldSet.of("interest", BASIS, INTEREST_BY, ZEROING));

    /** The level at which negative differences are zeroed. */
    enum Zeroing {
        LOAN("loan"),
        PAYMENT("payment"),
        NONE("none");

        private final String label;

        Zeroing(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** The rule for which interest belongs to the period. */
    enum InterestBy {
        PAYMENT("payment"),
        DAY("day");

        private final String label;

        InterestBy(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    @Override
    public String name() {
        return "loan";
    }

    @Override
    public FieldSet fields() {
        return FIELDS;
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Optional<BenefitKind> kind() {
        return Optional.of(BenefitKind.LOAN);
    }

    @Override
    public boolean bearsInterest(Facts use, String loan, LocalDate after) {
        return WrittenBalance.isOwedAfter(use, loan, after);
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        return new LoanComparison(facts, context, Optional.empty()).benefit();
    }
}
