package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;

/**
 * The value of an input at which a result is a given one: every place in a range where the result passes the goal, and every
 * stretch on which it is the goal, with ends found by halving an interval of decimals and calculated anew from the value as it
 * is printed.
 */
public final class Solution {
    private static final int SCANNED = 64;
    /** Numbers tried have so many digits. */
    static final MathContext EXACT = new MathContext(17);

    private Solution() {}

    /**
     * A place where the result passes the goal, or the first value of a stretch on which it is the goal.
     *
     * @param value as one would write it behind {@code --set}
     * @param number what it stands for
     * @param result at that value
     * @param before the result just before, with the goal between; equal to the result unless it jumps
     * @param jumps whether there is no value that gives the goal: the result jumps over it
     * @param last the end of the stretch; nothing when the goal is met at one place only, or nowhere
     */
    public record Root(String value, double number, double result, double before, boolean jumps, Optional<Last> last) {}

    /**
     * The last value of a stretch on which a result is the goal.
     *
     * @param value as one would write it behind {@code --set}
     * @param number what it stands for
     * @param after the result just after; the goal where the range ends or the result does not jump
     */
    public record Last(String value, double number, double after) {}

    /**
     * A value of the range that was tried, and the results there.
     *
     * @param shown the result to be drawn
     */
    public record Place(double number, double result, double shown) {}

    /**
     * What was found.
     *
     * @param places tried over the range, in order
     * @param base the result of the scenario as it is
     * @param low the result at the first value of the range, {@code high} at its last
     * @param roots by value, ascending
     * @param refused the values of the range that cannot be calculated, with the first reason
     */
    public record Result(
            ValueRange range,
            ResultKey goalKey,
            double goal,
            double base,
            double low,
            double high,
            double min,
            double max,
            List<Place> places,
            List<Root> roots,
            List<String> refused) {
        /** Copies the lists. */
        public Result {
            places = List.copyOf(places);
            roots = List.copyOf(roots);
            refused = List.copyOf(refused);
        }
    }

    /** A number tried and what came out. */
    record Tried(BigDecimal number, double result) {}

    /**
     * Solves.
     *
     * @param range numbers, of which the first and the last bound the search
     * @param goalKey the result
     * @param goal as a fraction for a rate; 1 for the verdict yes, 0 for no
     * @param shown the result to be drawn: the same, or the rate on which a verdict rests
     */
    public static Result of(
            Model model,
            ValueRange range,
            ResultKey goalKey,
            double goal,
            ResultKey shown,
            Progress progress,
            Problems problems) {
        if (range.numbers().isEmpty()) {
            problems.add(
                    Problem.Code.AV502,
                    range.origin(),
                    "(" + range.address() + ") takes words, between which nothing lies.",
                    "Give two ends, such as 0% to 20%; to try every word: advalorem sweep.");
        }
        if (model.result(goalKey).isEmpty()
                || range.numbers().isEmpty()
                || !range.isInPercent(model, problems)
                || !isReadable(model, range, problems)) {
            return new Result(range, goalKey, goal, 0, 0, 0, 0, 0, List.of(), List.of(), List.of());
        }
        Perturbation perturbation = new Perturbation(range.address(), range.change());
        BigDecimal first = range.numbers().get(0);
        BigDecimal last = range.numbers().get(range.size() - 1);
        List<Tried> scan = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        Problems all = new Problems();
        for (int i = 0; i <= SCANNED; i++) {
            BigDecimal number = first.add(last.subtract(first)
                            .multiply(BigDecimal.valueOf(i))
                            .divide(BigDecimal.valueOf(SCANNED), EXACT))
                    .round(EXACT);
            Problems own = i == 0 || i == SCANNED ? all : new Problems();
            Optional<Model> changed =
                    model.with(List.of(perturbation.assignment(number, model, range.key(), range.origin())), own);
            Optional<Double> result = changed.flatMap(of -> of.result(goalKey)).filter(Double::isFinite);
            if (result.isPresent()) {
                scan.add(new Tried(number, result.get()));
                places.add(new Place(
                        number.doubleValue(),
                        result.get(),
                        changed.flatMap(of -> of.result(shown)).orElse(Double.NaN)));
            } else {
                refused.add(perturbation.text(number, model));
            }
            if (!progress.reached("values", i, SCANNED) && i < SCANNED) {
                throw new CancellationException("The work was stopped.");
            }
        }
        if (scan.isEmpty()) {
            problems.addAll(all.sorted());
            return new Result(range, goalKey, goal, 0, 0, 0, 0, 0, List.of(), List.of(), refused);
        }
        List<Root> roots = new Roots(model, perturbation, range, goalKey, goal).of(scan);
        return new Result(
                range,
                goalKey,
                goal,
                model.result(goalKey).orElseThrow(),
                scan.get(0).result(),
                scan.get(scan.size() - 1).result(),
                scan.stream().mapToDouble(Tried::result).min().orElseThrow(),
                scan.stream().mapToDouble(Tried::result).max().orElseThrow(),
                places,
                roots,
                refused);
    }

    /** Whether the ends can stand where they are to; that a condition does not hold there is another matter. */
    private static boolean isReadable(Model model, ValueRange range, Problems problems) {
        int before = problems.size();
        for (int place : List.of(0, range.size() - 1)) {
            Problems own = new Problems();
            model.with(List.of(range.assignment(place)), own);
            if (problems.size() == before) {
                problems.addAll(own.sorted().stream()
                        .filter(problem -> problem.code() != Problem.Code.AV404)
                        .toList());
            }
        }
        return problems.size() == before;
    }
}
