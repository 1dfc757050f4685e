package org.advalorem.cli;

import java.io.IOException;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.TornadoReport;
import org.advalorem.report.chart.SwingsChart;
import org.advalorem.whatif.Tornado;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code tornado}: which inputs move a rate most. */
final class TornadoCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Moves one input at a time: uncertain inputs between the 10th and 90th percentiles of their distributions, others between the ends given with --vary.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem tornado case.yaml",
                        "  advalorem tornado case.yaml --vary 'benchmarks.ingot.inland-freight=10 to 20' \\",
                        "      --vary 'programs.loans.applied=yes, no'");
        CommonOptions.files(spec);
        SweepCommand.range(spec);
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        ChartOption.add(spec, "the tornado of the rate that moves most");
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        return WhatIfRun.of(given, session, (asked, problems) -> {
            VariedInputs varied = VariedInputs.of(given, asked, problems);
            if (varied.isEmpty()) {
                throw UsageException.of(
                        "Nothing varies in (" + asked.loaded().scenario().name() + ").",
                        "Write distributions under (uncertain), or give --vary 'ADDRESS=0% to 12%'.");
            }
            Tornado.Result result = Tornado.of(
                    asked.model(), varied.inputs(), varied.ranges(), asked.results(), asked.progress(), problems);
            problems.throwIfAny();
            EvaluatedScenario scenario = asked.evaluated(varied.unused(asked.model()));
            asked.draw(() -> SwingsChart.of(scenario, result));
            return TornadoReport.of(scenario, result);
        });
    }
}
