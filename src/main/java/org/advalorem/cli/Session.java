package org.advalorem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.advalorem.rules.Programs;

/**
 * What a command works with.
 *
 * @param programs the known program types
 * @param command as typed, the program's name first
 * @param interruption starts to listen for the user's request to stop
 * @param files those that the run reads and writes
 * @param windows those that it opens
 */
record Session(
        Console console,
        Programs programs,
        Supplier<Interruption> interruption,
        List<String> command,
        RunFiles files,
        Windows windows) {
    /** Options with a value that say where output goes and how fast, not what it is. */
    private static final List<String> ASIDE = List.of("--output", "-o", "--chart", "--font", "--draws-to", "--threads");

    /** Options without a value that say so. */
    private static final List<String> ASIDE_ALONE = List.of(ChartOption.SHOW);

    /** Copies the list. */
    Session {
        command = List.copyOf(command);
    }

    /** A session without a command. */
    Session(Console console, Programs programs, Supplier<Interruption> interruption) {
        this(console, programs, interruption, Windows.loaded());
    }

    /** A session without a command that opens those windows. */
    Session(Console console, Programs programs, Supplier<Interruption> interruption, Windows windows) {
        this(console, programs, interruption, List.of(), new RunFiles(), windows);
    }

    /** A session for a command, without options that no result depends on. */
    Session with(String[] args) {
        List<String> typed = new ArrayList<>(List.of(Commands.PROGRAM));
        for (int i = 0; i < args.length; i++) {
            String name = args[i].replaceFirst("=.*", "");
            if (ASIDE_ALONE.contains(name)) {
                continue;
            }
            if (!ASIDE.contains(name)) {
                typed.add(args[i]);
            } else if (name.equals(args[i])) {
                i++;
            }
        }
        return new Session(console, programs, interruption, typed, new RunFiles(), windows);
    }
}
