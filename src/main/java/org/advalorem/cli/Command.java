package org.advalorem.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command: its options and what it does. */
interface Command {
    /** The options and parameters, and what help says beyond the purpose in {@link Entry}. */
    CommandSpec spec();

    /**
     * Runs the command.
     *
     * @return the exit code
     * @throws IOException if the result cannot be written
     */
    int run(ParseResult given, Session session) throws IOException;
}
