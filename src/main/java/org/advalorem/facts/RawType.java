package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The type of any value, kept as written for a reader that knows it. */
final class RawType extends FieldType<SourceNode> {
    /** The level from which a word is a value of its own: {@code issues.<issue>.<position>.<address>}. */
    private static final int VALUES = 3;

    private final Supplier<Map<String, Object>> schema;
    private final Optional<Supplier<FieldType<?>>> shape;
    private final int level;

    RawType(Supplier<Map<String, Object>> schema, Optional<Supplier<FieldType<?>>> shape) {
        this(schema, shape, 0);
    }

    private RawType(Supplier<Map<String, Object>> schema, Optional<Supplier<FieldType<?>>> shape, int level) {
        this.schema = schema;
        this.shape = shape;
        this.level = level;
    }

    @Override
    SourceNode read(Reading reading) {
        return reading.given();
    }

    @Override
    public boolean takesSingle() {
        return shape.map(type -> type.get().takesSingle()).orElse(true);
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        return shape.isPresent()
                ? shape.get().get().below(key, given)
                : Optional.of(ChildField.declared(new RawType(schema, shape, level + 1)));
    }

    @Override
    public List<String> keys(SourceNode given) {
        return shape.map(type -> type.get().keys(given)).orElse(List.of());
    }

    @Override
    public List<String> itemNames(SourceNode.Sequence list) {
        return shape.isPresent() ? shape.get().get().itemNames(list) : super.itemNames(list);
    }

    @Override
    public boolean isFileName(String text) {
        return shape.map(type -> type.get().isFileName(text)).orElse(false);
    }

    @Override
    public List<String> numberColumns() {
        return shape.map(type -> type.get().numberColumns()).orElse(List.of());
    }

    @Override
    public boolean isQuantity() {
        return shape.map(type -> type.get().isQuantity()).orElse(true);
    }

    @Override
    public boolean takes(String word) {
        return shape.map(type -> type.get().takes(word)).orElse(level >= VALUES);
    }

    @Override
    public Map<String, Object> schema() {
        return schema.get();
    }

    @Override
    public String expected() {
        return "a mapping";
    }
}
