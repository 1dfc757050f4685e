package org.advalorem.scenario;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** A schema as JSON text: indented by two spaces, with lists of plain values on one line. */
final class SchemaText {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private SchemaText() {}

    /** The JSON text of maps, lists, strings, numbers and booleans, ending with a line feed. */
    static String of(Map<?, ?> schema) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = generator(text, Separators.Spacing.NONE, true)) {
            write(schema, generator);
        }
        return text.append('\n').toString();
    }

    private static JsonGenerator generator(StringWriter text, Separators.Spacing afterComma, boolean lines) {
        Separators separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayElementSpacing(afterComma)
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter(separators)
                .withObjectIndenter(LINES)
                .withArrayIndenter(lines ? LINES : DefaultPrettyPrinter.NopIndenter.instance());
        return FACTORY.createGenerator(
                new ObjectWriteContext.Base() {
                    @Override
                    public PrettyPrinter getPrettyPrinter() {
                        return layout.createInstance();
                    }

                    @Override
                    public boolean hasPrettyPrinter() {
                        return true;
                    }
                },
                text);
    }

    private static void write(Object value, JsonGenerator generator) {
        if (value instanceof Map<?, ?>) {
            generator.writeStartObject();
            SharedSchemas.asMap(value).forEach((name, member) -> {
                generator.writeName(name);
                write(member, generator);
            });
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            if (list.stream().noneMatch(item -> item instanceof Map || item instanceof List)) {
                generator.writeRawValue(line(list));
            } else {
                array(list, generator);
            }
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Number) {
            generator.writeNumber(value.toString());
        } else {
            generator.writeString(value.toString());
        }
    }

    private static void array(List<?> list, JsonGenerator generator) {
        generator.writeStartArray();
        list.forEach(item -> write(item, generator));
        generator.writeEndArray();
    }

    private static String line(List<?> list) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = generator(text, Separators.Spacing.AFTER, false)) {
            array(list, generator);
        }
        return text.toString();
    }
}
