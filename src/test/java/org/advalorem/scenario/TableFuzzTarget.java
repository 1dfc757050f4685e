package org.advalorem.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.DataTable;
import org.advalorem.facts.Origin;
import org.advalorem.facts.TableOptions;
import org.advalorem.tables.Grid;
import org.advalorem.tables.TableException;
import org.advalorem.tables.TextEncoding;
import org.advalorem.tables.TextTable;

/** Any bytes as a data file: a failure of a table, or cells that are the same when they are written and read again. */
public final class TableFuzzTarget {
    private TableFuzzTarget() {}

    /** The name that the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        try {
            TextTable text = TextTable.read(input, Optional.empty(), Optional.empty());
            // a backslash may be text or an escape, and an apostrophe text or a quotation mark: the file as a whole
            // tells
            if (text.unclosed().isEmpty() && !cells(text.grid()).matches("(?s).*[\\\\'].*")) {
                readsBack(text.grid());
            }
            DataTable table = TableFile.read(
                    () -> OpenedTable.text(input, TableOptions.DETECT),
                    "data.csv",
                    Origin.of("case.yaml", 1, 1, "sales: data.csv"),
                    TableOptions.DETECT,
                    List.of(),
                    notice -> {});
            readCells(table);
        } catch (TableException | DataFiles.DataFileException refused) {
            // said in the project's own words
        }
    }

    private static void readCells(DataTable table) {
        for (int column = 0; column < table.header().size(); column++) {
            // each may be refused by itself
            try {
                table.numbers(column);
            } catch (TableException | DataFiles.DataFileException refused) {
                continue;
            }
            try {
                table.dates(column, column % 2 == 0);
            } catch (TableException | DataFiles.DataFileException refused) {
                continue;
            }
            for (int row = 0; row < table.rows(); row++) {
                table.text(row, column);
                table.origin(row, column);
            }
        }
    }

    /** Every cell in quotation marks, so that none is open to another reading. */
    private static void readsBack(Grid grid) {
        StringBuilder written = new StringBuilder();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.width(row); column++) {
                written.append(column == 0 ? "\"" : ",\"")
                        .append(grid.text(row, column).replace("\"", "\"\""))
                        .append('"');
            }
            written.append('\n');
            grid.isBlank(row);
            grid.written(row);
        }
        Grid again = TextTable.read(
                        written.toString().getBytes(StandardCharsets.UTF_8),
                        Optional.of(','),
                        Optional.of(TextEncoding.UTF_8))
                .grid();
        if (!cells(again).equals(cells(grid))) {
            throw new IllegalStateException("Not the same when read back: " + cells(grid) + " and " + cells(again));
        }
    }

    private static String cells(Grid grid) {
        StringBuilder cells = new StringBuilder();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.width(row); column++) {
                cells.append(grid.text(row, column)).append('\u241f');
            }
            cells.append('\u241e');
        }
        return cells.toString();
    }
}
