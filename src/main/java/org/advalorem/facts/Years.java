package org.advalorem.facts;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The plausible years, 1900 to 2200: a minus sign or a mistyped digit also makes a valid date. */
final class Years {
    private static final int FIRST = 1900;
    private static final int LAST = 2200;

    private Years() {}

    /** Whether a year is plausible. */
    static boolean isKnown(int year) {
        return year >= FIRST && year <= LAST;
    }

    /**
     * The given year, checked.
     *
     * @throws DateTimeException if it is not plausible
     */
    static int check(int year) {
        if (!isKnown(year)) {
            throw new DateTimeException(year + " is not a year between " + FIRST + " and " + LAST + ".");
        }
        return year;
    }

    /**
     * The given day, checked.
     *
     * @throws DateTimeException if its year is not plausible
     */
    static LocalDate check(LocalDate day) {
        check(day.getYear());
        return day;
    }
}
