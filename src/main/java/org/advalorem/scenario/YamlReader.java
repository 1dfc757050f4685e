package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A reader of YAML 1.2, and hence of JSON, that produces a tree of source nodes.
 *
 * <p>The tree is built from the parser's events, so that nothing is resolved or expanded: a value remains the text that
 * was written. Mistakes that leave the structure clear are reported and skipped; a key with an empty value is kept
 * without an entry.
 */
final class YamlReader {
    /** The maximum nesting of mappings and lists. */
    static final int DEEPEST = 32;

    /** The maximum number of values in a file; larger amounts of data belong in a data file. */
    static final int MOST_VALUES = 300_000;

    private static final int LONGEST_KEY = 200;
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /** A key left over from a grouped number, as in {@code {2016: 1,420,000}}. */
    private static final Pattern GROUP_OF_DIGITS = Pattern.compile("\\(\\d{3}\\)");

    private final SourceText source;
    private final Problems problems;
    private int values;

    private YamlReader(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /**
     * The content of the text; empty if there is none or its structure is unclear, in which case the reason is
     * reported.
     */
    static Optional<SourceNode> read(SourceText source, Problems problems) {
        return new YamlReader(source, problems).document();
    }

    private Optional<SourceNode> document() {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setParseComments(false)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            Iterator<Event> events =
                    new Parse(settings).parseString(source.text()).iterator();
            return document(events);
        } catch (YamlEngineException e) {
            SyntaxAdvice.note(e, source, problems);
        } catch (NumberFormatException e) {
            // thrown by the parser, not by us
            SyntaxAdvice.noteEscape(source, problems);
        } catch (Unclear noted) {
            // already reported
        }
        return Optional.empty();
    }

