package org.advalorem.rules.loans;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.BenefitContext;

/**
 * The benefit of a long-term loan from the difference in interest in each year: 19 CFR 351.505(c)(2), 2025 text.
 *
 * <p>{@code balance of the comparable loan * its rate - interest and fees paid}, not below zero. The comparable loan
 * has the balance of its own schedule if one is stated, otherwise that of the government loan; the regulation does not
 * choose.
 */
final class YearlyInterest {
    private final LoanSchedules schedules;
    private final BenefitContext context;

    YearlyInterest(LoanSchedules schedules, BenefitContext context) {
        this.schedules = schedules;
        this.context = context;
    }

    /**
     * The benefit of the year being computed.
     *
     * @param rate the rate of the comparable loan
     */
    Term ofYear(Term rate) {
        Term nothing = context.builder().literal(0, schedules.currency());
        Map<Integer, Term> balances = schedules.comparableBalances();
        Map<Integer, Term> paid = schedules.governmentInterest();
        List<List<Outline.Cell>> rows = new ArrayList<>();
        balances.forEach((year, balance) -> {
            Term interest = paid.getOrDefault(year, nothing);
            rows.add(List.of(
                    Outline.words(context.period().name(year)),
                    Outline.quantity(balance),
                    Outline.quantity(balance.times(rate)),
                    Outline.quantity(interest),
                    Outline.quantity(difference(balance, rate, interest))));
        });
        context.outline()
                .sheet(
                        "Interest on the comparable loan and on the government's",
                        List.of(
                                SheetColumn.keyDate("year"),
                                SheetColumn.of("balance compared", Quality.MONEY),
                                SheetColumn.of("comparable interest", Quality.MONEY, "balance compared"),
                                SheetColumn.of("interest and fees paid", Quality.MONEY),
                                SheetColumn.of(
                                        "difference", Quality.MONEY, "comparable interest", "interest and fees paid")),
                        rows,
                        authority());
        Term balance = balances.getOrDefault(context.year(), nothing);
        Term above = balance.times(rate).less(paid.getOrDefault(context.year(), nothing));
        Assumption.LOAN_ZEROING.note(context.outline(), above);
        return context.outline()
                .line(
                        "Interest difference in " + context.yearName() + ", not below zero",
                        difference(balance, rate, paid.getOrDefault(context.year(), nothing)),
                        Authority.law("19 CFR 351.505(c)(2)"));
    }

    private static Term difference(Term balance, Term rate, Term paid) {
        return balance.times(rate).minus(paid).positivePart();
    }

    private Authority authority() {
        return schedules.comparableHasSchedule()
                ? Authority.law("19 CFR 351.505(c)(2)")
                : Assumption.OWN_BALANCE.under("19 CFR 351.505(c)(2)");
    }
}
