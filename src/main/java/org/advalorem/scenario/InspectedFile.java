package org.advalorem.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.facts.TableOptions;
import org.advalorem.tables.ColumnProfile;
import org.advalorem.tables.Dialect;
import org.advalorem.tables.Layout;
import org.advalorem.tables.TextEncoding;

/**
 * A data file looked at without knowing what it is for.
 *
 * @param name its name as the user gave it
 * @param layout where its table stands
 * @param dialect how cells are separated and quoted; empty for a workbook
 * @param encoding how the text is encoded; empty for a workbook
 * @param sheet the sheet read; empty for a text file
 * @param sheets the sheets of the workbook
 * @param hiddenRows the number of hidden rows among those read
 * @param unclosed the lines on which a quotation mark is never closed
 * @param columns what its columns show
 */
public record InspectedFile(
        String name,
        Layout layout,
        Optional<Dialect> dialect,
        Optional<TextEncoding> encoding,
        String sheet,
        List<String> sheets,
        int hiddenRows,
        List<Integer> unclosed,
        List<ColumnProfile> columns) {
    /**
     * Looks at a file.
     *
     * @throws org.advalorem.tables.TableException if it is not text in one known encoding, nor a workbook with one
     *     sheet to read
     * @throws IOException if it cannot be read
     */
    public static InspectedFile read(Path file, TableOptions options) throws IOException {
        String name = file.toString().replace('\\', '/');
        OpenedTable opened = OpenedTable.open(file, name, options);
        Layout layout = Layout.of(opened.grid(), List.of());
        return new InspectedFile(
                name,
                layout,
                opened.text().map(read -> read.dialect()),
                opened.text().map(read -> read.encoding()),
                opened.sheet(),
                opened.sheets(),
                opened.hiddenRows(),
                opened.text().map(read -> read.unclosed()).orElse(List.of()).stream()
                        .map(opened.grid()::line)
                        .toList(),
                IntStream.range(0, layout.columns())
                        .mapToObj(column -> ColumnProfile.of(layout, column))
                        .toList());
    }

    /** The columns with two readings. */
    public List<ColumnProfile> ambiguous() {
        return columns.stream().filter(ColumnProfile::isAmbiguous).toList();
    }

    /** What its rows are counted in: lines of a text, rows of a sheet. */
    public String counted() {
        return sheet.isEmpty() ? "line" : "row";
    }

    /** The line of a text file, or row of a sheet, on which a row of the table begins. */
    public int line(int row) {
        return layout.grid().line(layout.body()[row]);
    }
}
