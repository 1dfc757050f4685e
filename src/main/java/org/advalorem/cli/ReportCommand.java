package org.advalorem.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.advalorem.bracketing.Disclosed;
import org.advalorem.facts.Problems;
import org.advalorem.plot.Chart;
import org.advalorem.plot.ChartFormat;
import org.advalorem.plot.ChartWriter;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.FlipFinding;
import org.advalorem.report.FlipReport;
import org.advalorem.report.IssuesFinding;
import org.advalorem.report.IssuesReport;
import org.advalorem.report.PageParts;
import org.advalorem.report.Report;
import org.advalorem.report.SimulationFinding;
import org.advalorem.report.SimulationReport;
import org.advalorem.report.chart.FlipChart;
import org.advalorem.report.chart.IssuesChart;
import org.advalorem.report.chart.SimulationChart;
import org.advalorem.report.page.LiveReport;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Adjustable;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Issue;
import org.advalorem.scenario.Uncertain;
import org.advalorem.whatif.BrokenConditionException;
import org.advalorem.whatif.Controls;
import org.advalorem.whatif.Flip;
import org.advalorem.whatif.IssueTable;
import org.advalorem.whatif.Sampling;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.UncertainModel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code report}: one HTML file with everything about a scenario, which computes. */
final class ReportCommand implements Command {
    private static final String ADJUST = "--adjust";
    private static final long USUAL = 20_000;

