package org.advalorem.cli;

import java.io.IOException;
import org.advalorem.report.MemoReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code memo}: the calculation memorandum. */
final class MemoCommand implements Command {
    private static final String RECORDS = "--records";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Each step has its formula, with the numbers in it; assumptions, and inputs with their origin and status, follow.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem memo case.yaml",
                        "  advalorem memo case.yaml --format markdown --output memo.md",
                        "  advalorem memo case.yaml --company acme --records",
                        "  advalorem memo case.yaml --records --format csv     the records only");
        CommonOptions.files(spec);
        spec.addOption(OptionSpec.builder(RECORDS)
                .description(
                        "Also lists every purchase behind a sum over records: price, quantity, benchmark, benefit.")
                .build());
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        CommonOptions.expect(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        boolean records = given.hasMatchedOption(RECORDS);
        return ReportRun.of(
                given, session, loaded -> MemoReport.of(loaded.withHash().evaluated(), records));
    }
}
