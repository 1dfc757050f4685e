package org.advalorem.scenario;

import java.util.Map;
import org.advalorem.facts.ChildField;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.SourceNode;

/**
 * The merger of one tree over another: mappings merge by key, lists and single values are replaced as a whole, and
 * {@code none} removes the old value unless the word is itself a valid value of that field.
 */
final class Overlay {
    private Overlay() {}

    static SourceNode.Mapping lay(SourceNode.Mapping base, SourceNode.Mapping over, FieldType<?> type) {
        SourceNode.Mapping merged = base.entries().isEmpty() && base.keys().isEmpty()
                ? new SourceNode.Mapping(Map.of(), Map.of(), over.origin())
                : base;
        for (String key : over.keys().keySet()) {
            SourceNode winner = over.entries().get(key);
            SourceNode old = merged.entries().get(key);
            FieldType<?> below =
                    type.below(key, merged).<FieldType<?>>map(ChildField::type).orElse(type);
            if (winner == null) {
                // the value written is unusable; the old one must not reappear in its place
                merged = Trees.unusable(merged, key, over.keyOrigin(key));
            } else if (old == null) {
                merged = Trees.with(merged, key, over.keyOrigin(key), winner);
            } else if (Trees.removes(winner, below)) {
                merged = Trees.without(merged, key);
            } else {
                SourceNode value = lay(old, winner, below);
                merged = Trees.with(
                        merged,
                        key,
                        value instanceof SourceNode.Mapping && old instanceof SourceNode.Mapping
                                ? merged.keyOrigin(key)
                                : over.keyOrigin(key).overriding(merged.keyOrigin(key)),
                        value);
            }
        }
        return merged;
    }

    private static SourceNode lay(SourceNode old, SourceNode winner, FieldType<?> type) {
        if (winner instanceof SourceNode.Mapping over) {
            if (old instanceof SourceNode.Mapping base && !(Trees.isWrapped(over) && Trees.isWrapped(base))) {
                return lay(base, over, type);
            }
            if (Trees.isFileName(old, type) && !over.entries().containsKey("file")) {
                return lay(Trees.around("file", old), over, type);
            }
        }
        return Trees.replacing(old, winner);
    }
}
