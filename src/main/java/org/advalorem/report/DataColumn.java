package org.advalorem.report;

import java.util.List;

/**
 * A column of a table for other programs. Its cells are held as numbers, which says the same for all types and costs no
 * objects; a cell that is not a finite number is empty.
 *
 * @param words of a column of texts: a cell is a place in this list; empty for the other types
 */
record DataColumn(String name, Type type, List<String> words) {
    /** What the cells are. */
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

    /** A column that is not of texts. */
    DataColumn(String name, Type type) {
        this(name, type, List.of());
    }
}
