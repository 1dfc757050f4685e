package org.advalorem.report;

import java.util.List;
import tools.jackson.core.io.NumberOutput;

/**
 * A column of a table for other programs. Its cells are stored as numbers, which covers every type and allocates no
 * objects; a cell that is not a finite number is empty.
 *
 * @param words the texts of a text column, each of whose cells is an index into this list; empty for other types
 */
public record DataColumn(String name, Type type, List<String> words) {
    /** The type of a column's cells. */
    public enum Type {
        /** A count. */
        WHOLE,
        /** Any number. */
        NUMBER,
        /** Yes (1) or no (0). */
        TRUTH,
        /** One of the column's words. */
        TEXT
    }

    /** Copies the list. */
    public DataColumn {
        words = List.copyOf(words);
    }

    /**
     * A cell as text, with as many digits as it takes to read the same number back, on every JDK.
     *
     * @param cell a finite number
     */
    public String text(double cell) {
        return switch (type) {
            case WHOLE -> Long.toString((long) cell);
            case NUMBER -> NumberOutput.toString(cell, true);
            case TRUTH -> Boolean.toString(cell != 0.0);
            case TEXT -> words.get((int) cell);
        };
    }

    /** A column of a type other than text. */
    DataColumn(String name, Type type) {
        this(name, type, List.of());
    }
}
