package org.advalorem.report.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.report.Figure;

/** Numbers as they stand on a chart. */
final class NumberText {
    private static final int PERCENT = 2;
    private static final Pattern WRITTEN = Pattern.compile("(times |plus |)([+-]?\\d+(?:\\.\\d+)?)(%| [^\\d].*|)");
    private static final MathContext DIGITS = new MathContext(6);
    private static final BigDecimal MOST_YEAR = new BigDecimal(10_000);

    private NumberText() {}

    /** A number beside a bar or a mark: rates as published, with two decimals. */
    static String value(double value, Axis.Scale scale) {
        return minus(
                switch (scale) {
                    case PERCENT -> Figure.PUBLISHED.text(value);
                    case POINTS -> signed(Figure.PUBLISHED.text(value).replace("%", ""), value);
                    case PLAIN -> Figure.QUANTITY.text(value);
                });
    }

    /** An estimate: fractions with one decimal of a percent. */
    static String share(double value, Axis.Scale scale) {
        return scale == Axis.Scale.PERCENT
                ? minus(grouped(LegalDecimals.decimal(value).movePointRight(PERCENT), 1) + "%")
                : value(value, scale);
    }

    /**
     * A value as written behind {@code --set}, fit to be read: rounded to six digits, with thousands separators unless it
     * may be a year. Words and dates stay as they are.
     */
    static String written(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal(matcher.group(2)).round(DIGITS).stripTrailingZeros();
        boolean bare = matcher.group(3).isEmpty() && number.abs().compareTo(MOST_YEAR) < 0;
        String digits = bare ? number.toPlainString() : grouped(number, Math.max(0, number.scale()));
        return matcher.group(1) + minus(digits) + matcher.group(3);
    }

    /** A distance with its sign: fractions in percent with one decimal. */
    static String distance(double value, Axis.Scale scale) {
        String text = scale == Axis.Scale.PERCENT ? share(value, scale) : deviations(value);
        return value > 0 ? "+" + text : text;
    }

    /** A number of standard deviations. */
    static String deviations(double value) {
        return minus(grouped(LegalDecimals.decimal(value), 2));
    }

    /** A change of a rate in percentage points, with its sign. */
    static String change(double value) {
        return value(value, Axis.Scale.POINTS);
    }

    private static String signed(String text, double value) {
        return value > 0 && !text.matches("[0.,]*") ? "+" + text : text;
    }

    /** A number on the axis, with just the decimals that its step asks for. */
    static String tick(BigDecimal value, Ticks ticks, Axis.Scale scale) {
        return minus(
                switch (scale) {
                    case PERCENT -> grouped(value.movePointRight(PERCENT), ticks.places(PERCENT)) + "%";
                    case POINTS ->
                        (value.signum() > 0 ? "+" : "") + grouped(value.movePointRight(PERCENT), ticks.places(PERCENT));
                    case PLAIN -> grouped(value, ticks.places(0));
                });
    }

    private static String grouped(BigDecimal value, int places) {
        return Figure.grouped(value.setScale(places, RoundingMode.HALF_UP));
    }

    /** With the sign that printers use. */
    private static String minus(String text) {
        return text.startsWith("-")
                ? (text.matches("-[0.,]*%?") ? text.substring(1) : "\u2212" + text.substring(1))
                : text;
    }
}