    private Optional<SourceNode> document(Iterator<Event> events) {
        Optional<SourceNode> root = Optional.empty();
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case DocumentStart -> {
                    documents++;
                    if (documents == 2) {
                        note(
                                Problem.Code.AV105,
                                start(event),
                                "A second document begins here.",
                                "Keep one scenario per file; give several files on the command line.");
                        throw new Unclear();
                    }
                }
                case Alias, Scalar, MappingStart, SequenceStart -> root = value(event, events, 1, "");
                default -> {
                    // the ends of documents and of the stream carry no content
                }
            }
        }
        return root;
    }

    /**
     * A value and everything in it; empty for an alias or an empty value.
     *
     * @param what the name of the value in problems, or the empty string
     */
    private Optional<SourceNode> value(Event event, Iterator<Event> events, int depth, String what) {
        values++;
        if (values > MOST_VALUES) {
            note(
                    Problem.Code.AV103,
                    start(event),
                    "The file has more than " + MOST_VALUES + " values.",
                    "Put rows of data into a CSV file.");
            throw new Unclear();
        }
        if (event instanceof AliasEvent alias) {
            note(
                    Problem.Code.AV105,
                    start(event),
                    "The alias (*" + alias.getAlias() + ") is not supported.",
                    "Write the value out.");
            return Optional.empty();
        }
        checkPlain((NodeEvent) event);
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, what);
        }
        if (depth > DEEPEST) {
            note(Problem.Code.AV103, start(event), "The file is nested deeper than " + DEEPEST + " levels.", "");
            throw new Unclear();
        }
        return Optional.of(
                event instanceof MappingStartEvent
                        ? mapping(event, events, depth, what)
                        : sequence(event, events, depth, what));
    }

    private Optional<SourceNode> scalar(ScalarEvent scalar, String what) {
        if (scalar.isPlain() && NOTHING.contains(scalar.getValue())) {
            if (!what.isEmpty()) {
                note(
                        Problem.Code.AV109,
                        start(scalar),
                        "No value is given for " + what + ".",
                        GROUP_OF_DIGITS.matcher(what).matches()
                                ? "If it belongs to a number, write the number without grouping: 1420000 or 1.42 million."
                                : "Write a value, or leave it out.");
            }
            return Optional.empty();
        }
        return Optional.of(new SourceNode.Scalar(scalar.getValue(), !scalar.isPlain(), start(scalar)));
    }

    private SourceNode.Sequence sequence(Event opening, Iterator<Event> events, int depth, String what) {
        List<SourceNode> items = new ArrayList<>();
        int place = 0;
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            place++;
            String item = "item " + place + (what.isEmpty() ? "" : " of " + what);
            value(event, events, depth + 1, item).ifPresent(items::add);
        }
        return new SourceNode.Sequence(items, start(opening));
    }

    private SourceNode.Mapping mapping(Event opening, Iterator<Event> events, int depth, String what) {
        Map<String, SourceNode> entries = new LinkedHashMap<>();
        Map<String, Origin> keys = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            Optional<String> key = key(event, events);
            Optional<SourceNode> value = value(
                    events.next(),
                    events,
                    depth + 1,
                    key.map(name -> "(" + name + ")").orElse(""));
            if (key.isEmpty()) {
                continue;
            }
            Origin first = keys.putIfAbsent(key.get(), start(event));
            if (first != null) {
                note(
                        Problem.Code.AV104,
                        start(event),
                        "The key (" + key.get() + ") appears twice" + (what.isEmpty() ? "" : " in " + what)
                                + "; first at " + first + ".",
                        "Keep one of them.");
            } else {
                value.ifPresent(given -> entries.put(key.get(), given));
            }
        }
        return new SourceNode.Mapping(entries, keys, start(opening));
    }

    private Optional<String> key(Event event, Iterator<Event> events) {
        if (!(event instanceof ScalarEvent scalar)) {
            note(
                    Problem.Code.AV110,
                    start(event),
                    event instanceof AliasEvent ? "A key is an alias." : "A key is a list or a mapping.",
                    "Write a single word before the colon; put text with brackets in quotes.");
            if (event instanceof CollectionStartEvent) {
                skip(events);
            }
            return Optional.empty();
        }
        checkPlain(scalar);
        String name = scalar.getValue();
        if (name.isBlank()) {
            note(Problem.Code.AV110, start(event), "A key is empty.", "Write a word before the colon.");
            return Optional.empty();
        }
        if (name.length() > LONGEST_KEY) {
            note(
                    Problem.Code.AV103,
                    start(event),
                    "A key has " + name.length() + " characters; " + LONGEST_KEY + " are allowed.",
                    "");
            return Optional.empty();
        }
        if (scalar.isPlain() && name.equals("<<")) {
            note(
                    Problem.Code.AV105,
                    start(event),
                    "The merge key (<<) is not supported.",
                    "Write the keys out, or base one file on another with extends.");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    /** Skips the rest of a mapping or list. */
    private static void skip(Iterator<Event> events) {
        for (int open = 1; open > 0; ) {
            Event event = events.next();
            if (event instanceof CollectionStartEvent) {
                open++;
            } else if (event instanceof CollectionEndEvent) {
                open--;
            }
        }
    }

    private void checkPlain(NodeEvent event) {
        event.getAnchor()
                .ifPresent(anchor -> note(
                        Problem.Code.AV105,
                        start(event),
                        "The anchor (&" + anchor.getValue() + ") is not supported.",
                        "Leave it out and write the value wherever it is used."));
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        tag.ifPresent(name -> note(
                Problem.Code.AV105,
                start(event),
                "The tag (" + name + ") is not supported.",
                "Leave it out; a value in quotes is text, and any other is read as its key expects."));
    }

    private Origin start(Event event) {
        Mark mark = event.getStartMark().orElseThrow();
        return source.at(mark.getLine(), mark.getColumn());
    }

    private void note(Problem.Code code, Origin origin, String message, String advice) {
        problems.add(code, origin, message, advice);
    }

    /** Thrown when the structure is unclear; the reason has already been reported. */
    private static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unclear() {
            super("", null, false, false);
        }
    }
}
