package org.advalorem.facts;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people write it: {@code 12.5 million CNY}, {@code 10.54%}, {@code 62 USD/t}, {@code 12 years}.
 *
 * @param number the number multiplied by its scale word, but not divided by 100 for a percent sign
 * @param percent whether it was followed by a percent sign or the word {@code percent}
 * @param unit the rest; empty if there is none
 */
public record WrittenNumber(BigDecimal number, boolean percent, String unit) {
    private static final Pattern FORM = Pattern.compile(
            "([+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(thousand|million|billion|trillion)?\\s*(%|percent\\b)?\\s*(.*)");
    private static final Map<String, Integer> SCALES =
            Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12);
    private static final Pattern ENDLESS = Pattern.compile("([eE][+-]?)0*\\d{4,}$");
    private static final int LONGEST = 400;

    /** The number parsed from its written form; empty if the text does not begin with a decimal number. */
    public static Optional<WrittenNumber> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(4);
        // what follows a number directly is a digit group, a decimal comma or a second point, not a unit
        if (!unit.isEmpty() && (Character.isDigit(unit.charAt(0)) || ",._'".indexOf(unit.charAt(0)) >= 0)) {
            return Optional.empty();
        }
        // an exponent of four digits is beyond any size just as one of three is, and cheaper to write out
        BigDecimal number = new BigDecimal(ENDLESS.matcher(matcher.group(1)).replaceFirst("$1999"));
        String scale = matcher.group(2);
        if (scale != null) {
            number = number.scaleByPowerOfTen(SCALES.getOrDefault(scale, 0));
        }
        return Optional.of(new WrittenNumber(number, matcher.group(3) != null, unit));
    }

    /** What it stands for: a percentage as a fraction. */
    public BigDecimal value() {
        return percent ? number.movePointLeft(2) : number;
    }

    /** Whether its absolute value is plausible: 1e-18 to 1e18, or zero. */
    public boolean hasSize() {
        return Domain.hasSize(value());
    }

    /** What is wrong with a number that has no plausible size, as it follows "is". */
    public String beyondSize() {
        return "too " + (number.abs().compareTo(BigDecimal.ONE) > 0 ? "large" : "small") + " for a quantity";
    }

    /**
     * Advice on what to write instead of this bare number where a rate is expected: it may be meant in percent or as a
     * fraction.
     */
    public String adviceForRate() {
        String bare = number.toPlainString();
        String percent = number.scaleByPowerOfTen(2).stripTrailingZeros().toPlainString();
        return "Write " + bare + "% or, if " + bare + " is a fraction, " + percent + "%.";
    }
}
