package org.advalorem.facts;

import java.util.List;

/** Access to the data files that a scenario names. */
public interface DataFiles {
    /** Access to no files: every name is a problem. */
    DataFiles NONE = (name, origin, options, wanted) -> {
        throw new DataFileException(origin, "There is no folder to read (" + name + ") from.", "");
    };

    /**
     * Reads a file.
     *
     * @param name relative to the file that names it
     * @param origin where it is named
     * @param options what the user states about the file
     * @param wanted the keys of headings that the table must have; where a row has them all, it is the row of headings
     * @throws DataFileException if it cannot be read
     */
    DataTable read(String name, Origin origin, TableOptions options, List<String> wanted);

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
