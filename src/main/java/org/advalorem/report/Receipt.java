package org.advalorem.report;

import java.util.List;
import java.util.Optional;
import org.advalorem.whatif.Run;

/**
 * What it takes to get the same output again: program, scenario, command and run. No clock, host or user.
 *
 * @param version of the program
 * @param scenario its first file, as the user named it
 * @param settings what the command line set in it, as written
 * @param hash digest of content and data files; none when it was not asked for
 * @param command as typed, the program's name first; empty when no command was
 * @param watermark what the scenario says of itself when figures are invented
 * @param run how far a run came; none where nothing runs
 */
public record Receipt(
        String version,
        String scenario,
        List<String> settings,
        Optional<String> hash,
        List<String> command,
        Optional<String> watermark,
        Optional<Run> run) {
    private static final String PLAIN = "[A-Za-z0-9_./:=,+@%-]+";

    /** Copies the lists. */
    public Receipt {
        settings = List.copyOf(settings);
        command = List.copyOf(command);
    }

    /** The same with the digest of content and data files. */
    Receipt withHash(String digest) {
        return new Receipt(version, scenario, settings, Optional.of(digest), command, watermark, run);
    }

    /** The same of a scenario of that name. */
    Receipt of(String file) {
        return new Receipt(version, file, settings, hash, command, watermark, run);
    }

    /** The same of a run. */
    Receipt withRun(Run made) {
        return new Receipt(version, scenario, settings, hash, command, watermark, Optional.of(made));
    }

    /** Where the results come from: file, settings and, when it was asked for, the digest of the content. */
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

    /** The command as one would type it, and the version of the program. */
    String made() {
        return command.isEmpty() ? "Program: " + version : "Command: " + typed() + " (" + version + ")";
    }

    /** The command, arguments in quotes where a shell needs them. */
    String typed() {
        StringBuilder typed = new StringBuilder();
        for (String word : command) {
            typed.append(typed.isEmpty() ? "" : " ")
                    .append(word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'");
        }
        return typed.toString();
    }

    /** Whether a run was stopped before its end. */
    boolean isPartial() {
        return run.isPresent() && run.get().partial();
    }
}
