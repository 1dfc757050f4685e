package org.advalorem.whatif;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.advalorem.calculation.UnitException;
import org.advalorem.engine.Values;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Results;
import org.advalorem.rules.ScenarioFields;
import org.advalorem.scenario.Assignment;
import org.advalorem.scenario.Scenario;
import org.advalorem.scenario.SetArgument;

/** A scenario with its determination and the value of every term, from which models with changed values are derived. */
public final class Model {
    /** The largest number of derived models that are kept. */
    private static final int MOST_KEPT = 128;

    private final Scenario scenario;
    private final Programs programs;
    private final Determination determination;
    private final Values values;
    private final Optional<Map<List<Assignment>, Derived>> kept;

    /** A derived model, or why there is none. */
    private record Derived(Optional<Model> model, List<Problem> problems) {}

    /**
     * The model of an evaluated scenario.
     *
     * @param programs the known program types
     */
    public Model(Scenario scenario, Programs programs, Determination determination, Values values) {
        this(scenario, programs, determination, values, Optional.empty());
    }

    private Model(
            Scenario scenario,
            Programs programs,
            Determination determination,
            Values values,
            Optional<Map<List<Assignment>, Derived>> kept) {
        this.scenario = scenario;
        this.programs = programs;
        this.determination = determination;
        this.values = values;
        this.kept = kept;
    }

    /**
     * The model of scenario files, each overlaid on those before it, with the shipped program types.
     *
     * @throws org.advalorem.facts.InvalidScenarioException if the scenario cannot be calculated; lists every problem
     */
    public static Model load(Path... files) {
        Problems problems = new Problems();
        Programs programs = Programs.shipped();
        Optional<Model> model = Scenario.read(
                        new ScenarioFields(programs).fields(), List.of(files), List.of(), problems)
                .flatMap(scenario -> of(scenario, programs, problems));
        problems.throwIfAny();
        return model.orElseThrow();
    }

    /**
     * This model with one value set, as by {@code --set address=value}.
     *
     * @throws org.advalorem.facts.InvalidScenarioException if the value cannot be set or the changed scenario cannot be
     *     calculated
     */
    public Model set(String address, String value) {
        Problems problems = new Problems();
        Optional<Model> changed = SetArgument.parse(address + "=" + value, problems)
                .flatMap(assignment -> with(List.of(assignment), problems));
        problems.throwIfAny();
        return changed.orElseThrow();
    }

    /** The model of a scenario; empty, with every problem reported, if it cannot be calculated or a condition fails. */
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

    /**
     * The same model, which keeps the first models derived from it: for a report whose parts ask for the same changes. It
     * may be shared by threads.
     */
    public Model keeping() {
        return new Model(scenario, programs, determination, values, Optional.of(new ConcurrentHashMap<>()));
    }

    /** This model recalculated with the settings; empty, with every problem reported, if that is impossible. */
    public Optional<Model> with(List<Assignment> settings, Problems problems) {
        Derived derived = kept.isEmpty() ? derived(settings) : kept(settings, kept.get());
        problems.addAll(derived.problems());
        return derived.model();
    }

    private Derived kept(List<Assignment> settings, Map<List<Assignment>, Derived> all) {
        Optional<Derived> before = Optional.ofNullable(all.get(settings));
        Derived derived = before.orElseGet(() -> derived(settings));
        if (before.isEmpty() && all.size() < MOST_KEPT) {
            all.put(List.copyOf(settings), derived);
        }
        return derived;
    }

    private Derived derived(List<Assignment> settings) {
        // problems reported earlier must not prevent this calculation
        Problems own = new Problems();
        Scenario changed = scenario.with(settings, own);
        Optional<Model> made = own.isEmpty() ? of(changed, programs, own) : Optional.empty();
        return new Derived(made, own.sorted());
    }

    /** The scenario. */
    public Scenario scenario() {
        return scenario;
    }

    /** The known program types. */
    public Programs programs() {
        return programs;
    }

    /** The determination. */
    public Determination determination() {
        return determination;
    }

    /** The value of every term. */
    public Values values() {
        return values;
    }

    /** The terms of all results. */
    public Results results() {
        return determination.results();
    }

    /** The value of a result; empty if this scenario has no such result. */
    public Optional<Double> result(ResultKey key) {
        return results().find(key).map(values::of);
    }
}
