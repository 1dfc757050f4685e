package org.advalorem.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The cells of a text in one dialect. Quotation marks are marks only at the start of a cell and before a delimiter or
 * the end of a line; elsewhere they are text. A file that needs more indulgence than that is read as far as it makes
 * sense, and the rows concerned are named.
 */
final class CsvGrid {
    /** After so many, no more are looked for: each costs a walk to the end of the file. */
    private static final int MOST_UNCLOSED = 20;

    private final byte[] text;
    private final Dialect dialect;
    private final byte delimiter;
    private final byte quote;
    private final List<Integer> unclosed = new ArrayList<>();
    private final BitSet literal = new BitSet();
    private final int[] marks;
    private int count;
    private final int[] rows;
    private final int[] lines;
    private int rowCount;
    private boolean hasQuoted;

    /** Cells, and the rows, from 0, in which a quotation mark is never closed. */
    record Read(Grid grid, List<Integer> unclosed) {}

    private CsvGrid(byte[] text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
        this.delimiter = (byte) dialect.delimiter();
        this.quote = (byte) dialect.quote();
        // counted first, so that a large file leaves no outgrown arrays behind
        int lineEnds = 0;
        int delimiters = 0;
        for (byte c : text) {
            lineEnds += c == '\n' || c == '\r' ? 1 : 0;
            delimiters += c == delimiter ? 1 : 0;
        }
        this.rows = new int[lineEnds + 2];
        this.lines = new int[lineEnds + 1];
        this.marks = new int[delimiters + 2 * (lineEnds + 1)];
    }

    /** The cells of a text in UTF-8; lines without a character are left out. */
    static Read read(byte[] text, Dialect dialect) {
        CsvGrid reader = new CsvGrid(text, dialect);
        reader.read();
        reader.rows[reader.rowCount] = reader.count;
        Grid grid = new Grid(
                text, reader.marks, reader.rows, reader.lines, reader.rowCount, dialect, reader.literal, new BitSet());
        return new Read(grid, List.copyOf(reader.unclosed));
    }

    private void read() {
        int at = 0;
        int line = 1;
        while (at < text.length) {
            if (text[at] == '\n' || text[at] == '\r') {
                at = afterLineEnd(at);
                line++;
                continue;
            }
            startRow(at, line);
            boolean more = true;
            while (more) {
                int end = cellEnd(at);
                line += lineEnds(at, end);
                mark(end);
                more = end < text.length && text[end] == delimiter;
                at = end + 1;
            }
            at--;
            if (at < text.length) {
                at = afterLineEnd(at);
                line++;
            }
        }
    }

    /** The line ends within a cell, which only a quoted one can have. */
    private int lineEnds(int from, int to) {
        int ends = 0;
        for (int i = from; i < to && hasQuoted; i++) {
            ends += text[i] == '\n' || (text[i] == '\r' && !(i + 1 < to && text[i + 1] == '\n')) ? 1 : 0;
        }
        return ends;
    }

    private int afterLineEnd(int at) {
        return text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private void startRow(int at, int line) {
        rows[rowCount] = count;
        lines[rowCount++] = line;
        mark(at);
    }

    private void mark(int position) {
        marks[count++] = position;
    }

    /** The delimiter or line end after the cell that begins here. */
    private int cellEnd(int start) {
        int first = start;
        while (first < text.length && text[first] == ' ' && delimiter != ' ') {
            first++;
        }
        if (first < text.length && text[first] == quote) {
            int close = unclosed.size() < MOST_UNCLOSED ? closingQuote(first + 1) : -1;
            if (close >= 0) {
                hasQuoted = true;
                return skipSpaces(close + 1);
            }
            unclosed.add(rowCount - 1);
            literal.set(count);
        }
        int end = start;
        while (end < text.length && text[end] != delimiter && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return end;
    }

    /** The quotation mark that ends a cell; negative if none does. */
    private int closingQuote(int from) {
        for (int i = from; i < text.length; i++) {
            if (dialect.backslash() && text[i] == '\\') {
                i++;
            } else if (text[i] == quote) {
                if (!dialect.backslash() && i + 1 < text.length && text[i + 1] == quote) {
                    i++;
                } else if (endsCell(skipSpaces(i + 1))) {
                    return i;
                }
            }
        }
        return -1;
    }

    private int skipSpaces(int from) {
        int at = from;
        while (delimiter != ' ' && at < text.length && text[at] == ' ') {
            at++;
        }
        return at;
    }

    private boolean endsCell(int at) {
        return at >= text.length || text[at] == delimiter || text[at] == '\n' || text[at] == '\r';
    }
}
