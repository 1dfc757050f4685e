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
    private final List<SweptRate> moving;
    private final List<SweptRate> still;
    private final SweptRate most;
    private final Optional<RangeAxis> along;
    private final boolean unrounded;
    private final List<ResultKey> verdicts;

    private SweepChart(EvaluatedScenario scenario, Sweep.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.range = result.ranges().get(0);
        List<SweptRate> rates = SweptRate.of(scenario, result);
        this.most = Findings.most(rates, rate -> rate.company().isPresent(), SweptRate::swing);
        List<SweptRate> found = rates.stream().filter(rate -> rate.swing() > 0).toList();
        this.moving = found.isEmpty() ? rates : found;
        this.still = rates.stream().filter(rate -> !moving.contains(rate)).toList();
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
        double baseline = base(most);
        Optional<LinesChart.Point> base = alone && along.base().isPresent() && Double.isFinite(baseline)
                ? Optional.of(new LinesChart.Point(along.base().getAsDouble(), baseline))
                : Optional.empty();
        Axis x = along.axis();
        return new LinesChart(
                caption(base.isPresent() ? "" : baseline()),
                alone ? x : new Axis(x.label() + "; " + with() + " with it", x.numbers()),
                Findings.UNROUNDED,
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
                .mapToObj(this::written)
                .collect(Collectors.toCollection(ArrayList::new));
        List<List<Double>> rates = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            rates.add(moving.stream().map(rate -> drawn(rate).get(row)).toList());
        }
        rows.add("baseline");
        rates.add(moving.stream().map(this::base).toList());
        return new HeatMapChart(
                caption(""),
                "company",
                result.ranges().stream()
                        .map(of -> Findings.label(scenario, of.address().toString()))
                        .collect(Collectors.joining(", ")),
                moving.stream().map(SweptRate::name).toList(),
                rows,
                axis(),
                rates,
                thresholds(),
                Optional.empty());
    }

    private Axis axis() {
        return unrounded ? Findings.UNROUNDED : Findings.PUBLISHED;
    }

    private List<Double> drawn(SweptRate rate) {
        return unrounded ? rate.unrounded() : rate.published();
    }

    private double base(SweptRate rate) {
        return unrounded ? rate.unroundedBase() : rate.base();
    }

    private List<Mark> thresholds() {
        return Findings.thresholds(
                scenario,
                moving.stream().flatMap(rate -> rate.company().stream()).toList());
    }

    private Caption caption(String more) {
        return Findings.caption(
                scenario, title(), subtitle() + more, result.run().partial(), "");
    }

    private String title() {
        if (most.min() < 0) {
            return most.name() + ": no rate was computed";
        }
        String rates = most.swing() > 0
                ? at(Math.min(most.min(), most.max())) + ", " + at(Math.max(most.min(), most.max()))
                : Findings.percent(drawn(most).get(most.min())) + " at every value";
        return most.name() + ": " + rates + (most.company().isPresent() ? "; " + verdict() : "");
    }

    private String at(int of) {
        return Findings.percent(drawn(most).get(of)) + " with " + Findings.setting(result.ranges(), result.values(of));
    }

    private String written(int of) {
        return result.values(of).stream().map(NumberText::written).collect(Collectors.joining(", "));
    }

    /** The place where the verdict changes, if it does so once; else how often it holds. */
    private String verdict() {
        List<Integer> changes = IntStream.range(1, result.cases().cases())
                .filter(i -> Double.isFinite(most.deMinimis().get(i)))
                .filter(i -> most.deMinimis(i) != most.deMinimis(i - 1))
                .boxed()
                .toList();
        return changes.size() == 1 && !range.numbers().isEmpty()
                ? "becomes " + (most.deMinimis(changes.get(0)) ? "" : "not ") + "de minimis between "
                        + written(changes.get(0) - 1) + " and " + written(changes.get(0))
                : Findings.verdicts(most.below(), most.cases(), "cases");
    }

    private String subtitle() {
        String what = Findings.count(range.size(), "value") + " of "
                + Findings.label(scenario, range.address().toString())
                + (result.ranges().size() > 1 ? " and, with it, " + with() : "");
        return what
                + (still.isEmpty()
                        ? ""
                        : "; does not move: "
                                + still.stream()
                                        .map(rate -> rate.name() + " " + Findings.percent(base(rate)))
                                        .collect(Collectors.joining(", ")));
    }

    private String baseline() {
        return "; baseline: " + most.name() + " " + Findings.percent(base(most));
    }

    private String with() {
        return result.ranges().stream()
                .skip(1)
                .map(of -> Findings.label(scenario, of.address().toString()))
                .collect(Collectors.joining(", "));
    }
}
