package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.facts.Problems;
import org.advalorem.scenario.Assignment;

/**
 * One input at a time between two values, everything else as it is: which input moves a rate most. Every end is calculated
 * anew from the value as it is printed.
 */
public final class Tornado {
    /** A value that an input takes is printed, and calculated with, to so many digits. */
    private static final MathContext DIGITS = new MathContext(6);

    private Tornado() {}

    /**
     * A value that an input takes, and what comes out.
     *
     * @param value as one would write it behind {@code --set}, or the name of a position
     * @param results in the order of the addresses asked for
     */
    public record End(String value, List<Double> results) {
        /** Copies the list. */
        public End {
            results = List.copyOf(results);
        }
    }

    /**
     * An input with its ends.
     *
     * @param source where the ends come from: {@code 10 and 90 percent of triangular(2%, 6%, 12%)}, or {@code given}
     */
    public record Bar(String address, String source, List<End> ends) {
        /** Copies the list. */
        public Bar {
            ends = List.copyOf(ends);
        }

        /** The end with the least result, of several the first. */
        public End min(int result) {
            return ends.stream()
                    .min(Comparator.comparingDouble(end -> end.results().get(result)))
                    .orElseThrow();
        }

        /** The end with the greatest result, of several the last: of ends that agree both are told. */
        public End max(int result) {
            return ends.stream()
                    .reduce((one, other) ->
                            other.results().get(result) >= one.results().get(result) ? other : one)
                    .orElseThrow();
        }

        /** How far the input moves a result. */
        public double swing(int result) {
            return max(result).results().get(result) - min(result).results().get(result);
        }
    }

    /**
     * The bars, in the order given.
     *
     * @param base the results of the scenario as it is
     */
    public record Result(List<String> addresses, List<Double> base, List<Bar> bars, boolean partial) {
        /** Copies the lists. */
        public Result {
            addresses = List.copyOf(addresses);
            base = List.copyOf(base);
            bars = List.copyOf(bars);
        }

        /** The bars by how far they move a result, the longest first; of equal ones the first given. */
        public List<Bar> ordered(int result) {
            return bars.stream()
                    .sorted(Comparator.comparingDouble((Bar bar) -> -bar.swing(result)))
                    .toList();
        }
    }

    /** What an input is set to, in words and as settings. */
    private record Setting(String value, List<Assignment> settings) {}

    /**
     * The tornado of uncertain inputs, between their 10 and 90 percent quantiles or over all their positions, and of ranges
     * between their ends or over all their values; a range takes the place of an uncertain input of the same address.
     */
    public static Result of(
            Model model,
            List<UncertainModel.Input> inputs,
            List<ValueRange> ranges,
            List<String> addresses,
            Progress progress,
            Problems problems) {
        List<Double> base = addresses.stream()
                .map(address -> model.result(address).orElse(Double.NaN))
                .toList();
        List<Bar> bars = new ArrayList<>();
        long total = (long) inputs.size() + ranges.size();
        boolean goesOn = true;
        for (ValueRange range : ranges) {
            if (goesOn && range.isInPercent(model, problems)) {
                bar(model, range.address().toString(), "given", settings(range), addresses, problems)
                        .ifPresent(bars::add);
                goesOn = progress.reached("inputs", bars.size(), total);
            }
        }
        for (UncertainModel.Input input : inputs) {
            boolean given = ranges.stream()
                    .anyMatch(range -> range.address().equals(input.entry().address()));
            if (goesOn && !given) {
                String text = input.entry().text();
                bar(
                                model,
                                input.address(),
                                input.perturbation().isPresent() ? "p10 and p90 of " + text : text,
                                settings(model, input),
                                addresses,
                                problems)
                        .ifPresent(bars::add);
                goesOn = progress.reached("inputs", bars.size(), total);
            }
        }
        return new Result(addresses, base, bars, !goesOn);
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

    private static Optional<Bar> bar(
            Model model,
            String address,
            String source,
            List<Setting> settings,
            List<String> addresses,
            Problems problems) {
        List<End> ends = new ArrayList<>();
        for (Setting setting : settings) {
            model.with(setting.settings(), problems)
                    .ifPresent(changed -> ends.add(new End(
                            setting.value(),
                            addresses.stream()
                                    .map(result -> changed.result(result).orElse(0.0))
                                    .toList())));
        }
        return ends.isEmpty() ? Optional.empty() : Optional.of(new Bar(address, source, ends));
    }
}
