package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The type of a list of mappings, each with the fields of one of several sets, kept as written. */
final class ListOfAnyType extends FieldType<SourceNode> {
    private final AnyOfType item;
    private final String id;

    ListOfAnyType(AnyOfType item, String id) {
        this.item = item;
        this.id = id;
    }

    @Override
    SourceNode read(Reading reading) {
        return reading.given();
    }

    @Override
    public boolean takesSingle() {
        return false;
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        return Optional.of(ChildField.named(item));
    }

    @Override
    public List<String> itemNames(SourceNode.Sequence list) {
        return ListType.names(list, id);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "array", "items", item.schema());
    }

    @Override
    public String expected() {
        return "a list of mappings: " + item.expected();
    }
}
