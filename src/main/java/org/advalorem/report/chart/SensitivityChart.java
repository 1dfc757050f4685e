package org.advalorem.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Caption;
import org.advalorem.plot.Chart;
import org.advalorem.plot.Fill;
import org.advalorem.plot.RowChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.whatif.Estimate;
import org.advalorem.whatif.MorrisScreening;
import org.advalorem.whatif.SobolAnalysis;

/** The chart of {@code sensitivity}: Sobol' indices, or effects of a screening, of the rate that varies most. */
public final class SensitivityChart {
    /** The most inputs drawn. */
    private static final int MOST = 20;

    private static final String PLUS = " + ";
    private static final List<Fill> KINDS = List.of(Fill.BLUE, Fill.AMBER);
    private static final double THICK = 10;

    private SensitivityChart() {}

    /** The chart of first-order and total indices. */
    public static Chart of(EvaluatedScenario scenario, SobolAnalysis.Result result) {
        SobolAnalysis.Indices most = Findings.most(
                result.results(),
                of -> of.key().subject().isCompany(),
                of -> Double.isFinite(of.standardDeviation()) ? of.standardDeviation() : 0.0);
        String name = scenario.name(most.key());
        List<SobolAnalysis.Index> ranking = most.ranking().stream()
                .filter(index -> Double.isFinite(index.total().value()))
                .toList();
        String run = Findings.count(result.draws(), "draw") + " in each of two samples, seed "
                + result.settings().seed() + ".";
        if (ranking.isEmpty() || most.isUnseen() || !(most.standardDeviation() > 0.0)) {
            return RowChart.empty(
                    Findings.caption(
                            scenario,
                            name
                                    + (most.isUnseen()
                                            ? ": no uncertain input moved the rate in "
                                                    + Findings.count(result.draws(), "draw")
                                            : ": no uncertain input moves the rate"),
                            "",
                            result.partial(),
                            run),
                    NumberText.PERCENT.axis("Share of the variance"));
        }
        SobolAnalysis.Index first = ranking.get(0);
        List<SobolAnalysis.Index> drawn = moving(ranking);
        String input = first.inputs().size() == 1
                ? Findings.labelAfter(name, scenario, first.inputs().get(0))
                : label(scenario, first.inputs());
        String title = name + ": " + input + " alone accounts for "
                + NumberText.share(first.first().value()) + " of the variance of the rate"
                + (drawn.size() > 1 ? ", all inputs individually for " + alone(most) : "");
        return intervals(
                Findings.caption(
                        scenario,
                        title,
                        "Sobol\u2019 indices with 95% intervals; standard deviation of the rate "
                                + NumberText.change(most.standardDeviation()).replace("+", "") + " points"
                                + leftOut(ranking.size() - drawn.size() - unseen(ranking), " with less effect left out")
                                + leftOut(unseen(ranking), " without effect in these draws left out")
                                + (most.hasHeavyTails()
                                        ? "; heavy tails (kurtosis "
                                                + NumberText.PLAIN.value((double) Math.round(most.kurtosis()))
                                                + "): intervals may be too narrow"
                                        : ""),
                        result.partial(),
                        run),
                NumberText.PERCENT.axis("Share of the variance of the rate"),
                List.of("alone (first order)", "including interactions with others (total)"),
                drawn.stream()
                        .map(index -> row(
                                label(scenario, index.inputs()),
                                List.of(index.first(), index.total()),
                                NumberText::share))
                        .toList());
    }

    private static String leftOut(long inputs, String how) {
        return inputs == 0 ? "" : "; " + Findings.count(inputs, "input") + how;
    }

    private static long unseen(List<SobolAnalysis.Index> ranking) {
        return ranking.stream().filter(SobolAnalysis.Index::isUnseen).count();
    }

    private static List<SobolAnalysis.Index> moving(List<SobolAnalysis.Index> ranking) {
        return ranking.stream().filter(index -> index.changes() > 0).limit(MOST).toList();
    }

    private static String alone(SobolAnalysis.Indices indices) {
        return NumberText.share(1.0 - indices.unexplained().value());
    }

    /** The chart of the mean sizes of effects. */
    public static Chart of(EvaluatedScenario scenario, MorrisScreening.Result result) {
        MorrisScreening.Effects most = Findings.most(
                result.results(),
                of -> of.key().subject().isCompany(),
                of -> of.ranking().stream()
                        .mapToDouble(effect -> effect.meanAbsolute().value())
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0.0));
        String name = scenario.name(most.key());
        List<MorrisScreening.Effect> ranking = most.ranking().stream()
                .filter(effect -> Double.isFinite(effect.meanAbsolute().value()) && effect.changes() > 0)
                .toList();
        String run = Findings.count(result.trajectories(), "trajectory", "trajectories") + ", seed "
                + result.settings().seed() + ".";
        if (ranking.isEmpty()) {
            return RowChart.empty(
                    Findings.caption(
                            scenario, name + ": no input has an effect at the points tried", "", result.partial(), run),
                    NumberText.POINTS.axis("Mean absolute effect"));
        }
        MorrisScreening.Effect first = ranking.get(0);
        return intervals(
                Findings.caption(
                        scenario,
                        name + ": " + Findings.labelAfter(name, scenario, first.input()) + " moves the rate most, by "
                                + NumberText.change(first.meanAbsolute().value())
                                        .replace("+", "")
                                + " points on average",
                        "Mean absolute effect when an input moves by half of its probability, with 95% intervals"
                                + (ranking.size() > MOST ? "; the " + MOST + " of " + ranking.size() + " inputs" : "")
                                + leftOut(
                                        most.ranking().stream()
                                                .filter(MorrisScreening.Effect::isUnseen)
                                                .count(),
                                        " without effect at the points tried left out"),
                        result.partial(),
                        run),
                NumberText.POINTS.axis("Mean absolute effect on the rate"),
                List.of(),
                ranking.stream()
                        .limit(MOST)
                        .map(effect -> row(
                                Findings.label(scenario, effect.input()),
                                List.of(effect.meanAbsolute()),
                                NumberText::change))
                        .toList());
    }

    /** Bars with intervals. */
    private static Chart intervals(Caption caption, Axis axis, List<String> kinds, List<RowChart.Row> rows) {
        List<RowChart.Entry> key = IntStream.range(0, kinds.size())
                .mapToObj(kind -> new RowChart.Entry(KINDS.get(kind), kinds.get(kind)))
                .toList();
        List<RowChart.Panel> panels = List.of(new RowChart.Panel("", rows, List.of(), List.of()));
        return new RowChart(caption, axis, key, List.of(""), panels, false);
    }

    private static RowChart.Row row(String label, List<Estimate> estimates, DoubleFunction<String> text) {
        return new RowChart.Row(
                label,
                IntStream.range(0, estimates.size())
                        .mapToObj(kind -> lane(estimates.get(kind), KINDS.get(kind), text))
                        .toList());
    }

    private static RowChart.Lane lane(Estimate of, Fill fill, DoubleFunction<String> text) {
        return new RowChart.Lane(
                List.of(new RowChart.Bar(0, of.value(), fill, THICK)),
                Optional.of(new RowChart.Interval(of.low(), of.high())),
                "",
                "",
                List.of(RowChart.Text.of(
                        text.apply(of.value()) + " (" + text.apply(of.low()) + " to " + text.apply(of.high()) + ")")));
    }

    private static String label(EvaluatedScenario scenario, List<String> inputs) {
        return inputs.stream().map(input -> Findings.label(scenario, input)).collect(Collectors.joining(PLUS));
    }
}
