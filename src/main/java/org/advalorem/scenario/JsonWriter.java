package org.advalorem.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Maps, lists, texts, numbers and truths as indented JSON; the keys of maps without an order of their own are sorted. */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String write(Object value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value, "");
        return writer.out.append('\n').toString();
    }

    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            object(map, indent);
        } else if (value instanceof List<?> list) {
            array(list, indent);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            text(value.toString());
        }
    }

    private void object(Map<?, ?> map, String indent) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        String deeper = indent + "  ";
        String before = "{\n";
        for (Map.Entry<?, ?> entry : (map instanceof LinkedHashMap ? map : new TreeMap<>(map)).entrySet()) {
            out.append(before).append(deeper);
            text(entry.getKey().toString());
            out.append(": ");
            value(entry.getValue(), deeper);
            before = ",\n";
        }
        out.append('\n').append(indent).append('}');
    }

    private void array(List<?> list, String indent) {
        boolean flat = list.stream().noneMatch(item -> item instanceof Map || item instanceof List);
        String deeper = indent + "  ";
        String before = flat ? "" : "\n" + deeper;
        out.append('[');
        for (Object item : list) {
            out.append(before);
            value(item, deeper);
            before = flat ? ", " : ",\n" + deeper;
        }
        out.append(flat || list.isEmpty() ? "]" : "\n" + indent + "]");
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
