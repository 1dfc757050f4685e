package org.advalorem.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.advalorem.tables.Cell;
import org.advalorem.tables.DateColumn;
import org.advalorem.tables.Heading;
import org.advalorem.tables.Layout;
import org.advalorem.tables.NumberColumn;
import org.advalorem.tables.NumberForm;

/** A table of text cells, with what the user states about them. Safe to share between threads. */
public final class DataTable {
    private final String name;
    private final Layout layout;
    private final List<Heading> headings;
    private final List<String> keys;
    private final List<String> wholeKeys;
    private final int[] body;
    private final TableOptions options;
    private final boolean commas;
    private final Consumer<String> notices;
    private final Map<Checked, CheckedRows> checked = new ConcurrentHashMap<>();
    private final Map<Integer, NumberColumn> numbers = new ConcurrentHashMap<>();

    /** The columns as which rows were read, the position of each, and which rates are in percent or fractions. */
    private record Checked(List<Column> columns, Map<String, Integer> places, Map<String, RateUnit> rates) {}

    /**
     * Creates a table that has been read.
     *
     * @param name the name by which the user knows it
     * @param layout its cells
     * @param options what the user states about it
     * @param commas whether commas separate its cells, which leaves the point as decimal sign
     * @param notices takes a sentence on each thing that was decided and not stated
     */
    public DataTable(String name, Layout layout, TableOptions options, boolean commas, Consumer<String> notices) {
        this.name = name;
        this.layout = layout;
        this.headings = layout.headings().stream().map(Heading::of).toList();
        // a calculation built anew asks for them again
        this.keys = headings.stream().map(Heading::key).toList();
        this.wholeKeys = layout.headings().stream().map(Heading::key).toList();
        this.options = options;
        this.commas = commas;
        this.notices = notices;
        int[] rows = options.totals() == TableOptions.Totals.LEAVE_OUT ? withoutTotals(layout) : layout.body();
        this.body = options.rows().isEmpty() ? rows : chosen(rows);
    }

    /** The rows that say under each heading stated what they must. */
    private int[] chosen(int[] rows) {
        int[] chosen = rows;
        for (Map.Entry<String, String> wanted : options.rows().entrySet()) {
            int place = place(Heading.of(wanted.getKey()).key());
            if (place < 0) {
                throw new DataFiles.DataFileException(
                        Origin.of(name, 0, 0, ""),
                        "The file (" + name + ") has no column (" + wanted.getKey() + "), by which rows are chosen.",
                        Nearest.advice(wanted.getKey(), header()));
            }
            int[] fitting = Arrays.stream(chosen)
                    .filter(row -> Cell.strip(layout.grid().text(row, layout.first() + place))
                            .equals(wanted.getValue()))
                    .toArray();
            if (fitting.length == 0) {
                throw new DataFiles.DataFileException(
                        Origin.of(name, 0, 0, ""),
                        "No row of (" + name + ") has (" + wanted.getValue() + ") under (" + wanted.getKey() + ").",
                        Nearest.advice(
                                wanted.getValue(),
                                Arrays.stream(chosen)
                                        .mapToObj(
                                                row -> Cell.strip(layout.grid().text(row, layout.first() + place)))
                                        .distinct()
                                        .toList()));
            }
            chosen = fitting;
        }
        return chosen;
    }

    private static int[] withoutTotals(Layout layout) {
        List<Integer> totals = layout.totals();
        int[] left = new int[layout.body().length - totals.size()];
        int place = 0;
        for (int row : layout.body()) {
            if (totals.isEmpty() || !totals.contains(row)) {
                left[place++] = row;
            }
        }
        return left;
    }

    /** The name by which the user knows the file. */
    public String name() {
        return name;
    }

    /** The headings. */
    public List<String> header() {
        return layout.headings();
    }

    /** The headings, each with the unit in its brackets. */
    List<Heading> headings() {
        return headings;
    }

    /** The headings as keys, without their units. */
    List<String> keys() {
        return keys;
    }

    /** The headings as keys, units included. */
    List<String> wholeKeys() {
        return wholeKeys;
    }

    /** The place of the first heading with that key, in any case; negative if there is none. */
    public int place(String key) {
        return keys.indexOf(key);
    }

    /** The number of rows. */
    public int rows() {
        return body.length;
    }

    /**
     * The text of a cell.
     *
     * @param row the row, from 0
     * @param column the column, from 0
     */
    public String text(int row, int column) {
        return layout.grid().text(body[row], layout.first() + column);
    }

    /** Whether a workbook states the cell as a number or a day. */
    boolean isTyped(int row, int column) {
        return layout.grid().isTyped(body[row], layout.first() + column);
    }

    TableOptions options() {
        return options;
    }

    /**
     * The origin of a cell, or of its row if the column is negative.
     *
     * @param row the row, from 0
     * @param column the column, from 0, or a negative number
     */
    public Origin origin(int row, int column) {
        return layout.grid().isSheet()
                ? Origin.of(
                        name,
                        layout.grid().line(body[row]),
                        Math.max(0, column < 0 ? 0 : layout.first() + column + 1),
                        "")
                : Origin.of(
                        name,
                        layout.grid().line(body[row]),
                        column < 0 ? 0 : layout.grid().place(body[row], layout.first() + column),
                        layout.grid().written(body[row]));
    }

    /** Says once what was decided about this file. */
    void announce(String decided) {
        notices.accept(decided);
    }

