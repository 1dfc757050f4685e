package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of mappings, each with the fields of one of several sets, kept as it was written. */
final class ListOfAnyKind extends Kind<Given> {
    private final AnyOfKind item;
    private final String id;

    ListOfAnyKind(AnyOfKind item, String id) {
        this.item = item;
        this.id = id;
    }

    @Override
    Given read(Reading reading) {
        return reading.given();
    }

    @Override
    public Optional<Slot> below(String key, Given given) {
        return Optional.of(Slot.named(item));
    }

    @Override
    public List<String> itemNames(Given.Sequence list) {
        return ListKind.names(list, id);
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
