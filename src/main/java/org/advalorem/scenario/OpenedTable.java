package org.advalorem.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.advalorem.facts.TableOptions;
import org.advalorem.tables.CellRange;
import org.advalorem.tables.Grid;
import org.advalorem.tables.TableException;
import org.advalorem.tables.TextTable;
import org.advalorem.tables.Workbook;

/**
 * The cells of a data file, before it is decided where its table stands.
 *
 * @param grid all cells, or those of the range stated
 * @param text how a text file is encoded and separated; empty for a workbook
 * @param sheet the sheet read; empty for a text file
 * @param sheets the sheets of the workbook
 * @param hiddenRows the number of hidden rows among those read
 */
record OpenedTable(Grid grid, Optional<TextTable> text, String sheet, List<String> sheets, int hiddenRows) {
    /** The maximum size of a data file in bytes. */
    static final int MOST = 256_000_000;

    static final String SMALLER = "Split it, or leave out columns that are not needed.";

    private static final int START = 8;

    /** That a file is too large to be read. */
    static String tooLarge(String file) {
        return file + " is larger than " + MOST / 1_000_000 + " MB.";
    }

    /**
     * Opens a file.
     *
     * @param place the file's name as shown to the user
     * @throws TableException if it is neither text in one known encoding nor a workbook with one sheet to read
     */
    static OpenedTable open(Path file, String place, TableOptions options) throws IOException {
        if (Files.size(file) > MOST) {
            throw new TableException(0, "", tooLarge("The data file"), SMALLER);
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START);
        }
        if (Workbook.isOldWorkbook(start)) {
            throw new TableException(
                    0,
                    "",
                    "The file is a workbook in the old format, or protected by a password.",
                    "Save it as .xlsx without a password.");
        }
        if (Workbook.isWorkbook(start)) {
            return sheet(file, place, options);
        }
        if (place.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw new TableException(
                    0,
                    "",
                    "The file is not a workbook, although its name ends in .xlsx.",
                    "Save it as .xlsx again, or give text an ending such as .csv.");
        }
        return text(Files.readAllBytes(file), options);
    }

    private static OpenedTable sheet(Path file, String place, TableOptions options) {
        try (Workbook book = Workbook.open(file)) {
            String name = options.sheet()
                    .or(book::onlySheet)
                    .orElseThrow(() -> new TableException(
                            0,
                            "",
                            "The workbook has several sheets: " + String.join(", ", book.sheets()) + ".",
                            "Write {file: " + place + ", sheet: "
                                    + book.sheets().get(0) + "}."));
            Workbook.Cells cells = book.cells(name, options.range().orElse(CellRange.ALL));
            return new OpenedTable(cells.grid(), Optional.empty(), name, book.sheets(), cells.hiddenRows());
        }
    }

    /** The cells of a text. */
    static OpenedTable text(byte[] bytes, TableOptions options) {
        if (options.sheet().isPresent()) {
            throw new TableException(0, "", "The file is not a workbook and has no sheets.", "Leave out sheet.");
        }
        TextTable whole = TextTable.read(bytes, options.delimiter(), options.encoding());
        TextTable read = options.range().map(whole::within).orElse(whole);
        return new OpenedTable(read.grid(), Optional.of(read), "", List.of(), 0);
    }

    /** Whether commas separate cells, which leaves the point as decimal sign. */
    boolean hasCommas() {
        return text.filter(read -> read.dialect().delimiter() == ',').isPresent();
    }
}
