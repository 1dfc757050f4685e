package org.advalorem.rules.loans;

import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/**
 * The level payment of principal and interest by which a loan is repaid: {@code payment = principal * i / (1 - (1 +
 * i)^-n)}, where {@code i = rate * months of an interval / 12}.
 *
 * @param count n, the number of payments
 * @param interval i, the rate of an interval
 */
record Annuity(Term principal, int count, Term interval, Term payment) {
    private static final int MONTHS_IN_YEAR = 12;

    /**
     * The annuity of a loan.
     *
     * @param count the number of payments, at least one
     * @param rate the yearly rate of interest, more than zero
     */
    static Annuity of(Term principal, int count, Frequency often, Term rate, CalculationBuilder builder) {
        Term one = builder.fraction("1");
        Term interval = rate.times(builder.literal(often.months(), Unit.FRACTION))
                .dividedBy(builder.literal(MONTHS_IN_YEAR, Unit.FRACTION));
        Term worth = one.minus(one.plus(interval).power(builder.literal(-count, Unit.FRACTION)));
        return new Annuity(principal, count, interval, principal.times(interval).dividedBy(worth));
    }
}
