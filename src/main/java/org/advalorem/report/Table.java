package org.advalorem.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table as all formats print it.
 *
 * @param title above it; empty for none
 * @param columns headings
 * @param rows as many cells a row as there are columns
 * @param note below it, such as what it rests on; empty for none
 */
record Table(String title, List<Column> columns, List<List<Cell>> rows, String note) {

    /**
     * A column.
     *
     * @param numbers whether its cells stand right
     * @param breakable whether its words may be broken within, at a hyphen or a point, to save room
     */
    record Column(String heading, boolean numbers, boolean breakable) {
        /** A column whose words are not broken. */
        Column(String heading, boolean numbers) {
            this(heading, numbers, false);
        }

        static Column of(org.advalorem.report.Column column) {
            return new Column(
                    column.heading(),
                    column.layout() == org.advalorem.report.Column.Layout.RIGHT,
                    column.layout() == org.advalorem.report.Column.Layout.BREAKABLE);
        }

        private static Column of(String heading) {
            return switch (heading.isEmpty() ? ' ' : heading.charAt(0)) {
                case '#' -> new Column(heading.substring(1), true);
                case '~' -> new Column(heading.substring(1), false, true);
                default -> new Column(heading, false);
            };
        }
    }

    /** Copies and checks the rows. */
    Table {
        columns = List.copyOf(columns);
        int width = columns.size();
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("A row of (" + title + ") has not " + width + " cells.");
        }
    }

    /**
     * A table whose columns stand left, those whose heading begins with {@code #} right; {@code ~} begins one whose words
     * may be broken.
     */
    static Builder titled(String title, String... headings) {
        return new Builder(title, Arrays.stream(headings).map(Column::of).toList());
    }

    /** Collects rows. */
    static final class Builder {
        private final String title;
        private final List<Column> columns;
        private final List<List<Cell>> rows = new ArrayList<>();
        private String note = "";

        private Builder(String title, List<Column> columns) {
            this.title = title;
            this.columns = columns;
        }

        Builder row(Cell... cells) {
            rows.add(List.of(cells));
            return this;
        }

        Builder row(List<Cell> cells) {
            rows.add(cells);
            return this;
        }

        Builder note(String text) {
            note = text;
            return this;
        }

        Table build() {
            return new Table(title, columns, rows, note);
        }
    }
}
