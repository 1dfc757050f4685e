package org.advalorem.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The type of a source: words, or a mapping {@code {text, exhibit, page, barcode}} that says where the record of the
 * proceeding has it.
 */
final class SourceType extends FieldType<Source> {
    static final SourceType SOURCE = new SourceType();

    /** The key of every source stated, whatever it is the source of. */
    static final String KEY = "source";

    private static final String TEXT = "text";
    private static final Pattern BARCODE = Pattern.compile("[0-9]{7}(-[0-9]{2})?");
    private static final ScalarType<String> LINE = new OneLine();
    private static final ScalarType<String> NUMBER = new Barcode();
    private static final Map<String, ScalarType<String>> PARTS = parts();

    private SourceType() {}

    private static Map<String, ScalarType<String>> parts() {
        Map<String, ScalarType<String>> parts = new LinkedHashMap<>();
        parts.put(TEXT, WordTypes.TEXT);
        parts.put("exhibit", LINE);
        parts.put("page", LINE);
        parts.put("barcode", NUMBER);
        return parts;
    }

    @Override
    Source read(Reading reading) {
        if (reading.given() instanceof SourceNode.Scalar) {
            return Source.of(WordTypes.TEXT.read(reading));
        }
        return parts(reading, ScalarType::read);
    }

    /**
     * Reads a source that is not a fact of its own.
     *
     * @throws UnusableFactsException if it cannot be read, after noting the problem
     */
    Source readSilently(Reading reading) {
        if (reading.given() instanceof SourceNode.Scalar) {
            return Source.of(WordTypes.TEXT.readSilently(reading));
        }
        return parts(reading, ScalarType::readSilently);
    }

    /** How one part of a source is read. */
    private interface Part {
        String read(ScalarType<String> type, Reading reading);
    }

    private Source parts(Reading reading, Part part) {
        if (!(reading.given() instanceof SourceNode.Mapping mapping)) {
            throw reading.wrongShape(expected());
        }
        KnownKeys.check(
                mapping,
                PARTS.keySet(),
                "in (" + reading.address() + ")",
                reading.context().problems());
        if (mapping.keys().isEmpty() && mapping.entries().isEmpty()) {
            throw reading.problem(
                    Problem.Code.AV202,
                    "(" + reading.address() + ") states nothing; expected " + expected() + ".",
                    "Write one of " + String.join(", ", PARTS.keySet()) + ", or leave the source out.");
        }
        Map<String, String> stated = new LinkedHashMap<>();
        // every part is read, so that all that is wrong with a source is said at once
        Every.check(PARTS.keySet(), key -> {
            SourceNode given = mapping.entries().get(key);
            if (given != null) {
                stated.put(key, part.read(type(key), reading.at(given, key)));
            }
        });
        return new Source(
                stated.getOrDefault(TEXT, ""),
                stated.getOrDefault("exhibit", ""),
                stated.getOrDefault("page", ""),
                stated.getOrDefault("barcode", ""));
    }

    private static ScalarType<String> type(String key) {
        return Optional.ofNullable(PARTS.get(key)).orElseThrow();
    }

    @Override
    public String keyOfSingle() {
        return TEXT;
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        return Optional.ofNullable(PARTS.get(key)).map(ChildField::declared);
    }

    @Override
    public List<String> keys(SourceNode given) {
        return List.copyOf(PARTS.keySet());
    }

    /** A reference: any value may have a source, and written out each time it would double the size of the schema. */
    @Override
    public Map<String, Object> schema() {
        return Map.of("$ref", "#/$defs/" + KEY);
    }

    /** The JSON Schema to which the reference leads. */
    static Map<String, Object> definition() {
        Map<String, Object> properties = new LinkedHashMap<>();
        PARTS.forEach((key, type) -> properties.put(key, type.valueSchema()));
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("type", "object");
        mapping.put("properties", properties);
        mapping.put("minProperties", 1);
        mapping.put("additionalProperties", false);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("anyOf", List.of(Map.of("type", "string"), mapping));
        return schema;
    }

    @Override
    public String expected() {
        return "text, or a mapping such as {exhibit: GOV-12, page: 34, barcode: 3912345-01, text: quarterly report}";
    }

    /** Text that is printed within a line: the name of an exhibit, a page. */
    private static final class OneLine extends ScalarType<String> {
        @Override
        String parse(SourceNode.Scalar scalar, Reading reading) {
            String text = WordTypes.TEXT.parse(scalar, reading).strip();
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw unexpected(Problem.Code.AV203, scalar, reading, "Write it without a line break.");
            }
            return text;
        }

        @Override
        Map<String, Object> valueSchema() {
            return Map.of("type", List.of("string", "number"));
        }

        @Override
        public String expected() {
            return "text on one line";
        }
    }

    /** The number of a document in ACCESS. */
    private static final class Barcode extends ScalarType<String> {
        @Override
        String parse(SourceNode.Scalar scalar, Reading reading) {
            String text = scalar.text().strip();
            if (!BARCODE.matcher(text).matches()) {
                throw unexpected(Problem.Code.AV208, scalar, reading, "ACCESS prints it on every document.");
            }
            return text;
        }

        @Override
        Map<String, Object> valueSchema() {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", List.of("string", "number"));
            // an overlay may remove it
            schema.put("pattern", "^([0-9]{7}(-[0-9]{2})?|none)$");
            return schema;
        }

        @Override
        public String expected() {
            return "a barcode of ACCESS, seven digits, a hyphen and two digits: 3912345-01, or 3912345";
        }
    }
}
