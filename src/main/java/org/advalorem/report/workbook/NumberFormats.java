package org.advalorem.report.workbook;

import java.math.BigDecimal;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Unit;
import org.advalorem.report.Figure;

/** The number formats of cells. */
final class NumberFormats {
    static final String WHOLE = "#,##0";
    static final String PUBLISHED = "0.00%";
    private static final String RATE = "0.000000%";
    private static final String MONEY = "#,##0.00";
    private static final String OTHER = "#,##0.00####";
    private static final int LEAST = 2;
    private static final int MOST = 10;

    private NumberFormats() {}

    /** The word in the column of units for a number shown in that format: every row has one. */
    static String unit(Unit unit, String format) {
        if (unit.equals(Unit.TRUTH)) {
            return "yes/no";
        }
        return unit.isFraction() ? format.contains("%") ? "%" : "number" : unit.toString();
    }

    /** The format of what is computed. */
    static String of(Quality quality) {
        return switch (quality) {
            case PUBLISHED_RATE -> PUBLISHED;
            case RATE, POINTS, SHARE -> RATE;
            case MONEY -> MONEY;
            case COUNT, DAYS -> WHOLE;
            case PRICE, QUANTITY, NUMBER -> OTHER;
            case TRUTH, DATE, TEXT -> "";
        };
    }

    /** The format of a column of a listing. */
    static String of(Figure figure) {
        return switch (figure) {
            case MONEY -> MONEY;
            case PUBLISHED -> PUBLISHED;
            case RATE, SHORT_RATE, POINTS, SHARE, EXACT_RATE -> RATE;
            case COUNT -> WHOLE;
            case QUANTITY, PLAIN -> "General";
            case TEXT, TRUTH -> "";
        };
    }

    /** The format of a number that is stated, which shows all its digits. */
    static String of(Unit unit, BigDecimal number) {
        if (unit.equals(Unit.TRUTH)) {
            return "";
        }
        boolean rate = unit.isFraction();
        int places =
                (rate ? number.movePointRight(2) : number).stripTrailingZeros().scale();
        if (rate || places > 0 || unit.isMoney() || unit.isPrice()) {
            return (rate ? "0." : "#,##0.") + "0".repeat(Math.max(LEAST, Math.min(MOST, places))) + (rate ? "%" : "");
        }
        return WHOLE;
    }
}
