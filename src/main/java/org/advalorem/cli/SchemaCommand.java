package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import org.advalorem.scenario.ScenarioSchema;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code schema}: the JSON Schema of scenario files. */
final class SchemaCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description("Editors use it to complete and check scenarios.")
                .footer(
                        "",
                        "Example:",
                        "  advalorem schema --output advalorem.schema.json",
                        "The first line of a scenario, for editors with the YAML language server:",
                        "  # yaml-language-server: $schema=advalorem.schema.json");
        CommonOptions.output(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        Output output = Output.of(given, new FileKind("a schema", List.of(".json"), false), session);
        output.write(ScenarioSchema.of(Loaded.root(session)));
        return ExitCode.FINE;
    }
}
