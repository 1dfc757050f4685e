package org.advalorem.scenario;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.facts.Address;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * A scenario file with values written back into it: only the characters of those values change, or a line is added for a
 * value that was not written; comments, layout, line ends and everything else stay as they are.
 */
public final class WrittenBack {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] content;
    private final Scenario before;
    private final Scenario after;
    private final List<Value> values;

    private WrittenBack(byte[] content, Scenario before, Scenario after, List<Value> values) {
        this.content = content;
        this.before = before;
        this.after = after;
        this.values = List.copyOf(values);
    }

    /** The whole new content of the file. */
    public byte[] content() {
        return content.clone();
    }

    /** The scenario of the file as it is. */
    public Scenario before() {
        return before;
    }

    /** The scenario of the new content, read again. */
    public Scenario after() {
        return after;
    }

    /** What changed, in the order of the file. */
    public List<Value> values() {
        return values;
    }

    /**
     * A value that changed.
     *
     * @param from as it was written; empty if it was not
     * @param to as it is written now
     * @param line the number of its line in the new file
     * @param oldLines the lines that changed, as they were; none for a line that was added
     * @param newLines the same lines as they are now
     */
    public record Value(
            Address address, String from, String to, int line, List<String> oldLines, List<String> newLines) {}

    /**
     * The file with the settings of arguments written into it; empty, with every problem reported, if one cannot be written
     * there.
     *
     * @param root the keys of a scenario
     * @param bytes the content of the file
     * @param arguments of the form {@code address=value}
     */
    public static Optional<WrittenBack> of(
            FieldSet root, Path file, byte[] bytes, List<String> arguments, Problems problems) {
        // a file with mistakes may be changed, and a value given where one is missing
        Problems known = new Problems();
        Optional<Scenario> before = read(root, file, bytes, known);
        if (before.isEmpty()) {
            problems.addAll(known.sorted());
        }
        Optional<SourceText> source = before.flatMap(read -> SourceText.ofFile(read.name(), bytes, new Problems()));
        if (source.isEmpty()) {
            return Optional.empty();
        }
        return new Writer(root, file, bytes, before.get(), source.get(), problems)
                .written(arguments, Set.copyOf(words(known)));
    }

    /** What is wrong, whatever the line. */
    private static List<String> words(Problems problems) {
        return problems.sorted().stream().map(Problem::message).toList();
    }

    private static Optional<Scenario> read(FieldSet root, Path file, byte[] bytes, Problems problems) {
        return new ScenarioReader(root, new ByteArrayInputStream(new byte[0]), new FilesRead(), problems)
                .with(file, bytes)
                .read(List.of(file), List.of());
    }

    /** A replacement of characters of the text. */
    private record Edit(Address address, int start, int end, String with, String from, String to) {}

    private static final class Writer {
        private final FieldSet root;
        private final Path file;
        private final byte[] bytes;
        private final Scenario before;
        private final String text;
        private final YamlSpans spans;
        private final Problems problems;
        private final Optional<SourceNode> own;
        private final List<Edit> edits = new ArrayList<>();

        Writer(FieldSet root, Path file, byte[] bytes, Scenario before, SourceText source, Problems problems) {
            this.root = root;
            this.file = file;
            this.bytes = bytes;
            this.before = before;
            this.text = source.text();
            this.spans = YamlSpans.of(source);
            this.problems = problems;
            this.own = YamlReader.read(source, new Problems());
        }

        Optional<WrittenBack> written(List<String> arguments, Set<String> known) {
            int noted = problems.size();
            SourceNode.Mapping wanted = before.tree();
            for (String argument : arguments) {
                Optional<Assignment> setting = SetArgument.parse(AddressArgument.WRITTEN, argument, problems);
                for (Address address : setting.map(of -> before.meant(of.address(), of.origin(), problems))
                        .orElse(List.of())) {
                    Assignment one = new Assignment(
                            address, setting.get().value(), setting.get().origin());
                    SourceNode.Mapping changed = Editor.set(root, wanted, one, problems);
                    compare(wanted, changed, Address.ROOT, one);
                    wanted = changed;
                }
            }
            if (problems.size() > noted) {
                return Optional.empty();
            }
            List<Edit> sorted =
                    edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList();
            String changed = apply(sorted);
            byte[] content = encoded(changed);
            Problems found = new Problems();
            Optional<Scenario> after = read(root, file, content, found);
            SourceNode.Mapping expected = wanted;
            if (after.filter(read -> Scenario.writeTheSame(read.tree(), expected))
                            .isEmpty()
                    || !known.containsAll(words(found))) {
                problems.add(
                        Problem.Code.AV212,
                        Origin.of(before.name(), 0, 0, ""),
                        "The values cannot be written here without changing others.",
                        "Change the file by hand.");
                return Optional.empty();
            }
            return Optional.of(new WrittenBack(content, before, after.get(), values(sorted, changed)));
        }

        /** Notes how the text has to change for a tree to become another. */
        private void compare(SourceNode old, SourceNode changed, Address address, Assignment setting) {
            if (old == changed) {
                return;
            }
            if (old instanceof SourceNode.Scalar from && changed instanceof SourceNode.Scalar to) {
                if (!from.text().equals(to.text())) {
                    replace(from, to, address, setting);
                }
            } else if (old instanceof SourceNode.Mapping from && changed instanceof SourceNode.Mapping to) {
                if (!to.entries().keySet().containsAll(from.entries().keySet())) {
                    refuse(setting, "(" + setting.address() + ") cannot be removed here.", "Delete its line by hand.");
                    return;
                }
                to.entries().forEach((key, value) -> {
                    SourceNode was = from.entries().get(key);
                    if (was == null) {
                        add(from, key, value, address.child(key), setting);
                    } else {
                        compare(was, value, address.child(key), setting);
                    }
                });
            } else if (old instanceof SourceNode.Sequence from
                    && changed instanceof SourceNode.Sequence to
                    && from.items().size() == to.items().size()) {
                for (int i = 0; i < from.items().size(); i++) {
                    compare(from.items().get(i), to.items().get(i), address.child(Integer.toString(i + 1)), setting);
                }
            } else {
                refuseShape(old, setting);
            }
        }

        private void refuseShape(SourceNode old, Assignment setting) {
            boolean data = old instanceof SourceNode.Scalar scalar
                    && scalar.text().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt|xlsx)");
            refuse(
                    setting,
                    data
                            ? "(" + setting.address() + ") comes from the data file ("
                                    + ((SourceNode.Scalar) old).text() + ")."
                            : "(" + setting.address() + ") would have another form than the one at " + old.origin()
                                    + ".",
                    data ? "Change it there, or give --set for one run." : "Change the file by hand.");
        }

        private void replace(SourceNode.Scalar old, SourceNode.Scalar changed, Address address, Assignment setting) {
            if (isElsewhere(old, setting)) {
                return;
            }
            Optional<YamlSpans.Value> span = spans.value(old.origin());
            if (span.isEmpty() || !span.get().text().equals(old.text())) {
                refuse(
                        setting,
                        "(" + setting.address() + ") is (" + old.text() + "), which is not what is written at "
                                + old.origin() + ".",
                        "Change that line by hand.");
                return;
            }
            edits.removeIf(edit -> edit.start() == span.get().start());
            edits.add(new Edit(
                    address,
                    span.get().start(),
                    span.get().end(),
                    inStyle(changed, span.get()),
                    span.get().text(),
                    changed.text()));
        }

        /** Whether a value is written in another file, which is then named. */
        private boolean isElsewhere(SourceNode old, Assignment setting) {
            if (old.origin().place().equals(before.name())) {
                return false;
            }
            refuse(
                    setting,
                    "(" + setting.address() + ") is written at " + old.origin() + ", not in " + before.name() + ".",
                    "Change it there: advalorem set " + old.origin().place() + " "
                            + setting.origin().text() + ".");
            return true;
        }

        private void refuse(Assignment setting, String message, String advice) {
            problems.add(Problem.Code.AV212, setting.origin(), message, advice);
        }

        /** The new value in the style of the old one. */
        private static String inStyle(SourceNode.Scalar changed, YamlSpans.Value old) {
            if (old.style() == ScalarStyle.SINGLE_QUOTED && YamlWriter.isOrdinary(changed.text())) {
                return "'" + changed.text().replace("'", "''") + "'";
            }
            return YamlWriter.onOneLine(
                    new SourceNode.Scalar(
                            changed.text(),
                            changed.quoted() || old.style() == ScalarStyle.DOUBLE_QUOTED,
                            changed.origin()),
                    old.inFlow());
        }

        /** Adds a key to a mapping, or a value to a key that has none. */
        private void add(SourceNode.Mapping parent, String key, SourceNode value, Address address, Assignment setting) {
            Optional<SourceNode.Mapping> here = ownMapping(address, parent);
            Optional<YamlSpans.Mapping> span = here.flatMap(mapping -> spans.mapping(mapping.origin()));
            if (here.isEmpty() || span.isEmpty()) {
                refuse(
                        setting,
                        "(" + setting.address() + ") is not written, and the mapping that would hold it is "
                                + (parent.origin().place().equals(before.name())
                                        ? "not one that a line can be added to: " + parent.origin() + "."
                                        : "written at " + parent.origin() + ", not in " + before.name() + "."),
                        "Add the line by hand.");
                return;
            }
            YamlSpans.Mapping into = span.get();
            String written = YamlWriter.inFlow(value, into.inFlow(), into.jsonKeys());
            String told = YamlWriter.inFlow(value, false, false);
            Optional<Origin> bare = Optional.ofNullable(here.get().keys().get(key));
            if (bare.isPresent()) {
                spans.valueOfKey(bare.get())
                        .filter(empty -> empty.start() == empty.end())
                        .ifPresentOrElse(
                                empty -> edits.add(
                                        new Edit(address, empty.start(), empty.end(), " " + written, "", told)),
                                () -> refuse(
                                        setting,
                                        "(" + setting.address() + ") has no usable value at " + bare.get() + ".",
                                        "Change that line by hand."));
                return;
            }
            String line = YamlWriter.key(key, into.jsonKeys()) + ": " + written;
            edits.add(into.inFlow() ? inBraces(into, line, address, told) : onNewLine(into, line, address, told));
        }

        /** The mapping of this file at the address above a key; empty if this file has none. */
        private Optional<SourceNode.Mapping> ownMapping(Address address, SourceNode.Mapping parent) {
            if (parent.origin().place().equals(before.name())) {
                return Optional.of(parent);
            }
            Optional<SourceNode> node = own;
            List<String> segments = address.segments();
            for (String segment : segments.subList(0, segments.size() - 1)) {
                node = node.filter(SourceNode.Mapping.class::isInstance)
                        .flatMap(mapping -> Optional.ofNullable(
                                ((SourceNode.Mapping) mapping).entries().get(segment)));
            }
            return node.filter(SourceNode.Mapping.class::isInstance).map(SourceNode.Mapping.class::cast);
        }

        private Edit inBraces(YamlSpans.Mapping into, String line, Address address, String told) {
            if (text.charAt(into.end() - 1) == '{' && into.end() == into.start() + 1) {
                return new Edit(address, into.end(), into.end(), line, "", told);
            }
            int next = into.end();
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            boolean comma = next < text.length() && text.charAt(next) == ',';
            int at = comma ? next + 1 : into.end();
            return new Edit(address, at, at, (comma ? " " : ", ") + line, "", told);
        }

        private Edit onNewLine(YamlSpans.Mapping into, String line, Address address, String told) {
            int end = into.end();
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            return new Edit(address, end, end, lineBreak(end) + " ".repeat(into.indent()) + line, "", told);
        }

        /** The line break used at a place, or before it in the last line. */
        private String lineBreak(int at) {
            int place = at < text.length() ? at : Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
            if (place > 0 && at == text.length() && text.charAt(place) == '\n' && text.charAt(place - 1) == '\r') {
                place--;
            }
            if (place < 0 || place >= text.length()) {
                return "\n";
            }
            boolean both = text.startsWith("\r\n", place);
            return both ? "\r\n" : text.substring(place, place + 1);
        }

        private String apply(List<Edit> sorted) {
            StringBuilder changed = new StringBuilder();
            int done = 0;
            for (Edit edit : sorted) {
                changed.append(text, done, edit.start()).append(edit.with());
                done = edit.end();
            }
            return changed.append(text, done, text.length()).toString();
        }

        private byte[] encoded(String changed) {
            byte[] encoded = changed.getBytes(StandardCharsets.UTF_8);
            boolean marked =
                    bytes.length >= MARK.length && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2];
            if (!marked) {
                return encoded;
            }
            byte[] whole = new byte[encoded.length + MARK.length];
            System.arraycopy(MARK, 0, whole, 0, MARK.length);
            System.arraycopy(encoded, 0, whole, MARK.length, encoded.length);
            return whole;
        }

        private List<Value> values(List<Edit> sorted, String changed) {
            List<Value> values = new ArrayList<>();
            int shift = 0;
            for (Edit edit : sorted) {
                String with = edit.with();
                int breaks = 0;
                while (breaks < with.length() && (with.charAt(breaks) == '\n' || with.charAt(breaks) == '\r')) {
                    breaks++;
                }
                int start = edit.start() + shift + breaks;
                int end = edit.start() + shift + with.length();
                values.add(new Value(
                        before.named(edit.address()),
                        edit.from(),
                        edit.to(),
                        (int) changed.substring(0, start).lines().count() + (atLineStart(changed, start) ? 1 : 0),
                        breaks > 0 ? List.of() : lines(text, edit.start(), edit.end()),
                        lines(changed, start, end)));
                shift += with.length() - (edit.end() - edit.start());
            }
            return values;
        }

        private static boolean atLineStart(String text, int place) {
            return place == 0 || text.charAt(place - 1) == '\n' || text.charAt(place - 1) == '\r';
        }

        /** The whole lines that a stretch of the text touches. */
        private static List<String> lines(String text, int start, int end) {
            int first = start;
            while (first > 0 && !atLineStart(text, first)) {
                first--;
            }
            int last = end;
            while (last < text.length() && text.charAt(last) != '\n' && text.charAt(last) != '\r') {
                last++;
            }
            return text.substring(first, last).lines().collect(Collectors.toList());
        }
    }
}
