package org.advalorem.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was written, before interpretation: single values, mappings and lists, each with its origin. */
public sealed interface SourceNode permits SourceNode.Scalar, SourceNode.Mapping, SourceNode.Sequence {
    /** The place where it was written. */
    Origin origin();

    /**
     * A single value.
     *
     * @param text as written, without quotes
     * @param quoted whether it was quoted, and so is text whatever it looks like
     * @param origin where it was written
     */
    record Scalar(String text, boolean quoted, Origin origin) implements SourceNode {}

    /**
     * A mapping, in the order written.
     *
     * @param entries the values by key
     * @param keys where each key was written; a key without an entry has no usable value, and the reason was reported
     * @param origin where the mapping was written
     */
    record Mapping(Map<String, SourceNode> entries, Map<String, Origin> keys, Origin origin) implements SourceNode {
        /** Copies the maps, keeping their order. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }

        /** The origin of a key; that of the mapping if the key is not written. */
        public Origin keyOrigin(String key) {
            return keys.getOrDefault(key, origin);
        }
    }

    /** A list. */
    record Sequence(List<SourceNode> items, Origin origin) implements SourceNode {
        /** Copies the list. */
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A single value made in Java. */
    static Scalar scalar(String text) {
        return new Scalar(text, false, Origin.PROGRAM);
    }

    /**
     * A mapping made in Java.
     *
     * @param keysAndValues key, value, key, value ...; a value is a {@link SourceNode} or is taken as text
     */
    static Mapping mapping(Object... keysAndValues) {
        Map<String, SourceNode> entries = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entries.put(keysAndValues[i].toString(), given(keysAndValues[i + 1]));
        }
        return new Mapping(entries, Map.of(), Origin.PROGRAM);
    }

    /**
     * A list made in Java.
     *
     * @param items the items, each a {@link SourceNode} or taken as text
     */
    static Sequence sequence(Object... items) {
        return new Sequence(
                java.util.Arrays.stream(items).map(SourceNode::given).toList(), Origin.PROGRAM);
    }

    private static SourceNode given(Object value) {
        return value instanceof SourceNode given ? given : scalar(value.toString());
    }
}
