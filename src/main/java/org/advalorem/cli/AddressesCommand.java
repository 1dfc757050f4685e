package org.advalorem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.AddressPattern;
import org.advalorem.facts.Nearest;
import org.advalorem.report.AddressesReport;
import org.advalorem.report.Report;
import org.advalorem.scenario.Scenario;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code addresses}: every input and result by its address. */
final class AddressesCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description("Also shows the unit, the status and where each is written.")
                .footer(
                        "",
                        "In PATTERN, * matches any characters; a PATTERN without * also matches every address below it,",
                        "and if there is none, every address that ends in it.",
                        "An item of a list has a name, such as that of the company it goes to, and a place, counted from 1;",
                        "every command takes its address in either form.",
                        "",
                        "Examples:",
                        "  advalorem addresses case.yaml",
                        "  advalorem addresses case.yaml 'companies.*.rate'",
                        "  advalorem addresses case.yaml benchmarks --format csv");
        CommonOptions.files(spec, "FILE... [PATTERN]", "Scenario files, then the addresses to list.");
        CommonOptions.set(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        List<String> parameters = CommonOptions.positionals(given);
        String last = parameters.get(parameters.size() - 1);
        Optional<String> pattern = parameters.size() > 1 && !isFile(last) ? Optional.of(last) : Optional.empty();
        List<String> files = pattern.isPresent() ? parameters.subList(0, parameters.size() - 1) : parameters;
        ReportOutput output = ReportOutput.of(given, session);
        Loaded loaded = Loaded.of(files, CommonOptions.set(given), List.of(), Expecting.NOTHING, session);
        Optional<AddressPattern> wanted = pattern.map(text -> AddressPattern.of(named(text, loaded.scenario())));
        Report report = AddressesReport.of(loaded.scenario(), loaded.evaluated(), wanted)
                .or(() -> AddressesReport.of(
                        loaded.scenario(), loaded.evaluated(), pattern.map(text -> AddressPattern.of("*." + text))))
                .orElseThrow(() -> UsageException.of(
                        "No address matches (" + last + ").",
                        Nearest.to(last, AddressesReport.all(loaded.evaluated()))
                                .map(near -> "Did you mean (" + near + ")?")
                                .orElse("Omit the pattern to list all addresses.")));
        output.write(report);
        return ExitCode.FINE;
    }

    /** The pattern; without a star it is an address, whose items of lists may be given by place. */
    private static String named(String pattern, Scenario scenario) {
        try {
            return pattern.indexOf('*') < 0
                    ? scenario.named(Address.parse(pattern)).toString()
                    : pattern;
        } catch (IllegalArgumentException e) {
            return pattern;
        }
    }

    /** Whether the last parameter is a file, even a missing one, and not a pattern. */
    private static boolean isFile(String name) {
        try {
            return name.equals("-") || Scenario.isFileName(name) || Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
