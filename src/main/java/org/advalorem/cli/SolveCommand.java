package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.SolutionReport;
import org.advalorem.report.chart.SolutionChart;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Dependence;
import org.advalorem.whatif.Model;
import org.advalorem.whatif.Solution;
import org.advalorem.whatif.ValueRange;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code solve}: the value of an input at which a result reaches a goal. */
final class SolveCommand implements Command {
    private static final String GOAL = "--goal";

    /** A result and the value it is to reach. */
    private record Goal(ResultKey key, double value) {}

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
                        "  advalorem solve case.yaml --goal companies.acme.de-minimis=yes \\",
                        "      --vary 'companies.acme.export-value-adjustment.markup=0%% to 50%%'");
        CommonOptions.files(spec);
        spec.addOption(OptionSpec.builder(GOAL)
                .paramLabel("RESULT=VALUE")
                .required(true)
                .type(String.class)
                .description(
                        "The result and the value it is to reach. To list results: advalorem addresses FILE '*.rate'.")
                .build());
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
            Goal goal = goal(given.matchedOptionValue(GOAL, ""), asked.model());
            List<ValueRange> ranges =
                    SweepCommand.ranges(given, 1, asked.loaded().scenario(), problems);
            if (ranges.size() > 1) {
                throw UsageException.of("Only one value can be solved for, not " + ranges.size() + ".", "");
            }
            Solution.Result result = Solution.of(
                    asked.model(),
                    ranges.get(0),
                    goal.key(),
                    goal.value(),
                    asked.loaded().evaluated().rateBehind(goal.key()),
                    asked.progress(),
                    problems);
            problems.throwIfAny();
            EvaluatedScenario scenario = asked.evaluated(Dependence.unused(asked.model(), ranges));
            asked.draw(() -> SolutionChart.of(scenario, result));
            return SolutionReport.of(scenario, result);
        });
    }

    private static Goal goal(String text, Model model) {
        int equals = text.indexOf('=');
        String address = equals < 0 ? text.strip() : text.substring(0, equals).strip();
        ResultKey key = address(address)
                .flatMap(model.results()::key)
                .orElseThrow(() -> UsageException.of(
                        "There is no result (" + address + ").",
                        Nearest.advice(address, model.results().addresses())));
        String value = equals < 0 ? "" : text.substring(equals + 1).strip();
        if (key.measure().isTruth()) {
            if (!value.equals("yes") && !value.equals("no")) {
                throw UsageException.of(GOAL + " is (" + text + ").", "Write yes or no after " + address + "=.");
            }
            return new Goal(key, value.equals("yes") ? 1.0 : 0.0);
        }
        boolean rate = model.results().find(key).orElseThrow().unit().isFraction();
        return WrittenNumber.parse(value)
                .filter(read -> read.percent() == rate && (!rate || read.unit().isEmpty()))
                .map(read -> new Goal(key, read.value().doubleValue()))
                .orElseThrow(() -> UsageException.of(
                        GOAL + " is (" + text + ").",
                        rate
                                ? "Write a rate after the result: " + address + "=5%."
                                : "Write an amount after the result: " + address + "=1.5 million."));
    }

    private static Optional<Address> address(String text) {
        try {
            return Optional.of(Address.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
