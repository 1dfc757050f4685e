package org.advalorem.receipts;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/** A result in CSV, whose comments above the heading say how it was made. */
final class CsvResult {
    private CsvResult() {}

    static KeptResult read(String text) throws NoReceiptException {
        Leaves values = new Leaves();
        try (CsvRows rows = new CsvRows(new StringReader(text))) {
            int row = 0;
            for (Optional<List<String>> cells = rows.next(); cells.isPresent(); cells = rows.next()) {
                row++;
                add(row, cells.get(), rows.columns(), values);
            }
            return new KeptResult(KeptResult.Kind.CSV, made(rows.comments()), values.all());
        } catch (IOException e) {
            throw new NoReceiptException(String.valueOf(e.getMessage()));
        }
    }

    private static void add(int row, List<String> cells, List<String> columns, Leaves values)
            throws NoReceiptException {
        for (int i = 0; i < cells.size(); i++) {
            String column = i < columns.size() ? columns.get(i) : "column " + (i + 1);
            values.add("row " + row + " (" + cells.get(0) + "), " + column, cells.get(i));
        }
    }

    /** How a table was made, from the comments above its heading. */
    static Made made(List<String> comments) throws NoReceiptException {
        Optional<Made> made = Comments.made(comments);
        if (made.isEmpty()) {
            throw new NoReceiptException(
                    "Its comments do not name the command that made it; with --no-comments there are none.");
        }
        return made.get();
    }
}
