package org.advalorem.report.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.plot.Axis;
import org.advalorem.report.Figure;

/** How the numbers of a chart are written. */
enum NumberText implements Axis.Numbers {
    /** Fractions, in percent; rates as published, with two decimals: {@code 17.14%}. */
    PERCENT(2) {
        @Override
        public String value(double value) {
            return minus(Figure.PUBLISHED.text(value));
        }

        @Override
        public String tick(BigDecimal value, BigDecimal step) {
            return super.tick(value, step) + "%";
        }
    },
    /** Differences of fractions, in percentage points with a sign: {@code +1.20}. */
    POINTS(2) {
        @Override
        public String value(double value) {
            String text = Figure.PUBLISHED.text(value).replace("%", "");
            return value > 0 && !text.matches("[0.,]*") ? "+" + text : minus(text);
        }

        @Override
        public String tick(BigDecimal value, BigDecimal step) {
            return (value.signum() > 0 ? "+" : "") + super.tick(value, step);
        }

        @Override
        Axis axis(String label) {
            return super.axis(label + " (percentage points)");
        }
    },
    /** Numbers as they are, with thousands separators. */
    PLAIN(0) {
        @Override
        public String value(double value) {
            return minus(Figure.QUANTITY.text(value));
        }
    };

    private static final Pattern WRITTEN =
            Pattern.compile("((?:above |below )?(?:times |plus )?)([+-]?\\d+(?:\\.\\d+)?)(%| [^\\d].*|)");
    private static final MathContext DIGITS = new MathContext(6);
    private static final BigDecimal MOST_YEAR = new BigDecimal(10_000);

    private final int moved;

    /**
     * A way to write numbers.
     *
     * @param moved the places by which the point moves
     */
    NumberText(int moved) {
        this.moved = moved;
    }

    @Override
    public String tick(BigDecimal value, BigDecimal step) {
        return grouped(
                value.movePointRight(moved),
                Math.max(0, step.stripTrailingZeros().scale() - moved));
    }

    /** An axis of such numbers; the label gets the unit where they do not carry it. */
    Axis axis(String label) {
        return new Axis(label, this);
    }

    /** An estimate of a fraction, in percent with one decimal: {@code 28.0%}. */
    static String share(double value) {
        return grouped(LegalDecimals.decimal(value).movePointRight(2), 1) + "%";
    }

    /** A number of standard deviations. */
    static String deviations(double value) {
        return grouped(LegalDecimals.decimal(value), 2);
    }

    /** A change of a rate in percentage points, with its sign. */
    static String change(double value) {
        return POINTS.value(value);
    }

    /**
     * A value as written after {@code --set}, made readable: rounded to six digits, with thousands separators unless it may
     * be a year. Words and dates stay as they are.
     */
    static String written(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal(matcher.group(2)).round(DIGITS).stripTrailingZeros();
        boolean bare = matcher.group(3).isEmpty() && number.abs().compareTo(MOST_YEAR) < 0;
        String digits = bare ? minus(number.toPlainString()) : grouped(number, Math.max(0, number.scale()));
        return matcher.group(1) + digits + matcher.group(3);
    }

    private static String grouped(BigDecimal value, int places) {
        return minus(Figure.grouped(value.setScale(places, RoundingMode.HALF_UP)));
    }

    /** With the minus sign that printers use, and none before zero. */
    private static String minus(String text) {
        return !text.startsWith("-")
                ? text
                : text.matches("-[0.,]*%?") ? text.substring(1) : "\u2212" + text.substring(1);
    }
}
