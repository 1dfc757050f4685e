package org.advalorem.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.advalorem.engine.Workers;
import org.advalorem.rules.Programs;

/**
 * What a command works with.
 *
 * @param programs the known program types
 * @param command as typed, the program's name first
 * @param interruption starts to listen for the user's request to stop
 * @param files those that the run reads and writes
 * @param windows those that it opens
 * @param elsewhere the way to processes that do the work; empty where threads do it
 */
record Session(
        Console console,
        Programs programs,
        Supplier<Interruption> interruption,
        List<String> command,
        RunFiles files,
        Windows windows,
        Optional<Elsewhere> elsewhere) {
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
        this(console, programs, interruption, List.of(), new RunFiles(), windows, Optional.empty());
    }

    /** The same session with work done elsewhere. */
    Session with(Elsewhere others) {
        return new Session(console, programs, interruption, command, files, windows, Optional.of(others));
    }

    /** The same session with files that lie elsewhere than they are named. */
    Session with(UnaryOperator<Path> where) {
        return new Session(console, programs, interruption, command, new RunFiles(where), windows, elsewhere);
    }

    /** Who does the work; empty for threads. */
    Optional<Workers> workers() {
        return elsewhere.map(others -> others.workers(
                command.subList(1, command.size()), () -> files.read().files()));
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
        return new Session(console, programs, interruption, typed, new RunFiles(files.where()), windows, elsewhere);
    }
}
