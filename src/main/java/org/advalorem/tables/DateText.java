package org.advalorem.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The days that a text can mean, by the order of its parts. A month name, a year of four digits at the start and the
 * Chinese signs for year and month leave one reading only. Years of two digits are those from 1970 to 2069. Days that
 * stand for a month alone are its first.
 */
public final class DateText {
    private static final Pattern TIME = Pattern.compile(
            "[T ]+\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?( ?[AaPp]\\.?[Mm]\\.?)?( ?(Z|UTC|[+-]\\d{2}:?\\d{2}))?$");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})[-/.\\s](\\d{1,2})(?:[-/.\\s](\\d{1,4}))?\\.?");
    private static final Pattern CHINESE =
            Pattern.compile("(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月(?:\\s*(\\d{1,2})\\s*[日号])?");
    private static final Pattern WORLD_BANK = Pattern.compile("(\\d{4})[Mm](\\d{2})");
    private static final Pattern NAMED = Pattern.compile(
            "(?:(\\d{1,4})[-/.,\\s]*)?([A-Za-z]{3,9})[-/.,'\\s]*(?:(\\d{1,2})(?:st|nd|rd|th)?[-/.,\\s]+)?(\\d{1,4})");
    private static final Pattern YEAR_NAME = Pattern.compile("(\\d{4})[-/.,\\s]*([A-Za-z]{3,9})\\.?");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[-/.\\s](\\d{4})");
    private static final Pattern DAY_DIGITS = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern MONTH_DIGITS = Pattern.compile("((?:19|20)\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(\\.0*)?");
    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);
    private static final int CENTURY = 70;
    private static final int FIRST_SERIAL = 20_000;
    private static final int LAST_SERIAL = 80_000;

    private DateText() {}

    /**
     * A reading of a date.
     *
     * @param day the day, or the first of the month
     * @param monthOnly whether the text names no day
     */
    public record Reading(LocalDate day, boolean monthOnly) {}

    /**
     * The readings of a text, by the order of its parts; none if it is not a date. A text that leaves one reading only
     * has it under every order.
     */
    static Map<DateForm, Reading> readings(String text) {
        Map<DateForm, Reading> readings = new EnumMap<>(DateForm.class);
        String date = TIME.matcher(Cell.plain(text)).replaceFirst("");
        Optional<Reading> certain = certain(date);
        if (certain.isPresent()) {
            for (DateForm form : DateForm.values()) {
                readings.put(form, certain.get());
            }
            return readings;
        }
        Matcher numbers = NUMBERS.matcher(date);
        if (numbers.matches()) {
            String first = numbers.group(1);
            String second = numbers.group(2);
            String third = numbers.group(3);
            if (third == null) {
                put(readings, DateForm.MONTH_DAY_YEAR, year(second), first, null);
                put(readings, DateForm.DAY_MONTH_YEAR, year(second), first, null);
            } else if (first.length() <= 2) {
                if (third.length() == 2) {
                    put(readings, DateForm.YEAR_MONTH_DAY, year(first), second, third);
                }
                put(readings, DateForm.MONTH_DAY_YEAR, year(third), first, second);
                put(readings, DateForm.DAY_MONTH_YEAR, year(third), second, first);
            }
            return readings;
        }
        Matcher digits = SERIAL.matcher(date);
        if (digits.matches()) {
            int serial = Integer.parseInt(digits.group(1));
            if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
                readings.put(DateForm.SERIAL, new Reading(SERIAL_START.plusDays(serial), false));
            }
        }
        return readings;
    }

    /** What a date can mean by itself, the likelier order first; a number of days is none. */
    public static List<Reading> meanings(String text) {
        return readings(text).entrySet().stream()
                .filter(reading -> reading.getKey() != DateForm.SERIAL)
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    /** The only reading of a text, if its form leaves one only. */
    private static Optional<Reading> certain(String date) {
        Matcher chinese = CHINESE.matcher(date);
        if (chinese.matches()) {
            return reading(Integer.parseInt(chinese.group(1)), chinese.group(2), chinese.group(3));
        }
        Matcher bank = WORLD_BANK.matcher(date);
        if (bank.matches()) {
            return reading(Integer.parseInt(bank.group(1)), bank.group(2), null);
        }
        Matcher day = DAY_DIGITS.matcher(date);
        if (day.matches()) {
            return reading(Integer.parseInt(day.group(1)), day.group(2), day.group(3));
        }
        Matcher month = MONTH_DIGITS.matcher(date);
        if (month.matches()) {
            return reading(Integer.parseInt(month.group(1)), month.group(2), null);
        }
        Matcher numbers = NUMBERS.matcher(date);
        if (numbers.matches()) {
            if (numbers.group(1).length() == 4) {
                return reading(Integer.parseInt(numbers.group(1)), numbers.group(2), numbers.group(3));
            }
            return Optional.empty();
        }
        Matcher monthYear = MONTH_YEAR.matcher(date);
        if (monthYear.matches()) {
            return reading(Integer.parseInt(monthYear.group(2)), monthYear.group(1), null);
        }
        return named(date);
    }

    /** A date with the name of its month: {@code 1-Jan-2024}, {@code Jan 1, 2024}, {@code Jan-24}, {@code 2024 January}. */
    private static Optional<Reading> named(String date) {
        Matcher matcher = NAMED.matcher(date);
        if (!matcher.matches()) {
            return yearFirst(date);
        }
        Optional<String> month = month(matcher.group(2));
        String before = matcher.group(1);
        String day = matcher.group(3);
        String last = matcher.group(4);
        if (month.isEmpty() || (before != null && day != null)) {
            return Optional.empty();
        }
        if (before != null && before.length() == 4) {
            return last.length() <= 2 ? reading(Integer.parseInt(before), month.get(), last) : Optional.empty();
        }
        if (before != null && before.length() == 3) {
            return Optional.empty();
        }
        // Jan-24 is what spreadsheets make of January 2024; a day comes first in them
        return last.length() == 3 || last.length() == 1
                ? Optional.empty()
                : reading(year(last), month.get(), before == null ? day : before);
    }

    private static Optional<Reading> yearFirst(String date) {
        Matcher matcher = YEAR_NAME.matcher(date);
        return matcher.matches()
                ? month(matcher.group(2)).flatMap(month -> reading(Integer.parseInt(matcher.group(1)), month, null))
                : Optional.empty();
    }

    private static Optional<String> month(String name) {
        OptionalInt number = MonthNames.number(name);
        return number.isPresent() ? Optional.of(Integer.toString(number.getAsInt())) : Optional.empty();
    }

    private static int year(String digits) {
        int number = Integer.parseInt(digits);
        if (digits.length() == 2) {
            return number < CENTURY ? 2000 + number : 1900 + number;
        }
        return digits.length() == 4 ? number : 0;
    }

    private static void put(
            Map<DateForm, Reading> readings, DateForm form, int year, String month, @Nullable String day) {
        reading(year, month, day).ifPresent(read -> readings.put(form, read));
    }

    private static Optional<Reading> reading(int year, String month, @Nullable String day) {
        if (year < 1900 || year > 2200) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(year, Integer.parseInt(month), day == null ? 1 : Integer.parseInt(day));
            return Optional.of(new Reading(date, day == null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
