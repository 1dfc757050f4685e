package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.ChildField;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.SourceNode;

/** The addresses of the values in a tree. */
final class Addresses {
    private static final int MOST = 3;

    private final FieldType<?> root;

    Addresses(FieldType<?> root) {
        this.root = root;
    }

    /** The addresses whose last segment is {@code last}; empty when there are too many to be helpful. */
    List<String> endingIn(String last, SourceNode.Mapping tree) {
        List<String> found = new ArrayList<>();
        collect(tree, root, Address.ROOT, last, found);
        return found.size() > MOST ? List.of() : found;
    }

    private static void collect(SourceNode given, FieldType<?> type, Address address, String last, List<String> found) {
        if (given instanceof SourceNode.Mapping mapping) {
            for (Map.Entry<String, SourceNode> entry : mapping.entries().entrySet()) {
                step(entry.getKey(), entry.getValue(), type.below(entry.getKey(), mapping), type, address, last, found);
            }
        } else if (given instanceof SourceNode.Sequence list) {
            List<String> names = type.itemNames(list);
            for (int i = 0; i < names.size(); i++) {
                step(names.get(i), list.items().get(i), type.below(names.get(i), list), type, address, last, found);
            }
        }
    }

    private static void step(
            String key,
            SourceNode value,
            Optional<ChildField> child,
            FieldType<?> type,
            Address address,
            String last,
            List<String> found) {
        Address below = address.child(key);
        if (key.equals(last)) {
            found.add(below.toString());
        }
        collect(value, child.<FieldType<?>>map(ChildField::type).orElse(type), below, last, found);
    }
}
