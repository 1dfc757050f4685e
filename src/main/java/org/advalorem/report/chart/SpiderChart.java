package org.advalorem.report.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.advalorem.plot.Chart;
import org.advalorem.plot.LinesChart;
import org.advalorem.plot.RowChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.InputNames;
import org.advalorem.report.SpiderFinding;
import org.advalorem.whatif.Spider;

/** The chart of {@code spider}: a line for each input along which the reported rate that moves most moves. */
public final class SpiderChart {
    /** The most inputs drawn. */
    private static final int MOST = 8;

    private final EvaluatedScenario scenario;
    private final Spider.Result result;
    private final SpiderFinding finding;
    private final boolean quantiles;

    private SpiderChart(EvaluatedScenario scenario, Spider.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.finding = SpiderFinding.of(scenario, result);
        this.quantiles = result.uncertain();
    }

    /** The chart over quantiles if every input has a distribution, else over the change of each input's value. */
    public static Chart of(EvaluatedScenario scenario, Spider.Result result) {
        return new SpiderChart(scenario, result).chart();
    }

    private Chart chart() {
        ToDoubleFunction<Spider.Step> place = quantiles ? Spider.Step::share : Spider.Step::change;
        List<Spider.Leg> placed = finding.legs().stream()
                .filter(leg -> leg.steps().stream().allMatch(step -> Double.isFinite(place.applyAsDouble(step))))
                .toList();
        var caption = Captions.of(scenario, finding.finding(), left(placed), result.partial(), "");
        if (placed.isEmpty()) {
            return RowChart.empty(caption, RateAxes.UNROUNDED);
        }
        double base = result.baseline().number(finding.key(), 0);
        return new LinesChart(
                caption,
                AxisNumbers.PERCENT.axis(
                        quantiles
                                ? "Share of each input\u2019s distribution below its value"
                                : "Change in each input, as a percentage of its value"),
                RateAxes.UNROUNDED,
                placed.stream()
                        .limit(MOST)
                        .map(leg -> new LinesChart.Series(
                                InputNames.of(scenario, leg.address()),
                                leg.steps().stream()
                                        .map(step -> new LinesChart.Point(
                                                place.applyAsDouble(step),
                                                result.cases().number(finding.key(), step.row())))
                                        .sorted(Comparator.comparingDouble(LinesChart.Point::x))
                                        .toList()))
                        .toList(),
                RateAxes.thresholds(scenario, finding.company().stream().toList()),
                !quantiles && Double.isFinite(base) ? Optional.of(new LinesChart.Point(0.0, base)) : Optional.empty(),
                List.of());
    }

    private List<String> left(List<Spider.Leg> placed) {
        int without = finding.legs().size() - placed.size();
        return List.of(
                placed.size() > MOST ? "the " + MOST + " of " + placed.size() + " that move it most" : "",
                without > 0 ? without + " without a change in percent left out" : "");
    }
}
