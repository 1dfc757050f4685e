package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Unit;

/**
 * The type of a mapping that states the unit of the bare prices in it: the unit determines how they are read, so it is
 * looked up first.
 */
final class UnitType<T> extends FieldType<T> {
    private final String key;
    private final FieldType<T> mapping;

    UnitType(String key, FieldType<T> mapping) {
        this.key = key;
        this.mapping = mapping;
    }

    @Override
    T read(Reading reading) {
        FactsContext context =
                unit(reading.given()).map(reading.context()::withUnit).orElse(reading.context());
        return mapping.read(new Reading(reading.given(), reading.address(), context, reading.descriptive()));
    }

    /** The unit stated; anything wrong with it is reported when the field itself is read. */
    private Optional<Unit> unit(SourceNode given) {
        return entry(given, key)
                .flatMap(stated -> stated instanceof SourceNode.Mapping ? entry(stated, "value") : Optional.of(stated))
                .flatMap(stated ->
                        stated instanceof SourceNode.Scalar scalar ? Unit.parse(scalar.text()) : Optional.empty());
    }

    private static Optional<SourceNode> entry(SourceNode given, String name) {
        return given instanceof SourceNode.Mapping entries
                ? Optional.ofNullable(entries.entries().get(name))
                : Optional.empty();
    }

    @Override
    public Optional<String> written(String text) {
        return mapping.written(text);
    }

    @Override
    public boolean takesSingle() {
        return mapping.takesSingle();
    }

    @Override
    public Optional<ChildField> below(String name, SourceNode given) {
        return mapping.below(name, given);
    }

    @Override
    public List<String> keys(SourceNode given) {
        return mapping.keys(given);
    }

    @Override
    public Map<String, Object> schema() {
        return mapping.schema();
    }

    @Override
    public String expected() {
        return mapping.expected();
    }
}
