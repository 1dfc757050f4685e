package org.advalorem.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.advalorem.tables.MonthNames;

/** Months numbered from year 0, {@code year * 12 + month - 1}, so that they fit into a column of numbers. */
public final class Months {
    private Months() {}

    /** The month of a day. */
    public static int of(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    /** The month with a given number. */
    public static YearMonth yearMonth(int month) {
        return YearMonth.of(month / 12, month % 12 + 1);
    }

    /** The month as written: {@code 2016-01}. */
    public static String text(int month) {
        return yearMonth(month).toString();
    }

    /** The month in words: {@code January 2016}. */
    public static String words(int month) {
        return MonthNames.ALL.get(month % 12) + " " + month / 12;
    }

    /**
     * The number of a month as written: {@code 2016-01}.
     *
     * @throws DateTimeException if it is not a month of the years 1900 to 2200
     */
    public static int parse(String text) {
        YearMonth month = YearMonth.parse(text);
        Years.check(month.getYear());
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }
}
