package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The type of a single value, or of a mapping from whose fields it follows. */
final class StatedOrDerivedType<S, T> extends FieldType<T> {
    private final FieldType<S> single;
    private final Function<S, T> stated;
    private final FieldSet fields;
    private final Function<Facts, T> derived;

    StatedOrDerivedType(FieldType<S> single, Function<S, T> stated, FieldSet fields, Function<Facts, T> derived) {
        this.single = single;
        this.stated = stated;
        this.fields = fields;
        this.derived = derived;
    }

    private boolean isDerived(SourceNode given) {
        return given instanceof SourceNode.Mapping mapping
                && mapping.entries().keySet().stream().anyMatch(fields.names()::contains);
    }

    @Override
    T read(Reading reading) {
        if (reading.given() instanceof SourceNode.Mapping mapping && isDerived(mapping)) {
            return derived.apply(Facts.of(fields, reading.context(), new Facts.Layer(mapping, reading.address())));
        }
        return stated.apply(single.read(reading));
    }

    @Override
    public Optional<String> written(String text) {
        return single.written(text);
    }

    @Override
    public boolean takesSingle() {
        return single.takesSingle();
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        Optional<ChildField> ofSingle = isDerived(given) ? Optional.empty() : single.below(key, given);
        return ofSingle.isPresent() ? ofSingle : ChildField.of(fields, key);
    }

    @Override
    public List<String> keys(SourceNode given) {
        return isDerived(given) ? fields.names() : single.keys(given);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("anyOf", List.of(single.schema(), fields.schema()));
    }

    @Override
    public String expected() {
        return single.expected() + ", or a mapping: " + fields.title();
    }
}
