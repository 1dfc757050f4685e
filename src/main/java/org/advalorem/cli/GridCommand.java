package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.SweepReport;
import org.advalorem.report.chart.GridChart;
import org.advalorem.whatif.Dependence;
import org.advalorem.whatif.Sweep;
import org.advalorem.whatif.ValueRange;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code grid}: every rate at all combinations of two ranges. */
final class GridCommand implements Command {
    private static final int TWO = 2;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description("The first range runs down, the second across.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem grid case.yaml --vary"
                                + " 'companies.acme.export-value-adjustment.markup=0%% to 12%% in 7' \\",
                        "      --vary 'benchmarks.ingot.world.LME=times 0.9 to 1.1 in 5' --company acme");
        CommonOptions.files(spec);
        SweepCommand.range(spec);
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        SweepCommand.tidy(spec);
        ChartOption.add(spec, "the rate that moves most as a shaded grid");
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        return WhatIfRun.of(given, session, (asked, problems) -> {
            List<ValueRange> ranges =
                    SweepCommand.ranges(given, TWO, asked.loaded().scenario(), problems);
            if (ranges.size() > TWO) {
                throw UsageException.of(
                        "A grid has two ranges, not " + ranges.size() + ".",
                        "Fix the others with --set, or draw from all of them with advalorem simulate.");
            }
            Sweep.Result result = Sweep.grid(
                    asked.model(), ranges.get(0), ranges.get(1), asked.results(), asked.progress(), problems);
            problems.throwIfAny();
            EvaluatedScenario scenario = asked.evaluated(Dependence.unused(asked.model(), ranges, result.places()));
            asked.draw(() -> GridChart.of(scenario, result));
            return SweepReport.of(scenario, result, given.hasMatchedOption(SweepCommand.TIDY));
        });
    }
}
