package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A round value that the values with a certain result approach without including it: 1 percent, where a rate is de minimis
 * below 1 percent.
 *
 * @param value as written after {@code --set}
 * @param number the number it stands for
 */
public record Limit(String value, double number) {
    /** The significant digits to which the search for a border is exact, error in the results included. */
    private static final int ERROR_DIGITS = 12;
    /** The most significant digits of a number that counts as round. */
    private static final int ROUND_DIGITS = 10;

    /** A value in words: {@code 4%}, or {@code above 4%} if every value just above the limit serves. */
    static String words(String value, double number, Optional<Limit> limit) {
        return limit.map(of -> (of.number < number ? "above " : "below ") + of.value)
                .orElse(value);
    }

    /**
     * Round numbers that differ from a number found by no more than the error of its search, shortest first.
     *
     * @param found the number nearest to the border that has the result
     */
    static List<BigDecimal> candidates(BigDecimal found) {
        BigDecimal error = found.abs().movePointLeft(ERROR_DIGITS);
        return IntStream.rangeClosed(1, ROUND_DIGITS)
                .mapToObj(digits -> found.round(new MathContext(digits, RoundingMode.HALF_EVEN)))
                .filter(number -> number.subtract(found).abs().compareTo(error) <= 0)
                .distinct()
                .toList();
    }
}
