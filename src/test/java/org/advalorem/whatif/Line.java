package org.advalorem.whatif;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.advalorem.Keys;
import org.advalorem.Shipped;
import org.advalorem.engine.Values;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.facts.Problems;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Scenario;
import org.advalorem.scenario.Uncertain;

/** Models for the tests, above all one whose rate is a sum: a stated rate and a grant over sales of a billion. */
final class Line {
    static final Path FILE = Path.of("src/test/resources/whatif/line.yaml");
    static final Path FOIL = Path.of("scenarios/aluminum-foil/scenario.yaml");

    static final String STATED = "companies.acme.uses.stated.1.rate";
    static final String GRANT = "companies.acme.uses.yearly.mill.received.2023-02-01.amount";
    static final ResultKey RATE = Keys.of("companies.acme.rate-unrounded");
    static final ResultKey PUBLISHED = Keys.of("companies.acme.rate");
    /** A continuous result and one of few values. */
    static final List<ResultKey> CHOSEN = List.of(RATE, PUBLISHED);

    private Line() {}

    static Model model(Path file, String... sets) {
        return model(List.of(file), sets);
    }

    /** The model of those files laid over each other. */
    static Model model(List<Path> files, String... sets) {
        Scenario scenario = Shipped.read(files, sets);
        Determination determination = Shipped.determination(scenario, scenario.tree());
        return new Model(scenario, Programs.shipped(), determination, Values.of(determination.calculation()));
    }

    /** The uncertain inputs of the file, with {@code --vary} arguments. */
    static UncertainModel uncertainty(Model model, String... vary) {
        Problems problems = new Problems();
        List<Uncertain> entries = Uncertain.read(model.scenario(), List.of(vary), problems);
        List<Correlated> correlations = Correlated.read(model.scenario(), problems);
        problems.throwIfAny();
        return UncertainModel.of(model, entries, correlations, problems)
                .orElseThrow(() -> new InvalidScenarioException(problems.sorted()));
    }

    static Simulation.Settings settings(Sampling.Kind kind, long draws, int threads) {
        return new Simulation.Settings(
                new Sampling(kind, 1, draws), OptionalDouble.empty(), threads, Simulation.SHARES, false);
    }

    static Simulation.Result run(UncertainModel uncertainty, Simulation.Settings settings) {
        return Simulation.run(uncertainty, uncertainty.results(), settings, Progress.NONE);
    }
}
