package org.advalorem.receipts;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final String FIRST_COLUMN = "draw";
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
        try (CsvRows rows = csv(file)) {
            boolean draws = rows.columns().size() > 1 && rows.columns().get(0).equals(FIRST_COLUMN);
            return draws ? Optional.of(new KeptDraws(file, CSV, CsvResult.made(rows.comments()))) : Optional.empty();
        } catch (CsvRows.NoCsvException e) {
            throw new NoReceiptException(String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            throw new NoReceiptException("It is no text in UTF-8.");
        }
    }

    private static CsvRows csv(Path file) throws IOException {
        return new CsvRows(Files.newBufferedReader(file, StandardCharsets.UTF_8));
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
        return ending.equals(PARQUET) ? ParquetTable.rows(of) : csv(of);
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
}
