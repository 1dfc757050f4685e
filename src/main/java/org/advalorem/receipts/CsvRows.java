package org.advalorem.receipts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A table in CSV: the comments above its heading, the heading, and the rows one at a time. */
final class CsvRows implements KeptDraws.Rows {
    private static final String COMMENT = "#";
    private static final String MARK = "\uFEFF";

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final List<String> comments = new ArrayList<>();
    private final List<String> columns;

    /**
     * The table in a text.
     *
     * @param text is closed with the table
     * @throws NoCsvException if the text is none
     * @throws IOException if it cannot be read
     */
    CsvRows(Reader text) throws IOException {
        csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        records = csv.iterator();
        Optional<List<String>> row = next().map(CsvRows::withoutMark);
        while (row.isPresent() && row.get().get(0).startsWith(COMMENT)) {
            comments.add(row.get().get(0).replaceFirst("^# ?", "").strip());
            row = next();
        }
        columns = row.orElse(List.of());
    }

    private static List<String> withoutMark(List<String> row) {
        List<String> cells = new ArrayList<>(row);
        cells.set(0, cells.get(0).replaceFirst("^" + MARK, ""));
        return cells;
    }

    /** A text that is no CSV. */
    static final class NoCsvException extends IOException {
        private static final long serialVersionUID = 1;

        NoCsvException(CsvParseException cause) {
            super("It is no CSV: " + cause.getMessage(), cause);
        }
    }

    /** The comments above the heading, without their sign. */
    List<String> comments() {
        return comments;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<List<String>> next() throws IOException {
        try {
            return records.hasNext() ? Optional.of(records.next().getFields()) : Optional.empty();
        } catch (CsvParseException e) {
            throw new NoCsvException(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
