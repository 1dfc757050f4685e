package org.advalorem.report;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.advalorem.calculation.Withheld;
import org.advalorem.report.ListingType.ColumnOf;

/**
 * Rows of a kind of listing, whose cells are computed when they are written.
 *
 * @param title printed above it; empty for none
 * @param note printed below it, such as its authority; empty for none
 * @param <R> the subject of a row
 */
record Listing<R>(ListingType<R> type, String title, List<R> rows, String note) {
    /** Copies the list, unless its rows are made when they are read. */
    Listing {
        rows = rows instanceof Made<R> ? rows : List.copyOf(rows);
    }

    /** Rows that are made when they are read. */
    static final class Made<R> extends AbstractList<R> {
        private final int count;
        private final IntFunction<R> row;

        Made(int count, IntFunction<R> row) {
            this.count = count;
            this.row = row;
        }

        @Override
        public R get(int place) {
            return row.apply(place);
        }

        @Override
        public int size() {
            return count;
        }
    }

    /** The same listing with a note below it. */
    Listing<R> note(String words) {
        return new Listing<>(type, title, rows, words);
    }

    /** The first rows, with a note on how many more there are. */
    Listing<R> first(int most) {
        return rows.size() <= most
                ? this
                : new Listing<>(
                        type,
                        title,
                        rows.subList(0, most),
                        "And " + (rows.size() - most) + " more: --format csv or json.");
    }

    /** The table that people read. */
    Table printed() {
        List<ColumnOf<R>> columns = type.columnsForPeople();
        List<Table.Column> headings = new ArrayList<>();
        for (ColumnOf<R> of : columns) {
            headings.add(Table.Column.of(of.column()));
        }
        List<List<Cell>> printed = new ArrayList<>();
        for (R row : rows) {
            List<Cell> cells = new ArrayList<>();
            for (ColumnOf<R> of : columns) {
                cells.add(cell(of, row));
            }
            printed.add(cells);
        }
        return new Table(title, headings, printed, note);
    }

    private static <R> Cell cell(ColumnOf<R> of, R row) {
        if (of.column().figure() == Figure.TEXT) {
            return Cell.of(of.words().apply(row));
        }
        double number = of.number().applyAsDouble(row);
        return Double.isNaN(number) && !Withheld.is(number)
                ? Cell.empty()
                : Cell.of(number, of.column().figure());
    }
}
