package org.advalorem.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Provenance;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.YesNo;

/** Copies of trees with one part changed. */
final class Trees {
    static final SourceNode.Mapping NOTHING = SourceNode.mapping();
    private static final String REMOVED = "none";
    private static final String PUBLIC = "public";
    private static final Set<String> WRAPPER = Set.of("value", "status", "source", PUBLIC);

    private Trees() {}

    static SourceNode.Mapping with(SourceNode.Mapping mapping, String key, Origin keyOrigin, SourceNode value) {
        Map<String, SourceNode> entries = new LinkedHashMap<>(mapping.entries());
        Map<String, Origin> keys = new LinkedHashMap<>(mapping.keys());
        entries.put(key, value);
        keys.put(key, keyOrigin);
        return new SourceNode.Mapping(entries, keys, mapping.origin());
    }

    static SourceNode.Mapping without(SourceNode.Mapping mapping, String key) {
        Map<String, SourceNode> entries = new LinkedHashMap<>(mapping.entries());
        Map<String, Origin> keys = new LinkedHashMap<>(mapping.keys());
        entries.remove(key);
        keys.remove(key);
        return new SourceNode.Mapping(entries, keys, mapping.origin());
    }

    /** The mapping with a key that has no usable value. */
    static SourceNode.Mapping unusable(SourceNode.Mapping mapping, String key, Origin keyOrigin) {
        Map<String, SourceNode> entries = new LinkedHashMap<>(mapping.entries());
        Map<String, Origin> keys = new LinkedHashMap<>(mapping.keys());
        entries.remove(key);
        keys.put(key, keyOrigin);
        return new SourceNode.Mapping(entries, keys, mapping.origin());
    }

    /** A mapping with one key around a value, at the value's origin. */
    static SourceNode.Mapping around(String key, SourceNode value) {
        return new SourceNode.Mapping(Map.of(key, value), Map.of(key, value.origin()), value.origin());
    }

    static SourceNode at(SourceNode given, Origin origin) {
        if (given instanceof SourceNode.Scalar scalar) {
            return new SourceNode.Scalar(scalar.text(), scalar.quoted(), origin);
        }
        if (given instanceof SourceNode.Mapping mapping) {
            return new SourceNode.Mapping(mapping.entries(), mapping.keys(), origin);
        }
        return new SourceNode.Sequence(((SourceNode.Sequence) given).items(), origin);
    }

    /** The winner, recording what it replaced. */
    static SourceNode replacing(SourceNode old, SourceNode winner) {
        return at(winner, winner.origin().overriding(old.origin()));
    }

    /**
     * The winner, no more public than the value that it replaces: an overlay that only changes a number must not publish
     * it. One that says whether it is public, or that it was published, is left as it is.
     */
    static SourceNode asConfidentialAs(SourceNode old, SourceNode winner) {
        if (!(old instanceof SourceNode.Mapping before) || !isConfidential(before)) {
            return winner;
        }
        SourceNode.Mapping after;
        if (winner instanceof SourceNode.Scalar) {
            after = around(before.entries().containsKey("value") ? "value" : "file", winner);
        } else if (isWrapped(winner) && winner instanceof SourceNode.Mapping mapping) {
            after = mapping;
        } else {
            return winner;
        }
        if (after.entries().containsKey(PUBLIC) || says(after, "status", Provenance.Status.PUBLISHED.label())) {
            return winner;
        }
        SourceNode stated = before.entries().get(PUBLIC);
        return with(
                after,
                PUBLIC,
                winner.origin(),
                stated == null ? new SourceNode.Scalar(YesNo.NO, false, winner.origin()) : stated);
    }

    /** Whether a value or a data file is stated to be proprietary, or not to be public. */
    private static boolean isConfidential(SourceNode.Mapping given) {
        if (!given.entries().containsKey("value") && !given.entries().containsKey("file")) {
            return false;
        }
        return says(given, "status", Provenance.Status.PROPRIETARY.label())
                || (given.entries().get(PUBLIC) instanceof SourceNode.Scalar stated
                        && !YesNo.same(stated.text().strip(), YesNo.YES));
    }

    private static boolean says(SourceNode.Mapping given, String key, String word) {
        return given.entries().get(key) instanceof SourceNode.Scalar stated
                && stated.text().strip().equals(word);
    }

    /** Whether the value asks for the old one to be removed. */
    static boolean removes(SourceNode given, FieldType<?> kind) {
        return given instanceof SourceNode.Scalar scalar
                && !scalar.quoted()
                && scalar.text().equals(REMOVED)
                && !kind.takes(REMOVED);
    }

    /** Whether the node is a single value wrapped with its status and source. */
    static boolean isWrapped(SourceNode given) {
        return given instanceof SourceNode.Mapping mapping
                && mapping.entries().containsKey("value")
                && WRAPPER.containsAll(mapping.entries().keySet());
    }

    /** Whether the node is the name of a data file that supplies its rows. */
    static boolean isFileName(SourceNode given, FieldType<?> kind) {
        return given instanceof SourceNode.Scalar scalar && kind.isFileName(scalar.text());
    }
}
