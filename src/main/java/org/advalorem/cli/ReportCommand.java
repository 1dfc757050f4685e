package org.advalorem.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.advalorem.bracketing.Disclosed;
import org.advalorem.facts.Problems;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.PageParts;
import org.advalorem.report.SimulationReport;
import org.advalorem.report.page.LivePage;
import org.advalorem.report.page.LiveReport;
import org.advalorem.report.page.SideBySide;
import org.advalorem.report.page.Still;
import org.advalorem.report.page.StillParts;
import org.advalorem.whatif.BrokenConditionException;
import org.advalorem.whatif.IssueTable;
import org.advalorem.whatif.Model;
import org.advalorem.whatif.Progress;
import org.advalorem.whatif.Sampling;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.Waterfall;
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
                        "  advalorem report petitioner.yaml respondent.yaml -o positions.html",
                        "  advalorem report case.yaml --adjust programs.grants.applied --draws 100000 -o case.html");
        CommonOptions.files(
                spec,
                "FILE...",
                "The scenario file; two or more, each a position or a stage of the case, are set side by side.");
        spec.addOption(
                CommonOptions.list(ADJUST, "ADDRESS[=RANGE]", "Lets the reader move this value as well; repeatable."));
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
        List<Output> outputs = versions.stream()
                .map(version ->
                        Output.of(Version.file(CommonOptions.outputName(given), version, versions), KIND, session))
                .toList();
        List<String> adjusted = given.matchedOptionValue(ADJUST, List.of());
        if (!adjusted.isEmpty() && versions.equals(List.of(Version.PUBLIC))) {
            throw new UsageException("(" + String.join("", Version.options(given)) + ") and (" + ADJUST
                    + ") contradict each other: the public page has no controls. Omit " + ADJUST + ".");
        }
        Simulation.Settings settings = new Simulation.Settings(
                new Sampling(Sampling.Kind.MONTE_CARLO, WhatIfOptions.seed(given), WhatIfOptions.draws(given, USUAL)),
                OptionalDouble.empty(),
                WhatIfOptions.threads(given),
                Simulation.SHARES,
                false);
        List<String> files = CommonOptions.positionals(given);
        if (files.size() > 1) {
            return sideBySide(files, given, outputs, settings, session);
        }
        Loaded loaded = Loaded.of(
                        files, CommonOptions.set(given), CommonOptions.company(given), Expecting.NOTHING, session)
                .withHash();
        // issues, choices and both versions ask for the same combinations
        Model model = Models.of(loaded, session).keeping();
        try (Interruption interruption = session.interruption().get()) {
            List<String> pages = new ArrayList<>();
            for (Version version : versions) {
                WhatIfRun.answer(
                                loaded,
                                model,
                                version,
                                Optional.empty(),
                                session,
                                interruption,
                                (asked, problems) -> page(asked, adjusted, settings, problems))
                        .ifPresent(pages::add);
            }
            // a public version that is refused leaves no twin behind
            boolean made = pages.size() == versions.size();
            for (int i = 0; made && i < pages.size(); i++) {
                outputs.get(i).write(pages.get(i), interruption.isAsked());
            }
            return made && !interruption.isAsked() ? ExitCode.FINE : ExitCode.STOPPED;
        }
    }

    /** The page of several positions, each a scenario of its own. */
    private static int sideBySide(
            List<String> files, ParseResult given, List<Output> outputs, Simulation.Settings settings, Session session)
            throws IOException {
        List<String> refused = new ArrayList<>(Version.options(given));
        if (given.hasMatchedOption(ADJUST)) {
            refused.add(ADJUST);
        }
        if (!refused.isEmpty()) {
            throw new UsageException("Positions side by side have no public version and nothing to adjust: omit ("
                    + String.join(") and (", refused) + "), or name one file. If (" + files.get(1)
                    + ") is an overlay, write (extends: " + OverlayAlone.seenFrom(files.get(1), files.get(0))
                    + ") in it and name it alone.");
        }
        checkDistinct(files);
        OverlayAlone.checkEach(files, session);
        List<Loaded> all = new ArrayList<>();
        for (String file : files) {
            all.add(Loaded.of(
                            List.of(file),
                            CommonOptions.set(given),
                            CommonOptions.company(given),
                            Expecting.NOTHING,
                            session)
                    .withHash());
        }
        try (Interruption interruption = session.interruption().get()) {
            Optional<String> page = WhatIfRun.answer(
                    all.get(0),
                    Models.of(all.get(0), session),
                    Version.COMPLETE,
                    Optional.empty(),
                    session,
                    interruption,
                    (asked, problems) -> drawn(() -> SideBySide.of(
                            all.stream().map(Loaded::evaluated).toList(),
                            steps(all, settings, session, asked.progress()))));
            if (page.isPresent()) {
                outputs.get(0).write(page.get(), interruption.isAsked());
            }
            return page.isPresent() && !interruption.isAsked() ? ExitCode.FINE : ExitCode.STOPPED;
        }
    }

    private static void checkDistinct(List<String> files) {
        for (int i = 1; i < files.size(); i++) {
            Path file = place(files.get(i));
            if (files.subList(0, i).stream().anyMatch(before -> place(before).equals(file))) {
                throw new UsageException("(" + files.get(i) + ") is named twice, and a position does not differ from"
                        + " itself. Name it once, or name another file.");
            }
        }
    }

    private static Path place(String file) {
        return PathArgument.of(file).toAbsolutePath().normalize();
    }

    /** What accounts for the difference between each position and the next. */
    private static List<Still> steps(
            List<Loaded> all, Simulation.Settings settings, Session session, Progress progress) {
        List<Still> steps = new ArrayList<>();
        List<String> names =
                SideBySide.names(all.stream().map(Loaded::evaluated).toList());
        for (int i = 1; i < all.size(); i++) {
            Waterfall.Result result = Waterfall.of(
                    Models.of(all.get(i - 1), session),
                    Models.of(all.get(i), session),
                    settings.sampling().seed(),
                    settings.threads(),
                    progress);
            steps.add(StillParts.step(
                    i,
                    "From " + names.get(i - 1) + " to " + names.get(i),
                    all.get(i - 1).evaluated(),
                    all.get(i).evaluated(),
                    result));
        }
        return steps;
    }

    private static String page(
            WhatIfRun.Asked asked, List<String> adjusted, Simulation.Settings settings, Problems problems) {
        return drawn(() ->
                asked.isPublic() ? inPublic(asked, settings, problems) : live(asked, adjusted, settings, problems));
    }

    private static String inPublic(WhatIfRun.Asked asked, Simulation.Settings settings, Problems problems) {
        Optional<IssueTable.Result> found = issues(asked, true, settings, problems);
        EvaluatedScenario shown = shown(asked, found);
        List<Still> stills =
                found.map(result -> StillParts.issues(shown, result)).stream().toList();
        String page = LiveReport.inPublic(shown, asked.model(), stills);
        PageParts.check(shown.publicVersion().orElseThrow(), page, problems);
        problems.throwIfAny();
        return page;
    }

    /** The scenario as the public version shows it, with every combination of positions. */
    private static EvaluatedScenario shown(WhatIfRun.Asked asked, Optional<IssueTable.Result> issues) {
        return asked.loaded()
                .as(
                        Version.PUBLIC,
                        () -> issues.stream()
                                .flatMap(result -> IssueTable.models(asked.model(), result))
                                .map(model -> Disclosed.of(model.determination(), model.values())))
                .evaluated();
    }

    private static String live(
            WhatIfRun.Asked asked, List<String> adjusted, Simulation.Settings settings, Problems problems) {
        Optional<Supplier<LivePage.Twin>> twin = asked.version() == Version.PROPRIETARY
                ? Optional.of(() -> {
                    Optional<IssueTable.Result> published = issues(asked, true, settings, problems);
                    return new LivePage.Twin(shown(asked, published), published);
                })
                : Optional.empty();
        try {
            return LivePage.of(
                    asked.shown(Stream::of), asked.model(), twin, adjusted, settings, asked.progress(), problems);
        } catch (BrokenConditionException e) {
            throw UsageException.of(SimulationReport.broken(e), "Narrow the distribution.");
        }
    }

    /** The page, unless its charts cannot be drawn. */
    private static String drawn(Supplier<String> page) {
        try {
            return page.get();
        } catch (UncheckedIOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<IssueTable.Result> issues(
            WhatIfRun.Asked asked, boolean asPublished, Simulation.Settings settings, Problems problems) {
        return LivePage.issues(asked.model(), asPublished, settings.threads(), asked.progress(), problems);
    }
}
