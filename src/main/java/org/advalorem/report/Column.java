package org.advalorem.report;

/**
 * A column of a listing.
 *
 * @param name in CSV and Parquet: {@code rate-unrounded}; empty for a column for people only
 * @param field in JSON: {@code rateUnrounded}
 * @param heading for people
 * @param figure how its numbers are printed; of words {@link Figure#TEXT}
 * @param audience who reads it
 * @param doc one sentence of documentation
 */
record Column(String name, String field, String heading, Figure figure, Audience audience, Layout layout, String doc) {
    /** Who reads a column. */
    enum Audience {
        /** People, in text and markdown. */
        PEOPLE,
        /** Programs, in JSON, CSV and Parquet. */
        PROGRAMS,
        /** Both. */
        ALL
    }

    /** How a column stands in a table for people. */
    enum Layout {
        /** On the left, not broken within a word. */
        LEFT,
        /** On the left, broken within its words where room is short. */
        BREAKABLE,
        /** On the right, as figures are. */
        RIGHT
    }

    /** Whether people read it. */
    boolean isForPeople() {
        return audience != Audience.PROGRAMS;
    }

    /** Whether programs read it. */
    boolean isForPrograms() {
        return audience != Audience.PEOPLE;
    }

    /** The name in JSON of a name in CSV: {@code rate-unrounded} becomes {@code rateUnrounded}. */
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
