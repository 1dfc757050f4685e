package org.advalorem.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Term;

/** A type written as a single value, or as a mapping {@code {value, status, source, public}} around it. */
abstract class ScalarType<T> extends FieldType<T> {
    private static final Set<String> WRAPPER = Set.of("value", "status", SourceType.KEY, "public");

    /**
     * Parses the text.
     *
     * @throws UnusableFactsException if it cannot be read, after noting the problem
     */
    abstract T parse(SourceNode.Scalar scalar, Reading reading);

    /** Notes that the text is not of this type, and what is expected. */
    final UnusableFactsException unexpected(
            Problem.Code code, SourceNode.Scalar scalar, Reading reading, String advice) {
        return reading.problem(
                code, "(" + reading.address() + ") is (" + scalar.text() + "); expected " + expected() + ".", advice);
    }

    /** The JSON Schema of the bare value. */
    abstract Map<String, Object> valueSchema();

    /** What was written, in the word that this program writes where there are several for one value. */
    String inWords(SourceNode.Scalar scalar) {
        return scalar.text();
    }

    /** The input that a value became; empty for structure. */
    Optional<Term> term(T value) {
        return Optional.empty();
    }

    @Override
    T read(Reading reading) {
        if (reading.given() instanceof SourceNode.Scalar scalar) {
            return register(scalar, reading, Provenance.UNSTATED);
        }
        if (reading.given() instanceof SourceNode.Mapping mapping
                && mapping.entries().containsKey("value")) {
            return readWrapped(mapping, reading);
        }
        throw reading.wrongShape(expected());
    }

    private T readWrapped(SourceNode.Mapping mapping, Reading reading) {
        KnownKeys.check(mapping, WRAPPER, "next to a value", reading.context().problems());
        Provenance provenance = provenance(mapping, reading);
        if (mapping.entries().get("value") instanceof SourceNode.Scalar scalar) {
            return register(scalar, reading.of(scalar), provenance);
        }
        throw reading.wrongShape("under value: " + expected());
    }

    private T register(SourceNode.Scalar scalar, Reading reading, Provenance provenance) {
        T value = parse(scalar, reading);
        Provenance known = scalar.origin().place().isEmpty() ? Provenance.DEFAULT : provenance;
        reading.context()
                .register()
                .add(new FactRegister.Fact(
                        reading.address(),
                        inWords(scalar),
                        scalar.origin(),
                        known,
                        reading.descriptive(),
                        term(value)));
        return value;
    }

    private static Provenance provenance(SourceNode.Mapping mapping, Reading reading) {
        SourceNode status = mapping.entries().get("status");
        SourceNode source = mapping.entries().get(SourceType.KEY);
        SourceNode publication = mapping.entries().get("public");
        return Provenance.of(
                status == null
                        ? Provenance.Status.UNSTATED
                        : WordTypes.STATUS.readSilently(reading.at(status, "status")),
                source == null ? Source.UNSTATED : SourceType.SOURCE.readSilently(reading.at(source, SourceType.KEY)),
                publication == null
                        ? Optional.empty()
                        : Optional.of(WordTypes.PUBLICATION.readSilently(reading.at(publication, "public"))),
                () -> (publication == null ? reading : reading.of(publication))
                        .problem(
                                Problem.Code.AV208,
                                "(" + reading.address() + ") is both proprietary and public.",
                                "Write public: no or public: ranged, or another status."));
    }

    /**
     * Reads a bare value that is not a fact of its own.
     *
     * @throws UnusableFactsException if it cannot be read, after noting the problem
     */
    T readSilently(Reading reading) {
        if (reading.given() instanceof SourceNode.Scalar scalar) {
            return parse(scalar, reading);
        }
        throw reading.wrongShape(expected());
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        return switch (key) {
            case "value" -> Optional.of(ChildField.declared(this));
            case "status" -> Optional.of(ChildField.declared(WordTypes.STATUS));
            case SourceType.KEY -> Optional.of(ChildField.declared(SourceType.SOURCE));
            case "public" -> Optional.of(ChildField.declared(WordTypes.PUBLICATION));
            default -> Optional.empty();
        };
    }

    @Override
    public final Map<String, Object> schema() {
        Map<String, Object> wrapper = new LinkedHashMap<>();
        wrapper.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("value", valueSchema());
        properties.put("status", WordTypes.STATUS.valueSchema());
        properties.put(SourceType.KEY, SourceType.SOURCE.schema());
        properties.put("public", WordTypes.PUBLICATION.valueSchema());
        wrapper.put("properties", properties);
        wrapper.put("required", List.of("value"));
        wrapper.put("additionalProperties", false);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("anyOf", List.of(valueSchema(), wrapper));
        return schema;
    }
}
