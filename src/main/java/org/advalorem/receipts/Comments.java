package org.advalorem.receipts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences below a report and above a table that say how it was made. */
final class Comments {
    private static final Pattern COMMAND = Pattern.compile("Command: (.*) \\((advalorem [^()]*(?:\\([^()]*\\))?)\\)");
    private static final Pattern HASH = Pattern.compile("Scenario: .* \\(content ([0-9a-f]{64})\\)");
    private static final Pattern RESULTS = Pattern.compile("Results: ([0-9a-f]{64})");
    private static final Pattern INPUTS = Pattern.compile("Inputs: ([0-9a-f]+)");
    private static final Pattern FOLDER = Pattern.compile("Folder: (\\S+)");

    private Comments() {}

    /** Whether a sentence says how a result was made. */
    static boolean isOne(String sentence) {
        return List.of(COMMAND, HASH, RESULTS, INPUTS, FOLDER).stream()
                        .anyMatch(pattern -> pattern.matcher(sentence).matches())
                || sentence.startsWith("Scenario: ");
    }

    /** How the result was made; empty if no sentence names the command. */
    static Optional<Made> made(List<String> sentences) {
        return first(COMMAND, sentences)
                .filter(command -> !CommandWords.of(command.group(1)).isEmpty())
                .map(command -> new Made(
                        command.group(2),
                        CommandWords.of(command.group(1)),
                        first(HASH, sentences).map(found -> found.group(1)),
                        first(RESULTS, sentences).map(found -> found.group(1)),
                        first(INPUTS, sentences).map(found -> found.group(1)),
                        first(FOLDER, sentences).map(found -> found.group(1))));
    }

    private static Optional<Matcher> first(Pattern pattern, List<String> sentences) {
        return sentences.stream().map(pattern::matcher).filter(Matcher::matches).findFirst();
    }
}
