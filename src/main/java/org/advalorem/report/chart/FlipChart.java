package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Caption;
import org.advalorem.plot.Chart;
import org.advalorem.plot.Fill;
import org.advalorem.plot.RowChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.FlipFinding;
import org.advalorem.report.InputNames;
import org.advalorem.report.NumberText;
import org.advalorem.whatif.Flip;
import org.advalorem.whatif.JointMove;

/**
 * The chart of {@code flip}: the distance of every input from where it turns the verdict that is nearest to turning; the
 * smallest joint move if no input turns one by itself.
 */
public final class FlipChart {
    /** The most inputs drawn. */
    private static final int MOST = 20;
    /** The distance beyond which inputs are left out, unless the nearest is not much nearer. */
    private static final double FAR = 1.0;

    private static final double TIMES = 4.0;

    private final EvaluatedScenario scenario;
    private final Flip.Result result;
    private final FlipFinding finding;

    private FlipChart(EvaluatedScenario scenario, Flip.Result result) {
        this.scenario = scenario;
        this.result = result;
        this.finding = FlipFinding.of(scenario, result);
    }

    /** The chart; a caption alone if nothing turns a verdict. */
    public static Chart of(EvaluatedScenario scenario, Flip.Result result) {
        FlipChart chart = new FlipChart(scenario, result);
        return !chart.finding.turns().isEmpty()
                ? chart.singles()
                : !chart.finding.moves().isEmpty() ? chart.joint() : chart.none();
    }

    private Chart singles() {
        List<Flip.Turn> turns = finding.turns();
        double far = Math.max(FAR, TIMES * Math.abs(turns.get(0).relative()));
        List<Flip.Turn> near =
                turns.stream().filter(turn -> Math.abs(turn.relative()) <= far).toList();
        List<String> left = new ArrayList<>();
        if (near.size() > MOST) {
            left.add("the " + MOST + " nearest of " + near.size() + " inputs");
        }
        if (near.size() < turns.size()) {
            left.add((turns.size() - near.size()) + " farther than " + NumberText.share(far) + " left out");
        }
        return distances(
                caption(left),
                AxisNumbers.PERCENT.axis("Change in the input, as a percentage of its value"),
                "reverses at",
                near.stream()
                        .limit(MOST)
                        .map(turn -> distance(
                                InputNames.of(scenario, turn.address()),
                                turn.relative(),
                                NumberText.share(turn.relative()),
                                FlipFinding.value(turn.words(), turn.unit())))
                        .toList());
    }

    private Chart joint() {
        List<JointMove.Part> parts = finding.moves().get(0).parts();
        return distances(
                caption(parts.size() > MOST ? List.of("the " + MOST + " that move most") : List.of()),
                AxisNumbers.PLAIN.axis("Standard deviations from the baseline"),
                "moves to",
                parts.stream()
                        .limit(MOST)
                        .map(part -> distance(
                                InputNames.of(scenario, part.address()),
                                part.scores(),
                                NumberText.deviations(part.scores()),
                                FlipFinding.value(part.value(), part.unit())))
                        .toList());
    }

    private Chart none() {
        return RowChart.empty(caption(List.of()), AxisNumbers.PERCENT.axis("Change in the input"));
    }

    private Caption caption(List<String> drawing) {
        return Captions.of(scenario, finding.finding(), drawing, result.run().partial(), "");
    }

    /** Bars to the left of zero where an input falls, to the right where it rises. */
    private static Chart distances(Caption caption, Axis axis, String heading, List<RowChart.Row> rows) {
        List<RowChart.Panel> panels = List.of(new RowChart.Panel("", rows, List.of(), List.of()));
        return new RowChart(caption, axis, List.of(), List.of("", heading), panels, false);
    }

    private static RowChart.Row distance(String label, double distance, String number, String value) {
        return RowChart.Row.of(
                label,
                new RowChart.Bar(0, distance, distance < 0 ? Fill.AMBER : Fill.BLUE),
                new RowChart.Text(distance > 0 ? "+" + number : number, true),
                RowChart.Text.of(value));
    }
}
