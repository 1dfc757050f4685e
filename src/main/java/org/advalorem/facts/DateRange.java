package org.advalorem.facts;

import java.time.LocalDate;

/**
 * Two days and all days between them.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
public record DateRange(LocalDate first, LocalDate last) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the last day is before the first
     */
    public DateRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("(" + last + ") is before (" + first + ").");
        }
    }

    /** The days of a calendar year. */
    public static DateRange ofYear(int year) {
        return new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
