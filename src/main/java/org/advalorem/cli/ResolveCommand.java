package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import org.advalorem.facts.Problems;
import org.advalorem.scenario.Scenario;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code resolve}: a scenario merged into one file. */
final class ResolveCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description("Includes the files that they extend.")
                .footer(
                        "",
                        "Paths of data files are relative to the folder of --output, or to the current folder.",
                        "",
                        "Examples:",
                        "  advalorem resolve base.yaml petitioner.yaml --output petitioner-full.yaml",
                        "  advalorem resolve case.yaml --set programs.grants.applied=no");
        CommonOptions.files(spec);
        CommonOptions.set(spec);
        CommonOptions.output(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        Output output = Output.of(given, new FileKind("a merged scenario", List.of(".yaml", ".yml"), false), session);
        Problems problems = new Problems();
        Scenario scenario = Loaded.read(CommonOptions.positionals(given), CommonOptions.set(given), session, problems)
                .orElseThrow(() -> failed(problems));
        problems.throwIfAny();
        String resolved = scenario.resolved(output.folder(), problems);
        problems.throwIfAny();
        output.write(resolved);
        return ExitCode.FINE;
    }

    /** The exception for what has no result. */
    static RuntimeException failed(Problems problems) {
        problems.throwIfAny();
        return new IllegalStateException("There is neither a scenario nor a problem.");
    }
}
