package org.advalorem.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.advalorem.facts.Problems;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Issue;
import org.advalorem.scenario.Uncertain;
import org.advalorem.whatif.AdjustableRange;
import org.advalorem.whatif.Controls;
import org.advalorem.whatif.Flip;
import org.advalorem.whatif.IssueTable;
import org.advalorem.whatif.Model;
import org.advalorem.whatif.Progress;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.UncertainModel;

/** The live page of a scenario with the analyses that stand on it. */
public final class LivePage {
    private LivePage() {}

    /**
     * The public version that a proprietary page has brackets around.
     *
     * @param issues the contested issues as published; there if the scenario has any
     */
    public record Twin(EvaluatedScenario scenario, Optional<IssueTable.Result> issues) {}

    /**
     * The page.
     *
     * @param scenario as the page shows it, with its receipt
     * @param model the same as a model, best one that keeps what is derived from it
     * @param twin makes the public version, if the page has brackets
     * @param adjusted what the reader can move as well: an address, or an address, {@code =} and a range
     * @param settings those of the simulation, which is made if anything is uncertain
     * @throws org.advalorem.facts.InvalidScenarioException with all problems, if there are any
     * @throws org.advalorem.whatif.BrokenConditionException if a draw violates a condition of the calculation
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     * @throws java.io.UncheckedIOException if the charts cannot be drawn
     */
    public static String of(
            EvaluatedScenario scenario,
            Model model,
            Optional<Supplier<Twin>> twin,
            List<String> adjusted,
            Simulation.Settings settings,
            Progress progress,
            Problems problems) {
        List<Uncertain> entries = Uncertain.read(model.scenario(), List.of(), problems);
        List<Correlated> correlations = Correlated.read(model.scenario(), problems);
        List<AdjustableRange> adjustable = AdjustableRange.read(model, adjusted, problems);
        Optional<UncertainModel> uncertainty = UncertainModel.of(model, entries, correlations, problems);
        problems.throwIfAny();
        UncertainModel uncertain = uncertainty.orElseThrow();
        Optional<IssueTable.Result> found = issues(model, false, settings.threads(), progress, problems);
        Controls controls = Controls.of(model, uncertain.inputs(), adjustable, settings.threads(), progress, problems);
        problems.throwIfAny();
        Optional<Twin> inPublic = twin.map(Supplier::get);
        Optional<Still> contested = found.map(result -> inPublic.isEmpty()
                ? StillParts.issues(scenario, result)
                : StillParts.issues(
                        scenario,
                        result,
                        inPublic.get().scenario(),
                        inPublic.get().issues().orElseThrow()));
        List<Still> stills = new ArrayList<>();
        Flip.Result turns = Flip.ofVerdicts(uncertain, settings.threads(), progress);
        stills.add(ofTheProprietary(StillParts.turns(scenario, turns), inPublic));
        contested.ifPresent(stills::add);
        if (!entries.isEmpty()) {
            List<ResultKey> results = scenario.reportedUnrounded(uncertain.results());
            Simulation.Result drawn = Simulation.run(uncertain, results, settings, progress);
            stills.add(ofTheProprietary(StillParts.simulation(scenario, uncertain, drawn), inPublic));
        }
        return LiveReport.of(scenario, inPublic.map(Twin::scenario), model, LargeTables.without(controls), stills);
    }

    /** A part that no public version has, in brackets if it stands beside one. */
    private static Still ofTheProprietary(Still still, Optional<Twin> twin) {
        return twin.isPresent() ? still.inBrackets() : still;
    }

    /**
     * The combinations of the contested issues; empty if the scenario has none.
     *
     * @param asPublished whether worths and ranks are those of published rates, which a public version may print
     * @throws org.advalorem.facts.InvalidScenarioException with all problems, if there are any
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    public static Optional<IssueTable.Result> issues(
            Model model, boolean asPublished, int threads, Progress progress, Problems problems) {
        if (Issue.read(model.scenario(), problems).isEmpty()) {
            return Optional.empty();
        }
        Optional<IssueTable.Result> found = IssueTable.of(model, List.of(), asPublished, threads, progress, problems);
        problems.throwIfAny();
        return found;
    }
}
