package org.advalorem.api;

import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Nearest;
import org.advalorem.report.CollectedDraws;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.UncertainModel;

/**
 * How the rates are distributed if the uncertain inputs of the scenario are drawn. What {@code advalorem simulate} writes.
 *
 * <pre>{@code
 * Simulation simulation = scenario.simulate(100_000);
 * double median = simulation.rate("acme").quantile(0.5);
 * double share = simulation.deMinimis("acme");
 * }</pre>
 *
 * <p>The same seed gives the same bits, on any number of threads and on any machine.
 */
public final class Simulation extends Charted {
    private final EvaluatedScenario scenario;
    private final UncertainModel uncertainty;
    private final org.advalorem.whatif.Simulation.Result result;

    Simulation(
            EvaluatedScenario scenario,
            UncertainModel uncertainty,
            org.advalorem.whatif.Simulation.Result result,
            Report report,
            Drawing drawing) {
        super(report, drawing);
        this.scenario = scenario;
        this.uncertainty = uncertainty;
        this.result = result;
    }

    /** The number of draws. */
    public long size() {
        return result.draws();
    }

    /** The seed of the random numbers. */
    public long seed() {
        return result.settings().sampling().seed();
    }

    /** The addresses of the results, for {@link #distribution}. */
    public List<String> addresses() {
        return result.results().stream().map(of -> of.key().toString()).toList();
    }

    /**
     * The distribution of a company's unrounded rate.
     *
     * @param company its key, its name, or {@code all-others}
     * @throws ScenarioException if there is no such rate
     */
    public Distribution rate(String company) {
        return distribution(
                Subjects.of(company, scenario).key(Measure.RATE_UNROUNDED).toString());
    }

    /**
     * The share of draws in which a company's rate is de minimis, from 0 to 1.
     *
     * @param company its key, its name, or {@code all-others}
     * @throws ScenarioException if there is no such verdict
     */
    public double deMinimis(String company) {
        Distribution verdicts = distribution(
                Subjects.of(company, scenario).key(Measure.DE_MINIMIS).toString());
        // a count by a count: the mean, kept draw by draw, is off in its last bits
        return Math.rint(verdicts.mean() * verdicts.count()) / verdicts.count();
    }

    /**
     * The distribution of a result.
     *
     * @param address one of {@link #addresses()}
     * @throws ScenarioException if it is another
     */
    public Distribution distribution(String address) {
        return result.results().stream()
                .filter(of -> of.key().toString().equals(address))
                .findFirst()
                .map(Distribution::of)
                .orElseThrow(() -> ScenarioException.of(
                        "(" + address + ") was not simulated.", Nearest.advice(address, addresses())));
    }

    /**
     * Every draw; as {@link #draws(int)} with all of them.
     *
     * @throws IllegalStateException if there are more than a table can have; ask for fewer
     */
    public Table draws() {
        if (size() > Integer.MAX_VALUE) {
            throw new IllegalStateException("A table holds no " + size() + " draws. Ask for fewer: draws(1_000_000).");
        }
        return draws((int) size());
    }

    /**
     * The first draws: the number of the draw from 1, each uncertain input as drawn (rates as fractions, the position of a
     * choice in words) and each result, as {@code advalorem simulate --draws-to} writes them. They are drawn again with the
     * same seed, and so are the same to the last bit. A table takes 8 bytes for each draw and column.
     *
     * @param most at least 1
     * @throws IllegalArgumentException if it is less
     */
    public Table draws(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("The number of draws (" + most + ") must be at least 1.");
        }
        List<ResultKey> keys = scenario.reportedUnrounded(uncertainty.results());
        CollectedDraws draws = new CollectedDraws(uncertainty, keys, (int) Math.min(most, size()));
        return ScenarioException.unlessWrong(problems -> {
            org.advalorem.whatif.Simulation.run(uncertainty, keys, result.settings(), draws, Optional.of(draws));
            return Table.of(draws);
        });
    }
}
