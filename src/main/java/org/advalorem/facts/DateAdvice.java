package org.advalorem.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.advalorem.tables.DateText;

/** What to write for a day or a month written in another form than that of scenarios. */
final class DateAdvice {
    private static final Pattern RANGE = Pattern.compile("\\s+(?:to|through|until|-|\u2013|\u2014)\\s+");

    private DateAdvice() {}

    /** The advice for a day: the same day as it has to be written, or each that may be meant, and the pattern. */
    static String ofDay(String text) {
        List<String> days =
                days(text.strip()).stream().distinct().map(LocalDate::toString).toList();
        return write(days, "year, month and day: 2016-06-30")
                + " Days in a scenario are written yyyy-MM-dd; (dates) states another pattern for a data file.";
    }

    /** The advice for a month. */
    static String ofMonth(String text) {
        List<String> months = months(text.strip()).stream()
                .distinct()
                .map(YearMonth::toString)
                .toList();
        return write(months, "a year between 1900 and 2200 and a month from 01 to 12")
                + " Months in a scenario are written yyyy-MM; (dates) states another pattern for a data file.";
    }

    /** The advice for two days. */
    static String ofRange(String text) {
        String[] ends = RANGE.split(text.strip(), -1);
        List<LocalDate> first = ends.length == 2 ? days(ends[0]) : List.of();
        List<LocalDate> last = ends.length == 2 ? days(ends[1]) : List.of();
        boolean certain = first.stream().distinct().count() == 1
                && last.stream().distinct().count() == 1;
        return certain
                ? "Write " + first.get(0) + " to " + last.get(0) + "."
                : "Write 2016, or 2010-04-01 to 2011-03-31: days are written yyyy-MM-dd.";
    }

    private static String write(List<String> meant, String usual) {
        if (meant.isEmpty()) {
            return "Write " + usual + ".";
        }
        return "Write " + String.join(" or ", meant) + (meant.size() > 1 ? ", whichever is meant." : ".");
    }

    private static List<LocalDate> days(String text) {
        return DateText.meanings(text).stream()
                .filter(meant -> !meant.monthOnly())
                .map(DateText.Reading::day)
                .toList();
    }

    private static List<YearMonth> months(String text) {
        return DateText.meanings(text).stream()
                .map(meant -> YearMonth.from(meant.day()))
                .toList();
    }
}
