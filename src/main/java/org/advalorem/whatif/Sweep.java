package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.engine.Workers;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;

/**
 * The results at every value of a range; for several ranges, with values paired one by one, or for all combinations of
 * two.
 */
public final class Sweep {
    private static final int MOST = 1_000_000;

    private Sweep() {}

    /**
     * The results of a sweep.
     *
     * @param baseline the results of the scenario as it is
     * @param places for each case, the index of the value it takes in every range
     * @param cases the results in every case; a case that was not reached has none
     * @param grid whether the cases are all combinations of two ranges, the second varying fastest
     */
    public record Result(
            List<ValueRange> ranges,
            ResultFrame baseline,
            List<List<Integer>> places,
            ResultFrame cases,
            boolean grid) {
        /** Copies the lists. */
        public Result {
            ranges = List.copyOf(ranges);
            places = List.copyOf(places);
        }

        /** The values of a case, one of every range, as written after {@code --set}. */
        public List<String> values(int row) {
            return IntStream.range(0, ranges.size())
                    .mapToObj(range -> value(range, row))
                    .toList();
        }

        /** The value that a range takes in a case, as written after {@code --set}. */
        public String value(int range, int row) {
            return ranges.get(range).values().get(places.get(row).get(range));
        }

        /** The extent of the run: the cases requested and calculated. */
        public Run run() {
            return Run.of(cases.cases(), cases.made(), cases.made() < cases.cases());
        }
    }

    /**
     * The results at each value of a range.
     *
     * @param range as after {@code --vary}: an address, {@code =} and values such as {@code 0% to 12% in 7}
     * @param keys the results
     * @throws org.advalorem.facts.InvalidScenarioException if the range cannot be read, or a value cannot be set
     */
    public static Result of(Model model, String range, List<ResultKey> keys) {
        Problems problems = new Problems();
        List<ValueRange> ranges = ValueRange.read(model.scenario(), List.of(range), problems);
        problems.throwIfAny();
        Result result = together(model, ranges, keys, Progress.NONE, problems);
        problems.throwIfAny();
        return result;
    }

    /**
     * The results with the values of all ranges paired one by one; without cases, and with the problems reported, if
     * the ranges differ in size.
     *
     * @param ranges at least one
     * @param keys the results
     */
    public static Result together(
            Model model, List<ValueRange> ranges, List<ResultKey> keys, Progress progress, Problems problems) {
        return together(model, ranges, keys, Optional.empty(), progress, problems);
    }

    /**
     * The same, with the cases evaluated by workers.
     *
     * @param workers empty for the current thread
     */
    public static Result together(
            Model model,
            List<ValueRange> ranges,
            List<ResultKey> keys,
            Optional<Workers> workers,
            Progress progress,
            Problems problems) {
        int size = ranges.get(0).size();
        for (ValueRange range : ranges) {
            if (range.size() != size) {
                problems.add(
                        Problem.Code.AV502,
                        range.origin(),
                        "(" + range.address() + ") takes " + range.size() + " values, ("
                                + ranges.get(0).address() + ") takes " + size + "; they move together, value by value.",
                        "Give both the same number, such as 0% to 12% in " + size
                                + "; for all combinations: advalorem grid.");
            }
        }
        if (!problems.isEmpty()) {
            return none(model, ranges, keys, false);
        }
        List<List<Integer>> cases = IntStream.range(0, size)
                .mapToObj(i -> ranges.stream().map(range -> i).toList())
                .toList();
        return result(model, ranges, cases, keys, workers, false, progress, problems);
    }

    /**
     * The results for all combinations of the values of two ranges; without cases, and with the problem reported, if
     * there are too many.
     *
     * @param keys the results
     */
    public static Result grid(
            Model model,
            ValueRange rows,
            ValueRange columns,
            List<ResultKey> keys,
            Progress progress,
            Problems problems) {
        if ((long) rows.size() * columns.size() > MOST) {
            problems.add(
                    Problem.Code.AV502,
                    columns.origin(),
                    "The grid has " + (long) rows.size() * columns.size() + " cases, more than " + MOST + ".",
                    "Take fewer values.");
            return none(model, List.of(rows, columns), keys, true);
        }
        List<List<Integer>> cases = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                cases.add(List.of(row, column));
            }
        }
        return result(model, List.of(rows, columns), cases, keys, Optional.empty(), true, progress, problems);
    }

    private static Result result(
            Model model,
            List<ValueRange> ranges,
            List<List<Integer>> cases,
            List<ResultKey> keys,
            Optional<Workers> workers,
            boolean grid,
            Progress progress,
            Problems problems) {
        return new Result(
                ranges,
                ResultFrame.of(model, keys),
                cases,
                Cases.evaluate(model, ranges, cases, keys, workers, progress, problems),
                grid);
    }

    private static Result none(Model model, List<ValueRange> ranges, List<ResultKey> keys, boolean grid) {
        return new Result(ranges, ResultFrame.of(model, keys), List.of(), ResultFrame.empty(keys, 0), grid);
    }
}
