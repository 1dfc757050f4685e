package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Measure;
import org.advalorem.facts.Nearest;
import org.advalorem.report.Figure;
import org.advalorem.report.ResultAddresses;
import org.advalorem.report.SolutionReport;
import org.advalorem.report.chart.SolutionChart;
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
    private record Goal(String address, double value, Figure figure) {}

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
            List<ValueRange> ranges = SweepCommand.ranges(given, 1, problems);
            if (ranges.size() > 1) {
                throw UsageException.of("Only one value can be solved for, not " + ranges.size() + ".", "");
            }
            boolean verdict = goal.figure() == Figure.TRUTH;
            Solution.Result result = Solution.of(
                    asked.model(),
                    ranges.get(0),
                    goal.address(),
                    goal.value(),
                    verdict
                            ? ResultAddresses.rateBehind(
                                    goal.address(), asked.loaded().evaluated())
                            : goal.address(),
                    asked.progress(),
                    problems);
            problems.throwIfAny();
            asked.draw(() -> SolutionChart.of(asked.loaded().evaluated(), result, verdict));
            return SolutionReport.of(asked.loaded().evaluated(), result, goal.figure());
        });
    }

    private static Goal goal(String text, Model model) {
        int equals = text.indexOf('=');
        String address = equals < 0 ? text.strip() : text.substring(0, equals).strip();
        Term term = model.results().get(address);
        if (term == null) {
            throw UsageException.of(
                    "There is no result (" + address + ").",
                    Nearest.advice(address, model.results().keySet()));
        }
        String value = text.substring(equals + 1).strip();
        if (term.unit().equals(Unit.TRUTH)) {
            if (!value.equals("yes") && !value.equals("no")) {
                throw UsageException.of(GOAL + " is (" + text + ").", "Write yes or no after " + address + "=.");
            }
            return new Goal(address, value.equals("yes") ? 1.0 : 0.0, Figure.TRUTH);
        }
        Optional<Measure> measure = equals < 0 ? Optional.empty() : Measure.parse(value);
        return measure.filter(read -> read.percent() && read.unit().isEmpty())
                .map(read -> new Goal(address, read.number().movePointLeft(2).doubleValue(), Figure.RATE))
                .orElseThrow(() -> UsageException.of(
                        GOAL + " is (" + text + ").", "Write a rate after the result: " + address + "=5%."));
    }
}
