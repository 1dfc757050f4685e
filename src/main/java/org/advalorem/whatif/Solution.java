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
 * The values of an input at which a result reaches a goal: every point in a range where the result crosses the goal,
 * and every stretch on which it equals the goal or is on the side asked for, with ends found by bisection of decimals and recalculated from the
 * value as printed.
 */
public final class Solution {
    private static final int SCANNED = 64;
    /** The precision of the numbers tried. */
    static final MathContext EXACT = new MathContext(17);

    private Solution() {}

    /**
     * A point where the result crosses the goal, or the first value of a stretch on which it equals the goal.
     *
     * @param value as written after {@code --set}
     * @param number the number it stands for
     * @param result the result at that value
     * @param before the result just before, on the other side of the goal; equal to the result unless it jumps
     * @param jumps whether no value gives the goal because the result jumps over it
     * @param last the end of the stretch; empty if the goal is met at a single point or jumped over
     * @param limit the round value just before this one, if the result jumps between them; it is not a solution itself
     */
    public record Root(
            String value,
            double number,
            double result,
            double before,
            boolean jumps,
            Optional<Last> last,
            Optional<Limit> limit) {
        /** The solution in words: {@code 4%}, or {@code above 4%} if every value above the limit is one. */
        public String words() {
            return Limit.words(value, number, limit);
        }
    }

    /**
     * The last value of a stretch on which a result equals the goal.
     *
     * @param value as written after {@code --set}
     * @param number the number it stands for
     * @param after the result just after; the goal if the range ends there or the result does not jump
     * @param limit the round value just after this one, if the result jumps between them; it is not a solution itself
     */
    public record Last(String value, double number, double after, Optional<Limit> limit) {
        /** The end in words: {@code 4%}, or {@code below 4%} if every value below the limit is a solution. */
        public String words() {
            return Limit.words(value, number, limit);
        }
    }

    /**
     * A value of the range that was tried, and the results there.
     *
     * @param shown the result to plot
     */
    public record Place(double number, double result, double shown) {}

    /**
     * The solution over a range.
     *
     * @param base the result in the baseline
     * @param low the result at the first value of the range that can be calculated
     * @param high the result at the last value of the range that can be calculated
     * @param min the smallest result over the values tried
     * @param max the largest result over the values tried
     * @param places the values tried, in the order of the range
     * @param roots in the order of the range
     * @param refused the values tried that cannot be calculated
     */
    public record Result(
            ValueRange range,
            Goal goal,
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

    /** A number tried, and the result there. */
    record Tried(BigDecimal number, double result) {}

    /**
     * The solution for a goal; without roots, and with the problems reported, if the range cannot be used.
     *
     * @param range numbers, of which the first and the last bound the search
     * @param shown the result to plot: the same, or the rate on which a verdict rests
     * @throws CancellationException if the listener stops the work during the scan
     */
    public static Result of(
            Model model, ValueRange range, Goal goal, ResultKey shown, Progress progress, Problems problems) {
        if (range.numbers().isEmpty()) {
            problems.add(
                    Problem.Code.AV502,
                    range.origin(),
                    "(" + range.address() + ") takes words, and there is nothing between them.",
                    "Give a range of numbers, such as 0% to 20%; to try every word: advalorem sweep.");
        }
        if (model.result(goal.key()).isEmpty()
                || range.numbers().isEmpty()
                || !range.isInPercent(model, problems)
                || !isReadable(model, range, problems)) {
            return new Result(range, goal, 0, 0, 0, 0, 0, List.of(), List.of(), List.of());
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
            Optional<Double> result =
                    changed.flatMap(of -> of.result(goal.key())).filter(Double::isFinite);
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
            return new Result(range, goal, 0, 0, 0, 0, 0, List.of(), List.of(), refused);
        }
        List<Root> roots = new Roots(model, perturbation, range, goal).of(scan);
        return new Result(
                range,
                goal,
                model.result(goal.key()).orElseThrow(),
                scan.get(0).result(),
                scan.get(scan.size() - 1).result(),
                scan.stream().mapToDouble(Tried::result).min().orElseThrow(),
                scan.stream().mapToDouble(Tried::result).max().orElseThrow(),
                places,
                roots,
                refused);
    }

    /**
     * Whether both ends of the range are valid values at the address, even if a condition of the calculation fails
     * there.
     */
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
