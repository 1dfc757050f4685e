package org.advalorem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.advalorem.facts.Given;
import org.advalorem.facts.Origin;

/** The single values of a tree, and trees with one of them changed. */
final class TreeWalk {
    private TreeWalk() {}

    /**
     * A single value and the way to it.
     *
     * @param path keys of mappings and places in lists, from the root
     */
    record Leaf(List<Object> path, Given.Scalar scalar, List<Given> ancestors) {
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

    static List<Leaf> leaves(Given.Mapping root) {
        List<Leaf> leaves = new ArrayList<>();
        collect(root, List.of(), List.of(), leaves);
        return leaves;
    }

    private static void collect(Given given, List<Object> path, List<Given> ancestors, List<Leaf> leaves) {
        List<Given> deeper = new ArrayList<>(ancestors);
        deeper.add(given);
        if (given instanceof Given.Scalar scalar) {
            leaves.add(new Leaf(path, scalar, ancestors));
        } else if (given instanceof Given.Mapping mapping) {
            mapping.entries().forEach((key, value) -> collect(value, longer(path, key), deeper, leaves));
        } else if (given instanceof Given.Sequence sequence) {
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
    static Given.Mapping replaced(Given.Mapping root, List<Object> path, UnaryOperator<Optional<Given>> change) {
        return (Given.Mapping) replace(root, path, change).orElseThrow();
    }

    /** The tree with the last key of the path renamed. */
    static Given.Mapping renamed(Given.Mapping root, List<Object> path, String name) {
        List<Object> parent = path.subList(0, path.size() - 1);
        return replaced(
                root,
                parent,
                given -> given.map(found -> {
                    Given.Mapping mapping = (Given.Mapping) found;
                    Map<String, Given> entries = new LinkedHashMap<>();
                    Map<String, Origin> keys = new LinkedHashMap<>();
                    mapping.entries().forEach((key, value) -> {
                        String now = key.equals(path.get(path.size() - 1)) ? name : key;
                        entries.put(now, value);
                        keys.put(now, mapping.keyOrigin(key));
                    });
                    return new Given.Mapping(entries, keys, mapping.origin());
                }));
    }

    private static Optional<Given> replace(Given given, List<Object> path, UnaryOperator<Optional<Given>> change) {
        if (path.isEmpty()) {
            return change.apply(Optional.of(given));
        }
        List<Object> rest = path.subList(1, path.size());
        if (given instanceof Given.Mapping mapping) {
            Map<String, Given> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> {
                if (key.equals(path.get(0))) {
                    replace(value, rest, change).ifPresent(changed -> entries.put(key, changed));
                } else {
                    entries.put(key, value);
                }
            });
            Map<String, Origin> keys = new LinkedHashMap<>(mapping.keys());
            keys.keySet().retainAll(entries.keySet());
            return Optional.of(new Given.Mapping(entries, keys, mapping.origin()));
        }
        Given.Sequence sequence = (Given.Sequence) given;
        List<Given> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            if (path.get(0).equals(i)) {
                replace(sequence.items().get(i), rest, change).ifPresent(items::add);
            } else {
                items.add(sequence.items().get(i));
            }
        }
        return Optional.of(new Given.Sequence(items, sequence.origin()));
    }
}
