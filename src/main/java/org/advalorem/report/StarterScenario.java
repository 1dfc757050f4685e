package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.rules.ProgramType;
import org.advalorem.rules.Programs;
import org.jspecify.annotations.Nullable;

/**
 * A small scenario that can be calculated as it stands, with every field that may be written explained in comments. What
 * the comments say comes from the declared fields, so that it is never out of date.
 */
public final class StarterScenario {
    private static final int WIDTH = 112;

    private static final Map<String, String> ROOT = Map.of(
            "format", "advalorem/1",
            "title", "My case");
    private static final Map<String, String> PROCEEDING = Map.of(
            "segment", "investigation final",
            "initiated", "2025-03-03",
            "country", "{name: Ruritania}",
            "period", "2024",
            "average-useful-life", "12 years");
    private static final Map<String, String> COMPANY = Map.of(
            "name", "Acme",
            "currency", "USD",
            "sales", """

                      - {year: 2022, seller: acme, gross: 90 million}
                      - {year: 2024, seller: acme, gross: 70 million}
                      - {year: 2024, seller: acme, destination: United States, terms: CIF, gross: 32 million, freight: 2 million}
                    """,
            "uses", """

                      plant-grant:
                        - approved: {on: 2022-05-10, amount: 6 million}
                          received: [{on: 2022-06-01, amount: 4 million}, {on: 2024-02-15, amount: 2 million}]
                      export-credit: [{}]
                    """);
    private static final String UNCERTAIN = """
            uncertain:
              programs.plant-grant.discount-rate: triangular(6%, 8%, 11%)
              companies.acme.sales.2.gross: times normal(1, 0.05)
              issues.credit: "discrete(used: 30%, not-used: 70%)"
            """;
    private static final String ISSUES = """
            issues:
              credit:
                used: {programs.export-credit.applied: yes}
                not-used: {programs.export-credit.applied: no}
            """;
    private static final Map<String, String> ALL_OTHERS = Map.of("method", "closest");

    private final StringBuilder text = new StringBuilder();
    private final FieldSet root;
    private final Programs programs;

    private StarterScenario(FieldSet root, Programs programs) {
        this.root = root;
        this.programs = programs;
    }

    /**
     * The scenario as YAML.
     *
     * @param root the fields of a scenario
     */
    public static String of(FieldSet root, Programs programs) {
        return new StarterScenario(root, programs).write();
    }

    private String write() {
        comment(
                "",
                "A scenario for Advalorem. Lines that begin with # are comments: they explain the keys that may be"
                        + " written; take the sign away to use one. All figures are made up.");
        comment("", "Try: advalorem rate, memo, addresses or explain, each with this file.");
        line("");
        for (Field<?> field : root.fields()) {
            switch (field.name()) {
                case "proceeding" -> section(field, properties(field.type().schema()), PROCEEDING);
                case "programs" -> programs(field);
                case "companies" -> companies(field);
                case "all-others" -> section(field, properties(field.type().schema()), ALL_OTHERS);
                case "expect" -> expect(field);
                case "uncertain" -> example(field, UNCERTAIN);
                case "issues" -> example(field, ISSUES);
                default -> entry("", field.name(), describe(field), field.defaultText(), ROOT.get(field.name()));
            }
        }
        return text.toString();
    }

    private void section(Field<?> field, Map<String, Object> properties, Map<String, String> live) {
        comment("", field.description());
        line(field.name() + ":");
        entries("  ", properties, live);
        line("");
    }

    private void programs(Field<?> field) {
        comment("", field.description());
        line("programs:");
        line("  plant-grant:");
        line("    type: grant");
        line("    name: Plant modernisation grant");
        line("    discount-rate: 8%");
        line("  export-credit:");
        line("    type: facts-available");
        line("    specificity: export");
        comment("    ", "Any value may be written with its status and source.");
        line("    rate: {value: 1.32%, status: assumed, source: made up}");
        line("");
        comment("  ", "Every program may state:");
        Map<String, Object> common = common();
        references("  ", common);
        for (ProgramType type : programs.types().values()) {
            line("  #");
            comment("  ", "type: " + type.name() + " (" + type.fields().title() + "), on the program or on a use:");
            Map<String, Object> own = new LinkedHashMap<>();
            type.fields().fields().forEach(stated -> own.put(stated.name(), describe(stated)));
            references("  ", own);
        }
        line("");
    }

