package org.advalorem.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --threads}: how many processors to use. */
final class Threads {
    private static final String THREADS = "--threads";
    private static final int MOST = 1024;

    private Threads() {}

    static void option(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(THREADS)
                .paramLabel("N")
                .type(String.class)
                .description("How many threads to use; all processors when left out. The result does not depend on it.")
                .build());
    }

    static int of(ParseResult given) {
        String word = given.matchedOptionValue(
                THREADS, Integer.toString(Runtime.getRuntime().availableProcessors()));
        if (word.matches("[1-9][0-9]{0,3}") && Integer.parseInt(word) <= MOST) {
            return Integer.parseInt(word);
        }
        throw new UsageException(
                "(" + THREADS + ") is (" + word + "); expected a whole number from 1 to " + MOST + ".");
    }
}
