package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The type of a mapping of fields. */
final class SectionType extends FieldType<Facts> {
    private final Supplier<FieldSet> fields;

    SectionType(Supplier<FieldSet> fields) {
        this.fields = fields;
    }

    @Override
    Facts read(Reading reading) {
        if (reading.given() instanceof SourceNode.Mapping mapping) {
            return Facts.of(fields.get(), reading.context(), new Facts.Layer(mapping, reading.address()));
        }
        throw reading.wrongShape(this);
    }

    @Override
    public Optional<String> written(String text) {
        return fields.get().written(text, field -> true).map(written -> "{" + written + "}");
    }

    @Override
    public boolean takesSingle() {
        return false;
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        return ChildField.of(fields.get(), key);
    }

    @Override
    public List<String> keys(SourceNode given) {
        return fields.get().names();
    }

    @Override
    public Map<String, Object> schema() {
        return fields.get().schema();
    }

    @Override
    public String expected() {
        return "a mapping: " + fields.get().title();
    }
}
