package org.advalorem.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.DataTable;
import org.advalorem.facts.Origin;
import org.advalorem.facts.TableOptions;
import org.advalorem.tables.CellRange;
import org.advalorem.tables.Dialect;
import org.advalorem.tables.Grid;
import org.advalorem.tables.Layout;
import org.advalorem.tables.TableException;
import org.advalorem.tables.TextEncoding;
import org.advalorem.tables.TextTable;

/**
 * A data file, text or workbook, read as a single table. What is left over is an error or is announced: rows with other
 * cells than the headings, a second table, totals, lines above and below.
 */
final class TableFile {
    /** The maximum number of rows in a data file. */
    static final int MOST_ROWS = 2_000_000;

    private static final int SHOWN = 40;
    private static final int FEW = 6;

    private final String place;
    private final Origin named;
    private final TableOptions options;
    private final Consumer<String> notices;

    /** Opens a file, or takes one that has been opened. */
    @FunctionalInterface
    interface Opener {
        OpenedTable open() throws IOException;
    }

    private TableFile(String place, Origin named, TableOptions options, Consumer<String> notices) {
        this.place = place;
        this.named = named;
        this.options = options;
        this.notices = notices;
    }

    /**
     * Reads a file.
     *
     * @param opener opens it
     * @param place the file's name as shown to the user
     * @param named where it is named
     * @param wanted the keys of headings that the table must have
     * @param notices takes what was decided and not stated
     * @throws DataFiles.DataFileException if it is not one table, or may be read in two ways
     */
    static DataTable read(
            Opener opener,
            String place,
            Origin named,
            TableOptions options,
            List<String> wanted,
            Consumer<String> notices)
            throws IOException {
        TableFile reader = new TableFile(place, named, options, notices);
        try {
            OpenedTable opened = opener.open();
            opened.text().ifPresent(reader::checkText);
            if (opened.hiddenRows() > 0) {
                notices.accept("hidden rows are read too (" + opened.hiddenRows() + ")");
            }
            String name = opened.sheet().isEmpty() ? place : place + ", sheet " + opened.sheet();
            return reader.table(name, opened.grid(), wanted, opened.hasCommas());
        } catch (TableException e) {
            throw reader.failure(e);
        }
    }

    private DataFiles.DataFileException failure(TableException e) {
        return new DataFiles.DataFileException(
                e.line() == 0 && !named.place().isEmpty() ? named : Origin.of(place, e.line(), 0, e.text()),
                e.line() == 0 ? "(" + place + "): " + e.getMessage() : String.valueOf(e.getMessage()),
                e.advice());
    }

    private void checkText(TextTable read) {
        if (!read.unclosed().isEmpty()) {
            int row = read.unclosed().get(0);
            throw new TableException(
                    read.grid().line(row),
                    read.grid().written(row),
                    "The row that begins here cannot be read; a quote may not be closed.",
                    "Double a quote inside a cell, and close the quotes around the cell.");
        }
        if (options.encoding().isEmpty() && read.encoding() != TextEncoding.UTF_8) {
            notices.accept("the text is in " + read.encoding().word());
        }
        Dialect dialect = read.dialect();
        if (options.delimiter().isEmpty() && dialect.delimiter() != ',') {
            notices.accept("cells are separated by " + dialect.plural());
        }
        if (dialect.quote() != '"') {
            notices.accept("cells are quoted by single quotation marks");
        }
        if (dialect.backslash()) {
            notices.accept("a backslash stands before quotation marks in cells");
        }
    }

    private DataTable table(String name, Grid grid, List<String> wanted, boolean commas) {
        Layout layout = Layout.of(grid, wanted);
        if (layout.columns() == 0 || (layout.headingRows().isEmpty() && layout.body().length == 0)) {
            throw new TableException(
                    0, "", "The file is empty.", "Begin with a line of headings, one for each column.");
        }
        if (layout.headingRows().isEmpty()) {
            throw new TableException(
                    grid.line(0),
                    grid.written(0),
                    "No line of headings was found.",
                    "Write a heading above each column.");
        }
        checkRows(layout);
        checkRest(layout);
        announce(layout);
        return new DataTable(name, layout, options, commas, notices);
    }

