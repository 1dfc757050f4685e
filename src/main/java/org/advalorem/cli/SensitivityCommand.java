package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.advalorem.facts.Nearest;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.MorrisReport;
import org.advalorem.report.SobolReport;
import org.advalorem.report.chart.SensitivityChart;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.BrokenConditionException;
import org.advalorem.whatif.CorrelatedInputsException;
import org.advalorem.whatif.MorrisScreening;
import org.advalorem.whatif.SobolAnalysis;
import org.advalorem.whatif.UncertainModel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code sensitivity}: which uncertain inputs the rates depend on. */
final class SensitivityCommand implements Command {
    private static final String METHOD = "--method";
    private static final String DRAWS = "--draws";
    private static final String BOOTSTRAP = "--bootstrap";
    private static final String TOGETHER = "--correlated-together";

    private static final String SOBOL = "sobol";
    private static final String MORRIS = "morris";

    private static final long USUAL_DRAWS = 1 << 14;
    private static final long USUAL_TRAJECTORIES = 256;
    private static final long MOST_TRAJECTORIES = 100_000;
    private static final int MOST_NAMED = 8;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "The method is Sobol' indices with confidence intervals, or a screening. Besides rates, deposits, what entries cost and the numbers of screens are analysed where the scenario states them.",
                        "",
                        "Uncertain inputs are written in the scenario under (uncertain), or given with --vary:",
                        "  uncertain:",
                        "    companies.acme.export-value-adjustment.markup: triangular(2%%, 6%%, 12%%)",
                        "    benchmarks.ingot.world.LME: times normal(1, 0.05)",
                        "",
                        "--method sobol divides the variance of each result among the inputs. First-order index: the share that would vanish if the input were known. Total index: that share and the input's interactions with others. Inputs must be independent.",
                        "--method morris moves one input after another from random points and shows the effects, on rates in percentage points. It is cheap: use it first if there are many inputs.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem sensitivity case.yaml",
                        "  advalorem sensitivity case.yaml --company acme --draws 65536",
                        "  advalorem sensitivity case.yaml --method morris",
                        "  advalorem sensitivity case.yaml --vary 'benchmarks.ingot.import-duty=uniform(3%%, 9%%)'",
                        "  advalorem sensitivity case.yaml --bootstrap 1000 --format csv --output indices.csv");
        CommonOptions.files(spec);
        CommonOptions.set(spec);
        WhatIfOptions.vary(
                spec, "ADDRESS=DISTRIBUTION", "Makes a value uncertain, or replaces its distribution; repeatable.");
        spec.addOption(word(METHOD, "METHOD", SOBOL + " or " + MORRIS + "; by default " + SOBOL + "."));
        spec.addOption(word(
                DRAWS,
                "N",
                "Draws of each sample, in steps of " + SobolAnalysis.DRAWS_AT_ONCE + ", by default " + USUAL_DRAWS
                        + "; with " + MORRIS + ", trajectories, by default " + USUAL_TRAJECTORIES + "."));
        WhatIfOptions.seed(spec);
        WhatIfOptions.threads(spec);
        spec.addOption(word(
                BOOTSTRAP, "N", "Takes the intervals from this many resamples, not from the asymptotic variance."));
        spec.addOption(OptionSpec.builder(TOGETHER)
                .description("Counts correlated inputs as one, so that the indices are defined.")
                .build());
        CommonOptions.company(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        ChartOption.add(spec, "the indices or effects for the rate that varies most, with their intervals,");
        return spec;
    }

    private static OptionSpec word(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        boolean morris = morris(given.matchedOptionValue(METHOD, SOBOL));
        long draws = WhatIfOptions.draws(given, morris ? USUAL_TRAJECTORIES : USUAL_DRAWS);
        long seed = WhatIfOptions.seed(given);
        int threads = WhatIfOptions.threads(given);
        int resamples = given.hasMatchedOption(BOOTSTRAP)
                ? (int) WhatIfOptions.whole(BOOTSTRAP, given.matchedOptionValue(BOOTSTRAP, ""), 100, 1_000_000)
                : 0;
        if (morris && (given.hasMatchedOption(BOOTSTRAP) || given.hasMatchedOption(TOGETHER))) {
            throw new UsageException("(" + (given.hasMatchedOption(BOOTSTRAP) ? BOOTSTRAP : TOGETHER)
                    + ") applies only to (" + METHOD + " " + SOBOL + "). Omit it, or choose that method.");
        }
        check(morris, draws);
        List<String> vary = WhatIfOptions.vary(given);
        return WhatIfRun.of(given, session, (asked, problems) -> {
            UncertainModel uncertainty = SimulateCommand.uncertainty(asked, vary, problems);
            uncertainty
                    .unused()
                    .forEach(address -> session.console()
                            .tell("note: nothing depends on (" + address + "); its "
                                    + (morris ? "effects are zero" : "indices are zero")));
            EvaluatedScenario scenario = asked.loaded().evaluated();
            boolean all = CommonOptions.company(given).isEmpty();
            List<ResultKey> keys = EvaluatedScenario.analysed(asked.results()).stream()
                    .filter(key -> all || key.subject().isCompany())
                    .toList();
            try {
                if (morris) {
                    MorrisScreening.Result result = MorrisScreening.run(
                            uncertainty,
                            keys,
                            new MorrisScreening.Settings(seed, (int) draws, threads),
                            asked.progress());
                    asked.draw(() -> SensitivityChart.of(scenario, result));
                    return MorrisReport.of(scenario, result);
                }
                SobolAnalysis.Settings settings =
                        new SobolAnalysis.Settings(seed, draws, threads, resamples, given.hasMatchedOption(TOGETHER));
                if (settings.drawsMade() != draws) {
                    session.console()
                            .tell("note: " + DRAWS + " is (" + draws + "), rounded up to " + settings.drawsMade()
                                    + ", a multiple of " + SobolAnalysis.DRAWS_AT_ONCE);
                }
                SobolAnalysis.Result result =
                        SobolAnalysis.run(uncertainty, keys, settings, asked.progress(), asked.workers());
                asked.draw(() -> SensitivityChart.of(scenario, result));
                return SobolReport.of(scenario, result);
            } catch (CorrelatedInputsException e) {
                throw correlated(e);
            } catch (BrokenConditionException e) {
                throw broken(e);
            }
        });
    }

    private static boolean morris(String word) {
        List<String> known = List.of(SOBOL, MORRIS);
        if (!known.contains(word)) {
            throw UsageException.of("There is no method (" + word + ").", Nearest.advice(word, known));
        }
        return word.equals(MORRIS);
    }

    private static void check(boolean morris, long draws) {
        if (morris && (draws < 2 || draws > MOST_TRAJECTORIES)) {
            throw new UsageException(
                    "(" + DRAWS + ") is (" + draws + "). Write 2 to " + MOST_TRAJECTORIES + " trajectories.");
        }
    }

    private static UsageException correlated(CorrelatedInputsException e) {
        return new UsageException(e.getMessage()
                + " First-order indices divide the variance among independent inputs, and are not defined for correlated ones."
                + " Use " + TOGETHER + " to count these inputs as one, " + METHOD + " " + MORRIS
                + " to see the effect of each on its own, or remove the correlations from the scenario.");
    }

    private static UsageException broken(BrokenConditionException e) {
        var first = e.broken().get(0);
        List<Map.Entry<String, String>> inputs = List.copyOf(e.inputs().entrySet());
        String values = inputs.stream()
                .limit(MOST_NAMED)
                .map(input -> input.getKey() + " = " + input.getValue())
                .collect(Collectors.joining(", "));
        return new UsageException(
                "Draw " + first.firstNumber() + " breaks a condition: " + first.message() + " The inputs: "
                        + values + (inputs.size() > MOST_NAMED ? ", ..." : "")
                        + ". " + (e.remedy().isEmpty() ? "" : e.remedy() + " ")
                        + "Narrow their distributions so that no draw breaks it.");
    }
}
