package org.advalorem.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
                .footer("", "Example:", "  advalorem new my-case.yaml");
        CommonOptions.files(spec, FILE, "The file to write, which must not exist; - is standard output.");
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        List<String> parameters = CommonOptions.positionals(given);
        if (parameters.size() > 1) {
            throw new UsageException("Unexpected argument (" + parameters.get(1) + "). Name one file.");
        }
        String scenario = StarterScenario.of(session.programs());
        if (parameters.get(0).equals("-")) {
            session.console().result(scenario);
        } else {
            FileKind kind = new FileKind("a scenario", List.of(".yaml", ".yml"), false);
            OutputFile file = OutputFile.of(FILE, parameters.get(0), kind, session);
            file.create(scenario.getBytes(StandardCharsets.UTF_8));
            session.console().tell("Wrote " + parameters.get(0) + ". Try: advalorem rate " + parameters.get(0));
        }
        return ExitCode.FINE;
    }
}
