package org.advalorem.facts;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.advalorem.calculation.Unit;
import org.advalorem.tables.NumberForm;

/**
 * A reader that converts the text cells of a column into numbers or words; for each column, only the first few bad
 * cells are reported one by one.
 */
final class RowReader {
    private static final int TOLD = 5;
    private static final ColumnCells NO_CELLS = new ColumnCells(new ColumnCells.Source() {
        @Override
        public String text(int row) {
            return "";
        }

        @Override
        public Origin origin(int row) {
            return Origin.PROGRAM;
        }
    });
    private static final double LARGEST = Domain.LARGEST.doubleValue();
    private static final double SMALLEST = Domain.SMALLEST.doubleValue();

    private final Problems problems;
    private final int rows;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, String[]> words = new HashMap<>();
    private final Map<String, Unit[]> units = new HashMap<>();
    private boolean failed;

    RowReader(Problems problems, int rows) {
        this.problems = problems;
        this.rows = rows;
    }

    void column(Column column, ColumnCells cells) {
        try {
            read(column, cells);
        } catch (DataFiles.DataFileException e) {
            problems.add(Problem.Code.AV303, e.origin(), String.valueOf(e.getMessage()), e.advice());
            failed = true;
        }
    }

    private void read(Column column, ColumnCells cells) {
        int bad = 0;
        int untold = 0;
        int gaps = 0;
        int firstGap = 0;
        double[] values = new double[column.type() == Column.Type.TEXT ? 0 : rows];
        String[] texts = new String[column.type() == Column.Type.TEXT ? rows : 0];
        Map<String, String> seen = new HashMap<>();
        Set<String> told = new HashSet<>();
        Domain.Bounds bounds = column.domain().bounds();
        for (int row = 0; row < rows; row++) {
            if (cells.isGap(row)) {
                values[row] = Double.NaN;
                firstGap = gaps == 0 ? row : firstGap;
                gaps++;
                continue;
            }
            String cell = cells.text(row);
            String text = cell.isEmpty() ? column.defaultText().orElse("") : cell;
            boolean good = column.type() == Column.Type.TEXT
                    ? word(column, seen.computeIfAbsent(text, first -> first), texts, row)
                    : number(column, text, cell.isEmpty(), cells, values, row) && accepts(bounds, values[row]);
            if (!good && (column.choices().isEmpty() || told.add(cell))) {
                bad++;
                if (bad <= TOLD) {
                    problems.add(
                            Problem.Code.AV303,
                            cells.origin(row),
                            "(" + column.name() + ") is (" + cells.written(row) + "); expected "
                                    + expected(column, cells)
                                    + (hasSize(values, row) ? "." : ": it is too large or too small for a quantity."),
                            advice(column, cell, cells));
                } else if (bad == TOLD + 1) {
                    untold = row;
                }
            }
        }
        if (bad > TOLD) {
            problems.add(
                    Problem.Code.AV303,
                    cells.origin(untold),
                    "(" + column.name() + ") cannot be read in " + bad + " rows; the first " + TOLD + " are listed.",
                    "");
        }
        if (gaps > 0) {
            cells.announceGaps(gaps, firstGap);
        }
        failed |= bad > 0;
        if (column.type() == Column.Type.TEXT) {
            words.put(column.name(), seen.size() == 1 ? new String[] {texts[0]} : texts);
        } else {
            numbers.put(column.name(), values);
        }
    }

