package org.advalorem.facts;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The type of a name of an entry in another part of the scenario. */
final class ReferenceType extends ScalarType<String> {
    private final String part;

    ReferenceType(String part) {
        this.part = part;
    }

    @Override
    String parse(SourceNode.Scalar scalar, Reading reading) {
        String name = scalar.text().strip();
        Collection<String> names = reading.context().names(part).orElse(List.of(name));
        if (!names.contains(name)) {
            throw reading.problem(
                    Problem.Code.AV210,
                    "(" + reading.address() + ") names (" + name + "), which is not among the " + part + ".",
                    Nearest.advice(name, names));
        }
        return name;
    }

    @Override
    Map<String, Object> valueSchema() {
        return Map.of("type", "string");
    }

    @Override
    public String expected() {
        return "a name from the " + part;
    }
}
