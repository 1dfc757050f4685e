package org.advalorem.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.SourceNode;

/** The items of a list as addresses refer to them: by name or, where no item has that name, by place from 1. */
final class ListItems {
    private static final String PLACE = "[1-9][0-9]{0,6}";

    private final List<String> names;
    private final Map<String, Integer> byName = new HashMap<>();

    private ListItems(List<String> names) {
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            byName.putIfAbsent(names.get(i), i);
        }
    }

    static ListItems of(SourceNode.Sequence list, FieldType<?> type) {
        return new ListItems(type.itemNames(list));
    }

    /** The index, from 0, of the item to which a segment of an address refers; empty if there is none. */
    OptionalInt find(String segment) {
        Integer named = byName.get(segment);
        if (named != null) {
            return OptionalInt.of(named);
        }
        int place = segment.matches(PLACE) ? Integer.parseInt(segment) : 0;
        return place > 0 && place <= names.size() ? OptionalInt.of(place - 1) : OptionalInt.empty();
    }

    /** The name of the item at an index from 0. */
    String name(int index) {
        return names.get(index);
    }
}
