package org.advalorem.tables;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** A grid filled cell by cell. */
final class GridBuilder {
    /** The largest total of cell texts in bytes. */
    private static final int LARGEST = 512_000_000;

    private final BitSet typed = new BitSet();
    private byte[] text = new byte[1 << 16];
    private int length;
    private int[] marks = new int[1 << 12];
    private int count;
    private int[] rows = new int[1 << 10];
    private int[] lines = new int[1 << 10];
    private int rowCount;

    /** Begins a row, which has that number in its sheet. */
    void row(int line) {
        if (rowCount + 1 >= rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
            lines = Arrays.copyOf(lines, 2 * lines.length);
        }
        rows[rowCount] = count;
        lines[rowCount++] = line;
        mark();
    }

    /**
     * Adds a cell to the row.
     *
     * @param certain whether the cell is a number or a day by its type
     * @throws TableException if the cells are too many
     */
    void cell(String cell, boolean certain) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        if (length + (long) bytes.length > LARGEST) {
            throw new TableException(
                    0, "", "The sheet holds more than " + LARGEST / 1_000_000 + " MB of text.", "Split it.");
        }
        if (length + bytes.length > text.length) {
            text = Arrays.copyOf(text, (int) Math.min(LARGEST, Math.max(length + bytes.length, text.length * 3L / 2)));
        }
        System.arraycopy(bytes, 0, text, length, bytes.length);
        length += bytes.length;
        typed.set(count, certain);
        mark();
    }

    private void mark() {
        if (count == marks.length) {
            marks = Arrays.copyOf(marks, marks.length + marks.length / 2);
        }
        marks[count++] = length;
    }

    int rows() {
        return rowCount;
    }

    /** The grid; the builder must not be used any more. */
    Grid grid() {
        rows[rowCount] = count;
        return new Grid(text, marks, rows, lines, rowCount, null, new BitSet(), typed);
    }
}
