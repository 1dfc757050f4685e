package org.advalorem.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** Turns the texts of a column into numbers or words; bad cells are noted, a few of each column at most. */
final class RowReader {
    private static final int TOLD = 5;
    private static final double LARGEST = 1e18;

    private final Problems problems;
    private final DataFiles.Options options;
    private final int rows;
    private final DateTimeFormatter dates;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, String[]> words = new HashMap<>();
    private boolean failed;

    RowReader(Problems problems, DataFiles.Options options, int rows) {
        this.problems = problems;
        this.options = options;
        this.rows = rows;
        this.dates = options.dateFormat().isEmpty()
                ? DateTimeFormatter.ISO_LOCAL_DATE
                : DateTimeFormatter.ofPattern(options.dateFormat().replace("yyyy", "uuuu"), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT);
    }

    void column(Column column, IntFunction<String> cells, IntFunction<Origin> origins) {
        int bad = 0;
        double[] values = new double[column.type() == Column.Type.TEXT ? 0 : rows];
        String[] texts = new String[column.type() == Column.Type.TEXT ? rows : 0];
        for (int row = 0; row < rows; row++) {
            String cell = cells.apply(row).strip();
            String text = cell.isEmpty() ? column.defaultText().orElse("") : cell;
            boolean good = column.type() == Column.Type.TEXT
                    ? word(column, text, texts, row)
                    : number(column, text, values, row);
            if (!good) {
                bad++;
                if (bad <= TOLD) {
                    problems.add(
                            Problem.Code.AV303,
                            origins.apply(row),
                            "(" + column.name() + ") is (" + cell + "); expected " + expected(column) + ".",
                            "");
                }
            }
        }
        if (bad > TOLD) {
            problems.add(
                    Problem.Code.AV303,
                    origins.apply(rows - 1),
                    "(" + column.name() + ") cannot be read in " + bad + " rows; the first " + TOLD + " are listed.",
                    "");
        }
        failed |= bad > 0;
        if (column.type() == Column.Type.TEXT) {
            words.put(column.name(), texts);
        } else {
            numbers.put(column.name(), values);
        }
    }

    void finish() {
        if (failed) {
            throw new UnusableFactsException();
        }
    }

    Map<String, double[]> numbers() {
        return numbers;
    }

    Map<String, String[]> words() {
        return words;
    }

    private static boolean word(Column column, String text, String[] texts, int row) {
        texts[row] = text;
        if (!column.choices().isEmpty()) {
            return column.choices().contains(text);
        }
        return !(column.required() && text.isEmpty());
    }

    private boolean number(Column column, String text, double[] values, int row) {
        if (text.isEmpty()) {
            values[row] = Double.NaN;
            return !column.required();
        }
        try {
            values[row] = switch (column.type()) {
                case NUMBER, NOT_NEGATIVE -> plain(text);
                case RATE -> rate(text);
                case DATE -> LocalDate.parse(text, dates).toEpochDay();
                case MONTH -> Months.parse(text, dates);
                case YEAR -> year(text);
                case TEXT -> throw new IllegalStateException("A word is not a number.");
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            return false;
        }
        boolean finite = Math.abs(values[row]) <= LARGEST;
        return finite && (column.type() != Column.Type.NOT_NEGATIVE || values[row] >= 0);
    }

    private double plain(String text) {
        String point = options.decimalComma() ? text.replace(',', '.') : text;
        for (int i = 0; i < point.length(); i++) {
            char c = point.charAt(i);
            // Double.parseDouble would also take NaN, Infinity, 0x1p3 and 12d
            if ((c < '0' || c > '9') && ".-+eE".indexOf(c) < 0) {
                throw new NumberFormatException(text);
            }
        }
        return Double.parseDouble(point);
    }

    private double rate(String text) {
        if (!text.endsWith("%")) {
            throw new NumberFormatException(text);
        }
        String number = text.substring(0, text.length() - 1).strip();
        plain(number);
        return new BigDecimal(options.decimalComma() ? number.replace(',', '.') : number)
                .scaleByPowerOfTen(-2)
                .doubleValue();
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        if (year < 1900 || year > 2200) {
            throw new NumberFormatException(text);
        }
        return year;
    }

    private static String expected(Column column) {
        if (!column.choices().isEmpty()) {
            return "one of: " + String.join(", ", column.choices());
        }
        return switch (column.type()) {
            case NUMBER -> "a number";
            case NOT_NEGATIVE -> "a number that is not negative";
            case RATE -> "a rate such as 4.35%";
            case DATE -> "a date such as 2016-06-30";
            case MONTH -> "a month such as 2016-06";
            case YEAR -> "a year such as 2016";
            case TEXT -> "words";
        };
    }
}
