package org.advalorem.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.calculation.LegalDecimals;

/** How numbers are written in findings and charts, with the minus sign that printers use. */
public final class NumberText {
    private static final Pattern WRITTEN =
            Pattern.compile("((?:above |below )?(?:times |plus )?)([+-]?\\d+(?:\\.\\d+)?)(%| [^\\d].*|)");
    private static final MathContext DIGITS = new MathContext(6);
    private static final BigDecimal MOST_YEAR = new BigDecimal(10_000);

    private NumberText() {}

    /** A fraction in percent, with two decimals as rates are published: {@code 17.14%}. */
    public static String percent(double value) {
        return minus(Figure.PUBLISHED.text(value));
    }

    /** A difference of fractions in percentage points, with its sign: {@code +1.20}. */
    public static String points(double value) {
        String text = Figure.PUBLISHED.text(value).replace("%", "");
        return value > 0 && !text.matches("[0.,]*") ? "+" + text : minus(text);
    }

    /** A size in percentage points, without a sign. */
    public static String size(double value) {
        return points(value).replace("+", "");
    }

    /** A number as it is, with thousands separators. */
    public static String plain(double value) {
        return minus(Figure.QUANTITY.text(value));
    }

    /** An estimate of a fraction, in percent with one decimal: {@code 28.0%}. */
    public static String share(double value) {
        return grouped(LegalDecimals.decimal(value).movePointRight(2), 1) + "%";
    }

    /** A number of standard deviations. */
    public static String deviations(double value) {
        return grouped(LegalDecimals.decimal(value), 2);
    }

    /** The noun with its number, such as {@code 1 input}, {@code 2 inputs}. */
    public static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    /** The noun with its number, where the plural is not made with an s. */
    public static String count(long number, String one, String many) {
        return plain((double) number) + " " + (number == 1 ? one : many);
    }

    /**
     * A value as written after {@code --set}, made readable: rounded to six digits, with thousands separators unless it may
     * be a year. Words and dates stay as they are.
     */
    public static String written(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal(matcher.group(2)).round(DIGITS).stripTrailingZeros();
        boolean bare = matcher.group(3).isEmpty() && number.abs().compareTo(MOST_YEAR) < 0;
        String digits = bare ? minus(number.toPlainString()) : grouped(number, Math.max(0, number.scale()));
        return matcher.group(1) + digits + matcher.group(3);
    }

    /** The number with that many decimals and thousands separators. */
    public static String grouped(BigDecimal value, int places) {
        return minus(Figure.grouped(value.setScale(places, RoundingMode.HALF_UP)));
    }

    /** With the minus sign that printers use, and none before zero. */
    private static String minus(String text) {
        return !text.startsWith("-")
                ? text
                : text.matches("-[0.,]*%?") ? text.substring(1) : "\u2212" + text.substring(1);
    }
}
