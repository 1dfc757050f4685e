package org.advalorem.rules;

import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/**
 * The schedule that spreads an amount y over n years with the interest on what is not yet spread: 19 CFR 351.524(d)(1),
 * and the same in 351.505(c)(3).
 *
 * <p>{@code A_k = (y/n + (y - (y/n)(k - 1)) d) / (1 + d)} for k = 1 ... n, else nothing. Discounted at d to the first year
 * the slices are worth y; the last slice is y/n; with d = 0 all slices are.
 */
final class DecliningBalance {
    private final Term amount;
    private final int years;
    private final Term discountRate;
    private final CalculationBuilder builder;

    /**
     * The schedule of an amount.
     *
     * @param amount y
     * @param years n, at least 1
     * @param discountRate d, a fraction a year
     */
    DecliningBalance(Term amount, int years, Term discountRate, CalculationBuilder builder) {
        this.amount = amount;
        this.years = years;
        this.discountRate = discountRate;
        this.builder = builder;
    }

    /** The slice of year k, counted from 1 in the first year. */
    Term slice(int k) {
        if (k < 1 || k > years) {
            return builder.literal(0, amount.unit());
        }
        Term yearly = amount.dividedBy(builder.literal(years, Unit.FRACTION));
        Term remaining = amount.minus(yearly.times(builder.literal(k - 1L, Unit.FRACTION)));
        return yearly.plus(remaining.times(discountRate))
                .dividedBy(builder.fraction("1").plus(discountRate));
    }
}
