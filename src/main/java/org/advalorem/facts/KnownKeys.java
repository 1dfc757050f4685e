package org.advalorem.facts;

import java.util.Collection;

/** The keys that a mapping may have. */
public final class KnownKeys {
    private KnownKeys() {}

    /**
     * Notes every key that is not known, where it is written, with the nearest that is.
     *
     * @param where the mapping stands, as it goes on after "is not known", such as {@code beside a value}
     */
    public static void check(SourceNode.Mapping mapping, Collection<String> known, String where, Problems problems) {
        for (String key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                problems.add(
                        Problem.Code.AV201,
                        mapping.keyOrigin(key),
                        "(" + key + ") is not known " + where + ".",
                        Nearest.advice(key, known));
            }
        }
    }
}
