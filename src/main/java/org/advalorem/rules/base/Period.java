package org.advalorem.rules.base;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.IntStream;
import org.advalorem.facts.DateRange;
import org.advalorem.facts.Months;

/**
 * The period of investigation or review and the years that it comprises: 19 CFR 351.204(b)(2), 351.213(e)(2).
 *
 * <p>A year is named for the calendar year in which it begins: 1 April 2010 to 31 March 2011 is 2010, printed as
 * 2010/11. A period that covers part of a year takes the whole of it: there is one rate per year, from that whole
 * year's benefits and sales.
 *
 * @param first the first day of the period
 * @param last the last day of the period
 * @param yearBegins the month on whose first day years begin
 */
public record Period(LocalDate first, LocalDate last, Month yearBegins) {
    public static final int MONTHS = 12;

    /**
     * The period between two days. Its years begin when it does if it consists of whole years from the first day of a
     * month; otherwise, on 1 January.
     */
    static Period of(DateRange days) {
        LocalDate first = days.first();
        LocalDate after = days.last().plusDays(1);
        boolean wholeYears =
                first.getDayOfMonth() == 1 && after.getDayOfMonth() == 1 && first.getMonth() == after.getMonth();
        return new Period(first, days.last(), wholeYears ? first.getMonth() : Month.JANUARY);
    }

    /** This period with years that begin on the first day of the given month. */
    Period withYearsFrom(Month month) {
        return new Period(first, last, month);
    }

    /** The years that lie wholly or partly in the period, earliest first. */
    public List<Integer> years() {
        return IntStream.rangeClosed(yearOf(first), yearOf(last)).boxed().toList();
    }

    /** The last of the years: the one whose rate sets the cash deposit. */
    public int latest() {
        return yearOf(last);
    }

    /** The year that contains the given day. */
    public int yearOf(LocalDate day) {
        return day.getMonthValue() >= yearBegins.getValue() ? day.getYear() : day.getYear() - 1;
    }

    /**
     * The year that contains the given month.
     *
     * @param month as numbered by {@link Months}
     */
    public int yearOfMonth(int month) {
        return Math.floorDiv(month - (yearBegins.getValue() - 1), MONTHS);
    }

    /** The first month of a year, as numbered by {@link Months}. */
    public int firstMonth(int year) {
        return year * MONTHS + yearBegins.getValue() - 1;
    }

    /** The months of a year, as numbered by {@link Months}. */
    public IntStream months(int year) {
        return IntStream.range(firstMonth(year), firstMonth(year + 1));
    }

    /** The first day of a year. */
    public LocalDate start(int year) {
        return LocalDate.of(year, yearBegins, 1);
    }

    /** The first day after the end of a year. */
    public LocalDate end(int year) {
        return start(year + 1);
    }

    /** The first day of a year that lies in the period: entries from that day on are assessed at the year's rate. */
    public LocalDate firstEntry(int year) {
        return first.isAfter(start(year)) ? first : start(year);
    }

    /** The last day of a year that lies in the period. */
    public LocalDate lastEntry(int year) {
        LocalDate end = end(year).minusDays(1);
        return last.isBefore(end) ? last : end;
    }

    /** Whether only part of the year lies in the period. */
    public boolean coversPartOf(int year) {
        return !firstEntry(year).equals(start(year))
                || !lastEntry(year).equals(end(year).minusDays(1));
    }

    /** Whether years are calendar years. */
    public boolean isOfCalendarYears() {
        return yearBegins == Month.JANUARY;
    }

    /** Whether the period is exactly one year. */
    public boolean isOneYear() {
        return years().size() == 1
                && first.equals(start(latest()))
                && last.equals(end(latest()).minusDays(1));
    }

    /** A year as printed, such as {@code 2016} or {@code 2010/11}. */
    public String name(int year) {
        return isOfCalendarYears()
                ? Integer.toString(year)
                : year + "/" + Integer.toString(year + 1).substring(2);
    }

    /** The period as written, such as {@code 2016} or {@code 2010-04-01 to 2011-03-31}. */
    @Override
    public String toString() {
        return isOneYear() && isOfCalendarYears() ? Integer.toString(latest()) : first + " to " + last;
    }
}
