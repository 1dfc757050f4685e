package org.advalorem.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * A stated pattern of dates, such as {@code dd/MM/yyyy} or {@code MMM-yy}.
 *
 * @param form the pattern as written
 * @param formatter what reads it; a pattern without a day gives the first of the month
 */
record DatePattern(String form, DateTimeFormatter formatter) {
    /** The pattern written; empty if days or months cannot be written and read in it. */
    static Optional<DatePattern> of(String form) {
        LocalDate day = LocalDate.of(2016, 11, 23);
        try {
            DateTimeFormatter formatter = formatter(form);
            LocalDate read = LocalDate.parse(day.format(formatter), formatter);
            boolean same = hasDay(form) ? read.equals(day) : read.equals(day.withDayOfMonth(1));
            return same ? Optional.of(new DatePattern(form, formatter)) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the pattern names the day. */
    boolean hasDay() {
        return hasDay(form);
    }

    private static boolean hasDay(String form) {
        return form.indexOf('d') >= 0;
    }

    private static DateTimeFormatter formatter(String form) {
        // in the strict style a year needs no era only if it is written u
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(form.replace('y', 'u'));
        if (!hasDay(form)) {
            builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
