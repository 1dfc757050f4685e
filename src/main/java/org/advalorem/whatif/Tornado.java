package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;

/**
 * One-at-a-time sensitivity of the results: each input moves between two values with everything else at the baseline.
 * Every end is recalculated from the value as printed.
 */
public final class Tornado {
    private Tornado() {}

    /**
     * A value that an input takes.
     *
     * @param value as written after {@code --set}, or the name of a position
     * @param row its index among the cases
     */
    public record End(String value, int row) {}

    /**
     * An input with its ends.
     *
     * @param source where the ends come from: {@code p10 and p90 of triangular(2%, 6%, 12%)}, the choices as written,
     *     or {@code given}
     * @param quantiles whether the ends are quantiles of a distribution
     */
    public record Bar(String address, String source, boolean quantiles, List<End> ends) {
        /** Copies the list. */
        public Bar {
            ends = List.copyOf(ends);
        }
    }

    /**
     * The outcome of the analysis, with the bars in the order given.
     *
     * @param baseline the results of the scenario as it is
     * @param cases the results at every end
     * @param inputs the number of inputs to be moved
     * @param partial whether the work was stopped before its end
     */
    public record Result(ResultFrame baseline, ResultFrame cases, List<Bar> bars, int inputs, boolean partial) {
        /** Copies the list. */
        public Result {
            bars = List.copyOf(bars);
        }

        /** The end of a bar with the smallest result; the first in a tie. */
        public End min(Bar bar, ResultKey key) {
            return bar.ends().stream()
                    .min(Comparator.comparingDouble(end -> cases.number(key, end.row())))
                    .orElseThrow();
        }

        /**
         * The end of a bar with the largest result; the last in a tie, so that two ends with equal results are both
         * reported.
         */
        public End max(Bar bar, ResultKey key) {
            return bar.ends().stream()
                    .reduce((one, other) ->
                            cases.number(key, other.row()) >= cases.number(key, one.row()) ? other : one)
                    .orElseThrow();
        }

        /** The difference between the max and min result of a bar. */
        public double swing(Bar bar, ResultKey key) {
            return cases.number(key, max(bar, key).row())
                    - cases.number(key, min(bar, key).row());
        }

        /** The bars by swing, longest first; ties in the order given. */
        public List<Bar> ordered(ResultKey key) {
            return bars.stream()
                    .sorted(Comparator.comparingDouble((Bar bar) -> -swing(bar, key)))
                    .toList();
        }

        /** The extent of the run: the inputs to be moved, and those moved. */
        public Run run() {
            return Run.of(inputs, bars.size(), partial);
        }
    }

    /**
     * The tornado of uncertain inputs, between their 10 and 90 percent quantiles or over all their positions, and of
     * ranges, between their ends or over all their values; a range overrides an uncertain input at the same address.
     */
    public static Result of(
            Model model,
            List<UncertainModel.Input> inputs,
            List<ValueRange> ranges,
            List<ResultKey> keys,
            Progress progress,
            Problems problems) {
        List<OneAtATime.Moved> all = new ArrayList<>();
        for (ValueRange range : ranges) {
            if (range.isInPercent(model, problems)) {
                all.add(new OneAtATime.Moved(range.address().toString(), "given", false, settings(range)));
            }
        }
        for (UncertainModel.Input input : OneAtATime.besides(ranges, inputs)) {
            String text = input.entry().text();
            boolean quantiles = input.perturbation().isPresent();
            String source = quantiles ? "p10 and p90 of " + text : text;
            all.add(new OneAtATime.Moved(input.address(), source, quantiles, settings(model, input)));
        }
        List<Bar> bars = new ArrayList<>();
        OneAtATime.Outcome outcome = OneAtATime.of(model, all, keys, progress, problems, (input, reached, cases) -> {
            OneAtATime.Moved moved = all.get(input);
            List<End> ends = reached.stream()
                    .map(of -> new End(moved.settings().get(of.place()).value(), of.row()))
                    .toList();
            bars.add(new Bar(moved.address(), moved.source(), moved.quantiles(), ends));
        });
        return new Result(ResultFrame.of(model, keys), outcome.cases(), bars, all.size(), !outcome.goesOn());
    }

    private static List<OneAtATime.Setting> settings(ValueRange range) {
        IntStream places =
                range.numbers().isEmpty() ? IntStream.range(0, range.size()) : IntStream.of(0, range.size() - 1);
        return places.mapToObj(place -> OneAtATime.setting(range, place)).toList();
    }

    private static List<OneAtATime.Setting> settings(Model model, UncertainModel.Input input) {
        return input.perturbation()
                .map(perturbation -> DoubleStream.of(
                                input.distribution().p10(), input.distribution().p90())
                        .mapToObj(OneAtATime::rounded)
                        .map(number -> OneAtATime.setting(model, input, perturbation, number))
                        .toList())
                .orElseGet(() -> IntStream.range(0, input.positions().size())
                        .mapToObj(i -> new OneAtATime.Setting(
                                input.names().get(i), input.positions().get(i)))
                        .toList());
    }
}
