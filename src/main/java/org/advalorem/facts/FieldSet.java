package org.advalorem.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The fields of one kind of mapping, in the order in which they are explained.
 *
 * @param title what the mapping describes
 * @param fields in order, names distinct
 */
public record FieldSet(String title, List<Field<?>> fields) {
    /**
     * Copies the list and checks that names are distinct.
     *
     * @throws IllegalArgumentException if two fields have the same name
     */
    public FieldSet {
        fields = List.copyOf(fields);
        if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
            throw new IllegalArgumentException("Two fields of (" + title + ") have the same name.");
        }
    }

    /**
     * The set of the given fields, in order.
     *
     * @param title what the mapping describes
     * @param fields the fields
     * @throws IllegalArgumentException if two fields have the same name
     */
    public static FieldSet of(String title, Field<?>... fields) {
        return new FieldSet(title, List.of(fields));
    }

    /**
     * These fields followed by others.
     *
     * @throws IllegalArgumentException if two fields have the same name
     */
    public FieldSet and(FieldSet others) {
        List<Field<?>> all = new ArrayList<>(fields);
        all.addAll(others.fields);
        return new FieldSet(title, all);
    }

    /**
     * The same fields, none of them required and none with a default: for a mapping that states only part of the facts.
     */
    public FieldSet partial() {
        List<Field<?>> all = new ArrayList<>();
        for (Field<?> field : fields) {
            all.add(partial(field));
        }
        return new FieldSet(title, all);
    }

    private static <T> Field<T> partial(Field<T> field) {
        return new Field<>(
                field.name(),
                field.type(),
                false,
                Optional.empty(),
                field.descriptive(),
                field.description(),
                field.authority());
    }

    /** The field of a given name. */
    public Optional<Field<?>> find(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /**
     * The first field that a single value can be written under, as {@code name: value}; mappings count only where they
     * must be given.
     *
     * @param among which quantities are considered; a flag always is
     */
    Optional<String> written(String text, Predicate<Field<?>> among) {
        for (Field<?> field : fields) {
            boolean direct = field.required() || field.type().takesSingle();
            Optional<String> value =
                    direct && (among.test(field) || !field.type().isQuantity())
                            ? field.type().written(text)
                            : Optional.empty();
            if (value.isPresent()) {
                return Optional.of(field.name() + ": " + value.get());
            }
        }
        return Optional.empty();
    }

    /** The names of the fields, in order. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** The JSON Schema of the mapping (draft 2020-12), as maps, lists and strings. */
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Field<?> field : fields) {
            Map<String, Object> property = ordered(field.type().schema());
            property.put("description", describe(field));
            field.defaultText().ifPresent(text -> property.put("default", text));
            properties.put(field.name(), property);
            if (field.required()) {
                required.add(field.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("title", title);
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /**
     * The schema with its keys in a fixed order: field types give small maps whose order differs from run to run; the
     * order of the written schema must not.
     */
    private static Map<String, Object> ordered(Map<String, Object> schema) {
        return new LinkedHashMap<>(schema instanceof LinkedHashMap ? schema : new TreeMap<>(schema));
    }

    private static String describe(Field<?> field) {
        return field.authority().isEmpty() ? field.description() : field.description() + " (" + field.authority() + ")";
    }
}
