package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;

/**
 * The value of an input at which a result is a given one: every place in a range where the result passes the goal, each found
 * by halving an interval of decimals and calculated anew from the value as it is printed.
 */
public final class Solution {
    private static final int SCANNED = 64;
    private static final int HALVINGS = 200;
    /** Results closer to each other than this on both sides of a place are one: the result does not jump there. */
    private static final double CONTINUOUS = 1e-9;

    private static final MathContext EXACT = new MathContext(17);

    private Solution() {}

    /**
     * A place where the result passes the goal.
     *
     * @param value as one would write it behind {@code --set}
     * @param number what it stands for
     * @param result at that value
     * @param before the result just before, with the goal between; equal to the result unless it jumps
     * @param jumps whether there is no value that gives the goal: the result jumps over it
     */
    public record Root(String value, double number, double result, double before, boolean jumps) {}

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
            Range range,
            String goalAddress,
            double goal,
            double base,
            double low,
            double high,
            double least,
            double greatest,
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
    private record Tried(BigDecimal number, double result) {}

    /**
     * Solves.
     *
     * @param range numbers, of which the first and the last bound the search
     * @param goalAddress of the result
     * @param goal as a fraction for a rate; 0.5 for a verdict, which is 0 or 1
     * @param shown the address of the result to be drawn: the same, or the rate on which a verdict rests
     */
    public static Result of(
            Model model,
            Range range,
            String goalAddress,
            double goal,
            String shown,
            Progress progress,
            Problems problems) {
        if (range.numbers().isEmpty()) {
            problems.add(
                    Problem.Code.AV502,
                    range.origin(),
                    "(" + range.address() + ") takes words, between which nothing lies.",
                    "Give two ends, such as 0% to 20%; to try every word: advalorem sweep.");
        }
        if (model.result(goalAddress).isEmpty() || range.numbers().isEmpty() || !isReadable(model, range, problems)) {
            return new Result(range, goalAddress, goal, 0, 0, 0, 0, 0, List.of(), List.of(), List.of());
        }
        Lever lever = new Lever(range.address(), range.change());
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
                    model.with(List.of(lever.assignment(number, model, range.key(), range.origin())), own);
            Optional<Double> result =
                    changed.flatMap(of -> of.result(goalAddress)).filter(Double::isFinite);
            if (result.isPresent()) {
                scan.add(new Tried(number, result.get()));
                places.add(new Place(
                        number.doubleValue(),
                        result.get(),
                        changed.flatMap(of -> of.result(shown)).orElse(Double.NaN)));
            } else {
                refused.add(lever.text(number, model));
            }
            if (!progress.reached("values", i, SCANNED) && i < SCANNED) {
                throw new CancellationException("The work was stopped.");
            }
        }
        if (scan.isEmpty()) {
            problems.addAll(all.sorted());
            return new Result(range, goalAddress, goal, 0, 0, 0, 0, 0, List.of(), List.of(), refused);
        }
        List<Root> roots = new ArrayList<>();
        for (int i = 0; i < scan.size(); i++) {
            if (scan.get(i).result() == goal) {
                Tried at = scan.get(i);
                boolean within = i > 0
                        && i + 1 < scan.size()
                        && scan.get(i - 1).result() == goal
                        && scan.get(i + 1).result() == goal;
                if (within) {
                    continue;
                }
                roots.add(new Root(lever.text(at.number(), model), at.number().doubleValue(), goal, goal, false));
            } else if (i > 0
                    && scan.get(i - 1).result() != goal
                    && (scan.get(i - 1).result() < goal) != (scan.get(i).result() < goal)) {
                root(model, lever, range, goalAddress, goal, scan.get(i - 1), scan.get(i))
                        .ifPresent(roots::add);
            }
        }
        return new Result(
                range,
                goalAddress,
                goal,
                model.result(goalAddress).orElseThrow(),
                scan.get(0).result(),
                scan.get(scan.size() - 1).result(),
                scan.stream().mapToDouble(Tried::result).min().orElseThrow(),
                scan.stream().mapToDouble(Tried::result).max().orElseThrow(),
                places,
                roots,
                refused);
    }

    /** Whether the ends can stand where they are to; that a condition does not hold there is another matter. */
    private static boolean isReadable(Model model, Range range, Problems problems) {
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

    private static Optional<Double> result(
            Model model, Lever lever, BigDecimal number, String address, Range range, Problems problems) {
        return model.with(List.of(lever.assignment(number, model, range.key(), range.origin())), problems)
                .flatMap(changed -> changed.result(address))
                .filter(Double::isFinite);
    }

    /** The root between two places; nothing when a place between them cannot be calculated. */
    private static Optional<Root> root(
            Model model, Lever lever, Range range, String address, double goal, Tried from, Tried to) {
        Tried below = from;
        Tried above = to;
        for (int i = 0; i < HALVINGS; i++) {
            BigDecimal middle = below.number()
                    .add(above.number())
                    .divide(BigDecimal.valueOf(2), EXACT)
                    .round(EXACT);
            if (middle.compareTo(below.number()) == 0 || middle.compareTo(above.number()) == 0) {
                break;
            }
            Optional<Double> result = result(model, lever, middle, address, range, new Problems());
            if (result.isEmpty()) {
                return Optional.empty();
            }
            Tried tried = new Tried(middle, result.get());
            if (tried.result() < goal == below.result() < goal) {
                below = tried;
            } else {
                above = tried;
            }
        }
        boolean jumps = Math.abs(above.result() - below.result()) > CONTINUOUS;
        Tried shown = jumps
                ? shortest(model, lever, range, address, goal, below, above, to)
                : rounded(model, lever, range, address, above);
        return Optional.of(new Root(
                lever.text(shown.number(), model),
                shown.number().doubleValue(),
                shown.result(),
                below.result(),
                jumps));
    }

    /** The root with as many digits as a double tells apart. */
    private static Tried rounded(Model model, Lever lever, Range range, String address, Tried root) {
        BigDecimal number = LegalDecimals.decimal(root.number().doubleValue());
        return new Tried(
                number,
                result(model, lever, number, address, range, new Problems()).orElse(root.result()));
    }

    /** The shortest decimal just beyond a jump that is on its far side. */
    private static Tried shortest(
            Model model, Lever lever, Range range, String address, double goal, Tried below, Tried above, Tried far) {
        boolean up = above.number().compareTo(below.number()) > 0;
        for (int digits = 1; digits < EXACT.getPrecision(); digits++) {
            BigDecimal number =
                    above.number().round(new MathContext(digits, up ? RoundingMode.CEILING : RoundingMode.FLOOR));
            boolean within = up ? number.compareTo(far.number()) <= 0 : number.compareTo(far.number()) >= 0;
            // a round number far beyond the jump would not tell where it is
            boolean close = number.subtract(above.number())
                            .abs()
                            .compareTo(above.number().abs().movePointLeft(9))
                    <= 0;
            if (within && close) {
                Optional<Double> result = result(model, lever, number, address, range, new Problems());
                if (result.isPresent() && result.get() < goal == above.result() < goal) {
                    return new Tried(number, result.get());
                }
            }
        }
        return above;
    }
}
