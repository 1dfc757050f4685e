package org.advalorem.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.advalorem.facts.Problems;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.report.DrawsFile;
import org.advalorem.report.DrawsFolder;
import org.advalorem.report.DrawsParts;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.SimulationReport;
import org.advalorem.report.chart.SimulationChart;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Uncertain;
import org.advalorem.whatif.BrokenConditionException;
import org.advalorem.whatif.Example;
import org.advalorem.whatif.Sampling;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.UncertainModel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code simulate}: how the rates are distributed if inputs are uncertain. */
final class SimulateCommand implements Command {
    private static final String UNTIL = "--until";
    private static final String CROSSES = "--crosses";
    private static final String ALLOW = "--allow-broken";
    private static final long USUAL = 100_000;
    private static final long UNLIMITED = 1_000_000_000;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Also shows the share of draws in which a company is de minimis.",
                        "",
                        "Uncertain inputs are written in the scenario under (uncertain), or given with --vary:",
                        "  triangular(2%%, 6%%, 12%%)     also pert(low, mode, high), uniform(low, high)",
                        "  5%% to 10%%                    normal, with 90 %% of draws between them",
                        "  times normal(1, 0.05)        a factor, also of a whole series or column",
                        "  bernoulli(60%%)               yes with that probability",
                        "  discrete(granted: 60%%, denied: 40%%)   positions of a contested issue, or values")
                .footer(
                        "",
                        "To write every draw as a row of a file, for R, Python or a database, use --output draws.parquet or,",
                        "without --format, --output draws.csv; the report then goes to standard output. With --draws-to FILE",
                        "both can go to files. A row has the number of the draw, every uncertain input as drawn (rates as",
                        "fractions) and every result of the report; memory use does not grow with the file.",
                        "",
                        "Examples:",
                        "  advalorem simulate case.yaml",
                        "  advalorem simulate case.yaml --draws 1e6 --design sobol --seed 7",
                        "  advalorem simulate case.yaml --until 0.01pp",
                        "  advalorem simulate case.yaml --draws 1e7 --output draws.parquet",
                        "  advalorem simulate case.yaml --format json --output report.json --draws-to draws.csv",
                        "  advalorem simulate case.yaml --vary"
                                + " 'benchmarks.ingot.inland-freight=triangular(10, 14, 20)'",
                        "  advalorem simulate case.yaml --vary 'issues.adjustment=discrete(granted: 60%%, denied:"
                                + " 40%%)'");
        CommonOptions.files(spec);
        WhatIfOptions.vary(
                spec, "ADDRESS=DISTRIBUTION", "Makes a value uncertain, or replaces its distribution; repeatable.");
        WhatIfOptions.draws(spec, USUAL);
        spec.addOption(OptionSpec.builder(UNTIL)
                .paramLabel("POINTS")
                .type(String.class)
                .description(
                        "Draws until half the 95 percent interval of each mean rate is this many percentage points, such"
                                + " as 0.01pp; --draws is then the limit.")
                .build());
        spec.addOption(OptionSpec.builder(CROSSES)
                .paramLabel("RATE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .description(
                        "Also counts the draws below and above this rate, such as 15%%; repeatable. The scenario's own"
                                + " rate is always counted.")
                .build());
        WhatIfOptions.seed(spec);
        WhatIfOptions.design(spec);
        WhatIfOptions.threads(spec);
        spec.addOption(OptionSpec.builder(ALLOW)
                .description("Counts draws that break a condition of the calculation, such as a negative markup, and"
                        + " reports their share, instead of stopping.")
                .build());
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.format(spec, " Applies to the report, not to draws.");
        CommonOptions.output(spec);
        DrawsOption.add(spec);
        ChartOption.add(spec, "a histogram of the rate that varies most");
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        OptionalDouble until = WhatIfOptions.points(UNTIL, given);
        Sampling sampling = new Sampling(
                WhatIfOptions.design(given),
                WhatIfOptions.seed(given),
                WhatIfOptions.draws(given, until.isPresent() ? UNLIMITED : USUAL));
        Simulation.Settings settings = new Simulation.Settings(
                sampling,
                until,
                WhatIfOptions.threads(given),
                Simulation.SHARES,
                given.hasMatchedOption(ALLOW),
                crossed(given));
        Optional<DrawsOption> draws = DrawsOption.of(given, session);
        Optional<DrawsFolderOption> folder = DrawsFolderOption.of(given, session);
        if (folder.isPresent() && until.isPresent()) {
            throw UsageException.of(
                    UNTIL + " and (" + DrawsOption.DRAWS_TO + " " + folder.get().folder() + ") exclude each other:",
                    "parts are written before it is known which draws are the last. Name a file for the draws.");
        }
        ReportOutput report = DrawsOption.report(given, draws, session);
        return WhatIfRun.of(given, report, session, (asked, problems) -> {
            UncertainModel uncertainty = uncertainty(asked, WhatIfOptions.vary(given), problems);
            try {
                Simulation.Result result = simulate(uncertainty, settings, asked, draws, folder);
                asked.draw(() -> SimulationChart.of(asked.loaded().evaluated(), uncertainty, result));
                return SimulationReport.of(asked.loaded().evaluated(), uncertainty, result);
            } catch (IllegalArgumentException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            } catch (BrokenConditionException e) {
                throw UsageException.of(
                        SimulationReport.broken(e),
                        (e.remedy().isEmpty() ? "Narrow the distribution" : e.remedy() + " Or narrow it")
                                + ", or count such draws with " + ALLOW + ".");
            }
        });
    }

    private static List<Double> crossed(ParseResult given) {
        List<String> texts = given.matchedOptionValue(CROSSES, List.of());
        return texts.stream()
                .map(text -> WrittenNumber.parse(text)
                        .filter(read -> read.percent() && read.unit().isEmpty())
                        .map(read -> read.value().doubleValue())
                        .orElseThrow(() -> UsageException.of(
                                CROSSES + " is (" + text + ").", "Write a rate with a percent sign, such as 15%.")))
                .toList();
    }

    /** Simulates. The file of draws exists only if every draw that is counted is in it. */
    static Simulation.Result simulate(
            UncertainModel uncertainty,
            Simulation.Settings settings,
            WhatIfRun.Asked asked,
            Optional<DrawsOption> draws,
            Optional<DrawsFolderOption> folder)
            throws IOException {
        EvaluatedScenario scenario = asked.loaded().evaluated();
        List<ResultKey> results = scenario.reportedUnrounded(uncertainty.results());
        if (folder.isPresent()) {
            return folder.get()
                    .fill(begun -> Simulation.run(
                            uncertainty,
                            results,
                            settings,
                            asked.progress(),
                            Optional.empty(),
                            remote(uncertainty, results, settings, asked, Optional.of(begun))));
        }
        Optional<Simulation.Remote> remote = remote(uncertainty, results, settings, asked, Optional.empty());
        if (draws.isEmpty()) {
            return Simulation.run(uncertainty, results, settings, asked.progress(), Optional.empty(), remote);
        }
        DrawsOption option = draws.get();
        return option.file()
                .make(
                        open -> {
                            DrawsFile file = new DrawsFile(
                                    open, option.format(), option.style(), scenario, uncertainty, results);
                            try {
                                Simulation.Result result = Simulation.run(
                                        uncertainty, results, settings, asked.progress(), Optional.of(file), remote);
                                file.complete(result);
                                return result;
                            } catch (UncheckedIOException e) {
                                throw e.getCause();
                            }
                        },
                        Simulation.Result::partial);
    }

    private static Optional<Simulation.Remote> remote(
            UncertainModel uncertainty,
            List<ResultKey> results,
            Simulation.Settings settings,
            WhatIfRun.Asked asked,
            Optional<DrawsFolder> folder) {
        return asked.workers()
                .map(workers -> new Simulation.Remote(
                        workers,
                        new DrawsParts(asked.loaded().evaluated(), uncertainty, results, settings.sampling(), folder)));
    }

    /** The uncertain inputs of a scenario and of {@code --vary}, at least one. */
    static UncertainModel uncertainty(WhatIfRun.Asked asked, List<String> vary, Problems problems) {
        List<Uncertain> entries = Uncertain.read(asked.loaded().scenario(), vary, problems);
        List<Correlated> correlations = Correlated.read(asked.loaded().scenario(), problems);
        if (entries.isEmpty() && problems.isEmpty()) {
            throw UsageException.of(
                    "Nothing is uncertain in (" + asked.loaded().scenario().name() + ").",
                    "Write distributions under (uncertain)"
                            + Example.of(asked.model())
                                    .map(argument -> ", or give --vary '" + argument + "'.")
                                    .orElse("."));
        }
        Optional<UncertainModel> uncertainty = UncertainModel.of(asked.model(), entries, correlations, problems);
        problems.throwIfAny();
        return uncertainty.orElseThrow();
    }
}
