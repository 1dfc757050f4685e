package org.advalorem.tables;

import java.util.List;
import java.util.Optional;

/**
 * A text file as rows of cells.
 *
 * @param grid its cells
 * @param dialect how cells are separated and quoted
 * @param encoding how the text is encoded
 * @param unclosed the rows, from 0, in which a quotation mark is never closed and so counts as text
 */
public record TextTable(Grid grid, Dialect dialect, TextEncoding encoding, List<Integer> unclosed) {
    /**
     * The cells of a file.
     *
     * @param delimiter the delimiter that the user states, if any
     * @param encoding the encoding that the user states, if any
     * @throws TableException if the file is not text in a known encoding, or in two
     */
    public static TextTable read(byte[] file, Optional<Character> delimiter, Optional<TextEncoding> encoding) {
        TextEncoding.Decoded text = TextEncoding.decode(file, encoding);
        Dialect dialect = DialectDetection.of(text.utf8(), delimiter);
        CsvGrid.Read read = CsvGrid.read(text.utf8(), dialect);
        return new TextTable(read.grid(), dialect, text.encoding(), read.unclosed());
    }

    /** The same within a range, whose rows are the lines of the file. */
    public TextTable within(CellRange range) {
        return new TextTable(grid.within(range), dialect, encoding, List.of());
    }
}
