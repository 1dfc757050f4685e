package org.advalorem.api;

import java.util.OptionalDouble;

/**
 * What is at an address of a scenario: a result, or a value that was read.
 *
 * @param address whole, with the items of lists by name
 * @param name as a reader knows it: {@code Company Z's markup}
 * @param kind what it is
 * @param text of a result as printed, otherwise as written: {@code 8%}
 * @param number a rate as a fraction, yes as 1; empty for words
 * @param unit of the number, such as {@code CNY/t}; empty for a fraction and for words
 * @param status such as {@code verified} or {@code assumed}; empty for a result
 * @param source in words; empty if none is stated
 * @param origin where it is written: file, line and column; empty for a result and for a default
 */
public record Value(
        String address,
        String name,
        Kind kind,
        String text,
        OptionalDouble number,
        String unit,
        String status,
        String source,
        String origin) {
    /** What is at an address. */
    public enum Kind {
        /** Computed. */
        RESULT,
        /** A number that was read. */
        NUMBER,
        /** A choice among words, or what else decides how is computed. */
        CHOICE,
        /** Words on which no result depends. */
        DESCRIPTION
    }

    /**
     * Another value for the same address.
     *
     * @param value as one writes it in a {@link Setting}
     */
    public Setting to(String value) {
        return new Setting(address, value);
    }

    /** The address, what is there, and its name: {@code companies.acme.markup = 8% (Acme's markup)}. */
    @Override
    public String toString() {
        return address + " = " + text + (name.isEmpty() ? "" : " (" + name + ")");
    }
}
