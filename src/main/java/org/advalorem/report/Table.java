package org.advalorem.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table as all formats print it.
 *
 * @param title printed above it; empty for none
 * @param columns the columns, with their headings
 * @param rows the rows, each with as many cells as there are columns
 * @param note printed below it, such as its authority; empty for none
 */
record Table(String title, List<Column> columns, List<List<Cell>> rows, String note) {

    /**
     * A column.
     *
     * @param numbers whether its cells are right-aligned
     * @param breakable whether its words may be broken, at a hyphen or a period, to save space
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

    /**
     * Copies and checks the rows.
     *
     * @throws IllegalArgumentException if a row does not have as many cells as there are columns
     */
    Table {
        columns = List.copyOf(columns);
        int width = columns.size();
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("A row of (" + title + ") does not have " + width + " cells.");
        }
    }

    /**
     * A table whose columns are left-aligned, except that a heading that begins with {@code #} makes its column
     * right-aligned and one that begins with {@code ~} allows its words to be broken.
     */
    static Builder titled(String title, String... headings) {
        return new Builder(title, Arrays.stream(headings).map(Column::of).toList());
    }

    /** A builder that collects rows. */
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
