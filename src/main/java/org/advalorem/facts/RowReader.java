package org.advalorem.facts;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.advalorem.calculation.Unit;

/**
 * A reader that converts the text cells of a column into numbers or words; for each column, only the first few bad
 * cells are reported one by one.
 */
final class RowReader {
    private static final int TOLD = 5;
    private static final double LARGEST = Domain.LARGEST.doubleValue();
    private static final double SMALLEST = Domain.SMALLEST.doubleValue();

    private final Problems problems;
    private final int rows;
    private final char point;
    private final boolean isoDates;
    private final DateTimeFormatter dates;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, String[]> words = new HashMap<>();
    private final Map<String, Unit[]> units = new HashMap<>();
    private boolean failed;

    RowReader(Problems problems, DataFiles.Options options, int rows) {
        this.problems = problems;
        this.rows = rows;
        this.point = options.decimalComma() ? ',' : '.';
        this.isoDates = options.dateFormat().isEmpty();
        this.dates =
                options.dateFormat().isEmpty() ? DateTimeFormatter.ISO_LOCAL_DATE : formatter(options.dateFormat());
    }

    /** Whether days can be written and read in a given format. */
    static boolean describesDates(String form) {
        LocalDate day = LocalDate.of(2016, 11, 23);
        try {
            DateTimeFormatter formatter = formatter(form);
            return LocalDate.parse(day.format(formatter), formatter).equals(day);
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static DateTimeFormatter formatter(String form) {
        // in the strict style a year needs no era only if it is written u
        return DateTimeFormatter.ofPattern(form.replace('y', 'u'), Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    void column(Column column, IntFunction<String> cells, IntFunction<Origin> origins) {
        int bad = 0;
        int untold = 0;
        double[] values = new double[column.type() == Column.Type.TEXT ? 0 : rows];
        String[] texts = new String[column.type() == Column.Type.TEXT ? rows : 0];
        Map<String, String> seen = new HashMap<>();
        Domain.Bounds bounds = column.domain().bounds();
        for (int row = 0; row < rows; row++) {
            String cell = cells.apply(row).strip();
            String text = cell.isEmpty() ? column.defaultText().orElse("") : cell;
            boolean good = column.type() == Column.Type.TEXT
                    ? word(column, seen.computeIfAbsent(text, first -> first), texts, row)
                    : number(column, text, cell.isEmpty() ? '.' : point, values, row) && accepts(bounds, values[row]);
            if (!good) {
                bad++;
                if (bad <= TOLD) {
                    problems.add(
                            Problem.Code.AV303,
                            origins.apply(row),
                            "(" + column.name() + ") is (" + cell + "); expected " + expected(column)
                                    + (hasSize(values, row) ? "." : ": it is too large or too small for a quantity."),
                            advice(column, cell));
                } else if (bad == TOLD + 1) {
                    untold = row;
                }
            }
        }
        if (bad > TOLD) {
            problems.add(
                    Problem.Code.AV303,
                    origins.apply(untold),
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

    /** Adds a column that is absent: every cell is its default, or blank. */
    void absent(Column column) {
        String text = column.defaultText().orElse("");
        if (column.type() == Column.Type.TEXT) {
            String[] texts = new String[rows];
            Arrays.fill(texts, text);
            words.put(column.name(), texts);
        } else {
            double[] values = new double[rows];
            if (rows > 0) {
                number(column, text, '.', values, 0);
                Arrays.fill(values, values[0]);
            }
            numbers.put(column.name(), values);
        }
    }

    /**
     * The rows read.
     *
     * @throws UnusableFactsException if a cell cannot be read; the reason has been noted
     */
    CheckedRows rows(IntFunction<Origin> origins) {
        if (failed) {
            throw new UnusableFactsException();
        }
        return new CheckedRows(rows, numbers, words, units, origins);
    }

    private static boolean word(Column column, String text, String[] texts, int row) {
        texts[row] = text;
        if (text.isEmpty()) {
            return !column.required();
        }
        return column.choices().isEmpty() || column.choices().contains(text);
    }

    private boolean number(Column column, String text, char sign, double[] values, int row) {
        if (text.isEmpty()) {
            values[row] = Double.NaN;
            return !column.required();
        }
        try {
            values[row] = switch (column.type()) {
                case NUMBER, NOT_NEGATIVE -> number(column, text, sign, row);
                case RATE -> rate(text, sign);
                case DATE -> day(text);
                case MONTH -> Months.parse(text, dates);
                case YEAR -> Years.check(Integer.parseInt(text));
                case TEXT -> throw new IllegalStateException("A word is not a number.");
            };
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
        return hasSize(values, row);
    }

    /** Whether the bounds accept a value; a blank is neither inside nor outside, and is accepted. */
    private static boolean accepts(Domain.Bounds bounds, double value) {
        return Double.isNaN(value) || bounds.accept(value);
    }

    private static boolean hasSize(double[] values, int row) {
        double size = row < values.length ? Math.abs(values[row]) : 0.0;
        return Double.isNaN(size) || size == 0.0 || (size <= LARGEST && size >= SMALLEST);
    }

    /** A plain number, or one with a scale word, and in some columns with a unit: {@code 90 million}, {@code 5 t}. */
    private double number(Column column, String text, char sign, int row) {
        boolean plain =
                !Character.isLetter(text.charAt(text.length() - 1)) && (!column.measured() || text.indexOf(' ') < 0);
        if (plain) {
            return Decimals.parse(text, sign);
        }
        WrittenNumber measure = WrittenNumber.parse(sign == '.' ? text : text.replace(sign, '.'))
                .filter(read -> !read.percent())
                .orElseThrow(() -> new NumberFormatException(text));
        if (!measure.unit().isEmpty()) {
            if (!column.measured()) {
                throw new NumberFormatException(text);
            }
            units.computeIfAbsent(column.name(), absent -> new Unit[rows])[row] =
                    Unit.parse(measure.unit()).orElseThrow(() -> new NumberFormatException(text));
        }
        return measure.number().doubleValue();
    }

    private static double rate(String text, char sign) {
        if (!text.endsWith("%")) {
            throw new NumberFormatException(text);
        }
        String number = text.substring(0, text.length() - 1).strip();
        double percent = Decimals.parse(number, sign);
        if (Math.abs(percent) > LARGEST) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(number.replace(sign, '.')).scaleByPowerOfTen(-2).doubleValue();
    }

    /** The day. The common format is parsed by hand: a formatter takes ten times as long. */
    private long day(String text) {
        if (isoDates && text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            return Years.check(LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)))
                    .toEpochDay();
        }
        return Years.check(LocalDate.parse(text, dates)).toEpochDay();
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException(text);
            }
            value = 10 * value + digit;
        }
        return value;
    }

    private String advice(Column column, String cell) {
        boolean number = column.type() == Column.Type.NUMBER || column.type() == Column.Type.NOT_NEGATIVE;
        if (!number || !cell.matches("[-+]?[0-9]+([.,][0-9]+)+")) {
            return "";
        }
        return point == '.'
                ? "Write a decimal point and no grouping; if the comma is the decimal sign, write decimal: comma."
                : "Write a decimal comma and no grouping; if the point is the decimal sign, write decimal: point.";
    }

    private static String expected(Column column) {
        if (!column.choices().isEmpty()) {
            return "one of: " + String.join(", ", column.choices());
        }
        return switch (column.type()) {
            case NUMBER -> "a number" + within(column, Domain.ANY);
            case NOT_NEGATIVE -> "a number that is not negative" + within(column, Domain.NOT_NEGATIVE);
            case RATE -> "a rate such as 4.35%" + within(column, Domain.ANY);
            case DATE -> "a date such as 2016-06-30";
            case MONTH -> "a month such as 2016-06";
            case YEAR -> "a year such as 2016";
            case TEXT -> "text";
        };
    }

    private static String within(Column column, Domain told) {
        boolean percent = column.type() == Column.Type.RATE;
        return column.domain().equals(told) ? "" : ", " + column.domain().inWords(percent);
    }
}
