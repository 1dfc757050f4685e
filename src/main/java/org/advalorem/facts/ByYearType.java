package org.advalorem.facts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The type of a mapping from years to values of one type.
 *
 * @param <T> the type of a value
 */
final class ByYearType<T> extends FieldType<Map<Integer, T>> {
    private final FieldType<T> type;

    ByYearType(FieldType<T> type) {
        this.type = type;
    }

    @Override
    Map<Integer, T> read(Reading reading) {
        if (!(reading.given() instanceof SourceNode.Mapping mapping)) {
            throw reading.wrongShape(this);
        }
        Map<Integer, T> values = new TreeMap<>();
        boolean complete = true;
        for (Map.Entry<String, SourceNode> entry : mapping.entries().entrySet()) {
            try {
                SourceNode.Scalar year =
                        new SourceNode.Scalar(entry.getKey(), false, mapping.keyOrigin(entry.getKey()));
                values.put(
                        WordTypes.YEAR.readSilently(reading.at(year, entry.getKey())),
                        type.read(reading.at(entry.getValue(), entry.getKey())));
            } catch (UnusableFactsException noted) {
                complete = false;
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        return values;
    }

    @Override
    public Optional<String> written(String text) {
        return type.written(text).map(value -> "{2016: " + value + "}");
    }

    @Override
    public boolean takesSingle() {
        return false;
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        return key.matches("[0-9]{4}") ? Optional.of(ChildField.declared(type)) : Optional.empty();
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of(
                "type",
                "object",
                "patternProperties",
                Map.of("^[0-9]{4}$", type.schema()),
                "additionalProperties",
                false);
    }

    @Override
    public String expected() {
        return type.isQuantity()
                ? "a mapping from years to values, such as {2016: 3.0 billion}"
                : "a mapping from years to " + type.expected();
    }
}
