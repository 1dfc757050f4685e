package org.advalorem.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Quantities side by side, computed alike row by row: one row a loan, a month, an approval.
 *
 * <p>Every cell that is computed is a node. How a column is computed is not written here: a reader takes it off the operands
 * of its cells, called by the columns that the column names.
 *
 * @param columns in order
 * @param rows cells, as many a row as there are columns
 * @param totals the sums of columns that the calculation has, one cell a column, the others empty; no cell without a total
 * @param authority what the rows rest on
 * @param when the truth without which the authority had no part in the result; none when it always has
 */
public record Worksheet(
        String title,
        List<SheetColumn> columns,
        List<List<Outline.Cell>> rows,
        List<Outline.Cell> totals,
        Authority authority,
        Optional<Term> when)
        implements Outline.Item {
    /** Copies and checks the rows. */
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
                            + ") is computed from (" + named + "), which is no column of it.");
                }
            }
        }
    }

    /** A worksheet without totals whose authority always has its part. */
    public static Worksheet of(
            String title, List<SheetColumn> columns, List<List<Outline.Cell>> rows, Authority authority) {
        return new Worksheet(title, columns, rows, List.of(), authority, Optional.empty());
    }

    /** This with the total of a column; without it where a single row shows it already. */
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

    /** This without one of its columns. */
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

    /** This where the authority has a part in the result only if a truth holds. */
    public Worksheet when(Term truth) {
        return new Worksheet(title, columns, rows, totals, authority, Optional.of(truth));
    }

    private static void checkWidth(List<Outline.Cell> row, List<SheetColumn> columns, String title) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("A row of (" + title + ") has not " + columns.size() + " cells.");
        }
    }

    /** The place of the column of that name; -1 when there is none. */
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

    /** What a row is about: the words of its key columns. */
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

    /** The unit of the quantities of a column; none when it has no quantity, or several units. */
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
