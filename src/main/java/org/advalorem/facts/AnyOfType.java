package org.advalorem.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The type of a mapping with the fields of one of several sets; a reader that knows more than the mapping decides
 * which. For addresses, the sets that contain every key written come first.
 */
final class AnyOfType extends FieldType<SourceNode> {
    private final String title;
    private final Supplier<List<FieldSet>> sets;
    private @Nullable List<FieldSet> known;

    AnyOfType(String title, Supplier<List<FieldSet>> sets) {
        this.title = title;
        this.sets = sets;
    }

    @Override
    SourceNode read(Reading reading) {
        return reading.given();
    }

    @Override
    public boolean takesSingle() {
        return false;
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        return likeliest(given).stream()
                .flatMap(fields -> ChildField.of(fields, key).stream())
                .findFirst();
    }

    @Override
    public List<String> keys(SourceNode given) {
        return likeliest(given).stream()
                .flatMap(fields -> fields.names().stream())
                .distinct()
                .toList();
    }

    /** The sets, made once: walking an address asks for them at every step. */
    private synchronized List<FieldSet> known() {
        List<FieldSet> made = known;
        if (made == null) {
            made = List.copyOf(sets.get());
            known = made;
        }
        return made;
    }

    private List<FieldSet> likeliest(SourceNode given) {
        List<FieldSet> fitting = new ArrayList<>();
        List<FieldSet> others = new ArrayList<>();
        for (FieldSet fields : known()) {
            boolean fits = given instanceof SourceNode.Mapping mapping
                    && fields.names().containsAll(mapping.entries().keySet());
            (fits ? fitting : others).add(fields);
        }
        fitting.addAll(others);
        return fitting;
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("anyOf", known().stream().map(FieldSet::schema).toList());
    }

    @Override
    public String expected() {
        return "a mapping: " + title;
    }
}
