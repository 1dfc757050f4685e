package org.advalorem.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import org.advalorem.facts.ChildField;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Origin;
import org.advalorem.facts.SourceNode;

/**
 * The merger of one tree over another: mappings merge by key, lists and single values are replaced as a whole, and
 * {@code none} removes the old value unless the word is itself a valid value of that field.
 */
final class Overlay {
    private Overlay() {}

    static SourceNode.Mapping lay(SourceNode.Mapping base, SourceNode.Mapping over, FieldType<?> type) {
        boolean onNothing = base.entries().isEmpty() && base.keys().isEmpty();
        SourceNode.Mapping shape =
                onNothing ? over : new SourceNode.Mapping(words(base, over), Map.of(), base.origin());
        Map<String, SourceNode> entries = new LinkedHashMap<>(base.entries());
        Map<String, Origin> keys = new LinkedHashMap<>(base.keys());
        for (String key : over.keys().keySet()) {
            SourceNode winner = over.entries().get(key);
            SourceNode old = entries.get(key);
            Origin written = over.keyOrigin(key);
            if (winner == null) {
                // the value written is unusable; the old one must not reappear in its place
                entries.remove(key);
                keys.put(key, written);
                continue;
            }
            if (old == null) {
                entries.put(key, winner);
                keys.put(key, written);
                continue;
            }
            FieldType<?> below =
                    type.below(key, shape).<FieldType<?>>map(ChildField::type).orElse(type);
            if (Trees.removes(winner, below)) {
                entries.remove(key);
                keys.remove(key);
                continue;
            }
            SourceNode value = lay(old, winner, below);
            Origin before = keys.getOrDefault(key, base.origin());
            entries.put(key, value);
            keys.put(
                    key,
                    value instanceof SourceNode.Mapping && old instanceof SourceNode.Mapping
                            ? before
                            : written.overriding(before));
        }
        return new SourceNode.Mapping(entries, keys, onNothing ? over.origin() : base.origin());
    }

    /** The single values of the result, on which the types of its other values may depend. */
    private static Map<String, SourceNode> words(SourceNode.Mapping base, SourceNode.Mapping over) {
        Map<String, SourceNode> words = new LinkedHashMap<>(base.entries());
        for (Map.Entry<String, SourceNode> entry : over.entries().entrySet()) {
            if (entry.getValue() instanceof SourceNode.Scalar) {
                words.put(entry.getKey(), entry.getValue());
            }
        }
        return words;
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
        return Trees.replacing(old, Trees.asConfidentialAs(old, winner));
    }
}
