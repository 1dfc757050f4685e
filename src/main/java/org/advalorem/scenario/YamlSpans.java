package org.advalorem.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.Origin;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Where the values and mappings of a YAML text begin and end in it, found by the line and column of their beginning. */
final class YamlSpans {
    /**
     * A single value.
     *
     * @param start the index of its first character
     * @param end the index after its last one
     * @param inFlow whether it is within braces or brackets
     */
    record Value(int start, int end, String text, ScalarStyle style, boolean inFlow) {}

    /**
     * A mapping.
     *
     * @param start the index of its first key, or of its brace
     * @param indent the column of its first key, from 0
     * @param end the index after the last character of its last value; after the brace if it is empty
     * @param inFlow whether it is written in braces
     * @param jsonKeys whether its first key is in double quotes
     */
    record Mapping(int start, int indent, int end, boolean inFlow, boolean jsonKeys) {}

    private static final class Open {
        private final Event event;
        private final boolean flow;
        private boolean jsonKeys;
        private boolean first = true;
        /** Whether the next value read is a key. */
        private boolean atKey = true;

        private Origin key = Origin.PROGRAM;

        Open(Event event, boolean flow) {
            this.event = event;
            this.flow = flow;
        }

        boolean isMapping() {
            return event instanceof MappingStartEvent;
        }
    }

    private final SourceText source;
    private final String text;
    private final int[] offsets;
    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, Mapping> mappings = new HashMap<>();
    private final Map<String, Value> byKey = new HashMap<>();
    private int lastEnd;

    private YamlSpans(SourceText source) {
        this.source = source;
        this.text = source.text();
        this.offsets = offsets(text);
    }

    /** The spans of a text that is valid YAML. */
    static YamlSpans of(SourceText source) {
        YamlSpans spans = new YamlSpans(source);
        spans.collect();
        return spans;
    }

    /** The value that begins at a place. */
    Optional<Value> value(Origin origin) {
        return Optional.ofNullable(values.get(place(origin)));
    }

    /** The value of the key that begins at a place; its text is empty if none is written. */
    Optional<Value> valueOfKey(Origin key) {
        return Optional.ofNullable(byKey.get(place(key)));
    }

    /** The mapping that begins at a place. */
    Optional<Mapping> mapping(Origin origin) {
        return Optional.ofNullable(mappings.get(place(origin)));
    }

    private static String place(Origin origin) {
        return origin.line() + ":" + origin.column();
    }

    /** The index in the text of every code point, and of the end. */
    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int index = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = index;
            index += index < text.length() ? Character.charCount(text.codePointAt(index)) : 0;
        }
        return offsets;
    }

    private void collect() {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setParseComments(false)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        Deque<Open> open = new ArrayDeque<>();
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof ScalarEvent scalar) {
                scalar(scalar, open);
            } else if (event instanceof CollectionStartEvent start) {
                if (start.isFlow()) {
                    lastEnd = end(event);
                }
                passed(open);
                open.push(new Open(event, start.isFlow()));
            } else if (event instanceof CollectionEndEvent) {
                close(open.pop(), event);
            }
        }
    }

    private void scalar(ScalarEvent scalar, Deque<Open> open) {
        int start = index(scalar.getStartMark());
        int end = end(scalar);
        boolean inFlow = !open.isEmpty() && open.peek().flow;
        Value value = new Value(start, end, scalar.getValue(), scalar.getScalarStyle(), inFlow);
        Open within = open.peek();
        if (within != null && within.isMapping() && within.atKey) {
            within.jsonKeys |= within.first && scalar.isDQuoted();
            within.first = false;
            within.key = start(scalar);
        } else {
            values.put(place(start(scalar)), value);
            if (within != null && within.isMapping()) {
                byKey.put(place(within.key), value);
            }
        }
        lastEnd = Math.max(lastEnd, end);
        passed(open);
    }

    /** Notes that a key or a value was read. */
    private static void passed(Deque<Open> open) {
        Open within = open.peek();
        if (within != null && within.isMapping()) {
            within.atKey = !within.atKey;
        }
    }

    private void close(Open closed, Event event) {
        if (closed.isMapping()) {
            Mark start = closed.event.getStartMark().orElseThrow();
            mappings.put(
                    place(start(closed.event)),
                    new Mapping(
                            index(closed.event.getStartMark()),
                            start.getColumn(),
                            closed.first ? end(closed.event) : lastEnd,
                            closed.flow,
                            closed.jsonKeys));
        }
        if (closed.flow) {
            lastEnd = end(event);
        }
    }

    private Origin start(Event event) {
        Mark mark = event.getStartMark().orElseThrow();
        return source.at(mark.getLine(), mark.getColumn());
    }

    private int index(Optional<Mark> mark) {
        return offsets[mark.orElseThrow().getIndex()];
    }

    /** The index after the last character; a block ends before the line break that ends it. */
    private int end(Event event) {
        int end = index(event.getEndMark());
        int start = index(event.getStartMark());
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
