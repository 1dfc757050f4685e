package org.advalorem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.advalorem.facts.Origin;
import org.advalorem.facts.SourceNode;

/** The single values of a tree, and trees with one of them changed. */
final class TreeWalk {
    private TreeWalk() {}

    /**
     * A single value and the way to it.
     *
     * @param path keys of mappings and places in lists, from the root
     */
    record Leaf(List<Object> path, SourceNode.Scalar scalar, List<SourceNode> ancestors) {
        /** The path as a person would say it. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            path.forEach(step -> text.append(text.isEmpty() ? "" : ".").append(step));
            return text + " = " + scalar.text();
        }

        Object key() {
            return path.get(path.size() - 1);
        }
    }

    static List<Leaf> leaves(SourceNode.Mapping root) {
        List<Leaf> leaves = new ArrayList<>();
        collect(root, List.of(), List.of(), leaves);
        return leaves;
    }

    private static void collect(SourceNode given, List<Object> path, List<SourceNode> ancestors, List<Leaf> leaves) {
        List<SourceNode> deeper = new ArrayList<>(ancestors);
        deeper.add(given);
        if (given instanceof SourceNode.Scalar scalar) {
            leaves.add(new Leaf(path, scalar, ancestors));
        } else if (given instanceof SourceNode.Mapping mapping) {
            mapping.entries().forEach((key, value) -> collect(value, longer(path, key), deeper, leaves));
        } else if (given instanceof SourceNode.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                collect(sequence.items().get(i), longer(path, i), deeper, leaves);
            }
        }
    }

    private static List<Object> longer(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** The tree with that value replaced; nothing removes it. */
    static SourceNode.Mapping replaced(
            SourceNode.Mapping root, List<Object> path, UnaryOperator<Optional<SourceNode>> change) {
        return (SourceNode.Mapping) replace(root, path, change).orElseThrow();
    }

    /** The tree without the entries of mappings whose path is unwanted. */
    static SourceNode.Mapping without(SourceNode.Mapping root, Predicate<List<Object>> unwanted) {
        return without(root, List.of(), unwanted);
    }

    private static SourceNode.Mapping without(
            SourceNode.Mapping given, List<Object> path, Predicate<List<Object>> unwanted) {
        Map<String, SourceNode> entries = new LinkedHashMap<>();
        given.entries().forEach((key, value) -> {
            List<Object> longer = longer(path, key);
            if (!unwanted.test(longer)) {
                entries.put(
                        key, value instanceof SourceNode.Mapping deeper ? without(deeper, longer, unwanted) : value);
            }
        });
        Map<String, Origin> keys = new LinkedHashMap<>(given.keys());
        keys.keySet().retainAll(entries.keySet());
        return new SourceNode.Mapping(entries, keys, given.origin());
    }

    /** The tree with the last key of the path renamed. */
    static SourceNode.Mapping renamed(SourceNode.Mapping root, List<Object> path, String name) {
        List<Object> parent = path.subList(0, path.size() - 1);
        return replaced(
                root,
                parent,
                given -> given.map(found -> {
                    SourceNode.Mapping mapping = (SourceNode.Mapping) found;
                    Map<String, SourceNode> entries = new LinkedHashMap<>();
                    Map<String, Origin> keys = new LinkedHashMap<>();
                    mapping.entries().forEach((key, value) -> {
                        String now = key.equals(path.get(path.size() - 1)) ? name : key;
                        entries.put(now, value);
                        keys.put(now, mapping.keyOrigin(key));
                    });
                    return new SourceNode.Mapping(entries, keys, mapping.origin());
                }));
    }

    private static Optional<SourceNode> replace(
            SourceNode given, List<Object> path, UnaryOperator<Optional<SourceNode>> change) {
        if (path.isEmpty()) {
            return change.apply(Optional.of(given));
        }
        List<Object> rest = path.subList(1, path.size());
        if (given instanceof SourceNode.Mapping mapping) {
            Map<String, SourceNode> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> {
                if (key.equals(path.get(0))) {
                    replace(value, rest, change).ifPresent(changed -> entries.put(key, changed));
                } else {
                    entries.put(key, value);
                }
            });
            Map<String, Origin> keys = new LinkedHashMap<>(mapping.keys());
            keys.keySet().retainAll(entries.keySet());
            return Optional.of(new SourceNode.Mapping(entries, keys, mapping.origin()));
        }
        SourceNode.Sequence sequence = (SourceNode.Sequence) given;
        List<SourceNode> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            if (path.get(0).equals(i)) {
                replace(sequence.items().get(i), rest, change).ifPresent(items::add);
            } else {
                items.add(sequence.items().get(i));
            }
        }
        return Optional.of(new SourceNode.Sequence(items, sequence.origin()));
    }
}
