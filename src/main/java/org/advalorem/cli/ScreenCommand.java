package org.advalorem.cli;

import java.io.IOException;
import org.advalorem.report.ScreensReport;
import org.advalorem.report.chart.ScreensChart;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code screen}: the tests that a petition, an agreement, an allegation or a correction has to pass. */
final class ScreenCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Negligible imports, industry support, suspension agreements, critical circumstances, ministerial errors,"
                                + " the de minimis class of a rate and its equivalent per unit: those that the scenario states"
                                + " under screens:. Each line has the number, what is required of it, the paragraph, and how"
                                + " far away it is.",
                        "All are results with addresses, such as screens.negligibility.met and"
                                + " screens.negligibility-country.number; for the values at which they turn: advalorem flip.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem screen case.yaml",
                        "  advalorem screen case.yaml --set 'screens.negligibility.imports=31000 t'",
                        "  advalorem screen case.yaml --format csv --output screens.csv",
                        "  advalorem screen case.yaml --chart screens.svg");
        CommonOptions.files(spec);
        CommonOptions.set(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        ChartOption.add(spec, "every number as a percentage of its threshold");
        CommonOptions.expect(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        return ReportRun.of(given, session, (loaded, chart) -> {
            if (chart.isPresent()) {
                chart.get().write(ScreensChart.of(loaded.withHash().evaluated()));
            }
            return ScreensReport.of(loaded.evaluated());
        });
    }
}
