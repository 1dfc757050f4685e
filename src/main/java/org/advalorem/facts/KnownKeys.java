package org.advalorem.facts;

import java.util.Collection;

/** A check of the keys of a mapping. */
public final class KnownKeys {
    private KnownKeys() {}

    /**
     * Notes every key that is not known, where it is written, with the nearest known one.
     *
     * @param mapping the mapping
     * @param known the keys it may have
     * @param where the location of the mapping, as it follows "is not known", such as {@code beside a value}
     * @param problems receives the unknown keys
     */
    public static void check(SourceNode.Mapping mapping, Collection<String> known, String where, Problems problems) {
        for (String key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                problems.add(
                        Problem.Code.AV201,
                        mapping.keyOrigin(key),
                        "(" + key + ") is not a known key " + where + ".",
                        Nearest.advice(key, known));
            }
        }
    }
}
