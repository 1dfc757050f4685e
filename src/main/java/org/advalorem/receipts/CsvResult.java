package org.advalorem.receipts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A result in CSV, whose comments above the heading say how it was made. */
final class CsvResult {
    private static final String COMMENT = "# ";

    private static final String MARK = "\uFEFF";

    private CsvResult() {}

    private static List<List<String>> records(String text) throws NoReceiptException {
        List<List<String>> records = new ArrayList<>();
        try {
            CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)
                    .forEach(record -> records.add(record.getFields()));
        } catch (CsvParseException e) {
            throw new NoReceiptException("It is no CSV: " + e.getMessage());
        }
        return records;
    }

    static KeptResult read(String text) throws NoReceiptException {
        List<String> comments = new ArrayList<>();
        Leaves values = new Leaves();
        List<String> heading = new ArrayList<>();
        int row = 0;
        for (List<String> cells : records(text.startsWith(MARK) ? text.substring(1) : text)) {
            if (heading.isEmpty() && cells.get(0).startsWith(COMMENT)) {
                comments.add(cells.get(0).substring(COMMENT.length()));
            } else if (heading.isEmpty()) {
                heading.addAll(cells);
            } else {
                row++;
                for (int i = 0; i < cells.size(); i++) {
                    String column = i < heading.size() ? heading.get(i) : "column " + (i + 1);
                    values.add("row " + row + " (" + cells.get(0) + "), " + column, cells.get(i));
                }
            }
        }
        Optional<Made> made = Comments.made(comments);
        if (made.isEmpty()) {
            throw new NoReceiptException(
                    "Its comments do not name the command that made it; with --no-comments there are" + " none.");
        }
        return new KeptResult(KeptResult.Kind.CSV, made.get(), values.all());
    }
}
