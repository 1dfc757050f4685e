package org.advalorem.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Term;

/** A kind written as a single value, or as a mapping {@code {value, status, source, public}} around it. */
abstract class ScalarKind<T> extends Kind<T> {
    private static final Set<String> WRAPPER = Set.of("value", "status", "source", "public");

    /** Reads the text; problems through the reading. */
    abstract T parse(Given.Scalar scalar, Reading reading);

    /** JSON Schema of the bare value. */
    abstract Map<String, Object> valueSchema();

    /** The input a value became, none for structure. */
    Optional<Term> term(T value) {
        return Optional.empty();
    }

    @Override
    T read(Reading reading) {
        if (reading.given() instanceof Given.Scalar scalar) {
            return register(scalar, reading, Provenance.UNSTATED);
        }
        if (reading.given() instanceof Given.Mapping mapping
                && mapping.entries().containsKey("value")) {
            return readWrapped(mapping, reading);
        }
        throw reading.wrongShape(expected());
    }

    private T readWrapped(Given.Mapping mapping, Reading reading) {
        KnownKeys.check(mapping, WRAPPER, "beside a value", reading.context().problems());
        Provenance provenance = provenance(mapping, reading);
        if (mapping.entries().get("value") instanceof Given.Scalar scalar) {
            return register(scalar, reading.of(scalar), provenance);
        }
        throw reading.wrongShape("under value: " + expected());
    }

    private T register(Given.Scalar scalar, Reading reading, Provenance provenance) {
        T value = parse(scalar, reading);
        Provenance known = scalar.origin().place().isEmpty() ? Provenance.DEFAULT : provenance;
        reading.context()
                .register()
                .add(new FactRegister.Fact(
                        reading.address(), scalar.text(), scalar.origin(), known, reading.descriptive(), term(value)));
        return value;
    }

    private static Provenance provenance(Given.Mapping mapping, Reading reading) {
        Provenance.Status status = Provenance.Status.UNSTATED;
        Given given = mapping.entries().get("status");
        if (given != null) {
            status = WordKinds.STATUS.readSilently(reading.at(given, "status"));
        }
        Given source = mapping.entries().get("source");
        Given isPublic = mapping.entries().get("public");
        return new Provenance(
                status,
                source == null ? "" : WordKinds.TEXT.readSilently(reading.at(source, "source")),
                isPublic == null || WordKinds.FLAG.readSilently(reading.at(isPublic, "public")));
    }

    /** Reads a bare value that is not a fact of its own. */
    T readSilently(Reading reading) {
        if (reading.given() instanceof Given.Scalar scalar) {
            return parse(scalar, reading);
        }
        throw reading.wrongShape(expected());
    }

    @Override
    public Optional<Slot> below(String key, Given given) {
        return switch (key) {
            case "value" -> Optional.of(Slot.declared(this));
            case "status" -> Optional.of(Slot.declared(WordKinds.STATUS));
            case "source" -> Optional.of(Slot.declared(WordKinds.TEXT));
            case "public" -> Optional.of(Slot.declared(WordKinds.FLAG));
            default -> Optional.empty();
        };
    }

    @Override
    public final Map<String, Object> schema() {
        Map<String, Object> wrapper = new LinkedHashMap<>();
        wrapper.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("value", valueSchema());
        properties.put("status", WordKinds.STATUS.valueSchema());
        properties.put("source", Map.of("type", "string"));
        properties.put("public", WordKinds.FLAG.valueSchema());
        wrapper.put("properties", properties);
        wrapper.put("required", List.of("value"));
        wrapper.put("additionalProperties", false);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("anyOf", List.of(valueSchema(), wrapper));
        return schema;
    }
}
