package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Nearest;
import org.advalorem.reference.ReferenceTable;
import org.advalorem.reference.ReferenceTables;
import org.advalorem.report.ReferenceReport;
import org.advalorem.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code reference}: the tables that come with the program. */
final class ReferenceCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Lists the tables, or prints the rows of one with its source and how it was read. A scenario uses a"
                                + " table only where it says so, or where it leaves open what the table settles; the memorandum"
                                + " then names it.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem reference",
                        "  advalorem reference asset-class-lives steel",
                        "  advalorem reference world-prices --format csv --output prices.csv");
        spec.addPositional(PositionalParamSpec.builder()
                .arity("0..*")
                .paramLabel("[NAME [TEXT]]")
                .hideParamSyntax(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("The table, and what its rows must contain.")
                .build());
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        List<String> words = CommonOptions.positionals(given);
        if (words.size() > 2) {
            throw new UsageException("reference takes a table and one text. Put the text in quotes: '"
                    + String.join(" ", words.subList(1, words.size())) + "'.");
        }
        ReportOutput output = ReportOutput.of(given, session);
        Report report = words.isEmpty()
                ? ReferenceReport.ofAll()
                : ReferenceReport.of(
                        table(words.get(0)), words.size() > 1 ? Optional.of(words.get(1)) : Optional.empty());
        output.write(report);
        return ExitCode.FINE;
    }

    private static ReferenceTable table(String name) {
        List<String> known =
                ReferenceTables.all().stream().map(ReferenceTable::name).toList();
        return ReferenceTables.of(name)
                .orElseThrow(() ->
                        UsageException.of("There is no reference table (" + name + ").", Nearest.advice(name, known)));
    }
}
