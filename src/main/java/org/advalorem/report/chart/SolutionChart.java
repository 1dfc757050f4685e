package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Chart;
import org.advalorem.plot.LinesChart;
import org.advalorem.plot.Mark;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Solution;
import org.advalorem.whatif.ValueRange;

/** The chart of {@code solve}: the rate over the range, with the goal and the values that reach it. */
public final class SolutionChart {
    /** The most values named in the title. */
    private static final int FEW = 3;

    private final EvaluatedScenario scenario;
    private final Solution.Result result;
    /** Whether the goal is a verdict, in which case the rate behind it is drawn. */
    private final boolean verdict;

    private final String name;

    private SolutionChart(EvaluatedScenario scenario, Solution.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.verdict = result.goalKey().measure().isTruth();
        String subject = scenario.name(result.goalKey());
        this.name = amount() ? subject + ", " + result.goalKey().measure().word() : subject;
    }

    /** The chart of a search. */
    public static Chart of(EvaluatedScenario scenario, Solution.Result result) {
        return new SolutionChart(scenario, result).chart();
    }

    private Chart chart() {
        ValueRange range = result.range();
        Optional<RangeAxis> along = RangeAxis.of(scenario, range);
        Axis x = along.map(RangeAxis::axis).orElseGet(() -> NumberText.PLAIN.axis(Findings.label(scenario, address())));
        Optional<LinesChart.Point> base = along.filter(of -> of.base().isPresent())
                .map(of -> new LinesChart.Point(of.base().getAsDouble(), baseline()))
                .filter(point -> Double.isFinite(point.y()));
        List<Mark> marks = new ArrayList<>();
        if (!verdict) {
            marks.add(new Mark("goal", result.goal()));
        }
        marks.addAll(Findings.thresholds(
                scenario,
                result.goalKey().subject().isTotal() && !amount()
                        ? scenario.company(behind().subject()).stream().toList()
                        : List.of()));
        return new LinesChart(
                Findings.caption(scenario, title(), subtitle(), false, ""),
                x,
                y(),
                List.of(new LinesChart.Series(shown(), points())),
                marks,
                base,
                result.roots().stream().flatMap(this::answers).toList());
    }

    private Axis y() {
        if (!amount()) {
            return verdict || result.goalKey().measure() == Measure.RATE_UNROUNDED
                    ? Findings.UNROUNDED
                    : Findings.PUBLISHED;
        }
        String measure = result.goalKey().measure().word();
        return NumberText.PLAIN.axis(Character.toUpperCase(measure.charAt(0))
                + measure.substring(1).replace('-', ' ') + " (" + unit() + ")");
    }

    /** Whether the goal is money, or money per unit of a quantity, and not a rate. */
    private boolean amount() {
        return switch (result.goalKey().measure().quality()) {
            case MONEY, PRICE -> true;
            default -> false;
        };
    }

    private String unit() {
        return scenario.determination()
                .results()
                .find(result.goalKey())
                .map(term -> term.unit().toString())
                .orElse("");
    }

    private String text(double value) {
        return amount() ? NumberText.PLAIN.value(value) + " " + unit() : Findings.percent(value);
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
        return scenario.rateBehind(result.goalKey());
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

    private String title() {
        List<Solution.Root> roots = result.roots();
        boolean negative = result.goalKey().measure() == Measure.NEGATIVE;
        String goal = negative ? "the determination" : verdict ? "the verdict of " + name : name;
        if (roots.isEmpty()) {
            return verdict
                    ? "No value in the range reverses " + goal
                    : "No value in the range brings " + goal + " to " + text(result.goal())
                            + ": it stays between " + text(result.min()) + " and "
                            + text(result.max());
        }
        String values = Findings.setting(
                List.of(result.range()),
                List.of(roots.stream().limit(FEW).map(this::written).collect(Collectors.joining(", "))
                        + (roots.size() > FEW ? " and " + (roots.size() - FEW) + " more" : "")));
        if (verdict) {
            String yes = negative ? "negative" : "de minimis";
            String no = negative ? "affirmative" : "not de minimis";
            return name + ": " + (result.goal() > 0 ? yes : no) + " at " + values;
        }
        boolean jumps = roots.stream().anyMatch(Solution.Root::jumps);
        return name + (jumps ? ": passes " : ": ") + text(result.goal()) + " at " + values;
    }

    private String written(Solution.Root root) {
        String value = NumberText.written(root.words());
        return root.last()
                .map(last -> NumberText.written(last.words()))
                .filter(last -> !last.equals(value))
                .map(last -> value + " to " + last)
                .orElse(value);
    }

    private String subtitle() {
        List<String> values = result.range().values();
        return "From " + NumberText.written(values.get(0)) + " to " + NumberText.written(values.get(values.size() - 1))
                + ", everything else at its baseline"
                + (result.refused().isEmpty()
                        ? ""
                        : "; " + Findings.count(result.refused().size(), "value") + " tried but not allowed");
    }
}
