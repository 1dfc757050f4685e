package org.advalorem.report.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Caption;
import org.advalorem.plot.Chart;
import org.advalorem.plot.Fill;
import org.advalorem.plot.RowChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.CompanyResult;
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
    private final List<Flip.Turn> turns;
    private final List<JointMove.Move> moves;

    private FlipChart(EvaluatedScenario scenario, Flip.Result result) {
        this.scenario = scenario;
        this.result = result;
        List<Flip.Turn> verdicts = result.turns().stream()
                .filter(turn -> turn.verdict()
                        && company(turn.about()).isPresent()
                        && Double.isFinite(turn.relative())
                        && turn.relative() != 0.0)
                .sorted(Comparator.comparingDouble(turn -> Math.abs(turn.relative())))
                .toList();
        this.turns = verdicts.stream()
                .filter(turn -> turn.about().equals(verdicts.get(0).about()))
                .toList();
        this.moves = result.joint().stream()
                .flatMap(joint -> joint.moves().stream())
                .filter(move -> move.verdict() && company(move.about()).isPresent())
                .toList();
    }

    /** The chart; a caption alone if nothing turns a verdict. */
    public static Chart of(EvaluatedScenario scenario, Flip.Result result) {
        FlipChart chart = new FlipChart(scenario, result);
        return !chart.turns.isEmpty() ? chart.singles() : !chart.moves.isEmpty() ? chart.joint() : chart.none();
    }

    private Optional<CompanyResult> company(String about) {
        return scenario.companies().stream()
                .filter(company -> company.subject().address().toString().equals(about))
                .findFirst();
    }

    private String name(String about) {
        return company(about).orElseThrow().name();
    }

    private String becomes(String about, boolean deMinimis) {
        return name(about) + (deMinimis ? ": de minimis" : ": no longer de minimis");
    }

    private Chart singles() {
        Flip.Turn nearest = turns.get(0);
        double far = Math.max(FAR, TIMES * Math.abs(nearest.relative()));
        List<Flip.Turn> near =
                turns.stream().filter(turn -> Math.abs(turn.relative()) <= far).toList();
        String title = becomes(nearest.about(), nearest.becomes()) + " when "
                + Findings.labelAfter(name(nearest.about()), scenario, nearest.address())
                + (nearest.relative() < 0 ? " falls " : " rises ") + how(nearest);
        String subtitle = "How far each input must move, on its own, to reverse the verdict"
                + (nearest.proven() ? "; the nearest is proven smallest" : "; a smaller move may exist")
                + (near.size() > MOST ? "; the " + MOST + " nearest of " + near.size() + " inputs" : "")
                + (near.size() < turns.size()
                        ? "; " + (turns.size() - near.size()) + " farther than " + NumberText.share(far) + " left out"
                        : "")
                + moves.stream()
                        .filter(move -> move.about().equals(nearest.about()))
                        .map(move -> "; the uncertain inputs together: " + deviations(move))
                        .collect(Collectors.joining());
        return distances(
                Findings.caption(scenario, title, subtitle, result.run().partial(), ""),
                NumberText.PERCENT.axis("Change in the input, as a percentage of its value"),
                "reverses at",
                near.stream()
                        .limit(MOST)
                        .map(turn -> distance(
                                Findings.label(scenario, turn.address()),
                                turn.relative(),
                                NumberText.share(turn.relative()),
                                value(turn.words(), turn.unit())))
                        .toList());
    }

    private static String how(Flip.Turn turn) {
        String by = "by " + NumberText.share(Math.abs(turn.relative()));
        String to = value(turn.words(), turn.unit());
        return turn.limit().isPresent() ? to + ", " + by : by + ", to " + to;
    }

    private Chart joint() {
        JointMove.Move move = moves.get(0);
        int all = move.parts().size();
        return distances(
                Findings.caption(
                        scenario,
                        becomes(move.about(), move.becomes())
                                + (all == 1
                                        ? " when one input moves by "
                                        : " only when " + all + " inputs move together, by ")
                                + deviations(move),
                        "The smallest joint move: each input on a standard normal scale; the distance is the root of the sum"
                                + " of squares"
                                + (move.proven() ? "; proven smallest" : "; found, a smaller one may exist")
                                + (all > MOST ? "; the " + MOST + " that move most" : ""),
                        result.run().partial(),
                        ""),
                NumberText.PLAIN.axis("Standard deviations from the baseline"),
                "moves to",
                move.parts().stream()
                        .limit(MOST)
                        .map(part -> distance(
                                Findings.label(scenario, part.address()),
                                part.scores(),
                                NumberText.deviations(part.scores()),
                                value(part.value(), part.unit())))
                        .toList());
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

    /** The value with its unit, even where the scenario leaves the unit out. */
    private static String value(String value, String unit) {
        boolean bare = !unit.isEmpty() && Character.isDigit(value.charAt(value.length() - 1));
        return NumberText.written(bare ? value + " " + unit : value);
    }

    private static String deviations(JointMove.Move move) {
        return NumberText.deviations(move.distance()) + " standard deviations";
    }

    private Chart none() {
        String subjects = scenario.companies().stream().map(CompanyResult::name).collect(Collectors.joining(", "));
        return RowChart.empty(
                Findings.caption(
                        scenario,
                        "No input on its own reverses the verdict for " + subjects,
                        Findings.count(result.run().made(), "input") + " tried, one at a time"
                                + (result.joint().isPresent()
                                        ? ", and the uncertain inputs together, up to "
                                                + NumberText.PLAIN.value(JointMove.FARTHEST)
                                                + " standard deviations"
                                        : ""),
                        result.run().partial(),
                        ""),
                NumberText.PERCENT.axis("Change in the input"));
    }
}
