package org.advalorem.facts;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;

/**
 * The numbers a field accepts.
 *
 * @param min the least, if any
 * @param open whether the least itself is excluded
 * @param max the most, if any
 */
public record Domain(Optional<BigDecimal> min, boolean open, Optional<BigDecimal> max) {
    /** Every number. */
    public static final Domain ANY = new Domain(Optional.empty(), false, Optional.empty());

    /** Zero or more. */
    public static final Domain NOT_NEGATIVE = new Domain(Optional.of(BigDecimal.ZERO), false, Optional.empty());

    /** More than zero. */
    public static final Domain POSITIVE = new Domain(Optional.of(BigDecimal.ZERO), true, Optional.empty());

    /** From 0 to 1, written 0% to 100%. */
    public static final Domain SHARE = new Domain(Optional.of(BigDecimal.ZERO), false, Optional.of(BigDecimal.ONE));

    /**
     * Rates of interest, of growth, of a markup: more than -99 percent. One plus the rate is a divisor and the base of
     * powers.
     */
    public static final Domain RATE = new Domain(Optional.of(new BigDecimal("-0.99")), true, Optional.empty());

    /** Terms in years: to 100. */
    public static final Domain TERM =
            new Domain(Optional.of(BigDecimal.ZERO), false, Optional.of(new BigDecimal("100")));

    /** The largest size of any number of a scenario. */
    static final BigDecimal LARGEST = new BigDecimal("1e18");

    /** The smallest size of one that is not zero. */
    static final BigDecimal SMALLEST = new BigDecimal("1e-18");

    /** Whether a number has a size that some quantity can have: 1e-18 to 1e18, or zero. */
    static boolean hasSize(BigDecimal number) {
        return number.signum() == 0
                || (number.abs().compareTo(LARGEST) <= 0 && number.abs().compareTo(SMALLEST) >= 0);
    }

    /** Whether the number is accepted. */
    public boolean accepts(BigDecimal number) {
        boolean enough =
                min.map(bound -> number.compareTo(bound) > (open ? 0 : -1)).orElse(true);
        return enough && max.map(bound -> number.compareTo(bound) <= 0).orElse(true);
    }

    /** The bounds as doubles, for columns of them. */
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

    /** Requires the number to stay in the domain wherever it is computed. */
    void require(CalculationBuilder builder, Term term, String message, String about) {
        min.ifPresent(bound -> {
            Term limit = builder.literal(bound, term.unit());
            builder.require(open ? limit.less(term) : limit.atMost(term), message, about);
        });
        max.ifPresent(bound -> builder.require(term.atMost(builder.literal(bound, term.unit())), message, about));
    }

    /** In words, behind "must be", numbers of rates in percent. */
    String inWords(boolean percent) {
        return percent
                ? words(bound -> bound.scaleByPowerOfTen(2).stripTrailingZeros().toPlainString() + "%")
                : toString();
    }

    /** In words, behind "must be"; numbers in the unit inside, fractions for rates. */
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
