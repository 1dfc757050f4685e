package org.advalorem.facts;

import java.util.List;
import java.util.Optional;

/**
 * A column of records.
 *
 * @param name the heading, and the key in an inline list
 * @param type the kind of value in a cell
 * @param required whether the column must be present
 * @param defaultText what an absent column or an empty cell is read as; in an optional column without a default, such a
 *     cell is blank
 * @param choices the words allowed in a cell; empty if any are
 * @param description one sentence
 * @param descriptive whether no result depends on it
 * @param domain the numbers allowed in a cell, both as written and after a change of the column
 * @param measured whether a cell may have a currency or unit of its own
 * @param gaps whether cells of a file may have no value although the column must be present
 */
public record Column(
        String name,
        Type type,
        boolean required,
        Optional<String> defaultText,
        List<String> choices,
        String description,
        boolean descriptive,
        Domain domain,
        boolean measured,
        boolean gaps) {

    /** The kind of value in a cell. */
    public enum Type {
        /**
         * A finite number; a unit or currency belongs to the column, unless cells have {@link #withUnits their own}.
         */
        NUMBER,
        /** A number that is not negative. */
        NOT_NEGATIVE,
        /** A rate with a percent sign. */
        RATE,
        /** A day. */
        DATE,
        /** A month, {@code 2016-01}; a day is taken as its month. */
        MONTH,
        /** A year. */
        YEAR,
        /** Text. */
        TEXT;

        private Domain domain() {
            return switch (this) {
                case NOT_NEGATIVE -> Domain.NOT_NEGATIVE;
                case RATE -> Domain.RATE;
                case NUMBER, DATE, MONTH, YEAR, TEXT -> Domain.ANY;
            };
        }
    }

    /**
     * A column that must be present.
     *
     * @param name the heading, and the key in an inline list
     * @param type the kind of value in a cell
     * @param description one sentence
     */
    public static Column required(String name, Type type, String description) {
        return new Column(
                name, type, true, Optional.empty(), List.of(), description, false, type.domain(), false, false);
    }

    /**
     * A column that may be absent; an absent one is read as the default.
     *
     * @param name the heading, and the key in an inline list
     * @param type the kind of value in a cell
     * @param defaultText the default, as it would be written
     * @param description one sentence
     */
    public static Column optional(String name, Type type, String defaultText, String description) {
        return new Column(
                name,
                type,
                false,
                Optional.of(defaultText),
                List.of(),
                description,
                false,
                type.domain(),
                false,
                false);
    }

    /**
     * A column that may be absent; its cells are then blank, see {@link Records#isBlank}.
     *
     * @param name the heading, and the key in an inline list
     * @param type the kind of value in a cell
     * @param description one sentence
     */
    public static Column optional(String name, Type type, String description) {
        return new Column(
                name, type, false, Optional.empty(), List.of(), description, false, type.domain(), false, false);
    }

    /** This column restricted to certain words. */
    public Column among(List<String> words) {
        return new Column(name, type, required, defaultText, words, description, descriptive, domain, measured, gaps);
    }

    /** This column as one on which no result depends. */
    public Column describing() {
        return new Column(name, type, required, defaultText, choices, description, true, domain, measured, gaps);
    }

    /** This column restricted to the numbers of a domain. */
    public Column within(Domain accepted) {
        return new Column(
                name, type, required, defaultText, choices, description, descriptive, accepted, measured, gaps);
    }

    /** This column as one whose cells may have a currency or unit of their own: {@code 40 million USD}. */
    public Column withUnits() {
        return new Column(name, type, required, defaultText, choices, description, descriptive, domain, true, gaps);
    }

    /** This column as one whose cells in a file may be empty or marked as having no value; they are then blank. */
    public Column withGaps() {
        return new Column(name, type, required, defaultText, choices, description, descriptive, domain, measured, true);
    }
}
