package org.advalorem.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.RoundingMode;
import java.util.List;
import org.advalorem.calculation.LegalDecimals;

/**
 * A table as CSV (RFC 4180, with lines ending in a line feed): numbers plain with up to 15 digits, rates as fractions,
 * yes and no as words. Flags appear in comment lines before the heading.
 */
final class CsvText {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvText() {}

    static String write(List<String> comments, FlatTable table) {
        StringWriter text = new StringWriter();
        comments.forEach(comment -> text.append(comment(comment)));
        try (CsvWriter csv = to(text)) {
            csv.writeRecord(table.names());
            for (int row = 0; row < table.rows(); row++) {
                CsvWriter.CsvWriterRecord record = csv.writeRecord();
                for (int column = 0; column < table.names().size(); column++) {
                    record.writeField(cell(table, row, column));
                }
                record.endRecord();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(FlatTable table, int row, int column) {
        Figure figure = table.figure(column);
        if (figure == Figure.TEXT) {
            return text(table.words(row, column));
        }
        double number = table.number(row, column);
        if (Double.isNaN(number)) {
            return "";
        }
        return switch (figure) {
            case TRUTH -> Boolean.toString(number != 0);
            case PUBLISHED ->
                LegalDecimals.decimal(number).setScale(2, RoundingMode.HALF_UP).toPlainString();
            case COUNT -> Long.toString((long) number);
            case MONEY, RATE, SHORT_RATE, EXACT_RATE, POINTS, SHARE, QUANTITY, PLAIN, TEXT -> Figure.PLAIN.text(number);
        };
    }

    /** A comment line. */
    static String comment(String words) {
        return "# " + TextWriter.clean(words) + "\n";
    }

    /** A text as a cell, before quoting. */
    static String text(String text) {
        // A spreadsheet would evaluate such a text as a formula.
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** A writer of cells, line by line, each line ending in a line feed and each cell quoted if necessary. */
    static CsvWriter to(Writer writer) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    }
}
