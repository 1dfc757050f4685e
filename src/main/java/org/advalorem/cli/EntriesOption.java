package org.advalorem.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.advalorem.facts.Problems;
import org.advalorem.whatif.Entries;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The entries on which {@code eva} and {@code issues} compute duty. */
final class EntriesOption {
    /** What may be given, as help says it. */
    static final String FORM =
            "--entries is an amount, or a CSV file with a column value and, optionally, a column entry.";

    private static final String ENTRIES = "--entries";

    private EntriesOption() {}

    static void add(CommandSpec spec, String description) {
        spec.addOption(OptionSpec.builder(ENTRIES)
                .paramLabel("MONEY|CSV")
                .type(String.class)
                .description(description)
                .build());
    }

    /**
     * The entries given; empty if none are.
     *
     * @throws org.advalorem.facts.InvalidScenarioException if they cannot be read
     */
    static Optional<Entries> of(ParseResult given, Session session) {
        Problems problems = new Problems();
        Optional<Entries> entries = of(given, problems, session);
        problems.throwIfAny();
        return entries;
    }

    /** The same, with the reason noted if they cannot be read. */
    static Optional<Entries> of(ParseResult given, Problems problems, Session session) {
        String entered = given.matchedOptionValue(ENTRIES, "");
        noteFile(entered, session);
        return given.hasMatchedOption(ENTRIES)
                ? Entries.read(
                        entered, problems, decided -> session.console().tell("note: " + entered + ": " + decided + "."))
                : Optional.empty();
    }

    /** Notes the file, if it is one, so that no result takes its place. */
    private static void noteFile(String entered, Session session) {
        try {
            Path file = Path.of(entered);
            if (!entered.isEmpty() && Files.exists(file)) {
                session.files().read().add(file, "the entries (" + entered + ")");
            }
        } catch (InvalidPathException e) {
            // the reader says so
        }
    }
}
