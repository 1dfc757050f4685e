package org.advalorem.tables;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Other readings of rows that do not have as many cells as the others: a quotation mark that opens nothing and so
 * swallows lines, another delimiter or other quotation marks in this row alone.
 */
final class RowRepair {
    private final Dialect dialect;
    private final int width;

    RowRepair(Dialect dialect, int width) {
        this.dialect = dialect;
        this.width = width;
    }

    /** The rows for which a row stands if it is read in another way, each of the right width; empty if there is none. */
    Optional<List<List<String>>> rows(String written) {
        List<String> lines = written.lines().toList();
        if (lines.size() > 1) {
            List<List<String>> rows = new ArrayList<>();
            for (String line : lines) {
                List<String> cells = cells(line, dialect);
                rows.add(cells.size() == width ? cells : line(line).orElse(cells));
            }
            return rows.stream().allMatch(cells -> cells.size() == width) ? Optional.of(rows) : Optional.empty();
        }
        return line(written).map(List::of);
    }

    /** A line of the right width in another dialect. */
    private Optional<List<String>> line(String line) {
        List<Dialect> others = new ArrayList<>();
        others.add(new Dialect(dialect.delimiter(), dialect.quote(), !dialect.backslash()));
        others.add(new Dialect(dialect.delimiter(), dialect.quote() == '"' ? '\'' : '"', dialect.backslash()));
        for (char delimiter : Dialect.DELIMITERS.toCharArray()) {
            if (delimiter != dialect.delimiter() && delimiter != ' ') {
                others.add(new Dialect(delimiter, dialect.quote(), dialect.backslash()));
            }
        }
        return others.stream()
                .map(other -> cells(line, other))
                .filter(cells -> cells.size() == width)
                .findFirst()
                .or(() -> unquoted(line));
    }

    /** The cells if quotation marks are text. */
    private Optional<List<String>> unquoted(String line) {
        List<String> cells = List.of(line.split(Pattern.quote(String.valueOf(dialect.delimiter())), -1));
        return cells.size() == width ? Optional.of(cells) : Optional.empty();
    }

    private static List<String> cells(String line, Dialect dialect) {
        Grid grid = CsvGrid.read(line.getBytes(StandardCharsets.UTF_8), dialect).grid();
        List<String> cells = new ArrayList<>();
        for (int column = 0; grid.rows() == 1 && column < grid.width(0); column++) {
            cells.add(grid.text(0, column));
        }
        return cells;
    }
}