    private static final FileKind KIND = new FileKind("a page", List.of(".html", ".htm"), false);

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "It needs no other file and no network, and is complete without its script and in print. Every value that is uncertain, contested or adjustable can be moved in it; rates, verdicts, programs and worksheets follow, to the last bit of what --set gives.")
                .footer(
                        "",
                        "A range is written as for sweep; without one, a number moves from half to half as much again, and a",
                        "choice among its words. In the scenario:",
                        "  adjustable:",
                        "    companies.acme.export-value-adjustment.markup: 0%% to 12%%",
                        "    programs.grants.applied: yes",
                        "",
                        "Examples:",
                        "  advalorem report case.yaml --output case.html",
                        "  advalorem report case.yaml --adjust 'benchmarks.ingot.inland-freight=0 to 40' -o case.html",
                        "  advalorem report case.yaml --adjust programs.grants.applied --draws 100000 -o case.html");
        CommonOptions.files(spec);
        spec.addOption(CommonOptions.list(
                ADJUST, "ADDRESS[=RANGE]", "Lets the reader move this value as well; repeatable."));
        WhatIfOptions.draws(spec, USUAL);
        WhatIfOptions.seed(spec);
        WhatIfOptions.threads(spec);
        CommonOptions.set(spec);
        CommonOptions.company(spec);
        CommonOptions.output(spec);
        Version.add(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        List<Version> versions = Version.of(given);
        Map<Version, Output> outputs = new EnumMap<>(Version.class);
        for (Version version : versions) {
            outputs.put(
                    version,
                    Output.of(Version.file(CommonOptions.outputName(given), version, versions), KIND, session));
        }
        List<String> adjusted = given.matchedOptionValue(ADJUST, List.of());
        Simulation.Settings settings = new Simulation.Settings(
                new Sampling(
                        Sampling.Kind.MONTE_CARLO, WhatIfOptions.seed(given), WhatIfOptions.draws(given, USUAL)),
                OptionalDouble.empty(),
                WhatIfOptions.threads(given),
                Simulation.SHARES,
                false);
        Loaded loaded = Loaded.of(
                        CommonOptions.positionals(given),
                        CommonOptions.set(given),
                        CommonOptions.company(given),
                        Expecting.NOTHING,
                        session)
                .withHash();
        Map<Version, String> pages = new EnumMap<>(Version.class);
        try (Interruption interruption = session.interruption().get()) {
            for (Version version : versions) {
                WhatIfRun.answer(
                                loaded,
                                version,
                                Optional.empty(),
                                session,
                                interruption,
                                (asked, problems) -> page(asked, adjusted, settings, problems))
                        .ifPresent(page -> pages.put(version, page));
            }
            // a public version that is refused leaves no twin behind
            boolean made = pages.size() == versions.size();
            for (Version version : made ? versions : List.<Version>of()) {
                outputs.get(version).write(pages.get(version), interruption.isAsked());
            }
            return made && !interruption.isAsked() ? ExitCode.FINE : ExitCode.STOPPED;
        }
    }

    private static String page(
            WhatIfRun.Asked asked, List<String> adjusted, Simulation.Settings settings, Problems problems)
            throws IOException {
        return asked.isPublic() ? inPublic(asked, settings, problems) : live(asked, adjusted, settings, problems);
    }

    private static String inPublic(WhatIfRun.Asked asked, Simulation.Settings settings, Problems problems) {
        Optional<IssueTable.Result> found = issues(asked, true, settings, problems);
        EvaluatedScenario shown = shown(asked, found);
        List<LiveReport.Extra> extras = found.stream()
                .map(result -> issues(shown, IssuesReport.of(shown, result, Optional.empty()), result))
                .toList();
        String page = LiveReport.inPublic(shown, asked.model(), extras);
        PageParts.check(shown.publicVersion().orElseThrow(), page, problems);
        problems.throwIfAny();
        return page;
    }

    /** The scenario as the public version shows it, with every combination of positions. */
    private static EvaluatedScenario shown(WhatIfRun.Asked asked, Optional<IssueTable.Result> issues) {
        return asked.loaded()
                .as(Version.PUBLIC, () -> issues.stream()
                        .flatMap(result -> IssueTable.models(asked.model(), result))
                        .map(model -> Disclosed.of(model.determination(), model.values())))
                .evaluated();
    }

    private static String live(
            WhatIfRun.Asked asked, List<String> adjusted, Simulation.Settings settings, Problems problems)
            throws IOException {
        List<Uncertain> entries = Uncertain.read(asked.loaded().scenario(), List.of(), problems);
        List<Correlated> correlations = Correlated.read(asked.loaded().scenario(), problems);
        List<Adjustable> adjustable = Adjustable.read(asked.loaded().scenario(), adjusted, problems);
        Optional<UncertainModel> uncertainty = UncertainModel.of(asked.model(), entries, correlations, problems);
        problems.throwIfAny();
        UncertainModel uncertain = uncertainty.orElseThrow();
        Controls controls = Controls.of(asked.model(), uncertain.inputs(), adjustable, problems);
        problems.throwIfAny();
        EvaluatedScenario scenario = asked.shown(Stream::of);
        Optional<IssueTable.Result> found = issues(asked, false, settings, problems);
        Optional<EvaluatedScenario> twin =
                asked.version() == Version.PROPRIETARY ? Optional.of(shown(asked, found)) : Optional.empty();
        List<LiveReport.Extra> extras = new ArrayList<>();
        extras.add(turns(asked, uncertain, scenario));
        found.map(result -> issues(scenario, report(result, scenario, twin), result))
                .ifPresent(extras::add);
        if (!entries.isEmpty()) {
            extras.add(simulation(asked, uncertain, settings, scenario));
        }
        return LiveReport.of(scenario, twin, asked.model(), controls, extras);
    }

    private static LiveReport.Extra turns(
            WhatIfRun.Asked asked, UncertainModel uncertain, EvaluatedScenario scenario) {
        Flip.Result result = Flip.ofVerdicts(uncertain, asked.progress());
        return new LiveReport.Extra(
                "turns",
                "What would turn a verdict",
                FlipFinding.of(scenario, result).finding().headline() + ".",
                figure(FlipChart.of(scenario, result)) + FlipReport.of(scenario, result).html(3));
    }

    private static Optional<IssueTable.Result> issues(
            WhatIfRun.Asked asked, boolean asPublished, Simulation.Settings settings, Problems problems) {
        if (Issue.read(asked.loaded().scenario(), problems).isEmpty()) {
            return Optional.empty();
        }
        Optional<IssueTable.Result> found = IssueTable.of(
                asked.model(), List.of(), asPublished, settings.threads(), asked.progress(), problems);
        problems.throwIfAny();
        return found;
    }

    private static Report report(
            IssueTable.Result result, EvaluatedScenario scenario, Optional<EvaluatedScenario> twin) {
        Report complete = IssuesReport.of(scenario, result, Optional.empty());
        return twin.map(shown -> complete.asTwinOf(IssuesReport.of(shown, result, Optional.empty())))
                .orElse(complete);
    }

    private static LiveReport.Extra issues(EvaluatedScenario scenario, Report report, IssueTable.Result result) {
        return new LiveReport.Extra(
                "issues",
                "Contested issues",
                IssuesFinding.of(scenario, result).finding().headline() + ".",
                figure(IssuesChart.of(scenario, result)) + report.html(3));
    }

    private static LiveReport.Extra simulation(
            WhatIfRun.Asked asked, UncertainModel uncertain, Simulation.Settings settings, EvaluatedScenario scenario) {
        try {
            List<ResultKey> results = scenario.reportedUnrounded(uncertain.results());
            Simulation.Result result = Simulation.run(uncertain, results, settings, asked.progress());
            return new LiveReport.Extra(
                    "simulation",
                    "Simulation",
                    SimulationFinding.of(scenario, uncertain, result).finding().headline() + ".",
                    figure(SimulationChart.of(scenario, uncertain, result))
                            + SimulationReport.of(scenario, uncertain, result).html(3));
        } catch (BrokenConditionException e) {
            throw UsageException.of(SimulationReport.broken(e), "Narrow the distribution.");
        }
    }

    private static String figure(Chart chart) {
        try {
            return LiveReport.figure(
                    chart.caption().title(),
                    new String(ChartWriter.bytes(chart, ChartFormat.SVG), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UsageException("The charts cannot be drawn: " + e.getMessage() + ".");
        }
    }
}