    /** Adds a column that is absent: every cell is its default, or blank. */
    void absent(Column column) {
        String text = column.defaultText().orElse("");
        if (column.type() == Column.Type.TEXT) {
            words.put(column.name(), new String[] {text});
        } else {
            double[] values = new double[rows];
            if (rows > 0) {
                number(column, text, true, NO_CELLS, values, 0);
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
        if (column.choices().isEmpty() || column.choices().contains(text)) {
            return true;
        }
        Optional<String> choice = column.choices().stream()
                .filter(word -> word.equalsIgnoreCase(text) || YesNo.same(word, text))
                .findFirst();
        choice.ifPresent(found -> texts[row] = found);
        return choice.isPresent();
    }

    private boolean number(Column column, String text, boolean ours, ColumnCells cells, double[] values, int row) {
        if (text.isEmpty()) {
            values[row] = Double.NaN;
            return !column.required();
        }
        try {
            values[row] = switch (column.type()) {
                case NUMBER, NOT_NEGATIVE -> ours ? number(column, text, row) : number(column, plain(text, cells), row);
                case RATE -> rate(ours ? text : plain(text, cells), cells);
                case DATE -> day(text, cells, row);
                case MONTH -> month(text, cells, row);
                case YEAR -> Years.check(Integer.parseInt(text));
                case TEXT -> throw new IllegalStateException("A word is not a number.");
            };
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
        return hasSize(values, row);
    }

    /** A cell with a decimal point and no groups. */
    private static String plain(String text, ColumnCells cells) {
        NumberForm form = cells.numbers();
        return form.equals(NumberForm.PLAIN) && isDigitsFirst(text) ? text : form.plain(text);
    }

    /** Whether a cell needs no further reading in the plain form: no sign of a currency, no brackets. */
    private static boolean isDigitsFirst(String text) {
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        return ((first >= '0' && first <= '9') || first == '-' || first == '.') && last >= '0' && last <= '9';
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
    private double number(Column column, String text, int row) {
        boolean plain =
                !Character.isLetter(text.charAt(text.length() - 1)) && (!column.measured() || text.indexOf(' ') < 0);
        if (plain) {
            return Decimals.parse(text, '.');
        }
        WrittenNumber measure = WrittenNumber.parse(text)
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

    /** A rate with a percent sign, or without one where the column has a unit. */
    private static double rate(String text, ColumnCells cells) {
        boolean percent = text.endsWith("%");
        if (!percent && cells.rates().isEmpty()) {
            throw new NumberFormatException(text);
        }
        String number = percent ? text.substring(0, text.length() - 1).strip() : text;
        double size = Decimals.parse(number, '.');
        if (Math.abs(size) > LARGEST) {
            throw new NumberFormatException(text);
        }
        boolean fraction = !percent && cells.rates().equals(Optional.of(RateUnit.FRACTION));
        return fraction ? size : new BigDecimal(number).scaleByPowerOfTen(-2).doubleValue();
    }

    /** The day. The common format is parsed by hand: a formatter takes ten times as long. */
    private static long day(String text, ColumnCells cells, int row) {
        if (cells.pattern().isEmpty()) {
            LocalDate day = isIso(text) ? iso(text) : cells.day(row).orElseThrow(() -> new DateTimeException(text));
            return Years.check(day).toEpochDay();
        }
        DatePattern pattern = cells.pattern().get();
        if (!pattern.hasDay()) {
            throw new DateTimeException(text);
        }
        return Years.check(LocalDate.parse(text, pattern.formatter())).toEpochDay();
    }

    private static int month(String text, ColumnCells cells, int row) {
        if (text.length() == "2016-01".length() && text.charAt("2016".length()) == '-') {
            return Months.parse(text);
        }
        if (cells.pattern().isPresent()) {
            return Months.of(
                    Years.check(LocalDate.parse(text, cells.pattern().get().formatter())));
        }
        return Months.of(
                Years.check(isIso(text) ? iso(text) : cells.month(row).orElseThrow(() -> new DateTimeException(text))));
    }

    private static boolean isIso(String text) {
        return text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    }

    private static LocalDate iso(String text) {
        return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
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

    private static String advice(Column column, String cell, ColumnCells cells) {
        if (!column.choices().isEmpty() && !cell.isEmpty()) {
            return "If it stands for one of them, write values: {" + column.name() + ": {" + cell + ": "
                    + Nearest.to(cell, column.choices()).orElse(column.choices().get(0)) + "}}.";
        }
        return switch (column.type()) {
            case NUMBER, NOT_NEGATIVE, RATE -> numberAdvice(column, cell, cells);
            case DATE, MONTH ->
                cells.pattern()
                        .map(pattern -> "(dates) states the pattern " + pattern.form()
                                + "; change it if the file writes dates otherwise.")
                        .orElse(cell.isEmpty() ? "" : "If it is a date, state the pattern: dates: dd/MM/yyyy.");
            case YEAR, TEXT -> "";
        };
    }

    private static String numberAdvice(Column column, String cell, ColumnCells cells) {
        if (column.type() == Column.Type.RATE) {
            return WrittenNumber.parse(cell)
                    .filter(number -> number.unit().isEmpty() && !number.percent())
                    .map(number -> "Write units: {" + column.name() + ": percent} if " + cell + " is " + cell
                            + " percent, or units: {" + column.name() + ": fraction}.")
                    .orElse("");
        }
        if (!cell.matches("[-+]?[0-9]+([., '][0-9]+)+")) {
            return "";
        }
        return cells.numbers().decimal() == '.'
                ? "Its numbers have a decimal point; if the comma is the decimal sign, write decimal: comma."
                : "Its numbers have a decimal comma; if the point is the decimal sign, write decimal: point.";
    }

    private static String expected(Column column, ColumnCells cells) {
        if (!column.choices().isEmpty()) {
            return "one of: " + String.join(", ", column.choices());
        }
        String date = cells.pattern()
                .map(DatePattern::form)
                .map(form -> "a date as in " + form)
                .orElse("");
        return switch (column.type()) {
            case NUMBER -> "a number" + within(column, Domain.ANY);
            case NOT_NEGATIVE -> "a number that is not negative" + within(column, Domain.NOT_NEGATIVE);
            case RATE -> "a rate such as 4.35%" + within(column, Domain.ANY);
            case DATE -> date.isEmpty() ? "a date such as 2016-06-30" : date;
            case MONTH -> date.isEmpty() ? "a month such as 2016-06" : date;
            case YEAR -> "a year such as 2016";
            case TEXT -> "text";
        };
    }

    private static String within(Column column, Domain told) {
        boolean percent = column.type() == Column.Type.RATE;
        return column.domain().equals(told) ? "" : ", " + column.domain().inWords(percent);
    }
}
