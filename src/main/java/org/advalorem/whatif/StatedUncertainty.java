package org.advalorem.whatif;

import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.scenario.Adjustable;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Issue;
import org.advalorem.scenario.Scenario;
import org.advalorem.scenario.Uncertain;

/** Check of what a scenario states as uncertain, contested or adjustable, independent of any analysis. */
public final class StatedUncertainty {
    private StatedUncertainty() {}

    /** Reports what cannot be read. */
    public static void read(Scenario scenario, Problems problems) {
        Uncertain.read(scenario, List.of(), problems);
        Correlated.read(scenario, problems);
        Issue.read(scenario, problems);
        Adjustable.read(scenario, List.of(), problems);
    }

    /**
     * The uncertain inputs of a scenario; empty, with every problem reported, if anything cannot be used. The check
     * covers every uncertain value by itself, every position of every issue, every adjustable range, correlations of values that are not
     * uncertain and, if all is well so far, all uncertain values together.
     */
    public static Optional<UncertainModel> check(Model model, Problems problems) {
        int before = problems.size();
        Scenario scenario = model.scenario();
        for (Issue issue : Issue.read(scenario, problems)) {
            issue.positions().forEach(position -> check(model, position, problems));
        }
        AdjustableRange.read(model, List.of(), problems);
        List<Uncertain> entries = Uncertain.read(scenario, List.of(), problems);
        entries.forEach(entry -> UncertainModel.of(model, List.of(entry), List.of(), problems));
        List<Correlated> correlations = Correlated.read(scenario, problems);
        UncertainModel.checkCorrelated(correlations, written(scenario), problems);
        return problems.size() == before ? UncertainModel.of(model, entries, correlations, problems) : Optional.empty();
    }

    private static void check(Model model, Issue.Position position, Problems problems) {
        Problems own = new Problems();
        model.with(position.settings(), own);
        ProblemLocator.tell(own, position.settings(), position.origin(), problems);
    }

    /** The addresses under {@code uncertain}, usable or not. */
    private static List<String> written(Scenario scenario) {
        return scenario.tree().entries().get("uncertain") instanceof SourceNode.Mapping mapping
                ? mapping.entries().keySet().stream()
                        .flatMap(key -> address(key, scenario).stream())
                        .toList()
                : List.of();
    }

    private static Optional<String> address(String key, Scenario scenario) {
        try {
            return Optional.of(scenario.named(Address.parse(key)).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
