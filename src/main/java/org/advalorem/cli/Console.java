package org.advalorem.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Standard output and standard error, in UTF-8 whatever the platform's character set. */
final class Console {
    private final OutputStream out;
    private final OutputStream err;

    Console(OutputStream out, OutputStream err) {
        this.out = out;
        this.err = err;
    }

    /** Writes a whole result. */
    void result(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Writes a line to standard error. A failure is ignored: there is nowhere to report it. */
    void tell(String line) {
        tellAll(line + "\n");
    }

    /** Writes lines to standard error. */
    void tellAll(String lines) {
        try {
            err.write(lines.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException ignored) {
            // the exit code remains
        }
    }
}
