package org.advalorem.cli;

import java.io.IOException;
import org.advalorem.report.RateReport;
import org.advalorem.report.chart.RateChart;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rate}: the rate of every program and company, and the all-others rate. */
final class RateCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description("Also gives the de minimis verdicts.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem rate case.yaml",
                        "  advalorem rate case.yaml --set companies.acme.export-value-adjustment.method=ratio",
                        "  advalorem rate case.yaml petitioner.yaml --company acme --format json",
                        "  advalorem rate case.yaml --format csv --output rates.csv",
                        "  advalorem rate case.yaml --chart rates.svg");
        CommonOptions.files(spec);
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        Version.add(spec);
        ChartOption.add(spec, "the programs of each company's rate, with the de minimis threshold,");
        CommonOptions.expect(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        return ReportRun.of(given, session, (loaded, chart) -> {
            if (chart.isPresent()) {
                chart.get().write(RateChart.of(loaded.withHash().evaluated()));
            }
            return RateReport.of(loaded.evaluated());
        });
    }
}
