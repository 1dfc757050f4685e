package org.advalorem.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.facts.Address;
import org.advalorem.rules.CompanyResult;
import org.advalorem.whatif.ChoiceFlip;
import org.advalorem.whatif.Flip;
import org.advalorem.whatif.JointMove;

/**
 * What would reverse a verdict: the input that turns the verdict nearest to turning; the smallest joint move if no input
 * turns one by itself.
 */
public final class FlipFinding {
    private final EvaluatedScenario scenario;
    private final Flip.Result result;
    private final List<Flip.Turn> turns;
    private final List<JointMove.Move> moves;

    private FlipFinding(EvaluatedScenario scenario, Flip.Result result) {
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

    /** The finding of a search. */
    public static FlipFinding of(EvaluatedScenario scenario, Flip.Result result) {
        return new FlipFinding(scenario, result);
    }

    /** The turns of the verdict nearest to turning, nearest first; none if no input turns one by itself. */
    public List<Flip.Turn> turns() {
        return turns;
    }

    /** The joint moves that turn a verdict, smallest first. */
    public List<JointMove.Move> moves() {
        return moves;
    }

    /** The finding in words. */
    public Finding finding() {
        return !turns.isEmpty()
                ? single()
                : !moves.isEmpty() ? joint() : choices().map(this::chosen).orElseGet(this::none);
    }

    private Finding single() {
        Flip.Turn nearest = turns.get(0);
        return new Finding(
                becomes(nearest.about(), nearest.becomes()) + " when "
                        + InputNames.after(name(nearest.about()), scenario, nearest.address())
                        + (nearest.relative() < 0 ? " falls " : " rises ") + how(nearest),
                "How far each input must move, on its own, to reverse the verdict"
                        + (nearest.proven() ? "; the nearest is proven smallest" : "; a smaller move may exist")
                        + moves.stream()
                                .filter(move -> move.about().equals(nearest.about()))
                                .map(move -> "; the uncertain inputs together: " + deviations(move))
                                .collect(Collectors.joining()));
    }

    private static String how(Flip.Turn turn) {
        String by = "by " + NumberText.share(Math.abs(turn.relative()));
        String to = value(turn.words(), turn.unit());
        return turn.limit().isPresent() ? to + ", " + by : by + ", to " + to;
    }

    private Finding joint() {
        JointMove.Move move = moves.get(0);
        int all = move.parts().size();
        return new Finding(
                becomes(move.about(), move.becomes())
                        + (all == 1 ? " when one input moves by " : " only when " + all + " inputs move together, by ")
                        + deviations(move),
                "The smallest joint move: each input on a standard normal scale; the distance is the root of the sum of"
                        + " squares"
                        + (move.proven() ? "; proven smallest" : "; found, a smaller one may exist"));
    }

    /** A single choice that turns a company's verdict; else the smallest set of programs that does. */
    private Optional<ChoiceFlip.Decision> choices() {
        return Stream.concat(result.choices().singles().stream(), result.choices().sets().stream())
                .filter(decision -> company(decision.about()).isPresent())
                .findFirst();
    }

    private Finding chosen(ChoiceFlip.Decision decision) {
        String settings = decision.choices().stream().map(this::setting).collect(Collectors.joining(" and "));
        return new Finding(
                becomes(decision.about(), decision.becomes())
                        + (decision.choices().size() == 1 ? " " : " only ")
                        + settings,
                "No number on its own reverses the verdict; " + tried()
                        + (decision.proven() ? "; proven smallest" : "; found, a smaller set may exist"));
    }

    private String setting(ChoiceFlip.Choice choice) {
        List<String> segments = Address.parse(choice.address()).segments();
        int last = segments.size() - 1;
        return segments.get(last).equals("applied")
                ? (choice.value().equals("no") ? "without " : "with ")
                        + InputNames.of(scenario, new Address(segments.subList(0, last)).toString())
                : "with " + InputNames.of(scenario, choice.address()) + " " + choice.value();
    }

    private String tried() {
        return NumberText.count(result.run().made(), "input") + " tried, one at a time"
                + (result.joint().isPresent()
                        ? ", and the uncertain inputs together, up to " + NumberText.plain(JointMove.FARTHEST)
                                + " standard deviations"
                        : "");
    }

    private Finding none() {
        String subjects = scenario.companies().stream().map(CompanyResult::name).collect(Collectors.joining(", "));
        return new Finding("No input on its own reverses the verdict for " + subjects, tried());
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

    /** The value with its unit, even where the scenario leaves the unit out. */
    public static String value(String value, String unit) {
        boolean bare = !unit.isEmpty() && Character.isDigit(value.charAt(value.length() - 1));
        return NumberText.written(bare ? value + " " + unit : value);
    }

    private static String deviations(JointMove.Move move) {
        return NumberText.deviations(move.distance()) + " standard deviations";
    }
}
