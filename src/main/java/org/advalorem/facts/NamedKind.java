package org.advalorem.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A mapping from names to values of one kind. An entry that cannot be read is left out after its problem was noted. */
final class NamedKind<T> extends Kind<Map<String, T>> {
    private final Kind<T> kind;

    NamedKind(Kind<T> kind) {
        this.kind = kind;
    }

    @Override
    Map<String, T> read(Reading reading) {
        if (!(reading.given() instanceof Given.Mapping mapping)) {
            throw reading.wrongShape(expected());
        }
        Map<String, T> values = new LinkedHashMap<>();
        boolean complete = true;
        for (Map.Entry<String, Given> entry : mapping.entries().entrySet()) {
            try {
                values.put(entry.getKey(), kind.read(reading.at(entry.getValue(), entry.getKey())));
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
    public Optional<Slot> below(String key, Given given) {
        return Optional.of(Slot.named(kind));
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "object", "additionalProperties", kind.schema());
    }

    @Override
    public String expected() {
        return "a mapping from names to " + kind.expected();
    }
}
