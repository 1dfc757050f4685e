package org.advalorem.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.advalorem.facts.Column;
import org.advalorem.facts.DataTable;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.rules.adverse.Petition;
import org.advalorem.scenario.NamedTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The list of a petition's programs from which {@code new} begins a scenario. */
final class PetitionOption {
    private static final String PETITION = "--petition";

    private PetitionOption() {}

    static void add(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(PETITION)
                .paramLabel("CSV")
                .type(String.class)
                .description("Begins from a petition's programs, a CSV file with columns " + Petition.PROGRAM.name()
                        + " and " + Petition.KIND.name() + " (" + String.join(", ", Petition.KIND.choices())
                        + "): a company bears each of them on facts available.")
                .build());
    }

    /**
     * The file as a scenario in a folder is to name it; empty if none is given.
     *
     * @param folder the folder of the scenario
     * @throws org.advalorem.facts.InvalidScenarioException if the file cannot be read as a list of programs
     */
    static Optional<String> of(ParseResult given, Path folder, Session session) {
        if (!given.hasMatchedOption(PETITION)) {
            return Optional.empty();
        }
        String name = given.matchedOptionValue(PETITION, "");
        Path file = PathArgument.of(name);
        session.files().read().add(file, "the petition (" + name + ")");
        check(file, session);
        return Optional.of(below(folder, file, name));
    }

    private static void check(Path file, Session session) {
        Problems problems = new Problems();
        Origin origin = Origin.of(PETITION + " argument", 0, 1, file.toString());
        List<String> wanted =
                Stream.of(Petition.PROGRAM, Petition.KIND).map(Column::name).toList();
        Optional<DataTable> table = NamedTable.read(
                file,
                origin,
                wanted,
                problems,
                decided -> session.console().tell("note: " + file + ": " + decided + "."));
        table.filter(read -> wanted.stream().anyMatch(column -> read.place(column) < 0))
                .ifPresent(read -> problems.add(
                        Problem.Code.AV302,
                        origin,
                        "(" + file + ") must have the columns (" + String.join(") and (", wanted) + "); it has ("
                                + String.join(", ", read.header()) + ").",
                        "Write " + String.join(",", wanted) + " in the first line, and below it lines such as"
                                + " Policy loans,loan."));
        problems.throwIfAny();
    }

    private static String below(Path folder, Path file, String name) {
        Path from = folder.toAbsolutePath().normalize();
        Path to = file.toAbsolutePath().normalize();
        if (!to.startsWith(from)) {
            throw new UsageException("(" + name + ") is not in the folder of the scenario or below it. Copy it there.");
        }
        return from.relativize(to).toString().replace('\\', '/');
    }
}
