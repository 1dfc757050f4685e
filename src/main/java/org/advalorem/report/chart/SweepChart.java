package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Caption;
import org.advalorem.plot.Chart;
import org.advalorem.plot.HeatMapChart;
import org.advalorem.plot.LinesChart;
import org.advalorem.plot.Mark;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.InputNames;
import org.advalorem.report.NumberText;
import org.advalorem.report.SweepFinding;
import org.advalorem.report.SweptRate;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Sweep;
import org.advalorem.whatif.ValueRange;

/**
 * The chart of {@code sweep}: over quantities, a line for every rate that moves; over words, which have nothing between
 * them, a shaded table of rates.
 */
public final class SweepChart {
    private final EvaluatedScenario scenario;
    private final Sweep.Result result;
    private final ValueRange range;
    private final SweepFinding finding;
    private final List<SweptRate> moving;
    private final Optional<RangeAxis> along;
    private final boolean unrounded;
    private final List<ResultKey> verdicts;

    private SweepChart(EvaluatedScenario scenario, Sweep.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.range = result.ranges().get(0);
        this.finding = SweepFinding.of(scenario, result);
        this.moving = finding.moving();
        this.verdicts = EvaluatedScenario.totals(result.cases().keys(), Measure.DE_MINIMIS);
        this.along = RangeAxis.of(scenario, range);
        // A line would show the steps of published rates.
        this.unrounded = along.isPresent() || moving.stream().anyMatch(rate -> rate.roundsOver(scenario));
    }

    /** The chart of every reported rate that moves. */
    public static Chart of(EvaluatedScenario scenario, Sweep.Result result) {
        SweepChart chart = new SweepChart(scenario, result);
        return chart.along.map(chart::lines).orElseGet(chart::table);
    }

    private Chart lines(RangeAxis along) {
        List<Integer> order = IntStream.range(0, range.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> along.places().get(i)))
                .toList();
        boolean alone = result.ranges().size() == 1;
        SweptRate most = finding.most();
        double baseline = base(most);
        Optional<LinesChart.Point> base = alone && along.base().isPresent() && Double.isFinite(baseline)
                ? Optional.of(new LinesChart.Point(along.base().getAsDouble(), baseline))
                : Optional.empty();
        Axis x = along.axis();
        return new LinesChart(
                caption(
                        base.isPresent()
                                ? List.of()
                                : List.of("baseline: " + most.name() + " " + NumberText.percent(most.base()))),
                alone ? x : new Axis(x.label() + "; " + finding.with() + " with it", x.numbers()),
                RateAxes.UNROUNDED,
                moving.stream()
                        .map(rate -> new LinesChart.Series(rate.name(), points(rate, order, along)))
                        .toList(),
                thresholds(),
                base,
                List.of());
    }

    /** The points of a line, with a gap where a company's verdict turns, because all others may jump there. */
    private List<LinesChart.Point> points(SweptRate rate, List<Integer> order, RangeAxis along) {
        List<LinesChart.Point> points = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            double x = along.places().get(order.get(i));
            if (i > 0 && rate.company().isEmpty() && turns(order.get(i - 1), order.get(i))) {
                double middle = (points.get(points.size() - 1).x() + x) / 2;
                points.add(new LinesChart.Point(middle, Double.NaN));
            }
            points.add(new LinesChart.Point(x, rate.unrounded().get(order.get(i))));
        }
        return points;
    }

    /** Whether a company's verdict differs between two cases. */
    private boolean turns(int one, int other) {
        return result.cases().isMade(one)
                && result.cases().isMade(other)
                && verdicts.stream()
                        .anyMatch(verdict -> result.cases().holds(verdict, one)
                                != result.cases().holds(verdict, other));
    }

    private Chart table() {
        List<String> rows = IntStream.range(0, result.cases().cases())
                .mapToObj(
                        i -> result.values(i).stream().map(NumberText::written).collect(Collectors.joining(", ")))
                .collect(Collectors.toCollection(ArrayList::new));
        List<List<Double>> rates = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            rates.add(moving.stream().map(rate -> drawn(rate).get(row)).toList());
        }
        rows.add("baseline");
        rates.add(moving.stream().map(this::base).toList());
        return new HeatMapChart(
                caption(List.of()),
                "company",
                result.ranges().stream()
                        .map(of -> InputNames.of(scenario, of.address().toString()))
                        .collect(Collectors.joining(", ")),
                moving.stream().map(SweptRate::name).toList(),
                rows,
                axis(),
                rates,
                thresholds(),
                Optional.empty());
    }

    private Axis axis() {
        return unrounded ? RateAxes.UNROUNDED : RateAxes.PUBLISHED;
    }

    private List<Double> drawn(SweptRate rate) {
        return unrounded ? rate.unrounded() : rate.published();
    }

    private double base(SweptRate rate) {
        return unrounded ? rate.unroundedBase() : rate.base();
    }

    private List<Mark> thresholds() {
        return RateAxes.thresholds(
                scenario,
                moving.stream().flatMap(rate -> rate.company().stream()).toList());
    }

    private Caption caption(List<String> drawing) {
        return Captions.of(scenario, finding.finding(), drawing, result.run().partial(), "");
    }
}
