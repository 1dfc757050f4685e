package org.advalorem.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A collection of warnings: what is not an error but must not be overlooked in any output. */
public final class Warnings {
    private final Set<Warning> warnings = new LinkedHashSet<>();

    /**
     * A warning.
     *
     * @param about the address of its subject
     * @param text one or more whole sentences
     * @param at where its subject is written; empty where the address says it or the text does
     */
    public record Warning(Address about, String text, Optional<Origin> at) {}

    /**
     * Adds a warning; a repeated warning counts once.
     *
     * @param about the address of its subject
     * @param text one or more whole sentences
     */
    public void add(Address about, String text) {
        warnings.add(new Warning(about, text, Optional.empty()));
    }

    /**
     * Adds a warning about something written in a file; a repeated warning counts once.
     *
     * @param about the address of its subject
     * @param at where it is written
     * @param text one or more whole sentences
     */
    public void add(Address about, Origin at, String text) {
        warnings.add(new Warning(about, text, Optional.of(at)));
    }

    /** All warnings, in the order added. */
    public List<Warning> all() {
        return new ArrayList<>(warnings);
    }
}
