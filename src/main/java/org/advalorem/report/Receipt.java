package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.advalorem.whatif.Run;

/**
 * The information needed to reproduce an output: program, scenario, command and run. It records no clock, host or user.
 *
 * @param version the program's version
 * @param scenario the scenario's first file, as named by the user
 * @param settings the settings given on the command line, as written
 * @param hash the digest of content and data files; empty if not requested
 * @param results the digest of every result to the last bit; there with that of the content
 * @param inputs four digits of the digest of every value of the scenario; there with that of the content
 * @param folder the folder in which the command was typed, seen from that of the output; empty unless the output is a file
 *     in that folder or below it
 * @param command the command as typed, starting with the program's name; empty if there was none
 * @param watermark the scenario's own statement that its figures are invented
 * @param run how far a run got; empty if nothing runs
 */
public record Receipt(
        String version,
        String scenario,
        List<String> settings,
        Optional<String> hash,
        Optional<String> results,
        Optional<String> inputs,
        Optional<String> folder,
        List<String> command,
        Optional<String> watermark,
        Optional<Run> run) {
    private static final String PLAIN = "[A-Za-z0-9_./:=,+@%-]+";

    /** Copies the lists. */
    public Receipt {
        settings = List.copyOf(settings);
        command = List.copyOf(command);
    }

    /** This receipt with the digests of content and data files, of the results and of every value. */
    Receipt withHashes(String content, String ofResults, String ofInputs) {
        return new Receipt(
                version,
                scenario,
                settings,
                Optional.of(content),
                Optional.of(ofResults),
                Optional.of(ofInputs),
                folder,
                command,
                watermark,
                run);
    }

    /** This receipt for a public version: with the digest of what is public and of nothing else, and settings as shown. */
    Receipt inPublic(String content, UnaryOperator<String> setting) {
        return new Receipt(
                version,
                scenario,
                settings.stream().map(setting).toList(),
                Optional.of(content),
                Optional.empty(),
                Optional.empty(),
                folder,
                command,
                watermark,
                run);
    }

    /** This receipt for another command. */
    Receipt typed(List<String> words) {
        return new Receipt(version, scenario, settings, hash, results, inputs, folder, words, watermark, run);
    }

    /** This receipt for a scenario of another name. */
    Receipt of(String file) {
        return new Receipt(version, file, settings, hash, results, inputs, folder, command, watermark, run);
    }

    /** This receipt for a run. */
    Receipt withRun(Run made) {
        return new Receipt(
                version, scenario, settings, hash, results, inputs, folder, command, watermark, Optional.of(made));
    }

    /** The source of the results: file, settings and, if requested, the digest of the content. */
    String source() {
        StringBuilder source = new StringBuilder("Scenario: ").append(scenario);
        for (String setting : settings) {
            source.append(" --set ").append(setting);
        }
        if (hash.isPresent()) {
            source.append(" (content ").append(hash.get()).append(')');
        }
        return source.toString();
    }

    /** The command as one would type it, and the program's version. */
    String made() {
        return command.isEmpty() ? "Program: " + version : "Command: " + typed() + " (" + version + ")";
    }

    /** The command, with arguments quoted where a shell requires it. */
    String typed() {
        StringBuilder typed = new StringBuilder();
        for (String word : command) {
            typed.append(typed.isEmpty() ? "" : " ").append(quoted(word));
        }
        return typed.toString();
    }

    /** What {@code verify} needs besides the source and the command, one sentence each; none without digests. */
    public List<String> forVerification() {
        List<String> sentences = new ArrayList<>();
        results.ifPresent(digest -> sentences.add("Results: " + digest));
        inputs.ifPresent(digits -> sentences.add("Inputs: " + digits));
        if (hash.isPresent()) {
            folder.ifPresent(path -> sentences.add("Folder: " + path));
        }
        return sentences;
    }

    /** An argument in quotes where a shell requires them. */
    static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Whether a run was stopped before its end. */
    boolean isPartial() {
        return run.isPresent() && run.get().partial();
    }
}
