package org.advalorem.scenario;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.facts.WrittenNumber;

/** Scaling of, and addition to, quantities as they are written. */
final class Quantities {
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)(.*)", Pattern.DOTALL);

    private Quantities() {}

    /** The reason why a change cannot be made, and what to write instead. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String advice;

        Refused(String message, String advice) {
            super(message, null, false, false);
            this.advice = advice;
        }

        String message() {
            return String.valueOf(getMessage());
        }

        String advice() {
            return advice;
        }
    }

    /** The quantity times the factor, keeping the scale word and unit as written. */
    static String scaled(String text, BigDecimal factor) throws Refused {
        Matcher matcher = NUMBER.matcher(text.strip());
        if (!matcher.matches() || WrittenNumber.parse(text).isEmpty()) {
            throw notANumber(text);
        }
        return plain(new BigDecimal(matcher.group(1)).multiply(factor)) + matcher.group(2);
    }

    /** The sum of the quantity and the amount; an amount without a unit takes the unit of the quantity. */
    static String added(String text, WrittenNumber amount) throws Refused {
        WrittenNumber old = WrittenNumber.parse(text).orElseThrow(() -> notANumber(text));
        boolean zero = old.number().signum() == 0 && old.unit().isEmpty();
        if (amount.percent() && !old.percent() && !zero) {
            throw new Refused(
                    "A percentage cannot be added to (" + text + ").",
                    "Write times "
                            + plain(amount.number().scaleByPowerOfTen(-2).add(BigDecimal.ONE)) + " to raise it by "
                            + plain(amount.number()) + "%.");
        }
        if (old.percent() && !amount.percent()) {
            throw new Refused(
                    "(" + plain(amount.number()) + ") without a percent sign cannot be added to the rate (" + text
                            + ").",
                    "Write plus " + plain(amount.number()) + "% for percentage points.");
        }
        if (!amount.unit().isEmpty() && !amount.unit().equals(old.unit())) {
            throw new Refused(
                    "(" + amount.unit() + ") cannot be added to (" + text + ").", "Write both in the same unit.");
        }
        String sum = plain(old.number().add(amount.number()));
        return sum + (amount.percent() ? "%" : old.unit().isEmpty() ? "" : " " + old.unit());
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Refused notANumber(String text) {
        return new Refused(
                "(" + text + ") is not a quantity, and cannot be scaled or added to.", "Write the new value itself.");
    }
}
