package org.advalorem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.advalorem.facts.VisibleText;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The parsers of the command line, and its help. */
final class Commands {
    static final String PROGRAM = "advalorem";
    static final String HELP = "--help";
    static final String DEBUG = "--debug";

    private Commands() {}

    /** The parser of one command. */
    static CommandLine parser(Entry entry, Command command) {
        CommandLine parser = new CommandLine(CommandSpec.create().name(PROGRAM));
        parser.addSubcommand(entry.word(), line(entry, command));
        return configured(parser);
    }

    /** The parser of all commands. */
    static CommandLine parser() {
        CommandLine parser = new CommandLine(CommandSpec.create().name(PROGRAM));
        for (Entry entry : Entry.values()) {
            parser.addSubcommand(entry.word(), line(entry, entry.command()));
        }
        return configured(parser);
    }

    private static CommandLine line(Entry entry, Command command) {
        CommandSpec spec = command.spec();
        spec.addOption(OptionSpec.builder("-h", HELP)
                .usageHelp(true)
                .description("Prints this help.")
                .build());
        spec.addOption(OptionSpec.builder(DEBUG)
                .description("Prints the stack trace of an unexpected failure.")
                .build());
        UsageMessageSpec usage = spec.usageMessage();
        String[] description = usage.description();
        if (description.length == 0) {
            usage.description(entry.purpose());
        } else {
            description[0] = (entry.purpose() + " " + description[0]).strip();
            usage.description(description);
        }
        usage.sortOptions(false).autoWidth(false).width(VisibleText.WIDTH).abbreviateSynopsis(true);
        return new CommandLine(spec);
    }

    private static CommandLine configured(CommandLine parser) {
        return parser.setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    }

    /** The help of the program: its commands by the question they answer. */
    static String help() {
        CommandSpec spec = CommandSpec.create().name(PROGRAM);
        spec.addOption(OptionSpec.builder("-h", HELP)
                .usageHelp(true)
                .description("Prints this help; after a command, the help of that command.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Prints the version.")
                .build());
        spec.usageMessage()
                .autoWidth(false)
                .width(VisibleText.WIDTH)
                .customSynopsis(PROGRAM + " COMMAND [OPTION...] [FILE...]")
                .description(
                        "",
                        "Computes countervailing-duty subsidy rates from a scenario file, with the authority for every step.",
                        "")
                .footer(footer());
        return configured(new CommandLine(spec)).getUsageMessage();
    }

    private static String[] footer() {
        List<String> lines = new ArrayList<>();
        for (Group group : Group.values()) {
            lines.addAll(List.of("", group.question()));
            for (Entry entry : Entry.values()) {
                if (entry.group() == group) {
                    lines.add(String.format(Locale.ROOT, "  %-20s %s", entry.word(), entry.purpose()));
                }
            }
        }
        lines.addAll(List.of(
                "",
                "Examples:",
                "  advalorem new my-case.yaml                 a commented starter scenario",
                "  advalorem check my-case.yaml               every error with its position",
                "  advalorem rate my-case.yaml                the rates, program by program",
                "  advalorem rate my-case.yaml --set programs.grant.applied=no",
                "                                             what if one program is dropped?",
                "  advalorem memo my-case.yaml --format markdown --output memo.md",
                "  advalorem explain my-case.yaml companies.acme.rate",
                "  advalorem addresses my-case.yaml 'companies.*.rate'",
                "",
                "Results go to standard output, everything else to standard error.",
                "Exit codes: 0 success, 1 unexpected failure, 2 bad usage or bad scenario, 3 an expectation not met,",
                "130 stopped by Ctrl-C; what is known by then is printed, marked PARTIAL."));
        return lines.toArray(String[]::new);
    }
}
