package org.advalorem.report;

import java.util.List;

/**
 * A table as CSV (RFC 4180, lines end with a line feed): numbers plain with up to 15 digits, rates as fractions, yes and no
 * as words. What must not be overlooked stands in comment lines before the heading.
 */
final class CsvWriter {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvWriter() {}

    static String write(List<String> comments, Table table) {
        StringBuilder text = new StringBuilder();
        comments.forEach(comment -> text.append(comment(comment)));
        row(table.columns().stream().map(Table.Column::heading).toList(), text);
        table.rows().forEach(row -> row(row.stream().map(CsvWriter::cell).toList(), text));
        return text.toString();
    }

    /** A comment line. */
    static String comment(String words) {
        return "# " + TextWriter.clean(words) + "\n";
    }

    private static String cell(Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            return switch (amount.figure()) {
                case TRUTH -> amount.figure().text(amount.value());
                case PUBLISHED ->
                    Double.isFinite(amount.value())
                            ? JsonText.percent(amount.value()).toPlainString()
                            : "";
                case MONEY, RATE, SHORT_RATE, POINTS, SHARE, EXACT_RATE, QUANTITY, PLAIN ->
                    Double.isFinite(amount.value()) ? Figure.PLAIN.text(amount.value()) : "";
            };
        }
        return text(cell.text());
    }

    /** A text as a cell, not yet quoted. */
    static String text(String text) {
        // a spreadsheet would run such a text as a formula
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Adds a line of cells. */
    static void row(List<String> cells, StringBuilder text) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        text.append('\n');
    }

    /** A cell in quotes where it needs them. */
    static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain && !cell.startsWith("#") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
