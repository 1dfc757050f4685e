package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;

/**
 * The JSON Schema (draft 2020-12) of scenario files, for editors. A file that extends another need not be complete, and
 * may use {@code none} to remove a key.
 */
public final class ScenarioSchema {
    private static final String REQUIRED = "required";
    private static final String PROPERTIES = "properties";

    private ScenarioSchema() {}

    /**
     * The schema as JSON text.
     *
     * @param root the keys of a scenario
     */
    public static String of(FieldSet root) {
        Map<String, Object> complete = new LinkedHashMap<>(root.schema());
        complete.put(PROPERTIES, withOwnKeys(complete, "set"));
        Map<String, Object> overlay = new LinkedHashMap<>(SharedSchemas.asMap(relaxed(root.schema())));
        overlay.put(PROPERTIES, withOwnKeys(overlay, "extends", "set"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Advalorem scenario");
        schema.put("if", Map.of(REQUIRED, List.of("extends")));
        schema.put("then", Map.of("$ref", "#/$defs/overlay"));
        schema.put("else", Map.of("$ref", "#/$defs/complete"));
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("complete", complete);
        definitions.put("overlay", overlay);
        definitions.putAll(FieldType.definitions());
        schema.put("$defs", definitions);
        return SchemaText.of(SharedSchemas.in(schema));
    }

    private static Map<String, Object> withOwnKeys(Map<String, Object> schema, String... keys) {
        Map<String, Object> properties =
                new LinkedHashMap<>(SharedSchemas.asMap(schema.getOrDefault(PROPERTIES, Map.of())));
        for (String key : keys) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("type", key.equals("set") ? "object" : "string");
            property.put(
                    "description",
                    key.equals("set")
                            ? "Values by address, set after the keys of this file."
                            : "The file that this one extends.");
            properties.put(key, property);
        }
        return properties;
    }

    /** The schema without required keys, allowing the word {@code none} for any property. */
    private static Object relaxed(Object schema) {
        if (schema instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(relaxed(item)));
            return items;
        }
        if (!(schema instanceof Map<?, ?> map)) {
            return schema;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        SharedSchemas.asMap(map).forEach((key, value) -> {
            if (key.equals("if")) {
                result.put(key, value);
            } else if (key.equals(PROPERTIES) || key.equals("patternProperties")) {
                Map<String, Object> properties = new LinkedHashMap<>();
                SharedSchemas.asMap(value)
                        .forEach((name, property) -> properties.put(name, removable(relaxed(property))));
                result.put(key, properties);
            } else if (key.equals("additionalProperties") && value instanceof Map) {
                result.put(key, removable(relaxed(value)));
            } else if (!key.equals(REQUIRED)) {
                result.put(key, relaxed(value));
            }
        });
        return result;
    }

    private static Map<String, Object> removable(Object schema) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("anyOf", List.of(schema, Map.of("const", "none")));
        return result;
    }
}
