package org.advalorem.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.advalorem.scenario.StarterScenario;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code new}: a commented starter scenario. */
final class NewCommand implements Command {
    private static final String FILE = "FILE";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description("It can be calculated as it stands.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem new my-case.yaml",
                        "  advalorem new my-case.yaml --petition programs.csv");
        CommonOptions.files(spec, FILE, "The file to write, which must not exist; - is standard output.");
        PetitionOption.add(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        List<String> parameters = CommonOptions.positionals(given);
        if (parameters.size() > 1) {
            throw new UsageException("Unexpected argument (" + parameters.get(1) + "). Name one file.");
        }
        if (parameters.get(0).equals("-")) {
            session.console().result(scenario(given, Path.of(""), session));
        } else {
            FileKind kind = new FileKind("a scenario", List.of(".yaml", ".yml"), false);
            OutputFile file = OutputFile.of(FILE, parameters.get(0), kind, session);
            String scenario = scenario(given, OutputFile.folderOf(file.path()), session);
            file.create(scenario.getBytes(StandardCharsets.UTF_8));
            session.console().tell("Wrote " + parameters.get(0) + ". Try: advalorem rate " + parameters.get(0));
        }
        return ExitCode.FINE;
    }

    private static String scenario(ParseResult given, Path folder, Session session) {
        return PetitionOption.of(given, folder, session)
                .map(petition -> StarterScenario.of(session.programs(), petition))
                .orElseGet(() -> StarterScenario.of(session.programs()));
    }
}
