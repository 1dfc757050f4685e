package org.advalorem.facts;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The numbers a field accepts.
 *
 * @param least the least, if any
 * @param open whether the least itself is excluded
 * @param most the most, if any
 */
public record Domain(Optional<BigDecimal> least, boolean open, Optional<BigDecimal> most) {
    /** Every number. */
    public static final Domain ANY = new Domain(Optional.empty(), false, Optional.empty());

    /** Zero or more. */
    public static final Domain NOT_NEGATIVE = new Domain(Optional.of(BigDecimal.ZERO), false, Optional.empty());

    /** More than zero. */
    public static final Domain POSITIVE = new Domain(Optional.of(BigDecimal.ZERO), true, Optional.empty());

    /** From 0 to 1, written 0% to 100%. */
    public static final Domain SHARE = new Domain(Optional.of(BigDecimal.ZERO), false, Optional.of(BigDecimal.ONE));

    /** Whether the number is accepted. */
    public boolean accepts(BigDecimal number) {
        boolean enough =
                least.map(bound -> number.compareTo(bound) > (open ? 0 : -1)).orElse(true);
        return enough && most.map(bound -> number.compareTo(bound) <= 0).orElse(true);
    }

    /** In words, behind "must be"; numbers in the unit inside, fractions for rates. */
    @Override
    public String toString() {
        String low = least.map(bound -> (open ? "more than " : "at least ") + bound.toPlainString())
                .orElse("");
        String high = most.map(bound -> "at most " + bound.toPlainString()).orElse("");
        return low.isEmpty() || high.isEmpty() ? low + high : low + " and " + high;
    }
}
