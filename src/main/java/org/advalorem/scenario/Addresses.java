package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.advalorem.facts.Address;
import org.advalorem.facts.ChildField;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.SourceNode;

/** The addresses of the values in a tree. */
final class Addresses {
    private static final int MOST = 3;

    /** The parts of a scenario whose keys are addresses themselves. */
    private static final Set<String> ABOUT_ADDRESSES = Set.of("expect", "uncertain", "correlations", "adjustable");

    private final FieldType<?> root;
    private final SourceNode.Mapping tree;

    Addresses(FieldType<?> root, SourceNode.Mapping tree) {
        this.root = root;
        this.tree = tree;
    }

    /** The addresses whose last segment is {@code last}; empty when there are too many to be helpful. */
    List<String> endingIn(String last) {
        List<String> found = all().stream()
                .filter(address ->
                        address.segments().get(address.segments().size() - 1).equals(last))
                .map(Address::toString)
                .toList();
        return found.size() > MOST ? List.of() : found;
    }

    /** The addresses of everything written, in the order written. */
    List<Address> all() {
        List<Address> found = new ArrayList<>();
        collect(tree, root, Address.ROOT, false, found);
        return found;
    }

    /** The same, with the single values that have a default in what is written and are not written themselves. */
    List<Address> withDefaults() {
        List<Address> found = new ArrayList<>();
        collect(tree, root, Address.ROOT, true, found);
        return found;
    }

    /** Whether the address leads to a value that is written, or to a field that may be. */
    boolean leadsSomewhere(Address address) {
        SourceNode node = tree;
        FieldType<?> type = root;
        for (String segment : address.segments()) {
            Optional<ChildField> child = type.below(segment, node);
            Optional<SourceNode> written = below(node, type, segment);
            boolean column = type.numberColumns().contains(segment);
            if (written.isEmpty()
                    && !column
                    && child.filter(ChildField::declared).isEmpty()) {
                return false;
            }
            node = written.orElse(Trees.NOTHING);
            type = child.<FieldType<?>>map(ChildField::type).orElse(type);
        }
        return true;
    }

    /** What is written at an address; empty if nothing is. */
    Optional<SourceNode> written(Address address) {
        Optional<SourceNode> node = Optional.of(tree);
        FieldType<?> type = root;
        for (String segment : address.segments()) {
            if (node.isEmpty()) {
                return node;
            }
            SourceNode above = node.get();
            node = below(above, type, segment);
            type = type.below(segment, above)
                    .<FieldType<?>>map(ChildField::type)
                    .orElse(type);
        }
        return node;
    }

    private static Optional<SourceNode> below(SourceNode node, FieldType<?> type, String segment) {
        if (node instanceof SourceNode.Mapping mapping) {
            return Optional.ofNullable(mapping.entries().get(segment));
        }
        if (node instanceof SourceNode.Sequence list) {
            return ListItems.of(list, type).find(segment).stream()
                    .mapToObj(list.items()::get)
                    .findFirst();
        }
        return Optional.empty();
    }

    private static void collect(
            SourceNode given, FieldType<?> type, Address address, boolean defaults, List<Address> found) {
        if (given instanceof SourceNode.Mapping mapping && !Trees.isWrapped(mapping)) {
            mapping.entries().forEach((key, value) -> {
                if (!address.equals(Address.ROOT) || !ABOUT_ADDRESSES.contains(key)) {
                    step(value, type.below(key, mapping), type, address.child(key), defaults, found);
                }
            });
            if (defaults) {
                type.keys(mapping).stream()
                        .filter(key -> !mapping.entries().containsKey(key))
                        .filter(key -> type.below(key, mapping)
                                .filter(child -> child.defaultText().isPresent()
                                        && child.type().takesSingle())
                                .isPresent())
                        .map(address::child)
                        .forEach(found::add);
            }
        } else if (given instanceof SourceNode.Sequence list) {
            List<String> names = type.itemNames(list);
            for (int i = 0; i < names.size(); i++) {
                step(
                        list.items().get(i),
                        type.below(names.get(i), list),
                        type,
                        address.child(names.get(i)),
                        defaults,
                        found);
            }
        }
    }

    private static void step(
            SourceNode value,
            Optional<ChildField> child,
            FieldType<?> type,
            Address address,
            boolean defaults,
            List<Address> found) {
        found.add(address);
        collect(value, child.<FieldType<?>>map(ChildField::type).orElse(type), address, defaults, found);
    }
}
