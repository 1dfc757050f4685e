package org.advalorem.facts;

import java.util.List;

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
     * @param decimalComma whether {@code 12,5} is twelve and a half
     * @param dateFormat as {@link java.time.format.DateTimeFormatter}, empty for {@code yyyy-MM-dd}
     */
    record Options(char delimiter, boolean decimalComma, String dateFormat) {
        /** Detected delimiter, decimal point, ISO dates. */
        public static final Options DETECT = new Options('\0', false, "");
    }

    /** A table of texts. */
    final class Table {
        private final String name;
        private final List<String> header;
        private final List<List<String>> cells;
        private final int[] lines;
        private final Options options;

        /**
         * The table read.
         *
         * @param name as the scenario names it
         * @param header names of the columns
         * @param cells rows of cells, as many a row as there are names
         * @param lines the line of the file at which each row begins
         * @param options with everything detected filled in
         */
        public Table(String name, List<String> header, List<List<String>> cells, int[] lines, Options options) {
            this.name = name;
            this.header = List.copyOf(header);
            this.cells = cells;
            this.lines = lines.clone();
            this.options = options;
        }

        String name() {
            return name;
        }

        List<String> header() {
            return header;
        }

        List<List<String>> cells() {
            return cells;
        }

        int line(int row) {
            return lines[row];
        }

        Options options() {
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

        Origin origin() {
            return origin;
        }

        String advice() {
            return advice;
        }
    }
}
