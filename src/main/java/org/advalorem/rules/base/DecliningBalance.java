package org.advalorem.rules.base;

import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/**
 * The schedule that allocates an amount y over n years, with interest on the unallocated balance: 19 CFR 351.524(d)(1),
 * and likewise 351.505(c)(3).
 *
 * <p>{@code A_k = (y/n + (y - (y/n)(k - 1)) d) / (1 + d)} for k = 1 ... n, otherwise zero. Discounted at d to the first
 * year, the slices are worth y; the last slice is y/n, and with d = 0 every slice is.
 */
public final class DecliningBalance {
    private final Term amount;
    private final int years;
    private final Term discountRate;
    private final CalculationBuilder builder;

    /**
     * The schedule of an amount.
     *
     * @param amount y
     * @param years n, at least 1
     * @param discountRate d, an annual rate as a fraction
     */
    public DecliningBalance(Term amount, int years, Term discountRate, CalculationBuilder builder) {
        this.amount = amount;
        this.years = years;
        this.discountRate = discountRate;
        this.builder = builder;
    }

    /** The slice of year k; the first year is 1. */
    public Term slice(int k) {
        if (k < 1 || k > years) {
            return builder.literal(0, amount.unit());
        }
        Term yearly = amount.dividedBy(builder.literal(years, Unit.FRACTION));
        Term remaining = amount.minus(yearly.times(builder.literal(k - 1L, Unit.FRACTION)));
        return yearly.plus(remaining.times(discountRate))
                .dividedBy(builder.fraction("1").plus(discountRate));
    }
}
