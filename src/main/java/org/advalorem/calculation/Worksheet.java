package org.advalorem.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Quantities side by side, computed alike row by row: one row for each loan, month or approval.
 *
 * <p>Every cell that is computed is a node. How a column is computed is not written here: a reader infers it from the
 * operands of its cells, named after the columns that the column lists.
 *
 * @param title the heading
 * @param columns the columns in order
 * @param rows the cells, in each row one for each column
 * @param totals the sums of columns that the calculation has, one cell for each column, the others empty; no cells at
 *     all without a total
 * @param authority the authority on which the rows rest
 * @param when the truth without which the authority has no bearing on the result; empty if it always does
 */
public record Worksheet(
        String title,
        List<SheetColumn> columns,
        List<List<Outline.Cell>> rows,
        List<Outline.Cell> totals,
        Authority authority,
        Optional<Term> when)
        implements Outline.Item {
    /**
     * Copies and checks the rows.
     *
     * @throws IllegalArgumentException if a row does not have one cell for each column, or a column is computed from an
     *     unknown one
     */
    public Worksheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        totals = List.copyOf(totals);
        for (List<Outline.Cell> row : rows) {
            checkWidth(row, columns, title);
        }
        if (!totals.isEmpty()) {
            checkWidth(totals, columns, title);
        }
        for (SheetColumn column : columns) {
            for (String named : column.from()) {
                if (index(columns, named) < 0) {
                    throw new IllegalArgumentException("The column (" + column.name() + ") of (" + title
                            + ") is computed from (" + named + "), which is not one of its columns.");
                }
            }
        }
    }

    /**
     * A worksheet without totals whose authority always bears on the result.
     *
     * @throws IllegalArgumentException if a row does not have one cell for each column, or a column is computed from an
     *     unknown one
     */
    public static Worksheet of(
            String title, List<SheetColumn> columns, List<List<Outline.Cell>> rows, Authority authority) {
        return new Worksheet(title, columns, rows, List.of(), authority, Optional.empty());
    }

    /** This worksheet resting on another authority. */
    Worksheet under(Authority other) {
        return other.equals(authority) ? this : new Worksheet(title, columns, rows, totals, other, when);
    }

    /**
     * This worksheet with the total of a column; unchanged if a single row already shows it.
     *
     * @param column the name of the column
     * @param total the sum of its cells
     */
    public Worksheet withTotal(String column, Term total) {
        int at = index(column);
        if (rows.size() < 2) {
            return this;
        }
        List<Outline.Cell> cells = new ArrayList<>(totals);
        while (cells.size() < columns.size()) {
            cells.add(Outline.nothing());
        }
        cells.set(at, Outline.quantity(total));
        return new Worksheet(title, columns, rows, cells, authority, when);
    }

    /** This worksheet without one of its columns, and without totals. */
    public Worksheet without(SheetColumn column) {
        int at = columns.indexOf(column);
        List<SheetColumn> left = new ArrayList<>(columns);
        left.remove(at);
        List<List<Outline.Cell>> cells = new ArrayList<>();
        for (List<Outline.Cell> row : rows) {
            cells.add(new ArrayList<>(row));
            cells.get(cells.size() - 1).remove(at);
        }
        return new Worksheet(title, left, cells, List.of(), authority, when);
    }

    /** This worksheet with an authority that bears on the result only where a truth holds. */
    public Worksheet when(Term truth) {
        return new Worksheet(title, columns, rows, totals, authority, Optional.of(truth));
    }

    private static void checkWidth(List<Outline.Cell> row, List<SheetColumn> columns, String title) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("A row of (" + title + ") does not have " + columns.size() + " cells.");
        }
    }

    /** The index of the column of a given name; -1 if there is none. */
    public int index(String column) {
        return index(columns, column);
    }

    private static int index(List<SheetColumn> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The name of a row: the words of its key columns.
     *
     * @param row the row, from 0
     */
    public String name(int row) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key()
                    && rows.get(row).get(i) instanceof Outline.Words words
                    && !words.text().isEmpty()) {
                name.append(name.isEmpty() ? "" : ", ").append(words.text());
            }
        }
        return name.toString();
    }

    /**
     * The unit of the quantities of a column; empty if it has no quantity, or several units.
     *
     * @param column the index of the column
     */
    public Optional<Unit> unit(int column) {
        Unit unit = null;
        for (List<Outline.Cell> row : rows) {
            if (row.get(column) instanceof Outline.Quantity quantity) {
                if (unit != null && !unit.equals(quantity.term().unit())) {
                    return Optional.empty();
                }
                unit = quantity.term().unit();
            }
        }
        return Optional.ofNullable(unit);
    }
}
