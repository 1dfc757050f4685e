package org.advalorem.facts;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;

/**
 * The numbers that a field accepts.
 *
 * @param min the least number, if any
 * @param open whether the least number itself is excluded
 * @param max the greatest number, if any
 */
public record Domain(Optional<BigDecimal> min, boolean open, Optional<BigDecimal> max) {
    /** Every number. */
    public static final Domain ANY = new Domain(Optional.empty(), false, Optional.empty());

    /** Zero or more. */
    public static final Domain NOT_NEGATIVE = new Domain(Optional.of(BigDecimal.ZERO), false, Optional.empty());

    /** More than zero. */
    public static final Domain POSITIVE = new Domain(Optional.of(BigDecimal.ZERO), true, Optional.empty());

    /** Numbers from 0 to 1, written 0% to 100%. */
    public static final Domain SHARE = new Domain(Optional.of(BigDecimal.ZERO), false, Optional.of(BigDecimal.ONE));

    /**
     * Rates of interest, growth or markup: more than -99 percent, because one plus the rate is a divisor and the base
     * of powers.
     */
    public static final Domain RATE = new Domain(Optional.of(new BigDecimal("-0.99")), true, Optional.empty());

    /** Terms in years: from 0 to 100. */
    public static final Domain TERM =
            new Domain(Optional.of(BigDecimal.ZERO), false, Optional.of(new BigDecimal("100")));

    /** The largest absolute value of any number in a scenario. */
    static final BigDecimal LARGEST = new BigDecimal("1e18");

    /** The smallest absolute value of any number other than zero. */
    static final BigDecimal SMALLEST = new BigDecimal("1e-18");

    /** Whether a number has a plausible absolute value: 1e-18 to 1e18, or zero. */
    static boolean hasSize(BigDecimal number) {
        return number.signum() == 0
                || (number.abs().compareTo(LARGEST) <= 0 && number.abs().compareTo(SMALLEST) >= 0);
    }

    /** Whether the domain accepts a number. */
    public boolean accepts(BigDecimal number) {
        boolean enough =
                min.map(bound -> number.compareTo(bound) > (open ? 0 : -1)).orElse(true);
        return enough && max.map(bound -> number.compareTo(bound) <= 0).orElse(true);
    }

    /** The bounds as doubles, for columns of numbers. */
    Bounds bounds() {
        return new Bounds(
                min.map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY),
                open,
                max.map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY));
    }

    /** A domain as doubles. */
    record Bounds(double min, boolean open, double max) {
        boolean accept(double number) {
            return (open ? number > min : number >= min) && number <= max;
        }
    }

    /**
     * Requires a number to stay in the domain wherever it is computed.
     *
     * @param builder the calculation in which it is required
     * @param term the number
     * @param message what is wrong if it does not hold
     * @param about the address of what the message is about
     */
    void require(CalculationBuilder builder, Term term, String message, String about) {
        min.ifPresent(bound -> {
            Term limit = builder.literal(bound, term.unit());
            builder.require(open ? limit.less(term) : limit.atMost(term), message, about);
        });
        max.ifPresent(bound -> builder.require(term.atMost(builder.literal(bound, term.unit())), message, about));
    }

    /**
     * The domain in words, as it follows "must be".
     *
     * @param percent whether numbers are written in percent, as for rates
     */
    String inWords(boolean percent) {
        return percent
                ? words(bound -> bound.scaleByPowerOfTen(2).stripTrailingZeros().toPlainString() + "%")
                : toString();
    }

    /** The domain in words, as it follows "must be"; numbers in the internal unit, rates as fractions. */
    @Override
    public String toString() {
        return words(BigDecimal::toPlainString);
    }

    private String words(Function<BigDecimal, String> written) {
        String low = min.map(bound -> (open ? "more than " : "at least ") + written.apply(bound))
                .orElse("");
        String high = max.map(bound -> "at most " + written.apply(bound)).orElse("");
        return low.isEmpty() || high.isEmpty() ? low + high : low + " and " + high;
    }
}
