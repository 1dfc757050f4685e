package org.advalorem.facts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.Unit;

/** The kinds of single values that are structure and not quantities: words, dates, years, yes and no, units. */
final class WordKinds {
    private static final int LONGEST_LIFE = 100;

    static final ScalarKind<String> TEXT = new ScalarKind<>() {
        @Override
        String parse(Given.Scalar scalar, Reading reading) {
            if (scalar.text().isBlank()) {
                throw reading.problem(Problem.Code.AV203, "(" + reading.address() + ") is empty; expected words.", "");
            }
            return scalar.text();
        }

        @Override
        Map<String, Object> valueSchema() {
            return Map.of("type", List.of("string", "number"));
        }

        @Override
        public String expected() {
            return "words";
        }
    };

    static final ScalarKind<Boolean> FLAG = new ScalarKind<>() {
        @Override
        Boolean parse(Given.Scalar scalar, Reading reading) {
            return switch (scalar.text().strip()) {
                case "yes", "true" -> true;
                case "no", "false" -> false;
                default ->
                    throw reading.problem(
                            Problem.Code.AV208,
                            "(" + reading.address() + ") is (" + scalar.text() + "); expected yes or no.",
                            "");
            };
        }

        @Override
        Map<String, Object> valueSchema() {
            return Map.of("enum", List.of("yes", "no", true, false));
        }

        @Override
        public String expected() {
            return "yes or no";
        }
    };

    static final ScalarKind<LocalDate> DATE = new ScalarKind<>() {
        @Override
        LocalDate parse(Given.Scalar scalar, Reading reading) {
            try {
                LocalDate date = LocalDate.parse(scalar.text().strip());
                checkYear(date.getYear(), scalar, reading);
                return date;
            } catch (DateTimeParseException e) {
                throw reading.problem(
                        Problem.Code.AV207,
                        "(" + reading.address() + ") is (" + scalar.text() + "); expected " + expected() + ".",
                        "Write year, month and day: 2016-06-30.");
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

    static final ScalarKind<Integer> YEAR = new ScalarKind<>() {
        @Override
        Integer parse(Given.Scalar scalar, Reading reading) {
            if (!scalar.text().strip().matches("[0-9]{4}")) {
                throw reading.problem(
                        Problem.Code.AV207,
                        "(" + reading.address() + ") is (" + scalar.text() + "); expected " + expected() + ".",
                        "");
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

    static final ScalarKind<Integer> YEARS = new ScalarKind<>() {
        @Override
        Integer parse(Given.Scalar scalar, Reading reading) {
            String number = scalar.text().strip().replaceFirst("\\s*years?$", "");
            if (!number.matches("[0-9]{1,3}") || Integer.parseInt(number) > LONGEST_LIFE || number.matches("0+")) {
                throw reading.problem(
                        Problem.Code.AV207,
                        "(" + reading.address() + ") is (" + scalar.text() + "); expected " + expected() + ".",
                        "");
            }
            return Integer.parseInt(number);
        }

        @Override
        Map<String, Object> valueSchema() {
            return Map.of("type", List.of("integer", "string"));
        }

        @Override
        public String expected() {
            return "whole years from 1 to 100, such as 12 years";
        }
    };

    static final ScalarKind<DateRange> DATE_RANGE = new DateRangeKind();

    static final ScalarKind<Unit> UNIT = new ScalarKind<>() {
        @Override
        Unit parse(Given.Scalar scalar, Reading reading) {
            return WordKinds.unit(scalar.text().strip(), reading);
        }

        @Override
        Map<String, Object> valueSchema() {
            return Map.of("type", "string");
        }

        @Override
        public String expected() {
            return "a unit such as USD/t";
        }
    };

    static final ScalarKind<Provenance.Status> STATUS =
            new ChoiceKind<>(Provenance.Status.class, Provenance.Status::label, Provenance.Status::writable);

    private WordKinds() {}

    /** The unit written so. */
    static Unit unit(String text, Reading reading) {
        return Unit.parse(text)
                .orElseThrow(() -> reading.problem(
                        Problem.Code.AV206,
                        "(" + text + ") is not a unit.",
                        "Write symbols joined by a slash: USD/t, CNY/kWh."));
    }

    private static void checkYear(int year, Given.Scalar scalar, Reading reading) {
        if (!Years.isKnown(year)) {
            throw reading.problem(
                    Problem.Code.AV207, "(" + scalar.text() + ") is not a year between 1900 and 2200.", "");
        }
    }
}