    /**
     * The number of columns with a place for a heading. Cells beyond it in a text are those of another row, or of a comma
     * between thousands; in a sheet they are columns that nobody headed.
     */
    private static int headed(Layout layout) {
        int all = layout.first() + layout.columns();
        return layout.grid().isSheet()
                ? all
                : layout.headingRows().stream()
                        .mapToInt(row -> Math.min(all, layout.grid().width(row)))
                        .max()
                        .orElse(all);
    }

    private static void checkRows(Layout layout) {
        Grid grid = layout.grid();
        int expected = headed(layout);
        if (layout.body().length > MOST_ROWS) {
            throw new TableException(0, "", "The file has more than " + MOST_ROWS + " rows.", "Split it.");
        }
        for (int row : layout.body()) {
            int width = grid.width(row);
            boolean more = false;
            for (int column = expected; column < width; column++) {
                more |= !grid.isBlank(row, column);
            }
            if (more || (width < expected && !grid.isSheet())) {
                throw new TableException(
                        grid.line(row),
                        grid.written(row),
                        "The row has " + width + " cells; the line of headings has " + expected + ".",
                        more
                                ? "Put a cell that contains the separator in double quotes."
                                : "Write every cell, even an empty one.");
            }
        }
    }

    private void checkRest(Layout layout) {
        Grid grid = layout.grid();
        if (layout.secondTable() >= 0) {
            int line = grid.line(layout.secondTable());
            throw new TableException(
                    line,
                    grid.isSheet() ? "" : grid.written(layout.secondTable()),
                    "A second table begins here.",
                    "Say which rows to read: range: "
                            + grid.line(layout.headingRows().get(0)) + ":" + (line - 1) + ", or range: " + line + ":"
                            + grid.line(grid.rows() - 1) + ".");
        }
        if (!layout.totals().isEmpty() && options.totals() == TableOptions.Totals.ASK) {
            int row = layout.totals().get(0);
            throw new TableException(
                    grid.line(row),
                    grid.isSheet() ? "" : grid.written(row),
                    (layout.totals().size() == 1
                                    ? "The row looks"
                                    : layout.totals().size() + " rows, of which this is the first, look")
                            + " like a total.",
                    "Write totals: leave out, or totals: keep for a row like the others.");
        }
    }

    private void announce(Layout layout) {
        Grid grid = layout.grid();
        if (!layout.preamble().isEmpty()) {
            notices.accept("headings are on line "
                    + grid.line(layout.headingRows().get(0)) + "; what stands above them is not read ("
                    + part(grid, layout.preamble().get(0)) + ")");
        }
        if (layout.headingRows().size() > 1) {
            notices.accept("headings have " + layout.headingRows().size() + " lines");
        }
        if (!layout.notes().isEmpty()) {
            notices.accept(
                    "below the table, from line " + grid.line(layout.notes().get(0)) + ", is text that is not read ("
                            + part(grid, layout.notes().get(0)) + ")");
        }
        if (!layout.totals().isEmpty() && options.totals() == TableOptions.Totals.LEAVE_OUT) {
            notices.accept("totals are left out: line "
                    + layout.totals().stream()
                            .map(row -> Integer.toString(grid.line(row)))
                            .collect(Collectors.joining(", ")));
        }
        List<String> nameless = new ArrayList<>();
        for (int column = 0; column < layout.columns(); column++) {
            if (layout.headings().get(column).isEmpty()) {
                nameless.add(CellRange.letters(layout.first() + column));
            }
        }
        if (!nameless.isEmpty()) {
            notices.accept("columns without a heading are not read: "
                    + String.join(", ", nameless.subList(0, Math.min(FEW, nameless.size())))
                    + (nameless.size() > FEW ? " and " + (nameless.size() - FEW) + " more" : ""));
        }
    }

    private static String part(Grid grid, int row) {
        String text = grid.text(row, 0).isBlank() ? grid.written(row) : grid.text(row, 0);
        return text.length() > SHOWN ? text.substring(0, SHOWN).strip() + "..." : text.strip();
    }
}
