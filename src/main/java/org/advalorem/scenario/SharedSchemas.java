package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The extraction of repeated parts of a schema into definitions. Written out in full, the uses of programs alone would
 * make the schema of scenarios several megabytes long.
 */
final class SharedSchemas {
    /** The length from which a repeated part is shared; shorter ones stay where they are. */
    private static final int WORTH_SHARING = 120;

    /** Keys whose values map names to schemas. */
    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "$defs");

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private SharedSchemas() {}

    /** The schema with references, its definitions added to its {@code $defs}. */
    static Map<String, Object> in(Map<String, Object> schema) {
        SharedSchemas shared = new SharedSchemas();
        shared.count(schema);
        Map<String, Object> result = new LinkedHashMap<>();
        schema.forEach((key, value) -> result.put(key, shared.inside(key, value)));
        Map<String, Object> all = new LinkedHashMap<>(asMap(result.getOrDefault("$defs", Map.of())));
        all.putAll(shared.definitions);
        result.put("$defs", all);
        return result;
    }

    private void count(Object schema) {
        if (schema instanceof List<?> list) {
            list.forEach(this::count);
        } else if (schema instanceof Map<?, ?> map) {
            // anything inside a part counted before is shared along with it
            if (counts.merge(SchemaText.of(map), 1, Integer::sum) == 1) {
                asMap(map).forEach((key, value) -> {
                    if (NAMED.contains(key)) {
                        asMap(value).values().forEach(this::count);
                    } else {
                        count(value);
                    }
                });
            }
        }
    }

    private Object shared(Object schema) {
        if (schema instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(shared(item)));
            return items;
        }
        if (!(schema instanceof Map<?, ?> map)) {
            return schema;
        }
        String text = SchemaText.of(map);
        if (text.length() < WORTH_SHARING || counts.getOrDefault(text, 0) < 2) {
            return parts(map);
        }
        String name = names.get(text);
        if (name == null) {
            name = "part" + (names.size() + 1);
            names.put(text, name);
            definitions.put(name, parts(map));
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private Map<String, Object> parts(Map<?, ?> map) {
        Map<String, Object> result = new LinkedHashMap<>();
        asMap(map).forEach((key, value) -> result.put(key, inside(key, value)));
        return result;
    }

    private Object inside(String key, Object value) {
        if (!NAMED.contains(key)) {
            return shared(value);
        }
        Map<String, Object> named = new LinkedHashMap<>();
        asMap(value).forEach((name, schema) -> named.put(name, shared(schema)));
        return named;
    }

    /** The value as a map, with its keys in the map's own order, or sorted if it has none. */
    static Map<String, Object> asMap(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        Map<?, ?> ordered = value instanceof LinkedHashMap<?, ?> kept ? kept : new TreeMap<>((Map<?, ?>) value);
        ordered.forEach((key, item) -> map.put(key.toString(), item));
        return map;
    }
}
