package org.advalorem.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers along an axis.
 *
 * @param step from one to the next
 */
record Ticks(List<BigDecimal> values, BigDecimal step) {
    /** Few enough that 0.12 is 0.12 and the last tick is not lost. */
    private static final MathContext DIGITS = new MathContext(12);

    private static final List<BigDecimal> STEPS =
            List.of(BigDecimal.ONE, new BigDecimal("2"), new BigDecimal("5"), BigDecimal.TEN);

    /** At most that many ticks from {@code low} to {@code high}, both included. */
    static Ticks of(double low, double high, int most) {
        BigDecimal from = new BigDecimal(low, DIGITS);
        BigDecimal to = new BigDecimal(high, DIGITS);
        BigDecimal min = to.subtract(from).divide(BigDecimal.valueOf(Math.max(1, most)), DIGITS);
        for (int power = min.precision() - min.scale() - 1; ; power++) {
            for (BigDecimal factor : STEPS) {
                BigDecimal step = factor.scaleByPowerOfTen(power);
                if (step.compareTo(min) >= 0) {
                    List<BigDecimal> values = between(from, to, step);
                    if (values.size() <= Math.max(2, most)) {
                        return new Ticks(values, step);
                    }
                }
            }
        }
    }

    private static List<BigDecimal> between(BigDecimal from, BigDecimal to, BigDecimal step) {
        List<BigDecimal> values = new ArrayList<>();
        BigDecimal value = from.divide(step, 0, RoundingMode.CEILING).multiply(step);
        while (value.compareTo(to) <= 0) {
            values.add(value);
            value = value.add(step);
        }
        return values;
    }
}
