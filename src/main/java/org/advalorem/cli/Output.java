package org.advalorem.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.advalorem.facts.VisibleText;
import org.advalorem.report.DataFormat;
import org.advalorem.report.Format;
import org.advalorem.report.Report;

/**
 * Where a result goes: standard output, or a file. A file is written under another name in the same folder and then moved
 * into place, so that it is never seen half written.
 *
 * @param file empty for standard output
 */
record Output(Optional<Path> file) {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 200;

    /** The output of that name, where {@code -} is standard output. */
    static Output to(String name) {
        try {
            return new Output(name.equals("-") ? Optional.empty() : Optional.of(Path.of(name)));
        } catch (InvalidPathException e) {
            throw new UsageException("(" + name + ") is not a path.");
        }
    }

    /** The folder to which relative paths in the result refer. */
    Path folder() {
        return file.map(Output::folderOf).orElse(Path.of(""));
    }

    /** Writes the whole text. */
    void write(String text, Console console) throws IOException {
        if (file.isEmpty()) {
            console.result(text);
        } else {
            write(text.getBytes(StandardCharsets.UTF_8), file.get());
        }
    }

    /** Writes the whole report in that format, or its table if the file is a Parquet file. */
    void write(Report report, Format format, Console console) throws IOException {
        if (file.isPresent() && isParquet()) {
            make(file.get(), aside -> {
                report.parquet(aside);
                return report;
            });
        } else {
            write(report.text(format, file.isEmpty() ? columns() : VisibleText.WIDTH), console);
        }
    }

    /**
     * The columns of the terminal, if standard output is one: the launcher says so with the property {@code
     * advalorem.columns}, since Java cannot tell. Otherwise, and in files, lines have the same width everywhere.
     */
    private static int columns() {
        int columns = Integer.getInteger("advalorem.columns", VisibleText.WIDTH);
        return Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /** Whether the output is a Parquet file. */
    boolean isParquet() {
        return file.filter(path -> isParquet(path.toString())).isPresent();
    }

    /** Whether a name is that of a Parquet file. */
    static boolean isParquet(String name) {
        return DataFormat.ofName(name).equals(Optional.of(DataFormat.PARQUET));
    }

    /** Refuses a file whose folder is missing, and one that is itself a folder. */
    static void check(Path target) {
        Path folder = folderOf(target);
        if (!Files.isDirectory(folder)) {
            throw new UsageException("There is no folder (" + folder + ") to write (" + target + ") to. Create it.");
        }
        if (Files.isDirectory(target)) {
            throw new UsageException("(" + target + ") is a folder. Name a file in it.");
        }
    }

    /** Writes a whole file, or leaves what is there. */
    static void write(byte[] bytes, Path target) throws IOException {
        check(target);
        if (isSpecial(target)) {
            try {
                Files.write(target, bytes);
            } catch (IOException e) {
                throw refused(target, e);
            }
            return;
        }
        make(target, aside -> {
            Files.write(aside, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return target;
        });
    }

    /** Whether the file exists and is not a regular one, such as a pipe, which no file can replace. */
    private static boolean isSpecial(Path target) {
        return Files.exists(target) && !Files.isRegularFile(target);
    }

    /** Refuses also what no file can replace. */
    static void checkOrdinary(Path target) {
        check(target);
        if (isSpecial(target)) {
            throw new UsageException("(" + target + ") is not a regular file, which this needs. Choose another name.");
        }
    }

    /** Writes a file that does not exist yet, and returns what came of it. */
    @FunctionalInterface
    interface Maker<T> {
        T make(Path file) throws IOException;
    }

    /** Writes a whole file under another name and moves it into place, or leaves what is there. */
    static <T> T make(Path target, Maker<T> maker) throws IOException {
        checkOrdinary(target);
        Path aside = folderOf(target)
                .resolve("." + target.getFileName() + "."
                        + ProcessHandle.current().pid() + ".tmp");
        // in case the program is ended before the finally below
        aside.toFile().deleteOnExit();
        try {
            T made = maker.make(aside);
            move(aside, target);
            return made;
        } catch (IOException e) {
            throw refused(target, e);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /**
     * The reason that a file cannot be written, without its temporary name.
     *
     * @throws IOException the same exception if the reader closed the pipe, which is not an error
     */
    static UsageException refused(Path target, IOException e) throws IOException {
        if (Main.isClosedPipe(e)) {
            throw e;
        }
        String why = e instanceof AccessDeniedException
                ? "permission denied"
                : e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return new UsageException("(" + target + ") cannot be written in the folder ("
                + folderOf(target).toAbsolutePath() + "): " + (why == null ? "the system refused" : why)
                + ". Choose another file or folder.");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }
}
