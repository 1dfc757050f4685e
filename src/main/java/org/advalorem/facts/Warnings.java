package org.advalorem.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is no error but must not be overlooked in any output. */
public final class Warnings {
    private final Set<Warning> warnings = new LinkedHashSet<>();

    /**
     * A warning.
     *
     * @param about the address of what it is about
     * @param text one or more whole sentences
     */
    public record Warning(Address about, String text) {}

    /** Notes a warning; the same twice counts once. */
    public void add(Address about, String text) {
        warnings.add(new Warning(about, text));
    }

    /** All warnings, in the order noted. */
    public List<Warning> all() {
        return new ArrayList<>(warnings);
    }
}
