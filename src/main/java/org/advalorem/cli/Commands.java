package org.advalorem.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands by name. Only the one that is run is made. */
final class Commands {
    static final String PROGRAM = "advalorem";
    static final String HELP = "--help";
    static final String DEBUG = "--debug";

    private static final int WIDTH = 100;

    private static final Map<String, Supplier<Command>> ALL = all();

    private Commands() {}

    private static Map<String, Supplier<Command>> all() {
        Map<String, Supplier<Command>> all = new LinkedHashMap<>();
        all.put("rate", RateCommand::new);
        all.put("memo", MemoCommand::new);
        all.put("explain", ExplainCommand::new);
        all.put("sweep", SweepCommand::new);
        all.put("grid", GridCommand::new);
        all.put("tornado", TornadoCommand::new);
        all.put("flip", FlipCommand::new);
        all.put("solve", SolveCommand::new);
        all.put("simulate", SimulateCommand::new);
        all.put("sensitivity", SensitivityCommand::new);
        all.put("issues", IssuesCommand::new);
        all.put("eva", EvaCommand::new);
        all.put("compare", CompareCommand::new);
        all.put("addresses", AddressesCommand::new);
        all.put("check", CheckCommand::new);
        all.put("resolve", ResolveCommand::new);
        all.put("schema", SchemaCommand::new);
        all.put("new", NewCommand::new);
        all.put("generate-completion", CompletionCommand::new);
        return all;
    }

    /** The commands in the order in which help lists them. */
    static Map<String, Supplier<Command>> byName() {
        return ALL;
    }

    /** The parser of one command. */
    static CommandLine parser(String name, Command command) {
        CommandLine parser = new CommandLine(root());
        parser.addSubcommand(name, line(command));
        return configured(parser);
    }

    /** The parser of all commands, for help and completion. */
    static CommandLine parser() {
        CommandLine parser = new CommandLine(root());
        ALL.forEach((name, command) -> parser.addSubcommand(name, line(command.get())));
        return configured(parser);
    }

    private static CommandLine line(Command command) {
        CommandSpec spec = command.spec();
        spec.addOption(OptionSpec.builder("-h", HELP)
                .usageHelp(true)
                .description("Explains the command.")
                .build());
        spec.addOption(OptionSpec.builder(DEBUG)
                .description("Shows the trace of an unexpected failure.")
                .build());
        spec.usageMessage().sortOptions(false).autoWidth(false).width(WIDTH).abbreviateSynopsis(true);
        return new CommandLine(spec);
    }

    private static CommandLine configured(CommandLine parser) {
        return parser.setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    }

    private static CommandSpec root() {
        CommandSpec spec = CommandSpec.create().name(PROGRAM);
        spec.addOption(OptionSpec.builder("-h", HELP)
                .usageHelp(true)
                .description("Explains the program; after a command, the command.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Prints the version.")
                .build());
        spec.usageMessage()
                .autoWidth(false)
                .width(WIDTH)
                .synopsisSubcommandLabel("COMMAND")
                .description(
                        "",
                        "Computes countervailing-duty subsidy rates from a scenario file, with the authority for every step.",
                        "")
                .commandListHeading("%nCommands:%n")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem new my-case.yaml                 a commented scenario to begin with",
                        "  advalorem check my-case.yaml               every error with its position",
                        "  advalorem rate my-case.yaml                the rates, program by program",
                        "  advalorem rate my-case.yaml --set programs.grant.applied=no",
                        "                                             what if one program is dropped?",
                        "  advalorem memo my-case.yaml --format markdown --output memo.md",
                        "  advalorem explain my-case.yaml companies.acme.rate",
                        "  advalorem addresses my-case.yaml 'companies.*.rate'",
                        "",
                        "Results go to standard output, everything else to standard error.",
                        "Exit codes: 0 fine, 1 unexpected failure, 2 bad usage or bad scenario, 3 an expect failed,",
                        "130 stopped by Ctrl-C: what is known by then is printed, marked partial.");
        return spec;
    }
}
