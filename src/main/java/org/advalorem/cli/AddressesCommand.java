package org.advalorem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.AddressPattern;
import org.advalorem.facts.Nearest;
import org.advalorem.report.AddressesReport;
import org.advalorem.report.Format;
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
                        "In PATTERN, * matches any characters; a PATTERN without * also matches every address below it.",
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
        Output output = CommonOptions.output(given);
        Format format = CommonOptions.format(given, output);
        Loaded loaded = Loaded.of(files, CommonOptions.set(given), List.of(), Expecting.NOTHING, session);
        Optional<AddressPattern> wanted = pattern.map(AddressPattern::of);
        List<String> all = AddressesReport.all(loaded.evaluated());
        if (wanted.isPresent() && all.stream().noneMatch(wanted.get()::matches)) {
            throw UsageException.of(
                    "No address matches (" + last + ").",
                    Nearest.to(last, all)
                            .map(near -> "Did you mean (" + near + ")?")
                            .orElse("Omit the pattern to list all addresses."));
        }
        output.write(AddressesReport.of(loaded.evaluated(), wanted), format, session.console());
        return ExitCode.FINE;
    }

    /** Whether the last parameter is a file, even a missing one, and not a pattern. */
    private static boolean isFile(String name) {
        try {
            return name.equals("-")
                    || name.endsWith(".yaml")
                    || name.endsWith(".yml")
                    || name.endsWith(".json")
                    || Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
