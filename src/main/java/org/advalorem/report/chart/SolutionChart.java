package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Chart;
import org.advalorem.plot.LinesChart;
import org.advalorem.plot.Mark;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.InputNames;
import org.advalorem.report.SolutionFinding;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Solution;
import org.advalorem.whatif.ValueRange;

/** The chart of {@code solve}: the rate over the range, with the goal and the values that reach it. */
public final class SolutionChart {
    private final EvaluatedScenario scenario;
    private final Solution.Result result;
    /** Whether the goal is a verdict, in which case the rate behind it is drawn. */
    private final boolean verdict;

    private final SolutionFinding finding;

    private SolutionChart(EvaluatedScenario scenario, Solution.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.verdict = result.goal().key().measure().isTruth();
        this.finding = SolutionFinding.of(scenario, result);
    }

    /** The chart of a search. */
    public static Chart of(EvaluatedScenario scenario, Solution.Result result) {
        return new SolutionChart(scenario, result).chart();
    }

    private Chart chart() {
        ValueRange range = result.range();
        Optional<RangeAxis> along = RangeAxis.of(scenario, range);
        Axis x = along.map(RangeAxis::axis).orElseGet(() -> AxisNumbers.PLAIN.axis(InputNames.of(scenario, address())));
        Optional<LinesChart.Point> base = along.filter(of -> of.base().isPresent())
                .map(of -> new LinesChart.Point(of.base().getAsDouble(), baseline()))
                .filter(point -> Double.isFinite(point.y()));
        List<Mark> marks = new ArrayList<>();
        if (!verdict) {
            marks.add(new Mark("goal", result.goal().value()));
        }
        marks.addAll(RateAxes.thresholds(
                scenario,
                result.goal().key().subject().isTotal() && !finding.isAmount()
                        ? scenario.company(behind().subject()).stream().toList()
                        : List.of()));
        return new LinesChart(
                Captions.of(scenario, finding.finding(), List.of(), false, ""),
                x,
                y(),
                List.of(new LinesChart.Series(shown(), points())),
                marks,
                base,
                result.roots().stream().flatMap(this::answers).toList());
    }

    private Axis y() {
        if (!finding.isAmount()) {
            return verdict || result.goal().key().measure() == Measure.RATE_UNROUNDED
                    ? RateAxes.UNROUNDED
                    : RateAxes.PUBLISHED;
        }
        String measure = result.goal().key().measure().word();
        return AxisNumbers.PLAIN.axis(Character.toUpperCase(measure.charAt(0))
                + measure.substring(1).replace('-', ' ') + " (" + finding.unit() + ")");
    }

    /** The value of a root, or the ends of its stretch that lie within the range. */
    private Stream<Mark> answers(Solution.Root root) {
        if (root.last().isEmpty()) {
            return Stream.of(new Mark("answer", root.number()));
        }
        List<Solution.Place> places = result.places();
        return DoubleStream.of(root.number(), root.last().get().number())
                .filter(number -> number != places.get(0).number()
                        && number != places.get(places.size() - 1).number())
                .distinct()
                .mapToObj(number -> new Mark("answer", number));
    }

    private String address() {
        return result.range().address().toString();
    }

    /** What is drawn. */
    private ResultKey behind() {
        return scenario.rateBehind(result.goal().key());
    }

    private String shown() {
        return scenario.name(behind());
    }

    private double baseline() {
        return verdict
                ? scenario.determination()
                        .results()
                        .find(behind())
                        .map(scenario.values()::of)
                        .orElse(Double.NaN)
                : result.base();
    }

    /** The places tried, with a gap where the result jumps over the goal. */
    private List<LinesChart.Point> points() {
        List<LinesChart.Point> points = new ArrayList<>();
        Solution.Place before = result.places().get(0);
        for (Solution.Place place : result.places()) {
            if (!verdict) {
                for (Solution.Root root : result.roots()) {
                    gap(before, place, root.number(), root.before(), root.result(), points);
                    if (root.last().isPresent()) {
                        Solution.Last last = root.last().get();
                        gap(before, place, last.number(), root.result(), last.after(), points);
                    }
                }
            }
            points.add(new LinesChart.Point(place.number(), place.shown()));
            before = place;
        }
        return points;
    }

    /** A gap where the result jumps between two places tried. */
    private static void gap(
            Solution.Place from,
            Solution.Place to,
            double at,
            double before,
            double after,
            List<LinesChart.Point> points) {
        boolean between = (at - from.number()) * (to.number() - at) >= 0 && from.number() != to.number();
        if (between && before != after) {
            points.add(new LinesChart.Point(at, before));
            points.add(new LinesChart.Point(at, Double.NaN));
            points.add(new LinesChart.Point(at, after));
        }
    }
}
