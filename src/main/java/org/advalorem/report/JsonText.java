package org.advalorem.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.facts.VisibleText;
import org.advalorem.report.ListingType.ColumnOf;
import org.advalorem.report.ListingType.Within;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** JSON objects with their fields in insertion order, and their text. */
final class JsonText {
    private JsonText() {}

    /** A JSON object: names with strings, numbers, booleans, lists, objects or null. */
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

        /** Puts the 15-digit decimal; null if the value is not finite. */
        Json put(String name, double value) {
            return any(name, number(value));
        }

        /** Puts a fraction in percent with two decimals. */
        Json percent(String name, double value) {
            return any(name, Double.isFinite(value) ? JsonText.percent(value) : null);
        }

        /** Puts a decimal with all its digits. */
        Json put(String name, BigDecimal value) {
            return any(name, value);
        }

        Json put(String name, Json value) {
            return any(name, value);
        }

        /** Puts a list of strings or objects. */
        Json put(String name, List<?> value) {
            return any(name, value);
        }

        /** Puts a value; null if it is empty. */
        Json put(String name, Optional<?> value) {
            return any(name, value.orElse(null));
        }

        /** Puts a listing under its name. */
        Json put(Listing<?> listing) {
            return any(listing.type().name(), listing);
        }

        /** Puts the only row of a listing under its name. */
        Json one(Listing<?> listing) {
            return any(listing.type().name(), new One(listing));
        }

        /** Puts the listings of a document that programs read, under their names. */
        Json put(Document document) {
            for (Document.Block block : document.blocks()) {
                if (block instanceof Document.Listed listed && listed.isForPrograms()) {
                    Listing<?> listing = listed.listing();
                    any(listing.type().name(), listed.single() ? new One(listing) : listing);
                }
            }
            return this;
        }

        private Json any(String name, @Nullable Object value) {
            members.put(name, Optional.ofNullable(value));
            return this;
        }
    }

    /** The 15-digit decimal; null if the value is not finite. */
    static @Nullable BigDecimal number(double value) {
        return Double.isFinite(value) ? Figure.shortest(LegalDecimals.decimal(value)) : null;
    }

    /** A fraction in percent with two decimals. */
    static BigDecimal percent(double fraction) {
        return LegalDecimals.decimal(fraction).movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    }

    /** The object as text, indented by two spaces and ending in a line feed. */
    static String write(Json json) {
        StringWriter text = new StringWriter();
        try {
            write(json, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Writes the object, indented by two spaces and ending in a line feed.
     *
     * @param to is left open
     * @throws IOException if it cannot be written to
     */
    static void write(Json json, Writer to) throws IOException {
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
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator generator = factory.createGenerator(context, new Escaping(to))) {
            write(json, generator);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        to.append('\n');
    }

    /** Writes an escape for everything that acts on a terminal; outside strings there is nothing of the kind. */
    private static final class Escaping extends FilterWriter {
        Escaping(Writer to) {
            super(to);
        }

        private static boolean isActive(int c) {
            return c != '\n' && VisibleText.isActive(c);
        }

        private static String escape(int c) {
            return String.format(Locale.ROOT, "\\u%04x", c);
        }

        @Override
        public void write(int c) throws IOException {
            if (isActive(c)) {
                out.write(escape(c));
            } else {
                out.write(c);
            }
        }

        @Override
        public void write(char[] text, int from, int count) throws IOException {
            int start = from;
            for (int i = from; i < from + count; i++) {
                if (isActive(text[i])) {
                    out.write(text, start, i - start);
                    out.write(escape(text[i]));
                    start = i + 1;
                }
            }
            out.write(text, start, from + count - start);
        }

        @Override
        public void write(String text, int from, int count) throws IOException {
            write(text.toCharArray(), from, count);
        }
    }

    /** The only row of a listing, written as an object; null if there is none. */
    private record One(Listing<?> listing) {}

    private static <R> void rows(Listing<R> listing, JsonGenerator generator) {
        List<ColumnOf<R>> columns = listing.type().columnsForPrograms();
        for (R row : listing.rows()) {
            if (listing.type().isBare()) {
                cell(columns.get(0), row, generator);
            } else {
                row(listing.type(), columns, row, generator);
            }
        }
    }

    private static <R> void alone(Listing<R> listing, JsonGenerator generator) {
        members(
                listing.type(),
                listing.type().columnsForPrograms(),
                listing.rows().get(0),
                generator);
    }

    private static <R> void row(ListingType<R> type, List<ColumnOf<R>> columns, R row, JsonGenerator generator) {
        generator.writeStartObject();
        members(type, columns, row, generator);
        generator.writeEndObject();
    }

    private static <R> void members(ListingType<R> type, List<ColumnOf<R>> columns, R row, JsonGenerator generator) {
        for (ColumnOf<R> of : columns) {
            generator.writeName(of.column().field());
            cell(of, row, generator);
        }
        for (Within<R, ?> within : type.within()) {
            generator.writeName(within.type().name());
            inner(within, row, generator);
        }
    }

    private static <R, C> void inner(Within<R, C> within, R row, JsonGenerator generator) {
        List<C> rows = within.rows().apply(row);
        if (!within.single()) {
            write(within.type().of(rows), generator);
        } else if (rows.isEmpty()) {
            generator.writeNull();
        } else {
            row(within.type(), within.type().columnsForPrograms(), rows.get(0), generator);
        }
    }

    private static <R> void cell(ColumnOf<R> of, R row, JsonGenerator generator) {
        if (of.column().figure() == Figure.TEXT) {
            String words = of.words().apply(row);
            if (words.isEmpty()) {
                generator.writeNull();
            } else {
                generator.writeString(words);
            }
            return;
        }
        double number = of.number().applyAsDouble(row);
        if (!Double.isFinite(number)) {
            generator.writeNull();
            return;
        }
        switch (of.column().figure()) {
            case TRUTH -> generator.writeBoolean(number != 0);
            case COUNT -> generator.writeNumber((long) number);
            case PUBLISHED -> generator.writeNumber(percent(number));
            case MONEY, RATE, SHORT_RATE, EXACT_RATE, POINTS, SHARE, QUANTITY, PLAIN, TEXT ->
                generator.writeNumber(LegalDecimals.decimal(number).stripTrailingZeros());
        }
    }

    private static void write(@Nullable Object value, JsonGenerator generator) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Json json) {
            generator.writeStartObject();
            json.members.forEach((name, member) -> {
                if (member.orElse(null) instanceof One one && name.isEmpty()) {
                    alone(one.listing(), generator);
                    return;
                }
                generator.writeName(name);
                write(member.orElse(null), generator);
            });
            generator.writeEndObject();
        } else if (value instanceof Listing<?> listing) {
            generator.writeStartArray();
            rows(listing, generator);
            generator.writeEndArray();
        } else if (value instanceof One one) {
            if (one.listing().rows().isEmpty()) {
                generator.writeNull();
            } else {
                generator.writeStartObject();
                alone(one.listing(), generator);
                generator.writeEndObject();
            }
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
