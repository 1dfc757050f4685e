package org.advalorem.report;

import java.util.List;

/**
 * A column of a table for other programs. Its cells are stored as numbers, which covers every type and allocates no
 * objects; a cell that is not a finite number is empty.
 *
 * @param words the texts of a text column, each of whose cells is an index into this list; empty for other types
 */
record DataColumn(String name, Type type, List<String> words) {
    /** The type of a column's cells. */
    enum Type {
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
    DataColumn {
        words = List.copyOf(words);
    }

    /** A column of a type other than text. */
    DataColumn(String name, Type type) {
        this(name, type, List.of());
    }
}
