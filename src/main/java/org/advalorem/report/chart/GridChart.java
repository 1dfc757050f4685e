package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.advalorem.facts.FactRegister;
import org.advalorem.plot.Chart;
import org.advalorem.plot.HeatMapChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.whatif.Sweep;
import org.advalorem.whatif.ValueRange;

/** The chart of {@code grid}: the reported rate that moves most, shaded. */
public final class GridChart {
    private final EvaluatedScenario scenario;
    private final Sweep.Result result;
    private final ValueRange down;
    private final ValueRange across;
    private final SweptRate most;

    private GridChart(EvaluatedScenario scenario, Sweep.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.down = result.ranges().get(0);
        this.across = result.ranges().get(1);
        this.most = Findings.most(
                SweptRate.of(scenario, result), rate -> rate.company().isPresent(), SweptRate::swing);
    }

    /** The chart of the rate that moves most. */
    public static Chart of(EvaluatedScenario scenario, Sweep.Result result) {
        return new GridChart(scenario, result).chart();
    }

    private Chart chart() {
        boolean unrounded = most.roundsOver(scenario);
        List<Double> drawn = unrounded ? most.unrounded() : most.published();
        List<List<Double>> rates = new ArrayList<>();
        for (int row = 0; row < down.size(); row++) {
            rates.add(drawn.subList(row * across.size(), (row + 1) * across.size()));
        }
        OptionalInt row = base(down);
        OptionalInt column = base(across);
        Optional<HeatMapChart.Cell> base = row.isPresent() && column.isPresent()
                ? Optional.of(new HeatMapChart.Cell(row.getAsInt(), column.getAsInt()))
                : Optional.empty();
        return new HeatMapChart(
                Findings.caption(
                        scenario,
                        title(),
                        "All combinations of " + Findings.count(down.size(), "value") + " by " + across.size()
                                + (base.isPresent() ? "" : "; baseline: " + Findings.percent(most.base())),
                        result.run().partial(),
                        ""),
                Findings.label(scenario, across.address().toString()),
                Findings.label(scenario, down.address().toString()),
                across.values().stream().map(NumberText::written).toList(),
                down.values().stream().map(NumberText::written).toList(),
                unrounded ? Findings.UNROUNDED : Findings.PUBLISHED,
                rates,
                Findings.thresholds(scenario, most.company().stream().toList()),
                base);
    }

    private String title() {
        if (most.min() < 0) {
            return most.name() + ": no rate was computed";
        }
        String rates = most.swing() > 0
                ? at(Math.min(most.min(), most.max())) + ", " + at(Math.max(most.min(), most.max()))
                : Findings.percent(most.published().get(most.min())) + " in every case";
        return most.name() + ": " + rates
                + (most.company().isPresent() ? "; " + Findings.verdicts(most.below(), most.cases(), "cases") : "");
    }

    private String at(int of) {
        return Findings.percent(most.published().get(of)) + " with "
                + Findings.setting(result.ranges(), result.values(of));
    }

    /** The place of the scenario's own value in a range. */
    private OptionalInt base(ValueRange range) {
        Optional<RangeAxis> axis = RangeAxis.of(scenario, range);
        if (axis.isPresent()) {
            List<Double> places = axis.get().places();
            return axis.get().base().isEmpty()
                    ? OptionalInt.empty()
                    : IntStream.range(0, range.size())
                            .filter(i -> places.get(i) == axis.get().base().getAsDouble())
                            .findFirst();
        }
        Optional<String> written = scenario.determination()
                .register()
                .find(range.address().toString())
                .map(FactRegister.Fact::text);
        return IntStream.range(0, range.size())
                .filter(i -> written.equals(Optional.of(range.values().get(i))))
                .findFirst();
    }
}
