package org.advalorem.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/**
 * Where a result goes: standard output, or a file.
 *
 * @param file empty for standard output
 */
record Output(Optional<OutputFile> file, Console console) {
    /** Other names of standard output, which may be a file that the shell has opened. */
    private static final Set<String> STANDARD = Set.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

    /** Standard output. */
    static Output standard(Session session) {
        return new Output(Optional.empty(), session.console());
    }

    /**
     * The value of {@code --output}; by default standard output.
     *
     * @param kind what is written
     */
    static Output of(ParseResult given, FileKind kind, Session session) {
        return of(CommonOptions.outputName(given), kind, session);
    }

    /**
     * The output of a name.
     *
     * @param kind what is written
     */
    static Output of(String name, FileKind kind, Session session) {
        if (STANDARD.contains(name)) {
            return standard(session);
        }
        return new Output(Optional.of(OutputFile.of(CommonOptions.OUTPUT, name, kind, session)), session.console());
    }

    /** The folder to which relative paths in the result refer. */
    Path folder() {
        return file.map(OutputFile::path).map(OutputFile::folderOf).orElse(Path.of(""));
    }

    /** Writes the whole text. */
    void write(String text) throws IOException {
        write(text, false);
    }

    /**
     * Writes the whole text.
     *
     * @param partial whether it is that of a run that was stopped, which takes the place of no file
     */
    void write(String text, boolean partial) throws IOException {
        write(writer -> writer.write(text), partial);
    }

    /** A text that is written piece by piece. */
    @FunctionalInterface
    interface Text {
        /** Writes it all; the writer is left open. */
        void to(Writer writer) throws IOException;

        /** Writes it all to a stream in UTF-8; the stream is left open. */
        default void writeTo(OutputStream stream) throws IOException {
            Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            to(writer);
            writer.flush();
        }
    }

    /**
     * Writes a text that may be too long to be held whole.
     *
     * @param partial as in {@link #write(String, boolean)}
     */
    void write(Text text, boolean partial) throws IOException {
        if (file.isEmpty()) {
            console.result(text);
        } else {
            file.get().write(text, partial);
        }
    }
}
