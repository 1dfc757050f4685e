package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Assignment;

/**
 * One-at-a-time sensitivity of the results: each input moves between two values with everything else at the baseline.
 * Every end is recalculated from the value as printed.
 */
public final class Tornado {
    /** The precision to which the value of an input is rounded, both as printed and in the calculation. */
    private static final MathContext DIGITS = new MathContext(6);

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

    /** A value of an input, in words and as settings. */
    private record Setting(String value, List<Assignment> settings) {}

    /** An input and the values it is set to. */
    private record Moved(String address, String source, boolean quantiles, List<Setting> settings) {}

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
        List<Moved> all = new ArrayList<>();
        for (ValueRange range : ranges) {
            if (range.isInPercent(model, problems)) {
                all.add(new Moved(range.address().toString(), "given", false, settings(range)));
            }
        }
        for (UncertainModel.Input input : inputs) {
            boolean given = ranges.stream()
                    .anyMatch(range -> range.address().equals(input.entry().address()));
            if (!given) {
                String text = input.entry().text();
                boolean quantiles = input.perturbation().isPresent();
                String source = quantiles ? "p10 and p90 of " + text : text;
                all.add(new Moved(input.address(), source, quantiles, settings(model, input)));
            }
        }
        ResultFrame cases = ResultFrame.empty(
                keys, all.stream().mapToInt(moved -> moved.settings().size()).sum());
        List<Bar> bars = new ArrayList<>();
        int row = 0;
        boolean goesOn = true;
        for (int i = 0; i < all.size() && goesOn; i++) {
            List<End> ends = new ArrayList<>();
            for (Setting setting : all.get(i).settings()) {
                Optional<Model> changed = model.with(setting.settings(), problems);
                if (changed.isPresent()) {
                    cases.put(row, changed.get());
                    ends.add(new End(setting.value(), row++));
                }
            }
            if (!ends.isEmpty()) {
                bars.add(new Bar(
                        all.get(i).address(), all.get(i).source(), all.get(i).quantiles(), ends));
            }
            goesOn = progress.reached("inputs", i + 1L, all.size());
        }
        return new Result(ResultFrame.of(model, keys), cases, bars, all.size(), !goesOn);
    }

    private static List<Setting> settings(ValueRange range) {
        List<Integer> places = range.numbers().isEmpty()
                ? IntStream.range(0, range.size()).boxed().toList()
                : List.of(0, range.size() - 1);
        return places.stream()
                .map(place -> new Setting(range.values().get(place), List.of(range.assignment(place))))
                .toList();
    }

    private static List<Setting> settings(Model model, UncertainModel.Input input) {
        Optional<Perturbation> perturbation = input.perturbation();
        if (perturbation.isPresent()) {
            return List.of(input.distribution().p10(), input.distribution().p90()).stream()
                    .map(number -> new BigDecimal(Double.toString(number)).round(DIGITS))
                    .map(number -> new Setting(
                            perturbation.get().text(number, model),
                            List.of(perturbation
                                    .get()
                                    .assignment(
                                            number,
                                            model,
                                            input.entry().key(),
                                            input.entry().origin()))))
                    .toList();
        }
        return IntStream.range(0, input.positions().size())
                .mapToObj(
                        i -> new Setting(input.names().get(i), input.positions().get(i)))
                .toList();
    }
}
