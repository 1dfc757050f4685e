package org.advalorem.scenario;

import java.util.Optional;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** What the parser found wrong, in the words of someone who writes scenarios. */
final class SyntaxAdvice {
    private SyntaxAdvice() {}

    static void note(YamlEngineException e, SourceText source, Problems problems) {
        if (e instanceof YamlVersionException) {
            problems.add(
                    Problem.Code.AV105,
                    source.at(0, 0),
                    "The file asks for another version of YAML.",
                    "Leave the %YAML line out; scenarios are YAML 1.2.");
            return;
        }
        Origin at = source.at(0, 0);
        String said = String.valueOf(e.getMessage());
        Optional<Origin> began = Optional.empty();
        if (e instanceof MarkedYamlEngineException marked) {
            at = marked.getProblemMark().map(mark -> origin(mark, source)).orElse(at);
            began = marked.getContextMark().map(mark -> origin(mark, source));
            said = marked.getProblem() + "|" + marked.getContext();
        }
        note(said, at, began.map(origin -> " that begins at " + origin).orElse(""), problems);
    }

    private static Origin origin(Mark mark, SourceText source) {
        return source.at(mark.getLine(), mark.getColumn());
    }

    private static void note(String said, Origin at, String began, Problems problems) {
        if (said.contains("TAB") || said.contains("'\\t'") || said.contains("'\t'") || said.contains("tab character")) {
            note(
                    problems,
                    at,
                    "A tab stands where spaces are needed.",
                    "Indent with spaces; a tab may stand in quotes.");
        } else if (said.contains("mapping values are not allowed")) {
            note(
                    problems,
                    at,
                    "A second colon with a space behind it, or a key that is indented too far.",
                    "Put text that holds a colon in quotes; begin each key on its own line.");
        } else if (said.contains("cannot start any token")) {
            note(problems, at, "A value cannot begin with this character.", "Put the value in quotes.");
        } else if (said.contains("could not find expected ':'")) {
            note(problems, at, "A key" + began + " has no colon.", "Write key: value, with a space behind the colon.");
        } else if (said.contains("unexpected end of stream") || said.contains("unexpected document separator")) {
            note(problems, at, "The text in quotes" + began + " is not closed.", "Close the quote.");
        } else if (said.contains("flow sequence")) {
            note(problems, at, "The list" + began + " is not closed, or a comma is missing.", "Write [one, two].");
        } else if (said.contains("flow mapping")) {
            note(
                    problems,
                    at,
                    "The mapping" + began + " is not closed, or a comma is missing.",
                    "Write {key: value, key: value}; put text that holds braces in quotes.");
        } else if (said.contains("escape")) {
            note(
                    problems,
                    at,
                    "A backslash in double quotes begins an escape that is not known.",
                    "Use single quotes, or write the backslash twice.");
        } else if (said.contains("sequence entries are not allowed")) {
            note(problems, at, "A list cannot begin here.", "Begin each item on its own line: - item.");
        } else if (said.contains("block collection") || said.contains("block mapping")) {
            note(
                    problems,
                    at,
                    "This does not fit the mapping or list" + began + ": its indentation differs.",
                    "Indent the keys of one mapping by the same number of spaces.");
        } else if (said.contains("directive")) {
            note(problems, at, "A line that begins with a percent sign is not a value.", "Put the value in quotes.");
        } else if (said.contains("<document start>")) {
            note(problems, at, "The scenario has ended before this.", "Indent it like the first key, or delete it.");
        } else if (said.contains("alias") || said.contains("anchor") || said.contains("tag")) {
            note(
                    problems,
                    at,
                    "A value cannot begin with an asterisk, an ampersand or an exclamation mark.",
                    "Put the value in quotes.");
        } else {
            note(
                    problems,
                    at,
                    "The text cannot be read as YAML from here on.",
                    "Look for a bracket or quote that is not closed, or an indentation that differs.");
        }
    }

    private static void note(Problems problems, Origin at, String message, String advice) {
        problems.add(Problem.Code.AV102, at, message, advice);
    }
}
