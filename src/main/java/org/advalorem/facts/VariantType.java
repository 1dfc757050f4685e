package org.advalorem.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The type of a mapping whose fields depend on the word under one key. */
final class VariantType extends FieldType<Facts> {
    private final String key;
    private final Supplier<Map<String, FieldSet>> variants;
    private final Map<String, String> otherNames;

    VariantType(String key, Supplier<Map<String, FieldSet>> variants, Map<String, String> otherNames) {
        this.key = key;
        this.variants = variants;
        this.otherNames = Map.copyOf(otherNames);
    }

    @Override
    Facts read(Reading reading) {
        if (!(reading.given() instanceof SourceNode.Mapping mapping)) {
            throw reading.wrongShape(this);
        }
        SourceNode word = mapping.entries().get(key);
        if (word == null) {
            throw reading.problem(
                    Problem.Code.AV202,
                    "(" + key + ") is missing in (" + reading.address() + ").",
                    "Write " + key + ": " + expectedWord() + ".");
        }
        if (!(word instanceof SourceNode.Scalar scalar)) {
            throw reading.at(word, key).wrongShape(expectedWord());
        }
        FieldSet fields = variants.get().get(scalar.text().strip());
        if (fields == null) {
            throw reading.of(word)
                    .problem(
                            Problem.Code.AV208,
                            "(" + reading.address().child(key) + ") is (" + scalar.text() + "); expected "
                                    + expectedWord() + ".",
                            word(scalar.text())
                                    .map(near -> "Did you mean (" + near + ")?")
                                    .orElse(""));
        }
        return Facts.of(fields, reading.context(), new Facts.Layer(mapping, reading.address()));
    }

    @Override
    public Optional<String> written(String text) {
        Optional<String> word = word(text);
        if (word.isPresent()) {
            return Optional.of("{" + key + ": " + word.get() + "}");
        }
        if (WordTypes.FLAG.written(text).isPresent()) {
            return variants.get().values().stream()
                    .flatMap(fields -> fields.written(text, field -> false).stream())
                    .findFirst()
                    .map(written -> "{" + key + ": TYPE, " + written + "}");
        }
        for (Map.Entry<String, FieldSet> variant : variants.get().entrySet()) {
            Optional<String> written = variant.getValue().written(text, Field::required);
            if (written.isPresent()) {
                return Optional.of("{" + key + ": " + variant.getKey() + ", " + written.get() + "}");
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean takesSingle() {
        return false;
    }

    @Override
    public Optional<ChildField> below(String name, SourceNode given) {
        return fields(given)
                .flatMap(fields -> ChildField.of(fields, name))
                .or(() -> name.equals(key) ? Optional.of(ChildField.declared(WordTypes.TEXT)) : Optional.empty());
    }

    @Override
    public List<String> keys(SourceNode given) {
        return fields(given).map(FieldSet::names).orElse(List.of(key));
    }

    private Optional<FieldSet> fields(SourceNode given) {
        return given instanceof SourceNode.Mapping mapping
                        && mapping.entries().get(key) instanceof SourceNode.Scalar word
                ? Optional.ofNullable(variants.get().get(word.text().strip()))
                : Optional.empty();
    }

    /** The word that was probably meant. */
    private Optional<String> word(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        return otherNames.containsKey(plain)
                ? Optional.of(otherNames.getOrDefault(plain, plain))
                : Nearest.to(text, variants.get().keySet());
    }

    private String expectedWord() {
        return "one of: " + String.join(", ", variants.get().keySet());
    }

    @Override
    public Map<String, Object> schema() {
        List<Object> alternatives = new ArrayList<>();
        variants.get().forEach((word, fields) -> {
            Map<String, Object> condition =
                    Map.of("properties", Map.of(key, Map.of("const", word)), "required", List.of(key));
            Map<String, Object> alternative = new LinkedHashMap<>();
            alternative.put("if", condition);
            alternative.put("then", fields.schema());
            alternatives.add(alternative);
        });
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put(
                "properties",
                Map.of(key, Map.of("enum", List.copyOf(variants.get().keySet()))));
        schema.put("required", List.of(key));
        schema.put("allOf", alternatives);
        return schema;
    }

    @Override
    public String expected() {
        return "a mapping with " + key + ": " + String.join(", ", variants.get().keySet());
    }
}
