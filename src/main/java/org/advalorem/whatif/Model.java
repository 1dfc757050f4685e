package org.advalorem.whatif;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.UnitException;
import org.advalorem.engine.Values;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Results;
import org.advalorem.scenario.Assignment;
import org.advalorem.scenario.Scenario;

/**
 * A scenario with its determination and the value of every term, and the way to the same with other values.
 *
 * @param programs the known program types
 */
public record Model(Scenario scenario, Programs programs, Determination determination, Values values) {

    /** The model of a scenario; nothing, with every problem noted, when it cannot be calculated or a condition fails. */
    public static Optional<Model> of(Scenario scenario, Programs programs, Problems problems) {
        Optional<Determination> determination = determination(scenario, programs, problems);
        if (determination.isEmpty()) {
            return Optional.empty();
        }
        Values values = Values.of(determination.get().calculation());
        return EvaluationCheck.passes(determination.get(), values, whole(scenario), problems)
                ? Optional.of(new Model(scenario, programs, determination.get(), values))
                : Optional.empty();
    }

    private static Optional<Determination> determination(Scenario scenario, Programs programs, Problems problems) {
        try {
            return Determination.of(scenario.tree(), scenario.data(), programs, problems);
        } catch (UnitException e) {
            problems.add(Problem.Code.AV206, whole(scenario), String.valueOf(e.getMessage()), "");
            return Optional.empty();
        }
    }

    private static Origin whole(Scenario scenario) {
        return Origin.of(scenario.name(), 0, 0, "");
    }

    /** This model with settings made, calculated anew; nothing, with every problem noted, when that cannot be done. */
    public Optional<Model> with(List<Assignment> settings, Problems problems) {
        // what is wrong elsewhere does not keep this from being calculated
        Problems own = new Problems();
        Scenario changed = scenario.with(settings, own);
        Optional<Model> made = own.isEmpty() ? of(changed, programs, own) : Optional.empty();
        problems.addAll(own.sorted());
        return made;
    }

    /** The terms of all results. */
    public Results results() {
        return determination.results();
    }

    /** The value of a result; nothing when this scenario has no such result. */
    public Optional<Double> result(ResultKey key) {
        return results().find(key).map(values::of);
    }
}
