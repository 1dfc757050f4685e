package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;

/** Every result at every value of a range; of several ranges, their values together, or all combinations of two. */
public final class Sweep {
    private static final int MOST = 1_000_000;

    private Sweep() {}

    /**
     * One case.
     *
     * @param values as one would write them behind {@code --set}, one of every range
     * @param results in the order of the addresses asked for; empty when the work was stopped before
     */
    public record Case(List<String> values, List<Double> results) {
        /** Copies the lists. */
        public Case {
            values = List.copyOf(values);
            results = List.copyOf(results);
        }
    }

    /**
     * The results.
     *
     * @param addresses of results
     * @param base the results of the scenario as it is
     * @param grid whether the cases are all combinations of two ranges, the second running fastest
     */
    public record Result(
            List<ValueRange> ranges, List<String> addresses, List<Double> base, List<Case> cases, boolean grid) {
        /** Copies the lists. */
        public Result {
            ranges = List.copyOf(ranges);
            addresses = List.copyOf(addresses);
            base = List.copyOf(base);
            cases = List.copyOf(cases);
        }

        /** Whether every case was worked out. */
        public boolean complete() {
            return cases.stream().noneMatch(of -> of.results().isEmpty());
        }

        /** A result through all cases. */
        public List<Double> column(String address) {
            int place = addresses.indexOf(address);
            return cases.stream().map(of -> of.results().get(place)).toList();
        }
    }

    /**
     * The results at each value of a range.
     *
     * @param range as {@code --vary} takes it: an address, {@code =} and values such as {@code 0% to 12% in 7}
     * @param addresses of results
     * @throws org.advalorem.facts.InvalidScenarioException if the range cannot be read, or a value not be set
     */
    public static Result of(Model model, String range, List<String> addresses) {
        Problems problems = new Problems();
        List<ValueRange> ranges = ValueRange.read(List.of(range), problems);
        problems.throwIfAny();
        Result result = together(model, ranges, addresses, Progress.NONE, problems);
        problems.throwIfAny();
        return result;
    }

    /** The values of all ranges together, the first of each first. */
    public static Result together(
            Model model, List<ValueRange> ranges, List<String> addresses, Progress progress, Problems problems) {
        int size = ranges.get(0).size();
        for (ValueRange range : ranges) {
            if (range.size() != size) {
                problems.add(
                        Problem.Code.AV502,
                        range.origin(),
                        "(" + range.address() + ") takes " + range.size() + " values, ("
                                + ranges.get(0).address() + ") takes " + size + ": they go together one by one.",
                        "Give both as many, such as 0% to 12% in " + size + "; all combinations: advalorem grid.");
            }
        }
        if (!problems.isEmpty()) {
            return new Result(ranges, addresses, List.of(), List.of(), false);
        }
        List<List<Integer>> cases = IntStream.range(0, size)
                .mapToObj(i -> ranges.stream().map(range -> i).toList())
                .toList();
        return result(model, ranges, cases, addresses, false, progress, problems);
    }

    /** All combinations of the values of two ranges. */
    public static Result grid(
            Model model,
            ValueRange rows,
            ValueRange columns,
            List<String> addresses,
            Progress progress,
            Problems problems) {
        if ((long) rows.size() * columns.size() > MOST) {
            problems.add(
                    Problem.Code.AV502,
                    columns.origin(),
                    "The grid has " + (long) rows.size() * columns.size() + " cases, more than " + MOST + ".",
                    "Take fewer values.");
            return new Result(List.of(rows, columns), addresses, List.of(), List.of(), true);
        }
        List<List<Integer>> cases = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                cases.add(List.of(row, column));
            }
        }
        return result(model, List.of(rows, columns), cases, addresses, true, progress, problems);
    }

    private static Result result(
            Model model,
            List<ValueRange> ranges,
            List<List<Integer>> cases,
            List<String> addresses,
            boolean grid,
            Progress progress,
            Problems problems) {
        List<List<Double>> results = Cases.evaluate(model, ranges, cases, addresses, progress, problems);
        List<Case> made = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            List<Integer> of = cases.get(i);
            made.add(new Case(
                    IntStream.range(0, ranges.size())
                            .mapToObj(r -> ranges.get(r).values().get(of.get(r)))
                            .toList(),
                    results.get(i)));
        }
        List<Double> base = addresses.stream()
                .map(address -> model.result(address).orElse(Double.NaN))
                .toList();
        return new Result(ranges, addresses, base, made, grid);
    }
}
