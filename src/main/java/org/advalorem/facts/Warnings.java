package org.advalorem.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A collection of warnings: what is not an error but must not be overlooked in any output. */
public final class Warnings {
    private final Set<Warning> warnings = new LinkedHashSet<>();

    /**
     * A warning.
     *
     * @param about the address of its subject
     * @param text one or more whole sentences
     */
    public record Warning(Address about, String text) {}

    /**
     * Adds a warning; a repeated warning counts once.
     *
     * @param about the address of its subject
     * @param text one or more whole sentences
     */
    public void add(Address about, String text) {
        warnings.add(new Warning(about, text));
    }

    /** All warnings, in the order added. */
    public List<Warning> all() {
        return new ArrayList<>(warnings);
    }
}
