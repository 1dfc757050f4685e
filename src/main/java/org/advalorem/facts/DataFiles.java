package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The way to the data files that a scenario names. */
public interface DataFiles {
    /** No files: every name is a problem. */
    DataFiles NONE = (name, origin, options) -> {
        throw new DataFileException(origin, "There is no folder to read (" + name + ") from.", "");
    };

    /**
     * How a data file is written.
     *
     * @param delimiter between cells; a NUL means: detect
     * @param decimal a point or a comma; a NUL means: detect
     * @param dateFormat as {@link java.time.format.DateTimeFormatter}, empty for {@code yyyy-MM-dd}
     */
    record Options(char delimiter, char decimal, String dateFormat) {
        /** Detected delimiter and decimal sign, ISO dates. */
        public static final Options DETECT = new Options('\0', '\0', "");

        /** Whether {@code 12,5} is twelve and a half. */
        public boolean decimalComma() {
            return decimal == ',';
        }
    }

    /** Rows of texts, as many a row as there are names of columns. */
    interface Cells {
        /** The number of rows. */
        int rows();

        /** The number of columns. */
        int columns();

        /** A cell; row and column from 0. */
        String text(int row, int column);
    }

    /** A table of texts. Safe to share between threads when its cells are. */
    final class Table {
        private final String name;
        private final List<String> header;
        private final Cells cells;
        private final int[] lines;
        private final Options options;
        private final Map<Checked, CheckedRows> checked = new ConcurrentHashMap<>();

        /** The columns that rows were read as, and where each stands. */
        private record Checked(List<Column> columns, Map<String, Integer> places) {}

        /**
         * The table read.
         *
         * @param name under which the user finds it
         * @param header names of the columns
         * @param cells rows of cells
         * @param lines the line of the file at which each row begins
         * @param options with everything detected filled in
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
         * The rows as such columns, read once however often they are asked for.
         *
         * @param places where each column stands; a column without a place is absent
         * @throws UnusableFactsException when a cell cannot be read, after noting the problem
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

        /** Where a cell stands, or the row when the column is negative. */
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

        /** How it is written, with everything detected filled in. */
        public Options options() {
            return options;
        }
    }

    /**
     * Reads a file.
     *
     * @param name relative to the file that names it
     * @param origin where it is named
     * @throws DataFileException when it cannot be read
     */
    Table read(String name, Origin origin, Options options);

    /** A data file that cannot be read. */
    final class DataFileException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Origin origin;
        private final String advice;

        /** What is wrong, where, and what to do. */
        public DataFileException(Origin origin, String message, String advice) {
            super(message);
            this.origin = origin;
            this.advice = advice;
        }

        /** Where. */
        public Origin origin() {
            return origin;
        }

        /** What to do; empty when there is nothing to add. */
        public String advice() {
            return advice;
        }
    }
}
