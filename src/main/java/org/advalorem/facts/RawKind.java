package org.advalorem.facts;

import java.util.Map;
import java.util.function.Supplier;

/** Anything, kept as it was written for a reader that knows it. */
final class RawKind extends Kind<Given> {
    private final Supplier<Map<String, Object>> schema;

    RawKind(Supplier<Map<String, Object>> schema) {
        this.schema = schema;
    }

    @Override
    Given read(Reading reading) {
        return reading.given();
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
