package org.advalorem.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.advalorem.rules.Programs;

/** A run of the program in this process: exit code, standard output, standard error. */
record Run(int exit, String out, String err) {
    static final String SMALL = "src/test/resources/cli/small.yaml";

    static Run of(String... args) {
        return with(Programs.shipped(), args);
    }

    /** A run with those program types. */
    static Run with(Programs programs, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Main.run(args, out, err, programs);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The output without the command that made it, which it names: of two commands the rest can be compared. */
    String outButCommand() {
        return out.replaceAll("(?m)^- Command: .*\n(  .*\n)*", "")
                .replaceAll("(?m)^\"?# Command: .*\n", "")
                .replaceAll("\"command\": \\[[^\\]]*\\],\\s*", "");
    }

    /** This without the command that made it. */
    Run withoutCommand() {
        return new Run(exit, outButCommand(), err);
    }
}
