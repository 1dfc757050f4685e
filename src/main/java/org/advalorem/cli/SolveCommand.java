package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.SolutionReport;
import org.advalorem.report.chart.SolutionChart;
import org.advalorem.whatif.Dependence;
import org.advalorem.whatif.Goal;
import org.advalorem.whatif.Solution;
import org.advalorem.whatif.ValueRange;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code solve}: the value of an input at which a result reaches a goal. */
final class SolveCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Shows the whole range of values that meet it, or says that there are none. Each value printed gives the result printed if it is passed to --set.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem solve case.yaml --goal companies.acme.rate-unrounded=5%% \\",
                        "      --vary 'benchmarks.ingot.world.LME=times 0.5 to 1.5'",
                        "  advalorem solve case.yaml --goal 'companies.acme.rate < 5%%' \\",
                        "      --vary 'benchmarks.ingot.world.LME=times 0.5 to 1.5'",
                        "  advalorem solve case.yaml --goal companies.acme.de-minimis=yes \\",
                        "      --vary 'companies.acme.export-value-adjustment.markup=0%% to 50%%'");
        CommonOptions.files(spec);
        GoalOption.add(spec);
        SweepCommand.range(spec);
        CommonOptions.set(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        ChartOption.add(spec, "the rate over the range, with the goal and the values that reach it");
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        return WhatIfRun.of(given, session, (asked, problems) -> {
            Goal goal = GoalOption.of(given, asked.model(), session.console());
            List<ValueRange> ranges =
                    SweepCommand.ranges(given, 1, asked.loaded().scenario(), problems);
            if (ranges.size() > 1) {
                throw UsageException.of("Only one value can be solved for, not " + ranges.size() + ".", "");
            }
            Solution.Result result = Solution.of(
                    asked.model(),
                    ranges.get(0),
                    goal,
                    asked.loaded().evaluated().rateBehind(goal.key()),
                    asked.progress(),
                    problems);
            problems.throwIfAny();
            EvaluatedScenario scenario = asked.evaluated(Dependence.unused(asked.model(), ranges));
            asked.draw(() -> SolutionChart.of(scenario, result));
            return SolutionReport.of(scenario, result);
        });
    }
}
