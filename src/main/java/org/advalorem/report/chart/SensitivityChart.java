package org.advalorem.report.chart;

import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.Subject;
import org.advalorem.whatif.Estimate;
import org.advalorem.whatif.MorrisScreening;
import org.advalorem.whatif.SobolAnalysis;

/** The chart of {@code sensitivity}: Sobol' indices, or effects of a screening, of the rate that varies most. */
public final class SensitivityChart {
    /** So many inputs are drawn. */
    private static final int MOST = 20;

    private static final String PLUS = " + ";

    private SensitivityChart() {}

    /** First-order and total indices. */
    public static Chart of(EvaluatedScenario scenario, SobolAnalysis.Result result) {
        SobolAnalysis.Indices most = Findings.most(
                result.results(),
                of -> of.key().subject().level() == Subject.Level.COMPANY,
                of -> Double.isFinite(of.standardDeviation()) ? of.standardDeviation() : 0.0);
        String name = scenario.name(most.key());
        List<SobolAnalysis.Index> ranking = most.ranking().stream()
                .filter(index -> Double.isFinite(index.total().value()))
                .toList();
        String run = Findings.count(result.draws(), "draw") + " of each of two samples, seed "
                + result.settings().seed() + ".";
        if (ranking.isEmpty() || !(most.standardDeviation() > 0.0)) {
            return new DistancesChart(
                    Findings.caption(scenario, name + ": no uncertain input moves the rate", "", result.partial(), run),
                    Axis.percent("Share of the variance"),
                    "",
                    List.of());
        }
        SobolAnalysis.Index first = ranking.get(0);
        List<SobolAnalysis.Index> drawn = moving(ranking);
        String input = first.inputs().size() == 1
                ? Findings.labelAfter(name, scenario, first.inputs().get(0))
                : label(scenario, first.inputs());
        String title = name + ": " + input + " alone makes "
                + NumberText.share(first.first().value(), Axis.Scale.PERCENT) + " of the variance of the rate"
                + (drawn.size() > 1 ? ", all inputs one by one make " + alone(most) : "");
        return new IntervalsChart(
                Findings.caption(
                        scenario,
                        title,
                        "Sobol\u2019 indices with 95% intervals; standard deviation of the rate "
                                + NumberText.change(most.standardDeviation()).replace("+", "") + " points"
                                + (drawn.size() < ranking.size()
                                        ? "; " + Findings.count(ranking.size() - drawn.size(), "input")
                                                + " with less effect left out"
                                        : ""),
                        result.partial(),
                        run),
                Axis.percent("Share of the variance of the rate"),
                List.of("alone (first order)", "with what it does together with others (total)"),
                drawn.stream()
                        .map(index -> new IntervalsChart.Bar(
                                label(scenario, index.inputs()),
                                List.of(estimate(index.first()), estimate(index.total()))))
                        .toList());
    }

    private static List<SobolAnalysis.Index> moving(List<SobolAnalysis.Index> ranking) {
        return ranking.stream()
                .filter(index -> index.total().high() > 0.0)
                .limit(MOST)
                .toList();
    }

    private static String alone(SobolAnalysis.Indices indices) {
        return NumberText.share(1.0 - indices.unexplained().value(), Axis.Scale.PERCENT);
    }

    /** Mean sizes of effects. */
    public static Chart of(EvaluatedScenario scenario, MorrisScreening.Result result) {
        MorrisScreening.Effects most = Findings.most(
                result.results(),
                of -> of.key().subject().level() == Subject.Level.COMPANY,
                of -> of.ranking().stream()
                        .mapToDouble(effect -> effect.meanAbsolute().value())
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0.0));
        String name = scenario.name(most.key());
        List<MorrisScreening.Effect> ranking = most.ranking().stream()
                .filter(effect -> Double.isFinite(effect.meanAbsolute().value()))
                .toList();
        String run =
                Findings.count(result.settings().trajectories(), "trajectory").replace("trajectorys", "trajectories")
                        + ", seed " + result.settings().seed() + ".";
        if (ranking.isEmpty()) {
            return new DistancesChart(
                    Findings.caption(scenario, name + ": no effect could be worked out", "", false, run),
                    Axis.points("Mean size of the effect"),
                    "",
                    List.of());
        }
        MorrisScreening.Effect first = ranking.get(0);
        return new IntervalsChart(
                Findings.caption(
                        scenario,
                        name + ": " + Findings.labelAfter(name, scenario, first.input()) + " moves the rate most, by "
                                + NumberText.change(first.meanAbsolute().value())
                                        .replace("+", "")
                                + " points on average",
                        "Mean size of the effect when an input moves by half of its probability, with 95% intervals"
                                + (ranking.size() > MOST ? "; the " + MOST + " of " + ranking.size() + " inputs" : ""),
                        false,
                        run),
                Axis.points("Mean size of the effect on the rate"),
                List.of("mean size of the effect"),
                ranking.stream()
                        .limit(MOST)
                        .map(effect -> new IntervalsChart.Bar(
                                Findings.label(scenario, effect.input()), List.of(estimate(effect.meanAbsolute()))))
                        .toList());
    }

    private static IntervalsChart.Estimate estimate(Estimate of) {
        return new IntervalsChart.Estimate(of.value(), of.low(), of.high());
    }

    private static String label(EvaluatedScenario scenario, List<String> inputs) {
        return inputs.stream().map(input -> Findings.label(scenario, input)).collect(Collectors.joining(PLUS));
    }
}
