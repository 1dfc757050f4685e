package org.advalorem.report;

/**
 * A column of a listing.
 *
 * @param name the name in CSV and Parquet, such as {@code rate-unrounded}; empty for a column that only people read
 * @param field the name in JSON, such as {@code rateUnrounded}
 * @param heading the heading that people read
 * @param figure the print format of its numbers; {@link Figure#TEXT} for text
 * @param audience who reads the column
 * @param doc one sentence of documentation
 */
record Column(String name, String field, String heading, Figure figure, Audience audience, Layout layout, String doc) {
    /** Who reads a column. */
    enum Audience {
        /** People, in text and markdown. */
        PEOPLE,
        /** Programs, in JSON, CSV and Parquet. */
        PROGRAMS,
        /** Both people and programs. */
        ALL
    }

    /** The layout of a column in a table for people. */
    enum Layout {
        /** Left-aligned, not broken within a word. */
        LEFT,
        /** Left-aligned, broken within words where space is short. */
        BREAKABLE,
        /** Right-aligned, as figures are. */
        RIGHT
    }

    /** Whether people read the column. */
    boolean isForPeople() {
        return audience != Audience.PROGRAMS;
    }

    /** Whether programs read the column. */
    boolean isForPrograms() {
        return audience != Audience.PEOPLE;
    }

    /** The JSON name for a CSV name: {@code rate-unrounded} becomes {@code rateUnrounded}. */
    static String field(String name) {
        StringBuilder field = new StringBuilder(name.length());
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '-') {
                upper = true;
            } else {
                field.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return field.toString();
    }
}
