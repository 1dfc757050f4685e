package org.advalorem.cli;

import java.io.IOException;
import org.advalorem.report.ExposureReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code exposure}: what an importer's entries cost. */
final class ExposureCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Shows what was deposited on the entries of exposure.entries, what is billed or refunded at the"
                                + " final rates, and the interest: by phase of the proceeding, by month and by rate.",
                        "As CSV or Parquet, one row an entry. The totals are results, such as exposure.owed, which sweep,"
                                + " simulate and flip like any rate.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem exposure case.yaml",
                        "  advalorem exposure case.yaml --set exposure.final-rates.all-others=5%%",
                        "  advalorem exposure case.yaml --output entries.csv");
        CommonOptions.files(spec);
        CommonOptions.set(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        return ReportRun.of(
                given,
                session,
                loaded -> ExposureReport.of(
                        loaded.evaluated(),
                        loaded.evaluated()
                                .determination()
                                .exposure()
                                .orElseThrow(() -> new UsageException(
                                        "The scenario has no entries. Write exposure: with entries: and timeline:."))));
    }
}
