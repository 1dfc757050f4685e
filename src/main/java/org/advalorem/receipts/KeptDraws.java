package org.advalorem.receipts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table that may be too long to be held whole, such as the draws of a simulation: compared row by row.
 *
 * @param ending the ending of its name, which makes its kind: {@code .csv} or {@code .parquet}
 */
public record KeptDraws(Path file, String ending, Made made) {
    private static final String PARQUET = ".parquet";
    private static final String CSV = ".csv";
    private static final String FIRST_COLUMN = "draw,";
    /**
     * The table in a file; empty if it is a report, which is read whole.
     *
     * @throws NoReceiptException if it does not say how it was made
     * @throws IOException if it cannot be read
     */
    public static Optional<KeptDraws> of(Path file) throws IOException, NoReceiptException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(PARQUET)) {
            return Optional.of(new KeptDraws(file, PARQUET, ParquetTable.made(file)));
        }
        if (!name.endsWith(CSV)) {
            return Optional.empty();
        }
        List<String> comments = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && isComment(line)) {
                comments.add(comment(line));
                line = lines.readLine();
            }
            if (line == null || !line.startsWith(FIRST_COLUMN)) {
                return Optional.empty();
            }
        } catch (CharacterCodingException e) {
            throw new NoReceiptException("It is no text in UTF-8.");
        }
        return Optional.of(
                new KeptDraws(
                        file,
                        CSV,
                        Comments.made(comments)
                                .orElseThrow(
                                        () -> new NoReceiptException(
                                                "Its comments do not name the command that made it; with --no-comments there are none."))));
    }

    private static String comment(String line) {
        String words = line.replaceFirst("^\uFEFF", "");
        if (words.startsWith("\"") && words.endsWith("\"") && words.length() > 1) {
            words = words.substring(1, words.length() - 1).replace("\"\"", "\"");
        }
        return words.replaceFirst("^# ?", "").strip();
    }

    private static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith("\"#") || line.startsWith("\uFEFF");
    }

    /**
     * Compares with a table made again, row by row.
     *
     * @throws IOException if one of them cannot be read
     */
    public Comparison compare(Path again) throws IOException {
        try (Rows kept = rows(file);
                Rows made = rows(again)) {
            int rows = 0;
            int differing = 0;
            Optional<Comparison.Difference> first = Optional.empty();
            Optional<List<String>> one = kept.next();
            Optional<List<String>> other = made.next();
            while (one.isPresent() || other.isPresent()) {
                rows += one.isPresent() ? 1 : 0;
                if (!one.equals(other)) {
                    differing++;
                    if (first.isEmpty()) {
                        first = Optional.of(difference(rows, one, other, kept.columns()));
                    }
                }
                one = kept.next();
                other = made.next();
            }
            return new Comparison("row", rows, differing, 0, first);
        }
    }

    private Rows rows(Path of) throws IOException {
        return ending.equals(PARQUET) ? ParquetTable.rows(of) : new Lines(of);
    }

    private static Comparison.Difference difference(
            int row, Optional<List<String>> kept, Optional<List<String>> made, List<String> columns) {
        if (kept.isEmpty() || made.isEmpty()) {
            return new Comparison.Difference(
                    "row " + row, kept.map(cells -> cells.get(0)), made.map(cells -> cells.get(0)));
        }
        int column = 0;
        while (column < Math.min(kept.get().size(), made.get().size()) - 1
                && kept.get().get(column).equals(made.get().get(column))) {
            column++;
        }
        return new Comparison.Difference(
                "row " + row + ", " + columns.get(Math.min(column, columns.size() - 1)),
                Optional.of(kept.get().get(column)),
                Optional.of(made.get().get(column)));
    }

    /** The rows of a table, one at a time. */
    interface Rows extends AutoCloseable {
        /** The names of the columns. */
        List<String> columns();

        /** The cells of the next row; empty after the last. */
        Optional<List<String>> next() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** The rows of a CSV file, below its comments. */
    private static final class Lines implements Rows {
        private final CsvReader<CsvRecord> csv;
        private final Iterator<CsvRecord> records;
        private final List<String> columns;

        Lines(Path file) throws IOException {
            csv = CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(file, StandardCharsets.UTF_8);
            records = csv.iterator();
            Optional<List<String>> row = next();
            while (row.isPresent() && isComment(row.get().get(0))) {
                row = next();
            }
            columns = row.orElse(List.of());
        }

        @Override
        public List<String> columns() {
            return columns;
        }

        @Override
        public Optional<List<String>> next() throws IOException {
            try {
                return records.hasNext() ? Optional.of(records.next().getFields()) : Optional.empty();
            } catch (CsvParseException | UncheckedIOException e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }
}
