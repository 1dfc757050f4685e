package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A mapping of fields. */
final class SectionKind extends Kind<Facts> {
    private final Supplier<FieldSet> fields;

    SectionKind(Supplier<FieldSet> fields) {
        this.fields = fields;
    }

    @Override
    Facts read(Reading reading) {
        if (reading.given() instanceof Given.Mapping mapping) {
            return Facts.of(fields.get(), reading.context(), new Facts.Layer(mapping, reading.address()));
        }
        throw reading.wrongShape(expected());
    }

    @Override
    public Optional<Slot> below(String key, Given given) {
        return Slot.of(fields.get(), key);
    }

    @Override
    public List<String> keys(Given given) {
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