    /**
     * The rows checked against the given columns, read once however often they are requested.
     *
     * @param columns the columns expected
     * @param places the position of each column; a column without a position is absent
     * @param rates which rates are written in percent or as fractions without a percent sign
     * @param problems receives what is wrong with cells
     * @throws UnusableFactsException if a cell cannot be read, after noting the problem
     */
    CheckedRows rows(
            List<Column> columns, Map<String, Integer> places, Map<String, RateUnit> rates, Problems problems) {
        return checked.computeIfAbsent(
                new Checked(columns, Map.copyOf(places), Map.copyOf(rates)), key -> read(key, problems));
    }

    private CheckedRows read(Checked key, Problems problems) {
        RowReader reader = new RowReader(problems, rows());
        for (Column column : key.columns()) {
            Integer place = key.places().get(column.name());
            if (place == null) {
                reader.absent(column);
            } else {
                reader.column(
                        column, new ColumnCells(this, column, place, key.rates().get(column.name())));
            }
        }
        return reader.rows(row -> origin(row, -1));
    }

    /**
     * The form of the numbers of a column.
     *
     * @throws DataFiles.DataFileException if there is none, or two that differ
     */
    public NumberForm numbers(int column) {
        NumberColumn read = numberColumn(column);
        String heading = header().get(column);
        if (read.contradictingRow() >= 0) {
            int row = read.contradictingRow();
            throw new DataFiles.DataFileException(
                    origin(row, column),
                    "The numbers of (" + heading + ") are not all written alike: (" + text(row, column)
                            + ") has another decimal sign than the rows before it.",
                    "Write them alike.");
        }
        Optional<Character> decimal = options.decimal()
                .or(read::certainDecimal)
                .or(() -> read.isAmbiguous() ? ofFile(column) : Optional.of('.'));
        if (decimal.isEmpty()) {
            throw ambiguous(read, column);
        }
        Optional<NumberForm> form = options.thousands()
                .map(group -> read.form(decimal.get(), group))
                .orElseGet(() -> read.form(decimal.get()));
        // cells that do not fit what is stated are reported one by one
        return form.orElse(new NumberForm(decimal.get(), options.thousands().orElse(NumberForm.NONE)));
    }

    /** The currency signs before or after the numbers of a column. */
    Set<String> signs(int column) {
        return numberColumn(column).signs();
    }

    private NumberColumn numberColumn(int column) {
        return numbers.computeIfAbsent(
                column, place -> NumberColumn.of(rows(), row -> text(row, place), row -> isTyped(row, place)));
    }

    /** The decimal sign of the file: that which its other columns show, or the point if commas separate its cells. */
    private Optional<Character> ofFile(int column) {
        List<Character> shown = new ArrayList<>();
        for (int other = 0; other < header().size(); other++) {
            if (other != column) {
                numberColumn(other)
                        .certainDecimal()
                        .filter(sign -> !shown.contains(sign))
                        .ifPresent(shown::add);
            }
        }
        if (shown.isEmpty() && commas) {
            return hasQuotedComma(column) ? Optional.empty() : Optional.of('.');
        }
        return shown.size() == 1 ? Optional.of(shown.get(0)) : Optional.empty();
    }

    /** Whether commas stand in numbers although they separate cells; they may then be decimal signs after all. */
    private boolean hasQuotedComma(int column) {
        int row = numberColumn(column).ambiguousRow();
        return row >= 0 && text(row, column).indexOf(',') >= 0;
    }

    private DataFiles.DataFileException ambiguous(NumberColumn read, int column) {
        int row = read.ambiguousRow();
        String cell = text(row, column);
        String point = read.form('.').map(form -> form.plain(cell)).orElse(cell);
        String comma = read.form(',').map(form -> form.plain(cell)).orElse(cell);
        return new DataFiles.DataFileException(
                origin(row, column),
                "(" + cell + ") in (" + header().get(column) + ") may be " + point + " or " + comma
                        + ": no number of the file shows which sign is the decimal one.",
                "Write decimal: point for " + point + ", or decimal: comma for " + comma + ".");
    }

    /**
     * The dates of a column.
     *
     * @param months whether only the month of each date matters
     * @throws DataFiles.DataFileException if there is no order of day, month and year that reads them all, or two that
     *     differ
     */
    public DateColumn dates(int column, boolean months) {
        DateColumn read = DateColumn.of(rows(), row -> text(row, column), months);
        String heading = header().get(column);
        if (read.contradictingRow() >= 0) {
            int row = read.contradictingRow();
            throw new DataFiles.DataFileException(
                    origin(row, column),
                    "The dates of (" + heading + ") are not all written alike: (" + text(row, column)
                            + ") does not have day, month and year in the order of the rows before it.",
                    "Write them alike, such as 2016-06-30.");
        }
        if (read.isAmbiguous()) {
            int row = read.ambiguousRow();
            String cell = text(row, column);
            StringBuilder meanings = new StringBuilder();
            StringBuilder advice = new StringBuilder();
            read.possible()
                    .forEach(form -> read.reading(cell, form).ifPresent(reading -> {
                        meanings.append(meanings.isEmpty() ? "" : " or ").append(reading.day());
                        advice.append(advice.isEmpty() ? "Write dates: " : ", or dates: ")
                                .append(form.pattern(cell))
                                .append(" for ")
                                .append(reading.day());
                    }));
            throw new DataFiles.DataFileException(
                    origin(row, column),
                    "(" + cell + ") in (" + heading + ") may be " + meanings
                            + ": no row shows the order of day and month.",
                    advice + ".");
        }
        return read;
    }
}
