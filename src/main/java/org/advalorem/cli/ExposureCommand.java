package org.advalorem.cli;

import java.io.IOException;
import org.advalorem.report.ExposureReport;
import org.advalorem.report.chart.ExposureChart;
import org.advalorem.rules.exposure.Exposure;
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
                                + " final rates, and the interest: by phase of the proceeding, month, exporter, review and"
                                + " rate, and what is paid when. Without entries, from exposure.import-statistics: the duty"
                                + " on a year of imports.",
                        "As CSV or Parquet, one row an entry. The totals are results, such as exposure.owed, which sweep,"
                                + " simulate and flip like any rate.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem exposure case.yaml",
                        "  advalorem exposure case.yaml --set exposure.final-rates.all-others=5%%",
                        "  advalorem exposure case.yaml --output entries.csv",
                        "  advalorem exposure case.yaml --chart cash.svg",
                        "  advalorem simulate case.yaml --draws 100000");
        CommonOptions.files(spec);
        CommonOptions.set(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        Version.add(spec);
        ChartOption.add(spec, "what is paid month by month, summed up");
        CommonOptions.expect(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        return ReportRun.of(given, session, (loaded, chart) -> {
            Exposure exposure = loaded.evaluated()
                    .determination()
                    .exposure()
                    .orElseThrow(() -> new UsageException(
                            "The scenario has no exposure. Write exposure: with entries: and timeline:, or with"
                                    + " import-statistics:."));
            if (chart.isPresent() && ExposureReport.isWithheld(loaded.evaluated())) {
                throw new UsageException(
                        "The chart would show when confidential entries were made. Leave out --chart in public.");
            }
            if (chart.isPresent()) {
                chart.get()
                        .write(ExposureChart.of(
                                loaded.withHash().evaluated(),
                                exposure.assessment()
                                        .orElseThrow(() -> new UsageException(
                                                "Without entries there is no cash over time to chart."))));
            }
            return ExposureReport.of(loaded.evaluated(), exposure);
        });
    }
}
