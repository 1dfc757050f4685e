package org.advalorem.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command: its options and what it does. */
interface Command {
    /** Description, options and parameters. */
    CommandSpec spec();

    /**
     * Does it.
     *
     * @return the exit code
     * @throws IOException when the result cannot be written
     */
    int run(ParseResult given, Session session) throws IOException;
}
