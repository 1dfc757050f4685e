package org.advalorem.api;

import java.util.List;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.Measure;

/**
 * The rates at every value of a range; with several ranges, value by value. What {@code advalorem sweep} writes.
 *
 * <pre>{@code
 * Sweep sweep = scenario.sweep("markup", "0% to 12% in 7");
 * double[] rates = sweep.published("acme"); // one for each of sweep.values(0)
 * }</pre>
 */
public final class Sweep extends Charted {
    private final EvaluatedScenario scenario;
    private final org.advalorem.whatif.Sweep.Result result;

    Sweep(EvaluatedScenario scenario, org.advalorem.whatif.Sweep.Result result, Report report, Drawing drawing) {
        super(report, drawing);
        this.scenario = scenario;
        this.result = result;
    }

    /** The number of cases. */
    public int size() {
        return result.places().size();
    }

    /** The addresses that vary, whole. */
    public List<String> addresses() {
        return result.ranges().stream().map(range -> range.address().toString()).toList();
    }

    /**
     * The values that an address takes, one for each case, as one writes them in a {@link Setting}.
     *
     * @param address its place among {@link #addresses()}, from 0
     * @throws IndexOutOfBoundsException if there is no such address
     */
    public List<String> values(int address) {
        return result.ranges().get(address).values();
    }

    /**
     * The published rates, as fractions, one for each case; not a number (NaN) where there is none.
     *
     * @param company its key, its name, or {@code all-others}
     * @throws ScenarioException if there is no such company
     */
    public double[] published(String company) {
        return result.cases().column(Subjects.of(company, scenario).key(Measure.RATE));
    }

    /**
     * The unrounded rates, as fractions, one for each case; not a number (NaN) where there is none.
     *
     * @param company its key, its name, or {@code all-others}
     * @throws ScenarioException if there is no such company
     */
    public double[] unrounded(String company) {
        return result.cases().column(Subjects.of(company, scenario).key(Measure.RATE_UNROUNDED));
    }
}
