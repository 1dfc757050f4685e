package org.advalorem.facts;

import java.util.Optional;

/**
 * The place where a value was written.
 *
 * @param place a file's name as the user gave it, or the command-line argument
 * @param line from 1; 0 if there are no lines
 * @param column from 1, counted in code points; 0 if unknown
 * @param text the line itself; empty if not kept
 * @param overridden the origin of the value that this one replaced
 */
public record Origin(String place, int line, int column, String text, Optional<Origin> overridden) {
    /** The origin of facts made in Java. */
    public static final Origin PROGRAM = new Origin("program", 0, 0, "", Optional.empty());

    /**
     * A position in a file.
     *
     * @param place the file's name as the user gave it
     * @param line from 1; 0 if there are no lines
     * @param column from 1, counted in code points; 0 if unknown
     * @param text the line itself; empty if not kept
     */
    public static Origin of(String place, int line, int column, String text) {
        return new Origin(place, line, column, text, Optional.empty());
    }

    /** This origin, with that of the value it replaced. */
    public Origin overriding(Origin other) {
        return new Origin(place, line, column, text, Optional.of(other));
    }

    /** {@code file:line}, as far as known. */
    public String fileLine() {
        return place + (line > 0 ? ":" + line : "");
    }

    /** {@code file:line:column}, as far as known. */
    @Override
    public String toString() {
        return fileLine() + (line > 0 && column > 0 ? ":" + column : "");
    }
}
