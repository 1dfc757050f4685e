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
import org.advalorem.report.GridFinding;
import org.advalorem.report.InputNames;
import org.advalorem.report.NumberText;
import org.advalorem.report.SweptRate;
import org.advalorem.whatif.Sweep;
import org.advalorem.whatif.ValueRange;

/** The chart of {@code grid}: the reported rate that moves most, shaded. */
public final class GridChart {
    private final EvaluatedScenario scenario;
    private final Sweep.Result result;
    private final ValueRange down;
    private final ValueRange across;
    private final GridFinding finding;

    private GridChart(EvaluatedScenario scenario, Sweep.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.down = result.ranges().get(0);
        this.across = result.ranges().get(1);
        this.finding = GridFinding.of(scenario, result);
    }

    /** The chart of the rate that moves most. */
    public static Chart of(EvaluatedScenario scenario, Sweep.Result result) {
        return new GridChart(scenario, result).chart();
    }

    private Chart chart() {
        SweptRate most = finding.most();
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
                Captions.of(scenario, finding.finding(), List.of(), result.run().partial(), ""),
                InputNames.of(scenario, across.address().toString()),
                InputNames.of(scenario, down.address().toString()),
                across.values().stream().map(NumberText::written).toList(),
                down.values().stream().map(NumberText::written).toList(),
                unrounded ? RateAxes.UNROUNDED : RateAxes.PUBLISHED,
                rates,
                RateAxes.thresholds(scenario, most.company().stream().toList()),
                base);
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
