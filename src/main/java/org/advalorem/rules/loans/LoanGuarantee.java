package org.advalorem.rules.loans;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.ProgramType;

/**
 * Guarantees of loans by the government: 19 CFR 351.506.
 *
 * <p>{@code balance * (rate without the guarantee + the comparable loan's guarantee fee) - interest, fees and guarantee
 * fee paid on the guaranteed loan}, loan by loan as for a {@link Loan}. The benchmark is the rate at which the firm could
 * borrow without the government's guarantee. A guaranteed loan is not the government's: that nothing is paid on it does
 * not make it a grant.
 */
public final class LoanGuarantee implements ProgramType {
    static final Field<Term> FEE = Field.optional(
                    "guarantee-fee",
                    FieldType.rate().within(Domain.NOT_NEGATIVE),
                    "The yearly fee for the government's guarantee, in percent of the balance, where it is not among the"
                            + " fees stated as events.")
            .under("19 CFR 351.506(a)(1)");
    static final Field<Term> COMPARABLE_FEE = Field.optional(
                    "comparable-guarantee-fee",
                    FieldType.rate().within(Domain.NOT_NEGATIVE),
                    "The yearly fee for a commercial guarantee of the comparable loan, in percent of the balance, if it has"
                            + " one.")
            .under("19 CFR 351.506(a)(1)");
    static final Field<Boolean> SHAREHOLDER_PRACTICE = Field.optional(
                    "shareholder-practice",
                    FieldType.flag(),
                    "Whether the government guarantees as owner of the firm, and shareholders in the country normally give"
                            + " such guarantees on comparable terms: a finding; there is then no benefit.")
            .orElse("no")
            .under("19 CFR 351.506(a)(2)");

    @Override
    public String name() {
        return "loan-guarantee";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("guaranteed loans", FEE, COMPARABLE_FEE, SHAREHOLDER_PRACTICE)
                .and(Loan.FIELDS);
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
        refuseNonpayment(facts);
        if (facts.get(SHAREHOLDER_PRACTICE)) {
            context.outline()
                    .note(
                            "The government guarantees as owner, as shareholders in the country normally do: no benefit.",
                            Authority.law("19 CFR 351.506(a)(2)"));
            return Benefit.inPeriod(context.builder().literal(0, context.currency()));
        }
        Optional<Term> fee = facts.optional(FEE);
        Optional<Term> comparable = facts.optional(COMPARABLE_FEE);
        Authority authority = Assumption.GUARANTEE_FEES.under("19 CFR 351.506(a)(1)");
        fee.ifPresent(rate -> context.outline().line("Guarantee fee, a year", rate, authority));
        comparable.ifPresent(
                rate -> context.outline().line("Guarantee fee of the comparable loan, a year", rate, authority));
        return new LoanComparison(facts, context, Optional.of(new Fees(fee, comparable))).benefit();
    }

    /**
     * Yearly fees of the guaranteed loan and of the comparable loan, as fractions of the balance.
     *
     * @param paid the fee for the government's guarantee
     */
    record Fees(Optional<Term> paid, Optional<Term> comparable) {}

    /** Refuses findings on unpaid and contingent loans, which concern loans of the government. */
    private static void refuseNonpayment(Facts facts) {
        boolean usable = true;
        for (Field<Records> field : List.of(Loan.LOANS, Loan.EVENTS)) {
            Optional<Records> rows = facts.optional(field);
            if (rows.isPresent()) {
                usable &= statesNoNonpayment(rows.get());
            }
        }
        if (!usable) {
            throw new UnusableFactsException();
        }
    }

    private static boolean statesNoNonpayment(Records rows) {
        boolean usable = true;
        for (int row = 0; row < rows.rows(); row++) {
            for (Column column : List.of(LoanTerms.NONPAYMENT, LoanTerms.NOT_VIABLE_SINCE, LoanTerms.MET_SINCE)) {
                boolean blank = column.equals(LoanTerms.NONPAYMENT)
                        ? rows.word(row, column).isEmpty()
                        : rows.isBlank(row, column);
                if (!blank) {
                    rows.context()
                            .problems()
                            .add(
                                    Problem.Code.AV401,
                                    rows.origin(row),
                                    "The loan (" + rows.word(row, LoanTerms.LOAN) + ") has a value in the column "
                                            + column.name() + ", but is guaranteed, not made, by the government.",
                                    "Leave the column out. What the government pays for the firm under its guarantee is"
                                            + " debt forgiveness.");
                    usable = false;
                }
            }
        }
        return usable;
    }
}
