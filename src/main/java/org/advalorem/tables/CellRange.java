package org.advalorem.tables;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a sheet, as spreadsheets write it: {@code A5:K900}. Rows or columns may be left out: {@code A:K}, {@code
 * 5:900}, {@code A5:K}.
 *
 * @param firstColumn from 0
 * @param firstRow from 1
 * @param lastColumn from 0
 * @param lastRow from 1
 */
public record CellRange(int firstColumn, int firstRow, int lastColumn, int lastRow) {
    /** The whole of a sheet. */
    public static final CellRange ALL = new CellRange(0, 1, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final Pattern FORM =
            Pattern.compile("\\$?([A-Z]{0,3})\\$?(\\d{0,7})\\s*:\\s*\\$?([A-Z]{0,3})\\$?(\\d{0,7})");
    private static final int LETTERS = 26;

    /** The range written; empty if it is none. */
    public static Optional<CellRange> of(String text) {
        Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        CellRange range = new CellRange(
                column(matcher.group(1), 0),
                row(matcher.group(2), 1),
                column(matcher.group(3), Integer.MAX_VALUE),
                row(matcher.group(4), Integer.MAX_VALUE));
        boolean forward =
                range.firstColumn <= range.lastColumn && range.firstRow <= range.lastRow && range.firstRow > 0;
        return forward ? Optional.of(range) : Optional.empty();
    }

    private static int column(String letters, int otherwise) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * LETTERS + letters.charAt(i) - 'A' + 1;
        }
        return letters.isEmpty() ? otherwise : column - 1;
    }

    private static int row(String digits, int otherwise) {
        return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    /** The letters of a column, from 0: {@code AB}. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    boolean hasRow(int row) {
        return row >= firstRow && row <= lastRow;
    }

    boolean hasColumn(int column) {
        return column >= firstColumn && column <= lastColumn;
    }
}
