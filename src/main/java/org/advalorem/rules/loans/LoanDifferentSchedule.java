package org.advalorem.rules.loans;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.base.RegimeDifference;

/**
 * A long-term fixed-rate loan whose grace period, maturity or repayment profile differs from that of the comparable
 * loan.
 *
 * <p>Under the 1998 and 2024 texts, the differences of all payments are allocated over the life of the loan, 19 CFR
 * 351.505(c)(3): {@link SpreadPayments}. Under the 2025 text, each year's benefit is its difference of interest,
 * 351.505(c)(2): {@link YearlyInterest}. Principal by year on both loans, with the interest paid on the government
 * loan, is sufficient under all three texts; combined payments of principal and interest, only under the first two.
 */
public final class LoanDifferentSchedule implements ProgramType {
    static final Field<Term> PRINCIPAL =
            Field.required("principal", FieldType.amount().within(Domain.POSITIVE), "The principal of the loan.");
    static final Field<Integer> LIFE = Field.required("life", FieldType.years(), "The years in the life of the loan.")
            .under("19 CFR 351.505(c)(3)(ii)");
    static final Field<LocalDate> AGREED =
            Field.optional("agreed", FieldType.date(), "The day on which terms were set; needed with a lending table.");
    static final Field<Map<Integer, Term>> COMPARABLE = byYear(
            "comparable-payments",
            "Principal and interest that would be paid on the comparable loan, by year: texts of 1998 and 2024.");
    static final Field<Map<Integer, Term>> COMPARABLE_REPAYMENTS = byYear(
            "comparable-repayments",
            "Principal that would be repaid on the comparable loan at the end of each year; its interest follows from the"
                    + " benchmark. Under the text of 2025 the balance of the government's loan when left out.");
    static final Field<Map<Integer, Term>> GOVERNMENT = byYear(
            "government-payments",
            "Principal, interest and fees paid on the government's loan, by year: texts of 1998 and 2024.");
    static final Field<Map<Integer, Term>> GOVERNMENT_REPAYMENTS =
            byYear("government-repayments", "Principal repaid on the government's loan at the end of each year.");
    static final Field<Map<Integer, Term>> GOVERNMENT_INTEREST =
            byYear("government-interest", "Interest and fees paid on the government's loan, by year.");

    private static Field<Map<Integer, Term>> byYear(String name, String sentence) {
        return Field.optional(name, FieldType.byYear(FieldType.amount().within(Domain.NOT_NEGATIVE)), sentence);
    }

    @Override
    public String name() {
        return "loan-different-schedule";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                        "a loan repaid on another schedule",
                        PRINCIPAL,
                        LIFE,
                        AGREED,
                        COMPARABLE_REPAYMENTS,
                        GOVERNMENT_REPAYMENTS,
                        GOVERNMENT_INTEREST,
                        COMPARABLE,
                        GOVERNMENT)
                .and(LoanBenchmark.FIELDS);
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
    public Benefit benefit(Facts facts, BenefitContext context) {
        int life = facts.get(LIFE);
        boolean yearly = context.proceeding().follows(RegimeDifference.LONG_TERM_LOANS);
        LoanSchedules schedules = new LoanSchedules(facts, context);
        schedules.check(yearly);
        Term rate = rate(facts, schedules.currency(), context, life);
        return Benefit.inPeriod(
                yearly
                        ? new YearlyInterest(schedules, context).ofYear(rate)
                        : new SpreadPayments(schedules, context).slice(rate));
    }

    /**
     * The interest rate of the comparable loan.
     *
     * @param life the life of the loan in years
     */
    private static Term rate(Facts facts, Unit currency, BenefitContext context, int life) {
        LoanBenchmark benchmark = new LoanBenchmark(facts, context);
        Optional<LocalDate> agreed = facts.optional(AGREED);
        if (agreed.isEmpty() && (facts.has(LoanBenchmark.TABLE) || facts.has(Uncreditworthiness.FIELD))) {
            throw facts.problem(
                    Problem.Code.AV202,
                    "(agreed) is missing in (" + facts.address() + "): the rate depends on the year terms were set.",
                    "Write agreed: 2014-03-10.");
        }
        int year = agreed.map(LocalDate::getYear).orElse(context.year());
        Term rate = life > 1
                ? benchmark.longTerm(currency.toString(), year, year, life, false)
                : benchmark.shortTerm(currency.toString(), year, false);
        if (agreed.isPresent()) {
            benchmark.write();
        } else {
            context.outline().line("Rate of the comparable loan", rate, Authority.law("19 CFR 351.505(a)"));
        }
        return rate;
    }
}
