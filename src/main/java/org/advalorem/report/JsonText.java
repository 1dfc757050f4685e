package org.advalorem.report;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.LegalDecimals;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** JSON objects in the order in which they are filled, and their text. */
final class JsonText {
    private JsonText() {}

    /** An object: names with texts, numbers, truths, lists, objects or nothing. */
    static final class Json {
        private final Map<String, Optional<Object>> members = new LinkedHashMap<>();

        Json put(String name, String value) {
            return any(name, value);
        }

        Json put(String name, boolean value) {
            return any(name, value);
        }

        Json put(String name, int value) {
            return any(name, value);
        }

        /** The decimal of 15 digits; null when the value is not finite. */
        Json put(String name, double value) {
            return any(name, number(value));
        }

        /** In percent with two decimals. */
        Json percent(String name, double value) {
            return any(name, Double.isFinite(value) ? JsonText.percent(value) : null);
        }

        /** With all its digits. */
        Json put(String name, BigDecimal value) {
            return any(name, value);
        }

        Json put(String name, Json value) {
            return any(name, value);
        }

        /** Texts or objects. */
        Json put(String name, List<?> value) {
            return any(name, value);
        }

        /** Null when there is none. */
        Json put(String name, Optional<?> value) {
            return any(name, value.orElse(null));
        }

        private Json any(String name, @Nullable Object value) {
            members.put(name, Optional.ofNullable(value));
            return this;
        }
    }

    /** The decimal of 15 digits; null when there is none. */
    static @Nullable BigDecimal number(double value) {
        return Double.isFinite(value) ? Figure.shortest(LegalDecimals.decimal(value)) : null;
    }

    /** A fraction in percent with two decimals. */
    static BigDecimal percent(double fraction) {
        return LegalDecimals.decimal(fraction).movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    }

    /** The object as text, indented by two, ending with a line feed. */
    static String write(Json json) {
        StringWriter text = new StringWriter();
        Separators separators = Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public DefaultPrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter(separators)
                        .withObjectIndenter(lines)
                        .withArrayIndenter(lines);
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        TokenStreamFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        try (JsonGenerator generator = factory.createGenerator(context, text)) {
            write(json, generator);
        }
        return text.append('\n').toString();
    }

    private static void write(@Nullable Object value, JsonGenerator generator) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Json json) {
            generator.writeStartObject();
            json.members.forEach((name, member) -> {
                generator.writeName(name);
                write(member.orElse(null), generator);
            });
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            list.forEach(item -> write(item, generator));
            generator.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else {
            generator.writeString(value.toString());
        }
    }
}
