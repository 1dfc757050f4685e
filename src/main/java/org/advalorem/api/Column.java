package org.advalorem.api;

import java.util.OptionalDouble;
import org.advalorem.report.DataColumn;

/**
 * A column of a {@link Table}: a name, a type, and one cell for each row, some of which may be missing.
 *
 * <p>Units are those of the command's CSV, in {@code docs/json.md}: rates are fractions (0.1714), except that columns whose
 * name ends in {@code -percent} are percentages with two decimals (17.14); money is in the currency that another column
 * names; yes is 1.
 */
public final class Column {
    private final DataColumn column;
    private final double[] cells;

    /** The type of a column's cells. */
    public enum Type {
        /** Any number. */
        NUMBER,
        /** A whole number. */
        WHOLE,
        /** Yes (1) or no (0). */
        TRUTH,
        /** Words. */
        TEXT
    }

    /** The column over these cells, which are not copied. */
    Column(DataColumn column, double[] cells) {
        this.column = column;
        this.cells = cells;
    }

    /** The name, such as {@code company-rate} or {@code companies.acme.rate}. */
    public String name() {
        return column.name();
    }

    /** The type. */
    public Type type() {
        return switch (column.type()) {
            case NUMBER -> Type.NUMBER;
            case WHOLE -> Type.WHOLE;
            case TRUTH -> Type.TRUTH;
            case TEXT -> Type.TEXT;
        };
    }

    /** The number of rows. */
    public int size() {
        return cells.length;
    }

    /**
     * Whether a cell is missing.
     *
     * @param row from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public boolean isMissing(int row) {
        return !Double.isFinite(cells[row]);
    }

    /**
     * The number in a cell; not a number (NaN) if it is missing, which no other cell is.
     *
     * @param row from 0
     * @throws IllegalStateException if the column is one of text
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double number(int row) {
        requireNumbers();
        return isMissing(row) ? Double.NaN : cells[row];
    }

    /**
     * The number in a cell; empty if it is missing.
     *
     * @param row from 0
     * @throws IllegalStateException if the column is one of text
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public OptionalDouble find(int row) {
        double number = number(row);
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    /**
     * Whether a cell says yes; a missing one does not.
     *
     * @param row from 0
     * @throws IllegalStateException if the column is not one of yes and no
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public boolean holds(int row) {
        if (column.type() != DataColumn.Type.TRUTH) {
            throw new IllegalStateException("The column (" + name() + ") is not one of yes and no.");
        }
        return cells[row] == 1.0;
    }

    /**
     * A cell as text: words, {@code true} or {@code false}, or a number with as many digits as it takes to read the same
     * number back; empty if it is missing.
     *
     * @param row from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public String text(int row) {
        return isMissing(row) ? "" : column.text(cells[row]);
    }

    /**
     * A copy of the numbers, one for each row; not a number (NaN) where one is missing.
     *
     * @throws IllegalStateException if the column is one of text
     */
    public double[] numbers() {
        requireNumbers();
        double[] numbers = new double[cells.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = number(row);
        }
        return numbers;
    }

    private void requireNumbers() {
        if (column.type() == DataColumn.Type.TEXT) {
            throw new IllegalStateException("The column (" + name() + ") holds text, not numbers.");
        }
    }

    /** Name, type and size. */
    @Override
    public String toString() {
        return name() + " (" + type() + ", " + size() + " rows)";
    }
}
