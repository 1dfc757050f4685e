package org.advalorem.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Caption;
import org.advalorem.plot.Chart;
import org.advalorem.plot.Fill;
import org.advalorem.plot.RowChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.InputNames;
import org.advalorem.report.MorrisFinding;
import org.advalorem.report.NumberText;
import org.advalorem.report.SobolFinding;
import org.advalorem.whatif.Estimate;
import org.advalorem.whatif.MorrisScreening;
import org.advalorem.whatif.SobolAnalysis;

/** The chart of {@code sensitivity}: Sobol' indices, or effects of a screening, of the rate that varies most. */
public final class SensitivityChart {
    /** The most inputs drawn. */
    private static final int MOST = 20;

    private static final String LESS = "with less effect";

    private static final List<Fill> KINDS = List.of(Fill.BLUE, Fill.AMBER);
    private static final double THICK = 10;

    private SensitivityChart() {}

    /** The chart of first-order and total indices. */
    public static Chart of(EvaluatedScenario scenario, SobolAnalysis.Result result) {
        SobolFinding finding = SobolFinding.of(scenario, result);
        List<SobolAnalysis.Index> drawn = finding.moving().stream().limit(MOST).toList();
        long less =
                finding.ranking().stream().filter(index -> !index.isUnseen()).count() - drawn.size();
        Caption caption = Captions.of(
                scenario,
                finding.finding(),
                List.of(leftOut(less, LESS), leftOut(finding.unseen(), "without effect in these draws")),
                result.partial(),
                NumberText.count(result.draws(), "draw") + " in each of two samples, seed "
                        + result.settings().seed() + ".");
        if (drawn.isEmpty()) {
            return RowChart.empty(caption, AxisNumbers.PERCENT.axis("Share of the variance"));
        }
        return intervals(
                caption,
                AxisNumbers.PERCENT.axis("Share of the variance of the " + finding.word()),
                List.of("alone (first order)", "including interactions with others (total)"),
                drawn.stream()
                        .map(index -> row(
                                SobolFinding.names(scenario, index),
                                List.of(index.first(), index.total()),
                                NumberText::share))
                        .toList());
    }

    /** The chart of the mean sizes of effects. */
    public static Chart of(EvaluatedScenario scenario, MorrisScreening.Result result) {
        MorrisFinding finding = MorrisFinding.of(scenario, result);
        List<MorrisScreening.Effect> ranking = finding.ranking();
        Caption caption = Captions.of(
                scenario,
                finding.finding(),
                List.of(
                        leftOut(ranking.size() - MOST, LESS),
                        leftOut(finding.unseen(), "without effect at the points tried")),
                result.partial(),
                NumberText.count(result.trajectories(), "trajectory", "trajectories") + ", seed "
                        + result.settings().seed() + ".");
        AxisNumbers numbers = finding.isInPoints() ? AxisNumbers.POINTS : AxisNumbers.PLAIN;
        if (ranking.isEmpty()) {
            return RowChart.empty(caption, numbers.axis("Mean absolute effect"));
        }
        return intervals(
                caption,
                numbers.axis("Mean absolute effect on the " + finding.word()),
                List.of(),
                ranking.stream()
                        .limit(MOST)
                        .map(effect -> row(
                                InputNames.of(scenario, effect.input()),
                                List.of(effect.meanAbsolute()),
                                numbers::value))
                        .toList());
    }

    private static String leftOut(long inputs, String how) {
        return inputs > 0 ? NumberText.count(inputs, "input") + " " + how + " left out" : "";
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
}
