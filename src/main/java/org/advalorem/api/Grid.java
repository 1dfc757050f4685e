package org.advalorem.api;

import java.util.List;
import java.util.Objects;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.Measure;

/**
 * The rates at all combinations of two ranges: the first runs down, the second across. What {@code advalorem grid} writes.
 *
 * <pre>{@code
 * Grid grid = scenario.grid("markup", "0% to 12% in 7", "benchmarks.ingot.vat", "13%, 17%");
 * double rate = grid.published("acme", 0, 1); // markup 0%, VAT 17%
 * }</pre>
 */
public final class Grid extends Charted {
    private final EvaluatedScenario scenario;
    private final org.advalorem.whatif.Sweep.Result result;

    Grid(EvaluatedScenario scenario, org.advalorem.whatif.Sweep.Result result, Report report, Drawing drawing) {
        super(report, drawing);
        this.scenario = scenario;
        this.result = result;
    }

    /** The values of the first range, as one writes them in a {@link Setting}. */
    public List<String> down() {
        return result.ranges().get(0).values();
    }

    /** The values of the second range, as one writes them in a {@link Setting}. */
    public List<String> across() {
        return result.ranges().get(1).values();
    }

    /**
     * The published rate of a combination, as a fraction; not a number (NaN) if there is none.
     *
     * @param company its key, its name, or {@code all-others}
     * @param row the place of a value of {@link #down()}, from 0
     * @param column the place of a value of {@link #across()}, from 0
     * @throws ScenarioException if there is no such company
     * @throws IndexOutOfBoundsException if there is no such value
     */
    public double published(String company, int row, int column) {
        return number(company, Measure.RATE, row, column);
    }

    /**
     * The unrounded rate of a combination, as a fraction; not a number (NaN) if there is none.
     *
     * @param company its key, its name, or {@code all-others}
     * @param row the place of a value of {@link #down()}, from 0
     * @param column the place of a value of {@link #across()}, from 0
     * @throws ScenarioException if there is no such company
     * @throws IndexOutOfBoundsException if there is no such value
     */
    public double unrounded(String company, int row, int column) {
        return number(company, Measure.RATE_UNROUNDED, row, column);
    }

    private double number(String company, Measure measure, int row, int column) {
        int place = result.places()
                .indexOf(List.of(Objects.checkIndex(row, down().size()), Objects.checkIndex(column, across().size())));
        return result.cases().number(Subjects.of(company, scenario).key(measure), place);
    }
}
