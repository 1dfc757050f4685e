package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The type of a single value or a list of them. */
final class OneOrMoreType<T> extends FieldType<List<T>> {
    private final FieldType<T> item;

    OneOrMoreType(FieldType<T> item) {
        this.item = item;
    }

    @Override
    List<T> read(Reading reading) {
        if (!(reading.given() instanceof SourceNode.Sequence sequence)) {
            return List.of(item.read(reading));
        }
        List<Integer> places =
                IntStream.range(0, sequence.items().size()).boxed().toList();
        return Every.of(places, i -> item.read(reading.at(sequence.items().get(i), Integer.toString(i + 1))));
    }

    @Override
    public Optional<String> written(String text) {
        return item.written(text);
    }

    @Override
    public boolean takesSingle() {
        return item.takesSingle();
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        return given instanceof SourceNode.Sequence ? Optional.of(ChildField.named(item)) : item.below(key, given);
    }

    @Override
    public boolean isQuantity() {
        return item.isQuantity();
    }

    @Override
    public boolean takes(String word) {
        return item.takes(word);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("anyOf", List.of(item.schema(), Map.of("type", "array", "items", item.schema())));
    }

    @Override
    public String expected() {
        return item.expected() + ", or a list of them";
    }
}
