package org.advalorem;

import java.util.Map;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;

/** The reference of the file format in markdown, made from the declared fields: a table for every kind of mapping. */
public final class FieldReference {
    private FieldReference() {}

    /**
     * The tables.
     *
     * @param parts kinds of mappings by heading, in order
     */
    public static String of(Map<String, FieldSet> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach((heading, fields) -> {
            text.append("### ").append(heading).append("\n\n");
            text.append("| field | written as | needed | meaning |\n|---|---|---|---|\n");
            fields.fields().forEach(field -> row(field, text));
            text.append('\n');
        });
        return text.toString();
    }

    private static void row(Field<?> field, StringBuilder text) {
        String needed = field.required()
                ? "yes"
                : field.defaultText().map(word -> "else " + word).orElse("no");
        String authority = field.authority().isEmpty() ? "" : " (" + field.authority() + ")";
        String descriptive = field.descriptive() ? " *No result depends on it.*" : "";
        text.append("| `")
                .append(field.name())
                .append("` | ")
                .append(cell(field.type().expected()))
                .append(" | ")
                .append(cell(needed))
                .append(" | ")
                .append(cell(field.description() + authority + descriptive))
                .append(" |\n");
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }
}
