package org.advalorem.tables;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows of text cells, as many in each row as the file has. All cells lie in one array of UTF-8, so that a million rows
 * take a handful of objects. Safe to share between threads.
 */
public final class Grid {
    private final byte[] text;
    private final int[] marks;
    private final int[] rows;
    private final int[] lines;
    private final int count;
    private final @Nullable Dialect dialect;
    private final int gap;
    private final byte quote;
    private final boolean backslash;
    private final BitSet literal;
    private final BitSet typed;

    /**
     * Takes over all arrays without copying them.
     *
     * @param text the file in UTF-8, or the cells of a sheet one after the other
     * @param marks for each row the start of its first cell and the end of each
     * @param rows the place of each row in {@code marks}, and one more that ends the last
     * @param lines the line on which each row begins, from 1
     * @param count the number of rows; the arrays may be longer
     * @param dialect how cells are separated and quoted; null for a sheet, whose cells follow one another as they are
     * @param literal the ends, as places in {@code marks}, of cells whose quotation marks are part of their text
     * @param typed the ends of cells that a workbook states as numbers or days
     */
    Grid(
            byte[] text,
            int[] marks,
            int[] rows,
            int[] lines,
            int count,
            @Nullable Dialect dialect,
            BitSet literal,
            BitSet typed) {
        this.text = text;
        this.marks = marks;
        this.rows = rows;
        this.lines = lines;
        this.count = count;
        this.dialect = dialect;
        this.gap = dialect == null ? 0 : 1;
        this.quote = dialect == null ? 0 : (byte) dialect.quote();
        this.backslash = dialect != null && dialect.backslash();
        this.literal = literal;
        this.typed = typed;
    }

    /** Whether the cells come from a sheet and not from a text. */
    public boolean isSheet() {
        return gap == 0;
    }

    /** The rows and columns of a range; the lines of a text count as rows. */
    Grid within(CellRange range) {
        int[] keptMarks = new int[marks.length];
        int[] keptRows = new int[rows.length];
        int[] keptLines = new int[lines.length];
        BitSet keptLiteral = new BitSet();
        BitSet keptTyped = new BitSet();
        int marked = 0;
        int kept = 0;
        for (int row = 0; row < rows(); row++) {
            if (!range.hasRow(lines[row]) || range.firstColumn() >= width(row)) {
                continue;
            }
            keptRows[kept] = marked;
            keptLines[kept++] = lines[row];
            keptMarks[marked++] = start(row, range.firstColumn());
            for (int column = range.firstColumn(); column < width(row) && range.hasColumn(column); column++) {
                int mark = rows[row] + column + 1;
                keptLiteral.set(marked, literal.get(mark));
                keptTyped.set(marked, typed.get(mark));
                keptMarks[marked++] = marks[mark];
            }
        }
        keptRows[kept] = marked;
        return new Grid(text, keptMarks, keptRows, keptLines, kept, dialect, keptLiteral, keptTyped);
    }

    /** The number of rows. */
    public int rows() {
        return count;
    }

    /**
     * The number of cells in a row.
     *
     * @param row from 0
     */
    public int width(int row) {
        return rows[row + 1] - rows[row] - 1;
    }

    /** The line of a text file on which a row begins, or the row's number in its sheet, from 1. */
    public int line(int row) {
        return lines[row];
    }

    /** Whether a workbook states the cell as a number or a day, so that its text is not open to two readings. */
    public boolean isTyped(int row, int column) {
        return column < width(row) && typed.get(rows[row] + column + 1);
    }

    /**
     * The text of a cell; empty beyond the end of its row.
     *
     * @param row from 0
     * @param column from 0
     */
    public String text(int row, int column) {
        if (column >= width(row)) {
            return "";
        }
        int start = start(row, column);
        int end = marks[rows[row] + column + 1];
        if (gap == 0) {
            return string(start, end);
        }
        int first = start;
        while (first < end && text[first] == ' ') {
            first++;
        }
        if (first == end || text[first] != quote || literal.get(rows[row] + column + 1)) {
            return string(start, end);
        }
        int last = end;
        while (text[last - 1] == ' ') {
            last--;
        }
        return unescaped(first + 1, last - 1);
    }

    /** Whether all cells of a row are empty or white space. */
    public boolean isBlank(int row) {
        for (int column = 0; column < width(row); column++) {
            if (!isBlank(row, column)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a cell is empty or white space. */
    public boolean isBlank(int row, int column) {
        if (column >= width(row)) {
            return true;
        }
        int end = marks[rows[row] + column + 1];
        for (int i = start(row, column); i < end; i++) {
            if (text[i] < 0) {
                return Cell.strip(text(row, column)).isEmpty();
            }
            if (text[i] > ' ' && !(gap == 1 && text[i] == quote)) {
                return false;
            }
        }
        return Cell.strip(text(row, column)).isEmpty();
    }

    /** Whether a blank stands before the text or quotation mark of a cell. */
    boolean beginsWithBlank(int row, int column) {
        int start = start(row, column);
        return start < marks[rows[row] + column + 1] && text[start] == ' ';
    }

    /** The text of a cell with its quotation marks. */
    String raw(int row, int column) {
        return string(start(row, column), marks[rows[row] + column + 1]);
    }

    /** Whether there is nothing at all between the delimiters around a cell. */
    boolean isEmpty(int row, int column) {
        return start(row, column) == marks[rows[row] + column + 1];
    }

    /** The row as it is written in the file, or the cells of a sheet with bars between them. */
    public String written(int row) {
        if (gap == 1) {
            return string(marks[rows[row]], marks[rows[row + 1] - 1]);
        }
        StringBuilder all = new StringBuilder();
        for (int column = 0; column < width(row); column++) {
            all.append(column == 0 ? "" : " | ").append(text(row, column));
        }
        return all.toString();
    }

    /** Where a cell begins in {@link #written}, from 1, counted in code points. */
    public int place(int row, int column) {
        int counted = Math.min(column, width(row));
        if (gap == 1) {
            int end = counted == width(row) ? marks[rows[row + 1] - 1] : start(row, counted);
            String before = string(marks[rows[row]], end);
            return before.codePointCount(0, before.length()) + 1;
        }
        int place = 1;
        for (int i = 0; i < counted; i++) {
            String cell = text(row, i);
            place += cell.codePointCount(0, cell.length()) + " | ".length();
        }
        return place;
    }

    private int start(int row, int column) {
        return column == 0 ? marks[rows[row]] : marks[rows[row] + column] + gap;
    }

    private String string(int start, int end) {
        return new String(text, start, end - start, StandardCharsets.UTF_8);
    }

    private String unescaped(int start, int end) {
        String inside = string(start, end);
        String mark = String.valueOf((char) quote);
        if (inside.indexOf((char) quote) < 0 && !(backslash && inside.indexOf('\\') >= 0)) {
            return inside;
        }
        return backslash ? inside.replace("\\" + mark, mark).replace("\\\\", "\\") : inside.replace(mark + mark, mark);
    }
}
