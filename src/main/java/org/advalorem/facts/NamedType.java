package org.advalorem.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The type of a mapping from names to values of one type. An entry that cannot be read is left out after its problem
 * has been noted.
 */
final class NamedType<T> extends FieldType<Map<String, T>> {
    private final FieldType<T> type;

    NamedType(FieldType<T> type) {
        this.type = type;
    }

    @Override
    Map<String, T> read(Reading reading) {
        if (!(reading.given() instanceof SourceNode.Mapping mapping)) {
            throw reading.wrongShape(this);
        }
        Map<String, T> values = new LinkedHashMap<>();
        boolean complete = true;
        for (Map.Entry<String, SourceNode> entry : mapping.entries().entrySet()) {
            try {
                values.put(entry.getKey(), type.read(reading.at(entry.getValue(), entry.getKey())));
            } catch (UnusableFactsException noted) {
                complete = false;
            }
        }
        if (!complete && values.isEmpty()) {
            throw new UnusableFactsException();
        }
        return values;
    }

    @Override
    public Optional<String> written(String text) {
        return type.takesSingle() ? type.written(text).map(value -> "{NAME: " + value + "}") : Optional.empty();
    }

    @Override
    public boolean takesSingle() {
        return false;
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        return Optional.of(ChildField.named(type));
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "object", "additionalProperties", type.schema());
    }

    @Override
    public String expected() {
        return "a mapping from names to " + type.expected();
    }
}
