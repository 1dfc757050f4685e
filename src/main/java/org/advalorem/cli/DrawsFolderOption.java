package org.advalorem.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.advalorem.report.DrawsFolder;
import org.advalorem.whatif.Simulation;
import picocli.CommandLine.ParseResult;

/**
 * {@code --draws-to FOLDER/}: every draw of a simulation as a row of one of the files of a folder, where processes elsewhere
 * evaluate and write them.
 *
 * @param folder empty, or not there yet
 */
record DrawsFolderOption(Path folder, Console console) {
    /** Whether {@code --draws-to} names a folder: by a slash at the end, or because it is one. */
    static boolean isGiven(ParseResult given) {
        return named(given).isPresent();
    }

    private static Optional<String> named(ParseResult given) {
        return Optional.ofNullable(given.<String>matchedOptionValue(DrawsOption.DRAWS_TO, null))
                .filter(DrawsFolderOption::isFolder);
    }

    private static boolean isFolder(String name) {
        try {
            return name.endsWith("/") || name.endsWith(File.separator) || Files.isDirectory(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The folder, if one is asked for. One that cannot be written to is refused here, before anything is calculated. */
    static Optional<DrawsFolderOption> of(ParseResult given, Session session) throws IOException {
        Optional<String> name = named(given);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String folder = name.get();
        if (session.elsewhere().isEmpty()) {
            throw new UsageException("(" + folder
                    + ") is a folder, which only cluster/advalorem-cluster fills, with a file"
                    + " for each part of the draws. Name a file: " + DrawsOption.DRAWS_TO + "=FILE.parquet or .csv.");
        }
        return Optional.of(new DrawsFolderOption(checked(folder), session.console()));
    }

    private static Path checked(String name) throws IOException {
        Path folder = Path.of(name);
        Path whole = folder.toAbsolutePath().normalize();
        if (Files.isDirectory(whole) ? !DrawsFolder.isEmpty(whole) : Files.exists(whole)) {
            throw new UsageException("(" + name + ") "
                    + (Files.isDirectory(whole) ? "is not empty" : "is a file")
                    + ". Draws need a folder of their own: name another, or a new one.");
        }
        Path above = Optional.ofNullable(whole.getParent()).orElse(whole);
        if (!Files.isDirectory(above)) {
            throw new UsageException("There is no folder (" + above + ") to make (" + name + ") in. Create it.");
        }
        return folder;
    }

    /** Simulates. The folder has all draws, or none if the run was stopped or failed. */
    Simulation.Result fill(Function<DrawsFolder, Simulation.Result> simulation) throws IOException {
        try (DrawsFolder begun = DrawsFolder.of(folder)) {
            Simulation.Result result = simulation.apply(begun);
            if (result.partial()) {
                console.tell("note: stopped before the end: there are no draws in (" + folder + ").");
            } else {
                begun.complete();
            }
            return result;
        } catch (FileSystemException e) {
            throw new UsageException(
                    "(" + folder + ") cannot be filled: " + e.getMessage() + ". Choose another folder.");
        }
    }
}
