package org.advalorem.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to write for a day or a month written in another form than that of scenarios. */
final class DateAdvice {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String SIGN = "\\s*[-/.\u5e74\u6708]\\s*";
    private static final String CLOCK = "(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})" + SIGN + "(\\d{1,2})" + SIGN + "(\\d{1,2})\u65e5?" + CLOCK);
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})" + SIGN + "(\\d{1,2})" + SIGN + "(\\d{4})" + CLOCK);
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_FIRST_IN_WORDS =
            Pattern.compile("(\\d{1,2})[-\\s.]+([A-Za-z]{3})[a-z]*[-\\s.,]+(\\d{4})");
    private static final Pattern MONTH_FIRST_IN_WORDS =
            Pattern.compile("([A-Za-z]{3})[a-z]*[-\\s.]+(\\d{1,2}),?\\s+(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})" + SIGN + "(\\d{1,2})\u6708?");
    private static final Pattern MONTH_LAST = Pattern.compile("(\\d{1,2})" + SIGN + "(\\d{4})");
    private static final Pattern MONTH_IN_WORDS = Pattern.compile("([A-Za-z]{3})[a-z]*[-\\s.,']+(\\d{4}|\\d{2})");

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
        List<LocalDate> days = new ArrayList<>();
        Matcher first = YEAR_FIRST.matcher(text);
        Matcher digits = DIGITS.matcher(text);
        Matcher last = YEAR_LAST.matcher(text);
        Matcher dayFirst = DAY_FIRST_IN_WORDS.matcher(text);
        Matcher monthFirst = MONTH_FIRST_IN_WORDS.matcher(text);
        if (first.matches()) {
            day(first.group(1), first.group(2), first.group(3)).ifPresent(days::add);
        } else if (digits.matches()) {
            day(digits.group(1), digits.group(2), digits.group(3)).ifPresent(days::add);
        } else if (last.matches()) {
            day(last.group(3), last.group(1), last.group(2)).ifPresent(days::add);
            day(last.group(3), last.group(2), last.group(1)).ifPresent(days::add);
        } else if (dayFirst.matches()) {
            day(dayFirst.group(3), month(dayFirst.group(2)), dayFirst.group(1)).ifPresent(days::add);
        } else if (monthFirst.matches()) {
            day(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2))
                    .ifPresent(days::add);
        }
        return days;
    }

    private static List<YearMonth> months(String text) {
        Matcher first = MONTH.matcher(text);
        Matcher last = MONTH_LAST.matcher(text);
        Matcher words = MONTH_IN_WORDS.matcher(text);
        Optional<LocalDate> day = Optional.empty();
        if (first.matches()) {
            day = day(first.group(1), first.group(2), "1");
        } else if (last.matches()) {
            day = day(last.group(2), last.group(1), "1");
        } else if (words.matches()) {
            String year = words.group(2).length() == 2 ? "20" + words.group(2) : words.group(2);
            day = day(year, month(words.group(1)), "1");
        }
        List<LocalDate> all = day.map(List::of).orElseGet(() -> days(text));
        return all.stream().map(YearMonth::from).toList();
    }

    /** The number of a month by its first three letters; 0 if they are those of none. */
    private static String month(String letters) {
        return Integer.toString(MONTHS.indexOf(letters.toLowerCase(Locale.ROOT)) + 1);
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        int y = Integer.parseInt(year);
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        boolean exists = Years.isKnown(y)
                && m >= 1
                && m <= MONTHS.size()
                && d >= 1
                && d <= YearMonth.of(y, m).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(y, m, d)) : Optional.empty();
    }
}
