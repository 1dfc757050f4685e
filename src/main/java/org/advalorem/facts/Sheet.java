package org.advalorem.facts;

import java.util.List;

/**
 * Records with their columns.
 *
 * @param rows the checked rows
 * @param columns all columns that such records may have
 */
public record Sheet(Records rows, List<Column> columns) {
    /** Copies the list. */
    public Sheet {
        columns = List.copyOf(columns);
    }

    /** Whether the column holds text; all others hold numbers, days, months or years. */
    private static boolean isText(Column column) {
        return column.type() == Column.Type.TEXT;
    }

    /** A hash of the row's cells in the given columns, equal for rows that are the same. */
    public int hash(int row, List<Column> of) {
        int hash = 1;
        for (Column column : of) {
            int cell = isText(column) ? rows.word(row, column).hashCode() : Double.hashCode(rows.number(row, column));
            hash = 31 * hash + cell;
        }
        return hash;
    }

    /** Whether a row has the same cells as a row of another sheet in the given columns, which both have. */
    public boolean same(int row, Sheet other, int otherRow, List<Column> of) {
        for (Column column : of) {
            boolean equal = isText(column)
                    ? rows.word(row, column).equals(other.rows.word(otherRow, column))
                    : Double.compare(rows.number(row, column), other.rows.number(otherRow, column)) == 0
                            && rows.unit(row, column).equals(other.rows.unit(otherRow, column));
            if (!equal) {
                return false;
            }
        }
        return true;
    }
}
