package org.advalorem.facts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.calculation.Unit;

/** The types of single values that are structure and not quantities: words, dates, years, yes and no, units. */
final class WordTypes {
    private static final int MOST_DAYS = 999;
    private static final int LONGEST_LIFE = 100;
    private static final Pattern YEAR_WITHIN = Pattern.compile("(?<!\\d)(?:19|20|21)\\d{2}(?!\\d)");

    static final ScalarType<String> TEXT = new ScalarType<>() {
        @Override
        String parse(SourceNode.Scalar scalar, Reading reading) {
            if (scalar.text().isBlank()) {
                throw reading.problem(Problem.Code.AV203, "(" + reading.address() + ") is empty; expected text.", "");
            }
            return scalar.text();
        }

        @Override
        Map<String, Object> valueSchema() {
            return Map.of("type", List.of("string", "number"));
        }

        @Override
        public String expected() {
            return "text";
        }
    };

    static final ScalarType<Boolean> FLAG = new ScalarType<>() {
        @Override
        Boolean parse(SourceNode.Scalar scalar, Reading reading) {
            return YesNo.parse(scalar.text()).orElseThrow(() -> unexpected(Problem.Code.AV208, scalar, reading, ""));
        }

        @Override
        public Optional<String> written(String text) {
            return YesNo.parse(text).map(YesNo::word);
        }

        @Override
        String inWords(SourceNode.Scalar scalar) {
            return YesNo.parse(scalar.text()).map(YesNo::word).orElse(scalar.text());
        }

        @Override
        public List<String> words() {
            return List.of(YesNo.YES, YesNo.NO);
        }

        @Override
        Map<String, Object> valueSchema() {
            return Map.of("enum", List.of("yes", "no", true, false, "Yes", "No", "YES", "NO"));
        }

        @Override
        public String expected() {
            return "yes or no";
        }
    };

    static final ScalarType<LocalDate> DATE = new ScalarType<>() {
        @Override
        LocalDate parse(SourceNode.Scalar scalar, Reading reading) {
            try {
                LocalDate date = LocalDate.parse(scalar.text().strip());
                checkYear(date.getYear(), scalar, reading);
                return date;
            } catch (DateTimeParseException e) {
                throw unexpected(Problem.Code.AV207, scalar, reading, DateAdvice.ofDay(scalar.text()));
            }
        }

        @Override
        Map<String, Object> valueSchema() {
            return Map.of("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        }

        @Override
        public String expected() {
            return "a date such as 2016-06-30";
        }
    };

    static final ScalarType<Integer> YEAR = new ScalarType<>() {
        @Override
        Integer parse(SourceNode.Scalar scalar, Reading reading) {
            if (!scalar.text().strip().matches("[0-9]{4}")) {
                Matcher year = YEAR_WITHIN.matcher(scalar.text());
                throw unexpected(Problem.Code.AV207, scalar, reading, year.find() ? reading.line(year.group()) : "");
            }
            int year = Integer.parseInt(scalar.text().strip());
            checkYear(year, scalar, reading);
            return year;
        }

        @Override
        Map<String, Object> valueSchema() {
            return Map.of("type", List.of("integer", "string"));
        }

        @Override
        public String expected() {
            return "a year such as 2016";
        }
    };

    static final ScalarType<Integer> YEARS = whole("year", LONGEST_LIFE, "whole years from 1 to 100, such as 12 years");

    static final ScalarType<Integer> DAYS = whole("day", MOST_DAYS, "whole days from 1 to 999, such as 47");

    /** A whole number from 1 on, with or without its unit, which takes an s. */
    private static ScalarType<Integer> whole(String unit, int most, String expected) {
        return new ScalarType<>() {
            @Override
            Integer parse(SourceNode.Scalar scalar, Reading reading) {
                String number = scalar.text().strip().replaceFirst("\\s*" + unit + "s?$", "");
                if (!number.matches("[0-9]{1,3}") || Integer.parseInt(number) > most || number.matches("0+")) {
                    throw unexpected(Problem.Code.AV207, scalar, reading, "");
                }
                return Integer.parseInt(number);
            }

            @Override
            Map<String, Object> valueSchema() {
                return Map.of("type", List.of("integer", "string"));
            }

            @Override
            public String expected() {
                return expected;
            }
        };
    }

    static final ScalarType<DateRange> DATE_RANGE = new DateRangeType();

    static final ScalarType<Unit> CURRENCY = new UnitName("a currency such as USD") {
        @Override
        Unit parse(SourceNode.Scalar scalar, Reading reading) {
            return WordTypes.currency(scalar.text().strip(), reading);
        }
    };

    static final ScalarType<Unit> QUANTITY_UNIT = new UnitName("a unit such as t");

    static final ScalarType<Unit> UNIT = new UnitName("a unit such as USD/t");

    static final ScalarType<Provenance.Status> STATUS =
            new ChoiceType<>(Provenance.Status.class, Provenance.Status::label, Provenance.Status::writable);

    static final ScalarType<Provenance.Publication> PUBLICATION =
            new ChoiceType<>(Provenance.Publication.class, Provenance.Publication::word, publication -> true);

    private WordTypes() {}

    /** A unit, written by itself. */
    private static class UnitName extends ScalarType<Unit> {
        private final String expected;

        UnitName(String expected) {
            this.expected = expected;
        }

        @Override
        Unit parse(SourceNode.Scalar scalar, Reading reading) {
            return WordTypes.unit(scalar.text().strip(), reading);
        }

        @Override
        Map<String, Object> valueSchema() {
            return Map.of("type", "string");
        }

        @Override
        public String expected() {
            return expected;
        }
    }

    /**
     * The unit parsed from its written form.
     *
     * @throws UnusableFactsException if it is not a unit, after noting the problem
     */
    static Unit unit(String text, Reading reading) {
        return Unit.parse(text)
                .orElseThrow(() -> reading.problem(
                        Problem.Code.AV206,
                        "(" + text + ") is not a unit.",
                        "Write symbols joined by a slash: USD/t, CNY/kWh."));
    }

    /**
     * The currency of a code.
     *
     * @throws UnusableFactsException if it is not a code, after noting the problem
     */
    static Unit currency(String code, Reading reading) {
        if (!Unit.isCurrency(code)) {
            throw reading.problem(
                    Problem.Code.AV206,
                    "(" + code + ") is not a currency.",
                    "Write the three-letter code: CNY, USD, EUR.");
        }
        return Unit.of(code);
    }

    private static void checkYear(int year, SourceNode.Scalar scalar, Reading reading) {
        if (!Years.isKnown(year)) {
            throw reading.problem(
                    Problem.Code.AV207, "(" + scalar.text() + ") is not a year between 1900 and 2200.", "");
        }
    }
}
