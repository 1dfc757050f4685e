package org.advalorem.scenario;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** The parser's errors, in the words of someone who writes scenarios. */
final class SyntaxAdvice {
    /**
     * The message shown when the parser's message contains certain words.
     *
     * @param atStart whether the mistake is where the construct begins rather than where the parser gave up
     * @param words fragments of the parser's message, any one of which is enough
     */
    private record Saying(String message, String advice, boolean atStart, List<String> words) {
        static Saying of(String message, String advice, String... words) {
            return new Saying(message, advice, false, List.of(words));
        }

        static Saying atStart(String message, String advice, String... words) {
            return new Saying(message, advice, true, List.of(words));
        }
    }

    /**
     * The messages in order of precedence: the first one with a matching fragment applies. A {@code *} is replaced by
     * the place where the construct begins.
     */
    private static final List<Saying> SAYINGS = List.of(
            Saying.of(
                    "There is a tab where spaces are needed.",
                    "Indent with spaces; a tab is allowed in quotes.",
                    "TAB",
                    "'\\t'",
                    "'\t'",
                    "tab character"),
            Saying.of(
                    "A second colon with a space after it, or a key that is indented too far.",
                    "Put text that contains a colon in quotes; begin each key on its own line.",
                    "mapping values are not allowed"),
            Saying.of(
                    "A value cannot begin with this character.", "Put the value in quotes.", "cannot start any token"),
            Saying.atStart(
                    "This line is not a key with a value: it has no colon.",
                    "Write key: value, with a space after the colon.",
                    "could not find expected ':'"),
            Saying.atStart(
                    "The text in quotes that begins here is not closed.",
                    "Close the quote.",
                    "unexpected end of stream",
                    "unexpected document separator"),
            Saying.of("A value is missing here.", "Write one, or remove the comma.", "node content"),
            Saying.of(
                    "The list* is not closed, or a comma is missing.",
                    "Write [one, two]; put text that contains brackets or commas in quotes.",
                    "flow sequence"),
            Saying.of(
                    "The mapping* is not closed, or a comma is missing.",
                    "Write {key: value, key: value}; put text that contains braces or commas in quotes.",
                    "flow mapping"),
            Saying.of(
                    "A backslash in double quotes begins an unknown escape.",
                    "Use single quotes, or write the backslash twice.",
                    "escape"),
            Saying.of(
                    "A list cannot begin here.",
                    "Begin each item on its own line: - item.",
                    "sequence entries are not allowed"),
            Saying.of(
                    "This does not fit the mapping or list*: its indentation differs.",
                    "Indent the keys of one mapping by the same number of spaces.",
                    "block collection",
                    "block mapping"),
            Saying.of(
                    "A line that begins with a percent sign is not a value.", "Put the value in quotes.", "directive"),
            Saying.of(
                    "This comes after the end of the scenario.",
                    "Indent it like the first key, or delete it.",
                    "<document start>"),
            Saying.of(
                    "A value cannot begin with an asterisk, an ampersand or an exclamation mark.",
                    "Put the value in quotes.",
                    "alias",
                    "anchor",
                    "tag"));

    private static final Saying UNCLEAR = Saying.of(
            "The text cannot be read as YAML from here on.",
            "Look for a bracket or quote that is not closed, or inconsistent indentation.");
    private static final Saying BEHIND = Saying.of(
            "This does not belong to the value before it.", "Put the whole value in quotes, or begin a new line.");
    private static final Saying NO_KEY =
            Saying.of("There is no key before the colon.", "Write a word before the colon.");

    /** An escape with too few digits, or beyond the last character there is. */
    private static final Pattern BAD_ESCAPE =
            Pattern.compile("\\\\(?:x(?![0-9A-Fa-f]{2})|u(?![0-9A-Fa-f]{4})|U(?!00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4}))");

    private SyntaxAdvice() {}

    /** An escape whose number the parser cannot read; it does not say where. */
    static void noteEscape(SourceText source, Problems problems) {
        Matcher escape = BAD_ESCAPE.matcher(source.text());
        problems.add(
                Problem.Code.AV102,
                source.atOffset(escape.find() ? escape.start() : 0),
                "A backslash in double quotes begins an escape that is no character.",
                "Use single quotes, or write the backslash twice.");
    }

    static void note(YamlEngineException e, SourceText source, Problems problems) {
        if (e instanceof YamlVersionException) {
            problems.add(
                    Problem.Code.AV105,
                    source.at(0, 0),
                    "The file asks for a different version of YAML.",
                    "Leave the %YAML line out; scenarios are YAML 1.2.");
            return;
        }
        if (!(e instanceof MarkedYamlEngineException marked)) {
            problems.add(Problem.Code.AV102, source.at(0, 0), UNCLEAR.message(), UNCLEAR.advice());
            return;
        }
        Origin at = marked.getProblemMark().map(mark -> origin(mark, source)).orElse(source.at(0, 0));
        Optional<Origin> began = marked.getContextMark().map(mark -> origin(mark, source));
        Saying saying = saying(marked.getProblem() + "|" + marked.getContext(), at);
        problems.add(
                Problem.Code.AV102,
                saying.atStart() ? began.orElse(at) : at,
                saying.message()
                        .replace(
                                "*",
                                began.filter(origin -> origin.line() > 0)
                                        .map(origin -> " that begins at " + origin)
                                        .orElse("")),
                saying.advice());
    }

    private static Origin origin(Mark mark, SourceText source) {
        return source.at(mark.getLine(), mark.getColumn());
    }

    private static Saying saying(String said, Origin at) {
        Saying found = SAYINGS.stream()
                .filter(saying -> saying.words().stream().anyMatch(said::contains))
                .findFirst()
                .orElse(UNCLEAR);
        if (!said.contains("block")) {
            return found;
        }
        int column = at.text()
                .offsetByCodePoints(
                        0,
                        Math.min(
                                at.column() - 1,
                                at.text().codePointCount(0, at.text().length())));
        String rest = at.text().substring(column);
        boolean first = at.text().substring(0, column).isBlank();
        return rest.startsWith(":") ? NO_KEY : first ? found : BEHIND;
    }
}
