package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.tables.CellRange;
import org.advalorem.tables.TextEncoding;

/**
 * What the user states about a data file; the rest is detected.
 *
 * @param delimiter the character between cells
 * @param decimal a point or a comma
 * @param thousands what stands between thousands
 * @param dates a pattern of {@link java.time.format.DateTimeFormatter}
 * @param encoding how the text is encoded
 * @param sheet the sheet of a workbook
 * @param range the part of the sheet or file that holds the table, headings included
 * @param totals what becomes of rows that look like totals
 * @param values by column the cells that stand for something else, and what for
 * @param rows by heading what a cell must say for its row to count
 */
public record TableOptions(
        Optional<Character> delimiter,
        Optional<Character> decimal,
        Optional<Character> thousands,
        Optional<String> dates,
        Optional<TextEncoding> encoding,
        Optional<String> sheet,
        Optional<CellRange> range,
        Totals totals,
        Map<String, Map<String, String>> values,
        Map<String, String> rows) {
    /** Nothing stated. */
    public static final TableOptions DETECT = new TableOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Totals.ASK,
            Map.of(),
            Map.of());

    /** The same for a text in that encoding; empty to detect it. */
    public TableOptions encoded(Optional<TextEncoding> known) {
        return new TableOptions(delimiter, decimal, thousands, dates, known, sheet, range, totals, values, rows);
    }

    /** What becomes of rows that look like totals. */
    public enum Totals {
        /** They are an error that asks. */
        ASK,
        /** They are left out. */
        LEAVE_OUT,
        /** They are rows like others. */
        KEEP;

        /** The word by which a scenario chooses. */
        String word() {
            return this == KEEP ? "keep" : "leave out";
        }

        static Optional<Totals> of(String word) {
            return List.of(LEAVE_OUT, KEEP).stream()
                    .filter(choice -> choice.word().equals(word))
                    .findFirst();
        }
    }
}
