package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalInt;
import org.advalorem.facts.Address;
import org.advalorem.facts.ChildField;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.SourceNode;

/**
 * The two forms of an address in a tree, which differ in how they refer to the items of lists: by name, {@code
 * uses.income-tax.mill.income}, or by place, {@code uses.income-tax.1.income}.
 */
final class AddressForms {
    private static final String VALUE = "value";

    private final FieldType<?> root;
    private final SourceNode.Mapping tree;

    /** The items of every list met, so that many addresses in a long list take no longer than they must. */
    private final IdentityHashMap<SourceNode.Sequence, ListItems> lists = new IdentityHashMap<>();

    AddressForms(FieldType<?> root, SourceNode.Mapping tree) {
        this.root = root;
        this.tree = tree;
    }

    /** The address with every item of a list by name; what leads nowhere is left as it is. */
    Address named(Address address) {
        return followed(address, true);
    }

    /** The address with every item of a list by place; what leads nowhere is left as it is. */
    Address placed(Address address) {
        return followed(address, false);
    }

    private synchronized Address followed(Address address, boolean byName) {
        List<String> segments = address.segments();
        List<String> form = new ArrayList<>();
        SourceNode node = tree;
        FieldType<?> type = root;
        for (int depth = 0; depth < segments.size(); depth++) {
            String segment = segments.get(depth);
            SourceNode below = null;
            String written = segment;
            if (node instanceof SourceNode.Mapping mapping) {
                below = mapping.entries().get(segment);
            } else if (node instanceof SourceNode.Sequence list) {
                FieldType<?> of = type;
                ListItems items = lists.computeIfAbsent(list, absent -> ListItems.of(absent, of));
                OptionalInt found = items.find(segment);
                if (found.isPresent()) {
                    below = list.items().get(found.getAsInt());
                    written = byName ? items.name(found.getAsInt()) : Integer.toString(found.getAsInt() + 1);
                }
            }
            if (depth == segments.size() - 1 && isValueItself(segment, node, type)) {
                return new Address(form);
            }
            form.add(written);
            if (below == null) {
                form.addAll(segments.subList(depth + 1, segments.size()));
                return new Address(form);
            }
            type = type.below(written, node).<FieldType<?>>map(ChildField::type).orElse(type);
            node = below;
        }
        return new Address(form);
    }

    /** Whether the segment is the key {@code value} that a single value may be written under or not. */
    private static boolean isValueItself(String segment, SourceNode node, FieldType<?> type) {
        return segment.equals(VALUE)
                && (node instanceof SourceNode.Scalar ? type.below(VALUE, node).isPresent() : Trees.isWrapped(node));
    }
}
