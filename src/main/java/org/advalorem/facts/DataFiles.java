package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access to the data files that a scenario names. */
public interface DataFiles {
    /** Access to no files: every name is a problem. */
    DataFiles NONE = (name, origin, options) -> {
        throw new DataFileException(origin, "There is no folder to read (" + name + ") from.", "");
    };

    /**
     * The format of a data file.
     *
     * @param delimiter the character between cells; NUL to detect it
     * @param decimal a point or a comma; NUL to detect it
     * @param dateFormat a pattern of {@link java.time.format.DateTimeFormatter}; empty for {@code yyyy-MM-dd}
     */
    record Options(char delimiter, char decimal, String dateFormat) {
        /** The format with detected delimiter and decimal sign, and ISO dates. */
        public static final Options DETECT = new Options('\0', '\0', "");

        /** Whether {@code 12,5} is twelve and a half. */
        public boolean decimalComma() {
            return decimal == ',';
        }
    }

    /** Rows of text cells, in each row one for each column. */
    interface Cells {
        /** The number of rows. */
        int rows();

        /** The number of columns. */
        int columns();

        /**
         * The text of a cell.
         *
         * @param row the row, from 0
         * @param column the column, from 0
         */
        String text(int row, int column);
    }

    /** A table of text cells. Safe to share between threads if its cells are. */
    final class Table {
        private final String name;
        private final List<String> header;
        private final Cells cells;
        private final int[] lines;
        private final Options options;
        private final Map<Checked, CheckedRows> checked = new ConcurrentHashMap<>();

        /** The columns as which rows were read, and the position of each. */
        private record Checked(List<Column> columns, Map<String, Integer> places) {}

        /**
         * Creates a table that has been read.
         *
         * @param name the name by which the user knows it
         * @param header the names of the columns
         * @param cells the rows
         * @param lines the line of the file on which each row begins
         * @param options the format, with everything detected filled in
         */
        public Table(String name, List<String> header, Cells cells, int[] lines, Options options) {
            this.name = name;
            this.header = List.copyOf(header);
            this.cells = cells;
            this.lines = lines.clone();
            this.options = options;
        }

        String name() {
            return name;
        }

        /** The names of the columns. */
        public List<String> header() {
            return header;
        }

        /** The rows. */
        public Cells cells() {
            return cells;
        }

        /**
         * The rows checked against the given columns, read once however often they are requested.
         *
         * @param columns the columns expected
         * @param places the position of each column; a column without a position is absent
         * @param problems receives what is wrong with cells
         * @throws UnusableFactsException if a cell cannot be read, after noting the problem
         */
        CheckedRows rows(List<Column> columns, Map<String, Integer> places, Problems problems) {
            return checked.computeIfAbsent(
                    new Checked(columns, Map.copyOf(places)), key -> read(key.columns(), key.places(), problems));
        }

        private CheckedRows read(List<Column> columns, Map<String, Integer> places, Problems problems) {
            RowReader reader = new RowReader(problems, options, cells.rows());
            for (Column column : columns) {
                Integer place = places.get(column.name());
                if (place == null) {
                    reader.absent(column);
                } else {
                    reader.column(column, row -> cells.text(row, place), row -> origin(row, place));
                }
            }
            return reader.rows(row -> origin(row, -1));
        }

        /**
         * The origin of a cell, or of its row if the column is negative.
         *
         * @param row the row, from 0
         * @param column the column, from 0, or a negative number
         */
        public Origin origin(int row, int column) {
            StringBuilder text = new StringBuilder();
            int start = 0;
            for (int i = 0; i < header.size(); i++) {
                if (i > 0) {
                    text.append(options.delimiter() == '\0' ? ',' : options.delimiter());
                }
                if (i == column) {
                    start = text.codePointCount(0, text.length()) + 1;
                }
                text.append(cells.text(row, i));
            }
            return Origin.of(name, lines[row], start, text.toString());
        }

        /** The format, with everything detected filled in. */
        public Options options() {
            return options;
        }
    }

    /**
     * Reads a file.
     *
     * @param name relative to the file that names it
     * @param origin where it is named
     * @param options the format, as far as it is known
     * @throws DataFileException if it cannot be read
     */
    Table read(String name, Origin origin, Options options);

    /** A failure to read a data file. */
    final class DataFileException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Origin origin;
        private final String advice;

        /**
         * Creates a failure with what is wrong, where, and what to do.
         *
         * @param origin where the file is named, or the place in it
         * @param message what is wrong
         * @param advice what to do; empty if there is nothing to add
         */
        public DataFileException(Origin origin, String message, String advice) {
            super(message);
            this.origin = origin;
            this.advice = advice;
        }

        /** The place of the failure. */
        public Origin origin() {
            return origin;
        }

        /** Advice on what to do; empty if there is nothing to add. */
        public String advice() {
            return advice;
        }
    }
}
