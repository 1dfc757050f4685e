package org.advalorem.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Term;
import org.advalorem.engine.BatchPlan;
import org.advalorem.engine.Varied;
import org.advalorem.facts.Address;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.ScenarioFields;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Scenario;
import org.advalorem.scenario.Uncertain;
import org.advalorem.uncertainty.Distribution;
import org.advalorem.uncertainty.Variation;
import org.advalorem.whatif.Model;
import org.advalorem.whatif.UncertainModel;

/**
 * A scenario as the program reads it, with its uncertain inputs.
 *
 * @param addresses of the uncertain inputs, in order
 * @param variations of the same
 */
record Loaded(Model model, List<String> addresses, List<Variation> variations) {
    /** By how much a quantile may be off. */
    private static final double ROUNDING = 1e-9;

    static Loaded read(Path file) {
        Problems problems = new Problems();
        Scenario scenario = Scenario.read(
                        new ScenarioFields(Programs.shipped()).fields(), List.of(file), List.of(), problems)
                .orElseThrow(() -> new IllegalArgumentException(
                        file + ": " + problems.sorted().get(0)));
        Model model = Model.of(scenario, Programs.shipped(), problems)
                .orElseThrow(() -> new IllegalArgumentException(
                        file + ": " + problems.sorted().get(0)));
        List<String> addresses = new ArrayList<>();
        List<Variation> variations = new ArrayList<>();
        if (scenario.tree().entries().get("uncertain") instanceof SourceNode.Mapping uncertain) {
            for (Map.Entry<String, SourceNode> entry : uncertain.entries().entrySet()) {
                addresses.add(entry.getKey());
                variations.add(Variation.parse(((SourceNode.Scalar) entry.getValue()).text(), Loaded::noSample));
            }
        }
        return new Loaded(model, addresses, variations);
    }

    private static double[] noSample(String name) {
        throw new IllegalArgumentException("No benchmark reads a sample (" + name + ").");
    }

    Determination determination() {
        return model.determination();
    }

    Calculation calculation() {
        return determination().calculation();
    }

    /** The uncertain inputs as the commands read them. */
    UncertainModel uncertainty() {
        Problems problems = new Problems();
        return UncertainModel.of(
                        model,
                        Uncertain.read(model.scenario(), List.of(), problems),
                        Correlated.read(model.scenario(), problems),
                        problems)
                .orElseThrow(() ->
                        new IllegalArgumentException(problems.sorted().get(0).toString()));
    }

    /** The key of a result at an address. */
    static ResultKey key(String address) {
        return ResultKey.of(Address.parse(address))
                .orElseThrow(() -> new IllegalArgumentException("(" + address + ") is no address of a result."));
    }

    /** A result by its address. */
    Term result(String address) {
        return determination()
                .results()
                .find(key(address))
                .orElseThrow(() -> new IllegalArgumentException("There is no result (" + address + ")."));
    }

    /** The plan that gives some results for columns drawn from the distributions of the uncertain inputs. */
    BatchPlan plan(String... results) {
        List<Varied> varied = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            Distribution distribution = variations.get(i).distribution();
            double min = distribution.quantile(Distribution.LEAST_PROBABILITY);
            double most = distribution.quantile(1 - Distribution.LEAST_PROBABILITY);
            double margin = ROUNDING * Math.max(Math.abs(min), Math.abs(most));
            Varied.Change change =
                    Varied.Change.valueOf(variations.get(i).effect().name());
            varied.add(Varied.of(calculation(), addresses.get(i), change, inputsAt(addresses.get(i)))
                    .within(min - margin, most + margin));
        }
        return BatchPlan.of(
                calculation(),
                varied,
                List.of(results).stream().map(this::result).toList());
    }

    /** The input of that address, or all below it: a series or a column moves as a whole. */
    private List<String> inputsAt(String address) {
        return calculation().inputs().keySet().stream()
                .filter(input -> input.equals(address) || input.startsWith(address + "."))
                .toList();
    }
}
