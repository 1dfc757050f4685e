package org.advalorem.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.advalorem.facts.VisibleText;

/** Standard output and standard error, in UTF-8 whatever the platform's character set. */
final class Console {
    /** Clears the rest of a terminal's line. */
    private static final String CLEAR = "\u001b[K";

    private final OutputStream out;
    private final OutputStream err;
    private boolean barShown;

    Console(OutputStream out, OutputStream err) {
        this.out = out;
        this.err = err;
    }

    /** Writes a whole result. */
    void result(String text) throws IOException {
        result(writer -> writer.write(text));
    }

    /** Writes a whole result, piece by piece. */
    void result(Output.Text text) throws IOException {
        text.writeTo(out);
    }

    /** Writes a line to standard error, visible throughout. A failure is ignored: there is nowhere to report it. */
    void tell(String line) {
        tellAll(VisibleText.of(line) + "\n");
    }

    /** Writes lines to standard error, which are visible already. */
    synchronized void tellAll(String lines) {
        clearBar();
        write(lines);
    }

    /** Shows a bar on the last line of standard error, a terminal, in place of one before. */
    synchronized void showBar(String line) {
        barShown = true;
        write("\r" + VisibleText.of(line) + CLEAR);
    }

    /** Removes the bar, before anything else is written. */
    synchronized void clearBar() {
        if (barShown) {
            barShown = false;
            write("\r" + CLEAR);
        }
    }

    private void write(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException ignored) {
            // the exit code remains
        }
    }
}
