package org.advalorem.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Predicate;
import org.advalorem.report.AsideFile;

/**
 * A file that a command writes: in full or not at all, and never in place of one that it reads.
 *
 * @param option the option or parameter that names it
 * @param path as named
 * @param kind what it is to be, of which its name must be one
 * @param files those of the run
 * @param console told where a partial file is
 */
record OutputFile(String option, Path path, FileKind kind, RunFiles files, Console console) {
    private static final int MOST_LINKS = 40;

    /** The file of that name; refused if another option of the run names it too, or if it is no name for its kind. */
    static OutputFile of(String option, String name, FileKind kind, Session session) {
        try {
            OutputFile file = new OutputFile(option, Path.of(name), kind, session.files(), session.console());
            if (!Files.exists(file.path())) {
                // of a file that exists, what this run reads it as would be the better reason
                kind.check(file.path());
            }
            session.files().add(file);
            return file;
        } catch (InvalidPathException e) {
            throw new UsageException("(" + name + ") is not a path.");
        }
    }

    /** Where it is: links are followed, so that they stay what they are. */
    Path place() {
        Path file = path;
        try {
            for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(file) && !isDevice(file); i++) {
                file = file.resolveSibling(Files.readSymbolicLink(file));
            }
        } catch (IOException e) {
            return file;
        }
        return file;
    }

    /** Whether it exists and no file can take its place, as with a pipe, a device, or what the shell has opened. */
    boolean isSpecial() {
        Path place = place();
        return Files.exists(place) && (isDevice(place) || !Files.isRegularFile(place));
    }

    /** Whether a path is that of a device or of an open file. Shared memory is below {@code /dev} too, but holds files. */
    private static boolean isDevice(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = folderOf(whole);
        return folder.equals(Path.of("/dev")) || folder.equals(Path.of("/dev/fd")) || whole.startsWith("/proc");
    }

    static Path folderOf(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }

    /** Refuses a file whose folder is missing, one that is itself a folder, and one that is write-protected. */
    OutputFile checked() {
        Path place = place();
        if (!Files.isDirectory(folderOf(place))) {
            throw new UsageException(
                    "There is no folder (" + folderOf(place) + ") to write (" + path + ") to. Create it.");
        }
        if (Files.isDirectory(place)) {
            throw new UsageException("(" + path + ") is a folder. Name a file in it.");
        }
        if (Files.isRegularFile(place) && !Files.isWritable(place)) {
            throw new UsageException("(" + path + ") is write-protected. Name another file, or allow writing to it.");
        }
        return this;
    }

    /** Refuses also what no file can replace. */
    OutputFile checkedOrdinary() {
        checked();
        if (isSpecial()) {
            throw new UsageException("(" + path + ") is not a regular file, which this needs. Choose another name.");
        }
        return this;
    }

    /**
     * Writes the whole file, or leaves what is there.
     *
     * @param partial whether the bytes are those of a run that was stopped, which go beside the file
     */
    void write(byte[] bytes, boolean partial) throws IOException {
        checked();
        files.check();
        if (isSpecial()) {
            try {
                // what the shell has opened is not ours to empty
                Files.write(place(), bytes, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw refused(e);
            }
            return;
        }
        make(channel -> whole(channel, bytes), made -> partial);
    }

    /** Writes a whole text piece by piece, or leaves what is there; as {@link #write(byte[], boolean)}. */
    void write(Output.Text text, boolean partial) throws IOException {
        checked();
        files.check();
        if (isSpecial()) {
            try (OutputStream stream =
                    Files.newOutputStream(place(), StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                text.writeTo(stream);
            } catch (IOException e) {
                throw refused(e);
            }
            return;
        }
        make(
                channel -> {
                    text.writeTo(Channels.newOutputStream(channel));
                    return channel;
                },
                made -> partial);
    }

    /** Writes all bytes. */
    static FileChannel whole(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
        return channel;
    }

    /** Writes a file that is empty and stays open, and returns what came of it. */
    @FunctionalInterface
    interface Maker<T> {
        T make(FileChannel file) throws IOException;
    }

    /**
     * Writes the whole file under another name and moves it into place, or leaves what is there. A partial file is kept
     * beside it, under a name that is told.
     *
     * @param partial whether what was made is only what a run had reached when it was stopped
     */
    <T> T make(Maker<T> maker, Predicate<T> partial) throws IOException {
        checkedOrdinary();
        files.check();
        try (AsideFile aside = AsideFile.of(place(), this::tell)) {
            T made = maker.make(aside.channel());
            if (partial.test(made)) {
                aside.keep();
            } else {
                aside.replace();
            }
            return made;
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Writes a whole file that does not exist yet. */
    void create(byte[] bytes) throws IOException {
        if (Files.exists(path) || Files.isSymbolicLink(path)) {
            throw exists();
        }
        checked();
        try (AsideFile aside = AsideFile.of(path, this::tell)) {
            whole(aside.channel(), bytes);
            aside.create();
        } catch (FileAlreadyExistsException e) {
            throw exists();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private UsageException exists() {
        return new UsageException("(" + path + ") already exists and is not overwritten. Name another file.");
    }

    private void tell(Path partial) {
        console.tell("note: stopped before the end: "
                + (Files.exists(place()) ? "(" + path + ") is as it was" : "there is no (" + path + ")")
                + "; what was made of it so far is in (" + path.resolveSibling(partial.getFileName()) + ").");
    }

    /**
     * The reason that it cannot be written, without its temporary name.
     *
     * @throws IOException the same exception if the reader closed the pipe, which is not an error
     */
    private UsageException refused(IOException e) throws IOException {
        if (Main.isClosedPipe(e)) {
            throw e;
        }
        String why = e instanceof AccessDeniedException
                ? "permission denied"
                : e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return new UsageException("(" + path + ") cannot be written in the folder ("
                + folderOf(path).toAbsolutePath() + "): " + (why == null ? "the system refused" : why)
                + ". Choose another file or folder.");
    }
}
