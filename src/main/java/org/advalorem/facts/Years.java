package org.advalorem.facts;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The years that can be meant, 1900 to 2200: a minus sign or a slip of a digit also make a date. */
final class Years {
    private static final int FIRST = 1900;
    private static final int LAST = 2200;

    private Years() {}

    /** Whether that year can be meant. */
    static boolean isKnown(int year) {
        return year >= FIRST && year <= LAST;
    }

    /**
     * Returns that year.
     *
     * @throws DateTimeException when it cannot be meant
     */
    static int check(int year) {
        if (!isKnown(year)) {
            throw new DateTimeException(year + " is not a year between " + FIRST + " and " + LAST + ".");
        }
        return year;
    }

    /**
     * Returns that day.
     *
     * @throws DateTimeException when its year cannot be meant
     */
    static LocalDate check(LocalDate day) {
        check(day.getYear());
        return day;
    }
}
