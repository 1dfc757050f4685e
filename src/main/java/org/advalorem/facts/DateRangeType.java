package org.advalorem.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The type of a calendar year, or of two days joined by the word "to". */
final class DateRangeType extends ScalarType<DateRange> {
    private static final Pattern TWO_DAYS =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})\\s+to\\s+([0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final int LONGEST_YEARS = 20;

    @Override
    DateRange parse(SourceNode.Scalar scalar, Reading reading) {
        String text = scalar.text().strip();
        Matcher days = TWO_DAYS.matcher(text);
        if (!days.matches()) {
            if (text.matches("[0-9]{4}")) {
                return DateRange.ofYear(WordTypes.YEAR.parse(scalar, reading));
            }
            throw unexpected(Problem.Code.AV207, scalar, reading, DateAdvice.ofRange(text));
        }
        LocalDate first = day(days.group(1), scalar, reading);
        LocalDate last = day(days.group(2), scalar, reading);
        if (last.isBefore(first)) {
            throw reading.problem(
                    Problem.Code.AV207,
                    "(" + reading.address() + ") ends on " + last + ", before it begins on " + first + ".",
                    "Write the earlier day first: " + last + " to " + first + ".");
        }
        if (last.isAfter(first.plusYears(LONGEST_YEARS))) {
            throw reading.problem(
                    Problem.Code.AV207,
                    "(" + reading.address() + ") is longer than " + LONGEST_YEARS + " years.",
                    "Check the years for a wrong digit.");
        }
        return new DateRange(first, last);
    }

    private static LocalDate day(String text, SourceNode.Scalar scalar, Reading reading) {
        return WordTypes.DATE.parse(new SourceNode.Scalar(text, scalar.quoted(), scalar.origin()), reading);
    }

    @Override
    Map<String, Object> valueSchema() {
        return Map.of("type", List.of("integer", "string"));
    }

    @Override
    public String expected() {
        return "a year such as 2016, or two days such as 2010-04-01 to 2011-03-31";
    }
}
