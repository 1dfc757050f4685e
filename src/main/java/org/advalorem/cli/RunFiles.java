package org.advalorem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.advalorem.scenario.FilesRead;

/** The files of one run: those that it reads, and those that it is to write, none of which may be one of the others. */
final class RunFiles {
    private final FilesRead read = new FilesRead();
    private final List<OutputFile> written = new ArrayList<>();
    private final UnaryOperator<Path> where;

    /** Files that lie where they are named. */
    RunFiles() {
        this(path -> path);
    }

    /**
     * Files of a run that another process began.
     *
     * @param where where a scenario file or folder lies, from its name there
     */
    RunFiles(UnaryOperator<Path> where) {
        this.where = where;
    }

    UnaryOperator<Path> where() {
        return where;
    }

    /**
     * The path of a scenario file or folder.
     *
     * @throws UsageException if it is empty or not a path
     */
    Path path(String name) {
        return where.apply(PathArgument.of(name));
    }

    /** The files that are read, each noted before it is. */
    FilesRead read() {
        return read;
    }

    /** Notes a file to write; refuses it if another option names it too. */
    void add(OutputFile file) {
        for (OutputFile other : written) {
            if (isSame(other.place(), file.place())) {
                throw new UsageException(
                        other.option() + " and " + file.option() + " name the same file (" + file.path() + ").");
            }
        }
        written.add(file);
    }

    /**
     * The current folder as seen from that of {@code --output}, such as {@code ..}; empty if the output is no file, or lies
     * elsewhere, since the way from there would name folders that are nobody else's business.
     */
    Optional<String> folderSeenFromOutput() {
        Path here = Path.of("").toAbsolutePath().normalize();
        return written.stream()
                .filter(file -> file.option().equals(CommonOptions.OUTPUT) && !file.isSpecial())
                .map(file -> OutputFile.folderOf(file.path().toAbsolutePath().normalize()))
                .filter(folder -> folder.startsWith(here))
                .map(folder -> folder.relativize(here).toString().replace('\\', '/'))
                .map(path -> path.isEmpty() ? "." : path)
                .findFirst();
    }

    /** Whether anything is written to a file. */
    boolean isWriting() {
        return !written.isEmpty();
    }

    /**
     * Refuses to go on if a file to write is one of those read so far, or has a name that is none for its kind. To be asked
     * before anything is written.
     */
    void check() {
        for (OutputFile file : written) {
            if (file.isSpecial()) {
                if (file.kind().needsOne()) {
                    file.kind().check(file.path());
                }
                continue;
            }
            Optional<String> use = read.use(file.place());
            if (use.isPresent()) {
                throw new UsageException(file.option() + " would replace (" + file.path() + "), which is " + use.get()
                        + " of this run. Name another file.");
            }
            file.kind().check(file.path());
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return (Files.exists(one) && Files.exists(other))
                    ? Files.isSameFile(one, other)
                    : whole(one).equals(whole(other));
        } catch (IOException e) {
            return false;
        }
    }

    /** The path of a file that need not exist, without links. */
    private static Path whole(Path file) throws IOException {
        return OutputFile.folderOf(file).toRealPath().resolve(String.valueOf(file.getFileName()));
    }
}
