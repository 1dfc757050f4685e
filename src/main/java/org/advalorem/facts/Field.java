package org.advalorem.facts;

import java.util.Optional;

/**
 * A declared field of a mapping.
 *
 * @param <T> the type of its value
 * @param name the key in the file
 * @param type how it is written and read
 * @param required whether it must be given
 * @param defaultText what is read if it is left out, as it would be written
 * @param descriptive whether it only describes and no result depends on it
 * @param description one sentence
 * @param authority the rule that requires it; empty if none does
 */
public record Field<T>(
        String name,
        FieldType<T> type,
        boolean required,
        Optional<String> defaultText,
        boolean descriptive,
        String description,
        String authority) {

    /**
     * A field that must be given.
     *
     * @param <T> the type of its value
     * @param name the key in the file
     * @param type how it is written and read
     * @param description one sentence
     */
    public static <T> Field<T> required(String name, FieldType<T> type, String description) {
        return new Field<>(name, type, true, Optional.empty(), false, description, "");
    }

    /**
     * A field that may be left out.
     *
     * @param <T> the type of its value
     * @param name the key in the file
     * @param type how it is written and read
     * @param description one sentence
     */
    public static <T> Field<T> optional(String name, FieldType<T> type, String description) {
        return new Field<>(name, type, false, Optional.empty(), false, description, "");
    }

    /** This field with a default, as it would be written. */
    public Field<T> orElse(String text) {
        return new Field<>(name, type, false, Optional.of(text), descriptive, description, authority);
    }

    /** This field as one on which no result depends. */
    public Field<T> describing() {
        return new Field<>(name, type, required, defaultText, true, description, authority);
    }

    /** This field with the rule that requires it. */
    public Field<T> under(String rule) {
        return new Field<>(name, type, required, defaultText, descriptive, description, rule);
    }
}
