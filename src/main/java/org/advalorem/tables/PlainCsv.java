package org.advalorem.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table of whatever form as plain CSV: commas, double quotation marks, one line of headings, every cell as it is
 * written. Rows that do not have as many cells as the others are read in whatever way gives them as many, and named.
 */
public final class PlainCsv {
    /** A backslash before a quotation mark that neither is doubled nor ends a cell. */
    private static final Pattern LONE_MARK = Pattern.compile("\\\\\"(?!\"|\\s*$)");

    private final Layout layout;
    private final Optional<Dialect> dialect;
    private final Optional<RowRepair> repair;
    private final boolean blankAfterDelimiter;
    private final Consumer<String> notes;

    private PlainCsv(Layout layout, Optional<Dialect> dialect, Consumer<String> notes) {
        this.layout = layout;
        this.dialect = dialect;
        this.repair = dialect.map(read -> new RowRepair(read, layout.first() + layout.columns()));
        this.blankAfterDelimiter = dialect.isPresent() && hasBlankAfterDelimiter(layout);
        this.notes = notes;
    }

    /**
     * Writes a table.
     *
     * @param dialect the dialect of a text file; empty for a sheet
     * @param notes takes what was mended or padded
     */
    public static void write(Layout layout, Optional<Dialect> dialect, Appendable out, Consumer<String> notes)
            throws IOException {
        new PlainCsv(layout, dialect, notes).write(out);
    }

    /** Whether every cell but the first of a row begins with a blank, as where commas and blanks separate them. */
    private static boolean hasBlankAfterDelimiter(Layout layout) {
        boolean any = false;
        for (int row : layout.body()) {
            for (int column = 1; column < layout.grid().width(row); column++) {
                boolean blank = layout.grid().beginsWithBlank(row, column);
                if (!blank && !layout.grid().isEmpty(row, column)) {
                    return false;
                }
                any |= blank;
            }
        }
        return any;
    }

    private void write(Appendable out) throws IOException {
        int width = layout.first() + layout.columns();
        if (!layout.headings().isEmpty()) {
            write(layout.headings().stream().map(this::trimmed).toList(), out);
        }
        for (int row : layout.body()) {
            List<List<String>> rows = layout.grid().width(row) == width
                    ? List.of(quotedOtherwise(row).orElseGet(() -> cells(row)))
                    : mended(row, width);
            for (List<String> cells : rows) {
                write(cells.subList(Math.min(layout.first(), cells.size()), cells.size()), out);
            }
        }
    }

    /**
     * The cells of a row of the right width that is quoted otherwise than the others: every cell in the other kind of
     * marks, or a lone mark inside a cell behind a backslash.
     */
    private Optional<List<String>> quotedOtherwise(int row) {
        if (dialect.isEmpty()) {
            return Optional.empty();
        }
        String written = layout.grid().written(row);
        String mark = String.valueOf(dialect.get().quote());
        char other = dialect.get().quote() == '"' ? '\'' : '"';
        if (written.length() > 1 && written.charAt(0) == other && written.charAt(written.length() - 1) == other) {
            List<String> raw = raw(row);
            if (raw.size() > 1 && raw.stream().allMatch(cell -> isWrapped(cell, other))) {
                notes.accept("line " + layout.grid().line(row) + " is quoted otherwise than the others");
                String twice = String.valueOf(other) + other;
                return Optional.of(raw.stream()
                        .map(cell -> cell.substring(1, cell.length() - 1).replace(twice, String.valueOf(other)))
                        .collect(Collectors.toCollection(ArrayList::new)));
            }
        }
        if (!dialect.get().backslash() && LONE_MARK.matcher(written).find() && mark.equals("\"")) {
            List<String> raw = raw(row);
            List<String> cells = cells(row);
            boolean any = false;
            for (int column = 0; column < cells.size(); column++) {
                if (raw.get(column).startsWith(mark)
                        && LONE_MARK.matcher(raw.get(column)).find()) {
                    cells.set(column, cells.get(column).replace("\\" + mark, mark));
                    any = true;
                }
            }
            if (any) {
                notes.accept("line " + layout.grid().line(row) + " has a backslash before quotation marks");
                return Optional.of(cells);
            }
        }
        return Optional.empty();
    }

    private List<String> raw(int row) {
        List<String> raw = new ArrayList<>();
        for (int column = 0; column < layout.grid().width(row); column++) {
            raw.add(layout.grid().raw(row, column));
        }
        return raw;
    }

    private static boolean isWrapped(String cell, char mark) {
        return cell.length() > 1 && cell.charAt(0) == mark && cell.charAt(cell.length() - 1) == mark;
    }

    private List<List<String>> mended(int row, int width) {
        Optional<List<List<String>>> other =
                repair.flatMap(read -> read.rows(layout.grid().written(row)));
        if (other.isPresent()) {
            notes.accept("line " + layout.grid().line(row) + " is written otherwise than the others");
            return other.get();
        }
        List<String> cells = cells(row);
        while (cells.size() > width && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        if (cells.size() != width && !layout.grid().isSheet()) {
            notes.accept(
                    "line " + layout.grid().line(row) + " has " + layout.grid().width(row) + " cells and not " + width);
        }
        while (cells.size() < width) {
            cells.add("");
        }
        return List.of(cells);
    }

    private List<String> cells(int row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < layout.grid().width(row); column++) {
            cells.add(trimmed(layout.grid().text(row, column)));
        }
        return cells;
    }

    private String trimmed(String cell) {
        return blankAfterDelimiter && cell.startsWith(" ") ? cell.substring(1) : cell;
    }

    private static void write(List<String> cells, Appendable out) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(quoted(cells.get(i), cells.size() == 1));
        }
        out.append('\n');
    }

    private static String quoted(String cell, boolean alone) {
        boolean plain = cell.indexOf(',') < 0
                && cell.indexOf('"') < 0
                && cell.indexOf('\n') < 0
                && cell.indexOf('\r') < 0
                && !cell.startsWith(" ")
                && !cell.endsWith(" ")
                && !cell.startsWith("#");
        return plain && !(cell.isEmpty() && alone) ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
