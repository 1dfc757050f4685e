package org.advalorem.scenario;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.VisibleText;

/** A writer of YAML that reads back to the same tree. */
final class YamlWriter {
    private static final String STEP = "  ";
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*");
    private static final Set<String> NOTHING = Set.of("~", "null", "Null", "NULL");
    private static final Pattern FEEDS = Pattern.compile("\n+");
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final String INDICATORS = ",[]{}#&*!|>'\"%@`";

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /** The mapping as the text of a file. */
    static String write(SourceNode.Mapping mapping) {
        YamlWriter writer = new YamlWriter();
        if (mapping.entries().isEmpty()) {
            return "{}\n";
        }
        writer.entries(mapping, "");
        return writer.out.toString();
    }

    /** A single value on one line: without quotes where that reads back to the same text. */
    static String onOneLine(SourceNode.Scalar scalar, boolean inFlow) {
        String text = scalar.text();
        boolean plain = !scalar.quoted()
                && isWhole(text)
                && isPlain(text)
                && !(inFlow && text.codePoints().anyMatch(point -> ",[]{}:".indexOf(point) >= 0));
        return plain ? text : doubleQuoted(text);
    }

    /**
     * A value on one line, with braces and brackets.
     *
     * @param inFlow whether it is written within others
     * @param json whether keys and words are in double quotes
     */
    static String inFlow(SourceNode given, boolean inFlow, boolean json) {
        if (given instanceof SourceNode.Scalar scalar) {
            boolean number = JSON_NUMBER.matcher(scalar.text()).matches();
            return onOneLine(
                    new SourceNode.Scalar(scalar.text(), scalar.quoted() || (json && !number), scalar.origin()),
                    inFlow);
        }
        if (given instanceof SourceNode.Sequence list) {
            return list.items().stream()
                    .map(item -> inFlow(item, true, json))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return ((SourceNode.Mapping) given)
                .entries().entrySet().stream()
                        .map(entry -> key(entry.getKey(), json) + ": " + inFlow(entry.getValue(), true, json))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Whether a text is on one line and needs no escapes. */
    static boolean isOrdinary(String text) {
        return text.codePoints().allMatch(YamlWriter::isOrdinary);
    }

    /** A key, always in double quotes if asked for. */
    static String key(String key, boolean json) {
        return json ? doubleQuoted(key) : key(key);
    }

    private void entries(SourceNode.Mapping mapping, String indent) {
        boolean first = true;
        for (Map.Entry<String, SourceNode> entry : mapping.entries().entrySet()) {
            // the first key follows the dash of a list item, or an indentation written by the caller
            out.append(first ? "" : indent).append(key(entry.getKey())).append(':');
            first = false;
            SourceNode value = entry.getValue();
            if (value instanceof SourceNode.Mapping below && !below.entries().isEmpty()) {
                out.append('\n').append(indent).append(STEP);
                entries(below, indent + STEP);
            } else if (value instanceof SourceNode.Sequence list
                    && !list.items().isEmpty()) {
                out.append('\n').append(indent).append(STEP);
                items(list, indent + STEP);
            } else {
                out.append(' ');
                leaf(value, indent + STEP);
            }
        }
    }

    private void items(SourceNode.Sequence list, String indent) {
        boolean first = true;
        for (SourceNode item : list.items()) {
            out.append(first ? "" : indent).append("- ");
            first = false;
            if (item instanceof SourceNode.Mapping below && !below.entries().isEmpty()) {
                entries(below, indent + STEP);
            } else if (item instanceof SourceNode.Sequence inner
                    && !inner.items().isEmpty()) {
                items(inner, indent + STEP);
            } else {
                leaf(item, indent + STEP);
            }
        }
    }

    private void leaf(SourceNode given, String indent) {
        if (given instanceof SourceNode.Scalar scalar) {
            out.append(scalar(scalar, indent)).append('\n');
        } else {
            out.append(given instanceof SourceNode.Mapping ? "{}\n" : "[]\n");
        }
    }

    private static String key(String key) {
        return PLAIN_KEY.matcher(key).matches() ? key : doubleQuoted(key);
    }

    private static String scalar(SourceNode.Scalar scalar, String indent) {
        String text = scalar.text();
        if (!scalar.quoted() && text.lines().allMatch(line -> line.isEmpty() || isPlain(line)) && isWhole(text)) {
            // plain text is folded: a single line break reads as a space, each further one as a line feed
            return FEEDS.matcher(text).replaceAll("$0\n" + indent);
        }
        return isBlock(text) ? block(text, indent) : doubleQuoted(text);
    }

    /** Whether the text has no surrounding white space or empty lines, which plain style would lose. */
    private static boolean isWhole(String text) {
        return !text.isEmpty() && text.equals(text.strip()) && text.indexOf('\r') < 0 && !NOTHING.contains(text);
    }

    /** Whether a line can be written without quotes. */
    private static boolean isPlain(String line) {
        char first = line.charAt(0);
        boolean loneSign = "-?:".indexOf(first) >= 0 && (line.length() == 1 || line.charAt(1) == ' ');
        return INDICATORS.indexOf(first) < 0
                && !loneSign
                && line.equals(line.strip())
                && !line.contains(": ")
                && !line.endsWith(":")
                && !line.contains(" #")
                && !line.startsWith("---")
                && !line.startsWith("...")
                && line.codePoints().allMatch(YamlWriter::isOrdinary);
    }

    private static boolean isOrdinary(int point) {
        return !VisibleText.isActive(point)
                && point != 0xFEFF
                && !(point >= 0xD800 && point < 0xE000)
                && (point & 0xFFFE) != 0xFFFE;
    }

    /** Whether the text can be written as a literal block. */
    private static boolean isBlock(String text) {
        int feed = text.indexOf('\n');
        return feed > 0
                && text.charAt(0) != ' '
                && !text.isBlank()
                && !text.endsWith("\n\n")
                && text.codePoints().allMatch(point -> point == '\n' || isOrdinary(point))
                && text.lines().noneMatch(line -> !line.isEmpty() && line.isBlank());
    }

    private static String block(String text, String indent) {
        String lines =
                text.lines().map(line -> line.isEmpty() ? "" : indent + line).collect(Collectors.joining("\n"));
        return (text.endsWith("\n") ? "|\n" : "|-\n") + lines;
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isOrdinary(point)) {
                        quoted.appendCodePoint(point);
                    } else {
                        quoted.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08X" : "\\u%04X", point));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