    /** What all program types may state. */
    private Map<String, Object> common() {
        Map<String, Object> common = new LinkedHashMap<>();
        Object named = root.find("programs")
                .map(field -> field.type().schema().get("additionalProperties"))
                .orElse(Map.of());
        List<Map<String, Object>> variants = new ArrayList<>();
        if (map(named).get("allOf") instanceof List<?> all) {
            all.forEach(variant -> variants.add(properties(map(map(variant).get("then")))));
        }
        if (!variants.isEmpty()) {
            common.putAll(variants.get(0));
            variants.forEach(variant -> common.keySet().retainAll(variant.keySet()));
        }
        programs.types().values().forEach(type -> type.fields().fields().forEach(field -> common.remove(field.name())));
        return common;
    }

    private void companies(Field<?> field) {
        comment("", field.description());
        line("companies:");
        line("  acme:");
        entries("    ", properties(map(field.type().schema().get("additionalProperties"))), COMPANY);
        line("");
    }

    private void expect(Field<?> field) {
        comment("", field.description());
        line("expect:");
        line("  companies.acme.rate: \"< 5%\"");
    }

    /** A section that is not in force, with something in it to take the signs away from. */
    private void example(Field<?> field, String example) {
        comment("", describe(field) + " For example:");
        example.lines().forEach(part -> line("# " + part));
    }

    private void entries(String indent, Map<String, Object> properties, Map<String, String> live) {
        properties.forEach((name, property) -> entry(
                indent,
                name,
                describe(property),
                Optional.ofNullable(map(property).get("default")).map(Object::toString),
                live.get(name)));
    }

    private void entry(
            String indent, String name, String description, Optional<String> standard, @Nullable String live) {
        comment(indent, description);
        if (live == null) {
            line(indent + "# " + name + ": " + standard.orElse("..."));
        } else if (live.startsWith("\n")) {
            line(indent + name + ":");
            live.substring(1).stripTrailing().stripIndent().lines().forEach(part -> line(indent + "  " + part));
        } else {
            line(indent + name + ": " + live);
        }
    }

    private void references(String indent, Map<String, Object> properties) {
        properties.forEach((name, property) ->
                comment(indent, "  " + name + ": " + (property instanceof String words ? words : describe(property))));
    }

    private static String describe(Field<?> field) {
        return field.description() + (field.authority().isEmpty() ? "" : " (" + field.authority() + ")") + " "
                + Character.toUpperCase(field.type().expected().charAt(0))
                + field.type().expected().substring(1) + (field.required() ? "; must be given." : ".");
    }

    private static String describe(Object property) {
        Map<String, Object> schema = map(property);
        StringBuilder words = new StringBuilder(String.valueOf(schema.getOrDefault("description", "")));
        choices(schema)
                .ifPresent(choices -> words.append(" One of: ").append(choices).append('.'));
        Object standard = schema.get("default");
        if (standard != null) {
            words.append(" When left out: ").append(standard).append('.');
        }
        Map<String, Object> inner = properties(schema);
        if (!inner.isEmpty()) {
            words.append(" With: ").append(String.join(", ", inner.keySet())).append('.');
        }
        return words.toString().strip();
    }

    private static Optional<String> choices(Map<String, Object> schema) {
        Object first = schema.get("anyOf") instanceof List<?> any && !any.isEmpty() ? any.get(0) : schema;
        if (map(first).get("enum") instanceof List<?> words) {
            List<String> texts = words.stream()
                    .filter(String.class::isInstance)
                    .map(Object::toString)
                    .toList();
            return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
        }
        return Optional.empty();
    }

    private static Map<String, Object> properties(Map<String, Object> schema) {
        return map(schema.get("properties"));
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, item) -> map.put(key.toString(), item));
        }
        return map;
    }

    private void comment(String indent, String words) {
        StringBuilder line = new StringBuilder();
        String hanging = words.startsWith("  ") ? "    " : "";
        for (String word : words.strip().split(" ", -1)) {
            if (!line.isEmpty() && indent.length() + 3 + line.length() + word.length() > WIDTH) {
                line(indent + "# " + line);
                line.setLength(0);
                line.append(hanging);
            } else if (line.isEmpty() && !hanging.isEmpty()) {
                line.append("  ");
            }
            line.append(line.toString().isBlank() ? "" : " ").append(word);
        }
        line(indent + "# " + line);
    }

    private void line(String words) {
        text.append(words.stripTrailing()).append('\n');
    }
}
