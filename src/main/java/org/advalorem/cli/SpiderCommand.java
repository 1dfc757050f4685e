package org.advalorem.cli;

import java.io.IOException;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.SpiderReport;
import org.advalorem.report.chart.SpiderChart;
import org.advalorem.whatif.Spider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code spider}: the rates along each input's change. */
final class SpiderCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Moves one input at a time, step by step: uncertain inputs over quantiles of their distributions, others over the values given with --vary. Shows the published rates at each step, and exactly where a verdict turns.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem spider case.yaml",
                        "  advalorem spider case.yaml --vary 'benchmarks.ingot.vat=times 0.8 to 1.2 in 9' \\",
                        "      --vary 'benchmarks.ingot.inland-freight=times 0.8 to 1.2 in 9' --chart spider.svg");
        CommonOptions.files(spec);
        SweepCommand.range(spec);
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        ChartOption.add(spec, "a line for each input, of the rate that moves most,");
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        return WhatIfRun.of(given, session, (asked, problems) -> {
            VariedInputs varied = VariedInputs.of(given, asked, problems);
            Spider.Result result = Spider.of(
                    asked.model(), varied.inputs(), varied.ranges(), asked.results(), asked.progress(), problems);
            problems.throwIfAny();
            if (result.inputs() == 0) {
                throw UsageException.of(
                        "No number varies in (" + asked.loaded().scenario().name() + ").",
                        "Write distributions under (uncertain), or give --vary 'ADDRESS=times 0.8 to 1.2'.");
            }
            EvaluatedScenario scenario = asked.evaluated(varied.unused(asked.model()));
            asked.draw(() -> SpiderChart.of(scenario, result));
            return SpiderReport.of(scenario, result);
        });
    }
}
