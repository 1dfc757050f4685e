package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import org.advalorem.facts.Problems;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.SweepReport;
import org.advalorem.report.chart.SweepChart;
import org.advalorem.scenario.Scenario;
import org.advalorem.whatif.Dependence;
import org.advalorem.whatif.Sweep;
import org.advalorem.whatif.ValueRange;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code sweep}: every rate at every value of a range. */
final class SweepCommand implements Command {
    static final String TIDY = "--tidy";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Several --vary move together, value by value; for all combinations of two, see advalorem grid.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem sweep case.yaml --vary"
                                + " 'companies.acme.export-value-adjustment.markup=0%% to 20%% in 11'",
                        "  advalorem sweep case.yaml --vary 'benchmarks.ingot.world.LME=times 0.8 to 1.2 step 0.1'",
                        "  advalorem sweep case.yaml --vary"
                                + " 'companies.acme.export-value-adjustment.method=none, ratio, denominator'",
                        "  advalorem sweep case.yaml --vary 'benchmarks.ingot.vat=13%%, 17%%' --vary"
                                + " 'benchmarks.ingot.import-duty=0%%, 5%%'",
                        "  advalorem sweep case.yaml --vary"
                                + " 'companies.acme.export-value-adjustment.markup=0%% to 20%%' --chart sweep.svg");
        CommonOptions.files(spec);
        range(spec);
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        tidy(spec);
        ChartOption.add(spec, "a line for each rate that moves, with the de minimis threshold,");
        return spec;
    }

    static void tidy(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(TIDY)
                .description("Writes one row for each case and result to csv, json and Parquet, not one for each case.")
                .build());
    }

    static void range(CommandSpec spec) {
        WhatIfOptions.vary(
                spec,
                "ADDRESS=RANGE",
                "What varies: 0%% to 12%%, 0%% to 12%% in 7, 0%% to 12%% step 1%%, times 0.8 to 1.2, plus -5 to 5, or"
                        + " a list: none, ratio.");
    }

    /**
     * The ranges given.
     *
     * @param min how many there must be at least
     */
    static List<ValueRange> ranges(ParseResult given, int min, Scenario scenario, Problems problems) {
        List<String> arguments = WhatIfOptions.vary(given);
        if (arguments.size() < min) {
            throw UsageException.of(
                    min == 1 ? "Nothing varies." : "Fewer than " + min + " values vary.",
                    "Give --vary 'ADDRESS=0% to 12%'" + (min == 1 ? "." : ", " + min + " times."));
        }
        List<ValueRange> ranges = ValueRange.read(scenario, arguments, problems);
        problems.throwIfAny();
        return ranges;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        return WhatIfRun.of(given, session, (asked, problems) -> {
            List<ValueRange> ranges = ranges(given, 1, asked.loaded().scenario(), problems);
            Sweep.Result result =
                    Sweep.together(asked.model(), ranges, asked.results(), asked.workers(), asked.progress(), problems);
            problems.throwIfAny();
            EvaluatedScenario scenario = asked.evaluated(Dependence.unused(asked.model(), ranges, result.places()));
            asked.draw(() -> SweepChart.of(scenario, result));
            return SweepReport.of(scenario, result, given.hasMatchedOption(TIDY));
        });
    }
}
