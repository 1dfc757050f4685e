package org.advalorem.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Withheld;
import org.advalorem.engine.Step;

/**
 * The print format of a number: the same on every JDK and in every locale, from the 15-digit decimal that the double
 * represents.
 */
public enum Figure {
    /** An amount of money with thousands separators and two decimals: {@code 1,234,567.80}. */
    MONEY {
        @Override
        String finite(BigDecimal value) {
            return grouped(value.setScale(2, RoundingMode.HALF_UP));
        }
    },
    /** A published rate, in percent with two decimals: {@code 17.14%}. */
    PUBLISHED {
        @Override
        String finite(BigDecimal value) {
            return grouped(value.movePointRight(2).setScale(2, RoundingMode.HALF_UP)) + "%";
        }
    },
    /** A rate or share before rounding, in percent with six decimals: {@code 17.137846%}. */
    RATE {
        @Override
        String finite(BigDecimal value) {
            return grouped(value.movePointRight(2).setScale(6, RoundingMode.HALF_UP)) + "%";
        }
    },
    /** A rate in percent with four decimals: {@code 17.1378%}. */
    SHORT_RATE {
        @Override
        String finite(BigDecimal value) {
            return grouped(value.movePointRight(2).setScale(4, RoundingMode.HALF_UP)) + "%";
        }
    },
    /** A difference between rates in percentage points with four decimals: {@code 0.0378 pp}. */
    POINTS {
        @Override
        String finite(BigDecimal value) {
            return grouped(value.movePointRight(2).setScale(4, RoundingMode.HALF_UP)) + " pp";
        }
    },
    /** A share in percent with two decimals: {@code 60.00%}. */
    SHARE {
        @Override
        String finite(BigDecimal value) {
            return PUBLISHED.finite(value);
        }
    },
    /** A rate in percent with all digits: {@code 0.99999999999999%}. */
    EXACT_RATE {
        @Override
        String finite(BigDecimal value) {
            return shortest(value.movePointRight(2)).toPlainString() + "%";
        }
    },
    /** A quantity or price with up to six decimals: {@code 1,904.25}. */
    QUANTITY {
        @Override
        String finite(BigDecimal value) {
            BigDecimal rounded = value.setScale(6, RoundingMode.HALF_UP);
            return rounded.signum() == 0 && value.signum() != 0
                    ? shortest(value).toPlainString()
                    : grouped(shortest(rounded));
        }
    },
    /** A number with all digits and nothing else: {@code 0.0112029754083}. */
    PLAIN {
        @Override
        String finite(BigDecimal value) {
            return shortest(value).toPlainString();
        }
    },
    /** A whole number with thousands separators. */
    COUNT {
        @Override
        String finite(BigDecimal value) {
            return grouped(value.setScale(0, RoundingMode.HALF_UP));
        }
    },
    /** Text, not a number. */
    TEXT {
        @Override
        String finite(BigDecimal value) {
            return PLAIN.finite(value);
        }
    },
    /** Yes or no. */
    TRUTH {
        @Override
        String finite(BigDecimal value) {
            return value.signum() == 0 ? "no" : "yes";
        }
    };

    /** The text printed for a value that is not a number. */
    static final String NONE = "n/a";

    abstract String finite(BigDecimal value);

    /** The number as text, without its unit; {@code n/a} if it is not finite, brackets if it is withheld. */
    public String text(double value) {
        if (Double.isFinite(value)) {
            return finite(LegalDecimals.decimal(value));
        }
        return Withheld.is(value) ? Withheld.BRACKETS : NONE;
    }

    /** The default print format for a value of the given unit. */
    public static Figure of(Unit unit) {
        return of(Quality.of(unit));
    }

    /** The print format for a number of the given quality. */
    public static Figure of(Quality quality) {
        return switch (quality) {
            case PUBLISHED_RATE -> PUBLISHED;
            case RATE -> RATE;
            case POINTS -> POINTS;
            case SHARE -> RATE;
            case MONEY -> MONEY;
            case TRUTH -> TRUTH;
            case PRICE, QUANTITY, COUNT, DAYS, NUMBER, DATE, TEXT -> QUANTITY;
        };
    }

    /** The unit as printed after a number: empty for rates and for yes or no. */
    public static String unitText(Unit unit) {
        return unit.equals(Unit.TRUTH) ? "" : unit.toString();
    }

    /** The value of a step, with its unit. */
    static String withUnit(Step step) {
        return withUnit(step.value(), step.quality(), step.unit());
    }

    /** A value of the given unit, with that unit. */
    static String withUnit(double value, Unit unit) {
        return withUnit(value, Quality.of(unit), unit);
    }

    private static String withUnit(double value, Quality quality, Unit unit) {
        String ending = quality == Quality.COUNT ? "" : unitText(unit);
        return of(quality).text(value) + (ending.isEmpty() ? "" : " " + ending);
    }

    /** The decimal without trailing zeros after the decimal point. */
    static BigDecimal shortest(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The unaltered decimal, with commas as thousands separators. */
    public static String grouped(BigDecimal value) {
        String plain = value.abs().toPlainString();
        int point = plain.indexOf('.');
        int whole = point < 0 ? plain.length() : point;
        StringBuilder text = new StringBuilder(value.signum() < 0 ? "-" : "");
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(',');
            }
            text.append(plain.charAt(i));
        }
        return text.append(plain, whole, plain.length()).toString();
    }
}
