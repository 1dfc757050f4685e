package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.advalorem.report.EvaluatedScenario;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code shell}: JShell with the library and a scenario. */
final class ShellCommand implements Command {
    private static final String RUN = "--run";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Needs a JDK. The scenario is in the variable (scenario); tables are those of Tablesaw, charts those"
                                + " of XChart. /help advalorem shows five lines to begin with.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem shell case.yaml",
                        "  advalorem shell case.yaml petitioner.yaml",
                        "  advalorem shell case.yaml --run study.jsh");
        CommonOptions.files(
                spec, "FILE...", "Scenario files, each laid over those before it; none for an empty shell.", 0);
        CommonOptions.set(spec);
        spec.addOption(OptionSpec.builder(RUN)
                .paramLabel(CommonOptions.PATH)
                .type(String.class)
                .description("Runs the lines of this file, and ends.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        Optional<String> script = Optional.ofNullable(given.matchedOptionValue(RUN, (String) null));
        script.ifPresent(PathArgument::ofFile);
        if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
            throw new UsageException("The shell needs a JDK, and this Java (" + System.getProperty("java.home")
                    + ") is none: it has no JShell. Install a JDK 17 or later and set JAVA_HOME to it.");
        }
        Interactive interactive = session.windows().service(given.commandSpec().name());
        List<String> files = CommonOptions.positionals(given);
        if (files.contains("-")) {
            throw new UsageException(
                    "Standard input is what the shell reads its lines from. Name the scenario's file.");
        }
        List<String> settings = CommonOptions.set(given);
        if (!files.isEmpty()) {
            // what is wrong with it is better told here than by a stack trace there
            EvaluatedScenario scenario = Loaded.of(files, settings, List.of(), Expecting.NOTHING, session)
                    .evaluated();
            if (script.isEmpty()) {
                session.console()
                        .tell(Main.version() + ": (scenario) is "
                                + scenario.determination().title() + ".");
            }
        }
        return interactive.shell(files, settings, script);
    }
}
