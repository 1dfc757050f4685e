package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Anything, kept as it was written for a reader that knows it. */
final class RawKind extends Kind<Given> {
    /** From this level on, a word is a value of its own: {@code issues.<issue>.<position>.<address>}. */
    private static final int VALUES = 3;

    private final Supplier<Map<String, Object>> schema;
    private final Optional<Supplier<Kind<?>>> shape;
    private final int level;

    RawKind(Supplier<Map<String, Object>> schema, Optional<Supplier<Kind<?>>> shape) {
        this(schema, shape, 0);
    }

    private RawKind(Supplier<Map<String, Object>> schema, Optional<Supplier<Kind<?>>> shape, int level) {
        this.schema = schema;
        this.shape = shape;
        this.level = level;
    }

    @Override
    Given read(Reading reading) {
        return reading.given();
    }

    @Override
    public Optional<Slot> below(String key, Given given) {
        return shape.isPresent()
                ? shape.get().get().below(key, given)
                : Optional.of(Slot.declared(new RawKind(schema, shape, level + 1)));
    }

    @Override
    public List<String> keys(Given given) {
        return shape.map(kind -> kind.get().keys(given)).orElse(List.of());
    }

    @Override
    public List<String> itemNames(Given.Sequence list) {
        return shape.isPresent() ? shape.get().get().itemNames(list) : super.itemNames(list);
    }

    @Override
    public boolean isFileName(String text) {
        return shape.map(kind -> kind.get().isFileName(text)).orElse(false);
    }

    @Override
    public List<String> numberColumns() {
        return shape.map(kind -> kind.get().numberColumns()).orElse(List.of());
    }

    @Override
    public boolean isQuantity() {
        return shape.map(kind -> kind.get().isQuantity()).orElse(true);
    }

    @Override
    public boolean takes(String word) {
        return shape.map(kind -> kind.get().takes(word)).orElse(level >= VALUES);
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
