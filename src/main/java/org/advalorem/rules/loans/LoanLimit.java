package org.advalorem.rules.loans;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.BenefitContext;

/**
 * The cap on a long-term loan's benefits over the years, its principal: 19 CFR 351.505(c)(2) and (c)(4).
 *
 * <p>{@code sum over years t of benefit of t / (1 + d)^(t - t0) <= principal}, where t0 is the year of receipt and d
 * the benchmark of the year in which the terms were set. Benefits of earlier years are calculated from the same events;
 * the period's benefit is capped at what they leave: {@code (principal - their worth) (1 + d)^(period - t0)}, not below
 * zero.
 */
final class LoanLimit {
    private final BenefitContext context;
    private final CalculationBuilder builder;
    private final List<List<Outline.Cell>> years = new ArrayList<>();
    private final List<List<Outline.Cell>> rows = new ArrayList<>();
    private final List<Term> limits = new ArrayList<>();

    LoanLimit(BenefitContext context) {
        this.context = context;
        this.builder = context.builder();
    }

    /**
     * The amounts of the period to the extent that they count, in the order given.
     *
     * @param amounts the amounts of the period, in the loan's currency
     * @param earlier the benefit of each year before the period, beginning with the year of receipt
     * @param discount d, an annual rate as a fraction
     */
    List<Term> counted(LoanAccount loan, List<Term> amounts, List<Term> earlier, Term discount) {
        int receipt = context.yearOf(loan.terms().taken());
        Term principal = loan.principal(context.end(), builder);
        Term growth = builder.fraction("1").plus(discount);
        List<Term> worth = new ArrayList<>();
        for (int t = 0; t < earlier.size(); t++) {
            Term benefit = earlier.get(t);
            worth.add(t == 0 ? benefit : benefit.dividedBy(growth.power(number(t))));
            years.add(List.of(
                    Outline.words(loan.name()),
                    Outline.words(Integer.toString(receipt + t)),
                    Outline.quantity(benefit),
                    Outline.quantity(number(t)),
                    Outline.quantity(worth.get(t))));
        }
        Term left = earlier.isEmpty()
                ? principal
                : principal.minus(builder.sum(worth)).positivePart().times(growth.power(number(earlier.size())));
        rows.add(List.of(
                Outline.words(loan.name()),
                Outline.quantity(principal),
                Outline.quantity(builder.sum(worth, principal.unit())),
                Outline.quantity(number(earlier.size())),
                Outline.quantity(left),
                Outline.quantity(builder.sum(amounts))));
        limits.add(left.less(builder.sum(amounts)));
        List<Term> counted = new ArrayList<>();
        Term rest = left;
        for (Term amount : amounts) {
            Term taken = amount.smaller(rest);
            counted.add(taken);
            rest = rest.minus(taken);
        }
        return counted;
    }

    private Term number(int years) {
        return builder.literal(years, Unit.FRACTION);
    }

    /** Writes each loan's earlier benefits, and what the cap leaves. */
    void write() {
        Authority authority = Assumption.LOAN_LIMIT.under("19 CFR 351.505(c)(2), (c)(4)");
        if (!years.isEmpty()) {
            context.outline()
                    .sheet(
                            "Benefits of earlier years",
                            List.of(
                                    SheetColumn.key("loan"),
                                    SheetColumn.keyDate("year"),
                                    SheetColumn.of("benefit", Quality.MONEY),
                                    SheetColumn.of("years since receipt", Quality.COUNT),
                                    SheetColumn.of("present value", Quality.MONEY, "benefit", "years since receipt")),
                            years,
                            authority,
                            builder.any(limits));
        }
        if (!rows.isEmpty()) {
            context.outline()
                    .sheet(
                            "Benefits limited to the principal",
                            List.of(
                                    SheetColumn.key("loan"),
                                    SheetColumn.of("principal", Quality.MONEY),
                                    SheetColumn.of("present value of earlier years", Quality.MONEY),
                                    SheetColumn.of("years since receipt", Quality.COUNT),
                                    SheetColumn.of(
                                            "remaining for the period",
                                            Quality.MONEY,
                                            "principal",
                                            "present value of earlier years",
                                            "years since receipt"),
                                    SheetColumn.of("before the limit", Quality.MONEY)),
                            rows,
                            authority,
                            builder.any(limits));
        }
    }
}
