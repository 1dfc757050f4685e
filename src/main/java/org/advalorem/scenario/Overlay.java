package org.advalorem.scenario;

import java.util.Map;
import org.advalorem.facts.Given;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Slot;

/**
 * One tree laid over another: mappings merge by key, lists and single values are replaced whole, {@code none} removes
 * what stood there unless the word is a value of that field.
 */
final class Overlay {
    private Overlay() {}

    static Given.Mapping lay(Given.Mapping base, Given.Mapping over, Kind<?> kind) {
        Given.Mapping merged = base.entries().isEmpty() && base.keys().isEmpty()
                ? new Given.Mapping(Map.of(), Map.of(), over.origin())
                : base;
        for (String key : over.keys().keySet()) {
            Given winner = over.entries().get(key);
            Given old = merged.entries().get(key);
            Kind<?> below = kind.below(key, merged).<Kind<?>>map(Slot::kind).orElse(kind);
            if (winner == null) {
                // nothing usable was written; what stood there must not come back in its place
                merged = Trees.unusable(merged, key, over.keyOrigin(key));
            } else if (old == null) {
                merged = Trees.with(merged, key, over.keyOrigin(key), winner);
            } else if (Trees.removes(winner, below)) {
                merged = Trees.without(merged, key);
            } else {
                Given value = lay(old, winner, below);
                merged = Trees.with(
                        merged,
                        key,
                        value instanceof Given.Mapping && old instanceof Given.Mapping
                                ? merged.keyOrigin(key)
                                : over.keyOrigin(key).overriding(merged.keyOrigin(key)),
                        value);
            }
        }
        return merged;
    }

    private static Given lay(Given old, Given winner, Kind<?> kind) {
        if (winner instanceof Given.Mapping over) {
            if (old instanceof Given.Mapping base && !(Trees.isWrapped(over) && Trees.isWrapped(base))) {
                return lay(base, over, kind);
            }
            if (Trees.isFileName(old, kind) && !over.entries().containsKey("file")) {
                return lay(Trees.around("file", old), over, kind);
            }
        }
        return Trees.replacing(old, winner);
    }
}
