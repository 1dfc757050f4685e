package org.advalorem.rules.loans;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.DecliningBalance;

/**
 * The benefit of a long-term loan on a different repayment schedule, from the present value of the differences in
 * payments: 19 CFR 351.505(c)(3), 1998 and 2024 texts.
 *
 * <p>{@code y = sum over t of (comparable payment - government payment) / (1 + d)^(t - t0)}, where t0 is the year in
 * which repayment of the comparable loan begins and d is its rate; 0 <= y <= principal. The year is allocated its slice
 * of the {@link DecliningBalance} of y over the life of the loan, with t0 as the first year.
 */
final class SpreadPayments {
    private final LoanSchedules schedules;
    private final BenefitContext context;
    private final CalculationBuilder builder;

    SpreadPayments(LoanSchedules schedules, BenefitContext context) {
        this.schedules = schedules;
        this.context = context;
        this.builder = context.builder();
    }

    /**
     * The slice allocated to the year being computed.
     *
     * @param rate the rate of the comparable loan, d
     */
    Term slice(Term rate) {
        int life = schedules.life();
        int first = schedules.firstRepayment();
        Term capped = context.outline()
                .line(
                        "Benefit of the loan: not below zero, not above the principal",
                        presentValue(first, rate).positivePart().smaller(schedules.principal()),
                        Assumption.LOAN_SCHEDULE.under("19 CFR 351.505(c)(3)(iv)"));
        DecliningBalance balance = new DecliningBalance(capped, life, rate, builder);
        List<List<Outline.Cell>> schedule = new ArrayList<>();
        for (int k = 1; k <= life; k++) {
            int year = first + k - 1;
            schedule.add(List.of(
                    Outline.quantity(builder.literal(k - 1L, Unit.FRACTION)),
                    Outline.words(context.period().name(year)),
                    Outline.quantity(balance.slice(k))));
        }
        context.outline()
                .sheet(
                        "Benefit over the " + life + " years of the loan",
                        List.of(
                                SheetColumn.of("years since the first", Quality.COUNT),
                                SheetColumn.keyDate("year"),
                                SheetColumn.of("slice", Quality.MONEY, "years since the first")),
                        schedule,
                        Assumption.LOAN_SCHEDULE.under("19 CFR 351.505(c)(3)"));
        return balance.slice(context.year() - first + 1);
    }

    private Term presentValue(int first, Term rate) {
        Map<Integer, Term> comparable = schedules.comparablePayments(rate);
        Map<Integer, Term> government = schedules.governmentPayments();
        Term growth = builder.fraction("1").plus(rate);
        Term nothing = builder.literal(0, schedules.currency());
        TreeSet<Integer> years = new TreeSet<>(comparable.keySet());
        years.addAll(government.keySet());
        List<Term> values = new ArrayList<>();
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (int year : years) {
            Term paid = comparable.getOrDefault(year, nothing);
            Term paidToGovernment = government.getOrDefault(year, nothing);
            Term difference = paid.minus(paidToGovernment);
            Term value = year == first
                    ? difference
                    : difference.dividedBy(growth.power(builder.literal(year - (long) first, Unit.FRACTION)));
            values.add(value);
            rows.add(List.of(
                    Outline.words(context.period().name(year)),
                    Outline.quantity(builder.literal(year - (long) first, Unit.FRACTION)),
                    Outline.quantity(paid),
                    Outline.quantity(paidToGovernment),
                    Outline.quantity(difference),
                    Outline.quantity(value)));
        }
        context.outline()
                .sheet(
                        "Payments, and their differences discounted to "
                                + context.period().name(first),
                        List.of(
                                SheetColumn.keyDate("year"),
                                SheetColumn.of("years since the first", Quality.COUNT),
                                SheetColumn.of("comparable loan", Quality.MONEY),
                                SheetColumn.of("government's loan", Quality.MONEY),
                                SheetColumn.of("difference", Quality.MONEY, "comparable loan", "government's loan"),
                                SheetColumn.of("present value", Quality.MONEY, "difference", "years since the first")),
                        rows,
                        Assumption.LOAN_SCHEDULE.under("19 CFR 351.505(c)(3)(i)"));
        return builder.sum(values);
    }
}
