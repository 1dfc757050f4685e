package org.advalorem.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.engine.Varied;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;

/**
 * The results along each input's change, one input at a time with everything else at the baseline, and the values at which
 * a verdict turns. Every step is recalculated from the value as printed.
 */
public final class Spider {
    /** The shares of a distribution at whose quantiles an uncertain input is set. */
    static final List<Double> SHARES = Simulation.SHARES;

    private Spider() {}

    /**
     * A value that an input takes.
     *
     * @param change the change, as a fraction of the input's value; not a number if that value is zero or not single
     * @param share the share of the input's distribution below the value; not a number if it has none
     * @param value as written after {@code --set}
     * @param row its index among the cases
     */
    public record Step(double change, double share, String value, int row) {}

    /**
     * An input with its steps.
     *
     * @param source where the steps come from: {@code quantiles of triangular(2%, 6%, 12%)} or {@code given}
     * @param uncertain whether the steps are quantiles of a distribution
     */
    public record Leg(String address, String source, boolean uncertain, List<Step> steps) {
        /** Copies the list. */
        public Leg {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A value at which a verdict turns, between two steps.
     *
     * @param verdict the result that turns
     * @param value the first value beyond the turn, as written after {@code --set}
     * @param words the same in words, such as {@code below 1%} where the turn itself does not count
     * @param becomes the verdict there
     * @param published the published rate behind the verdict there; not a number if there is none
     */
    public record Turn(
            String address, ResultKey verdict, String value, String words, boolean becomes, double published) {}

    /**
     * The outcome of the analysis, with the inputs in the order given.
     *
     * @param baseline the results of the scenario as it is
     * @param cases the results at every step
     * @param turns the values at which a company's verdict turns
     * @param leftOut the addresses of choices, which have no order
     * @param inputs the number of inputs to be moved
     * @param partial whether the work was stopped before its end
     */
    public record Result(
            ResultFrame baseline,
            ResultFrame cases,
            List<Leg> legs,
            List<Turn> turns,
            List<String> leftOut,
            int inputs,
            boolean partial) {
        /** Copies the lists. */
        public Result {
            legs = List.copyOf(legs);
            turns = List.copyOf(turns);
            leftOut = List.copyOf(leftOut);
        }

        /** The difference between the max and min of a result along a leg. */
        public double swing(Leg leg, ResultKey key) {
            var range = leg.steps().stream()
                    .mapToDouble(step -> cases.number(key, step.row()))
                    .filter(Double::isFinite)
                    .summaryStatistics();
            return range.getCount() == 0 ? 0.0 : range.getMax() - range.getMin();
        }

        /** Whether every input has a distribution, so that quantiles are a common scale. */
        public boolean uncertain() {
            return legs.stream().allMatch(Leg::uncertain);
        }

        /** The extent of the run: the inputs to be moved, and those moved. */
        public Run run() {
            return Run.of(inputs, legs.size(), partial);
        }
    }

    /** An input with what tells of each of its settings how far it moves. */
    private record Moved(
            OneAtATime.Moved input, Perturbation perturbation, List<Double> numbers, List<Double> shares) {}

    /**
     * The rates along uncertain inputs, at quantiles of their distributions, and along ranges, at their values; a range
     * overrides an uncertain input at the same address.
     *
     * @param ranges ranges of numbers; a range of words is reported as a problem
     */
    public static Result of(
            Model model,
            List<UncertainModel.Input> inputs,
            List<ValueRange> ranges,
            List<ResultKey> keys,
            Progress progress,
            Problems problems) {
        List<Moved> all = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (ValueRange range : ranges) {
            given(model, range, problems).ifPresent(all::add);
        }
        for (UncertainModel.Input input : OneAtATime.besides(ranges, inputs)) {
            uncertain(model, input).ifPresentOrElse(all::add, () -> leftOut.add(input.address()));
        }
        List<Leg> legs = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        OneAtATime.Outcome outcome = OneAtATime.of(
                model, all.stream().map(Moved::input).toList(), keys, progress, problems, (input, reached, cases) -> {
                    Moved moved = all.get(input);
                    OneAtATime.Moved of = moved.input();
                    List<Step> steps =
                            reached.stream().map(at -> step(model, moved, at)).toList();
                    legs.add(new Leg(of.address(), of.source(), of.quantiles(), steps));
                    turns.addAll(turns(model, of.address(), steps, cases));
                });
        return new Result(
                ResultFrame.of(model, keys), outcome.cases(), legs, turns, leftOut, all.size(), !outcome.goesOn());
    }

    private static Step step(Model model, Moved moved, OneAtATime.Case at) {
        return new Step(
                change(model, moved.perturbation(), moved.numbers().get(at.place())),
                moved.shares().isEmpty() ? Double.NaN : moved.shares().get(at.place()),
                moved.input().settings().get(at.place()).value(),
                at.row());
    }

    private static Optional<Moved> given(Model model, ValueRange range, Problems problems) {
        if (range.numbers().isEmpty()) {
            problems.add(
                    Problem.Code.AV502,
                    range.origin(),
                    "(" + range.address() + ") takes words, which have no order.",
                    "Give a range of numbers, such as times 0.8 to 1.2; to try every word: advalorem tornado.");
            return Optional.empty();
        }
        if (!range.isInPercent(model, problems)) {
            return Optional.empty();
        }
        List<OneAtATime.Setting> settings = IntStream.range(0, range.size())
                .mapToObj(place -> OneAtATime.setting(range, place))
                .toList();
        return Optional.of(new Moved(
                new OneAtATime.Moved(range.address().toString(), "given", false, settings),
                new Perturbation(range.address(), range.change()),
                range.numbers().stream().map(BigDecimal::doubleValue).toList(),
                List.of()));
    }

    private static Optional<Moved> uncertain(Model model, UncertainModel.Input input) {
        return input.perturbation().map(perturbation -> {
            List<BigDecimal> numbers = SHARES.stream()
                    .map(share -> OneAtATime.rounded(input.distribution().quantile(share)))
                    .toList();
            List<OneAtATime.Setting> settings = numbers.stream()
                    .map(number -> OneAtATime.setting(model, input, perturbation, number))
                    .toList();
            return new Moved(
                    new OneAtATime.Moved(
                            input.address(), "quantiles of " + input.entry().text(), true, settings),
                    perturbation,
                    numbers.stream().map(BigDecimal::doubleValue).toList(),
                    SHARES);
        });
    }

    /** The change that a number of a perturbation makes, as a fraction of the value in the scenario. */
    private static double change(Model model, Perturbation perturbation, double number) {
        if (perturbation.change() == Varied.Change.TIMES) {
            return number - 1.0;
        }
        double base = new Perturbation(perturbation.address(), Varied.Change.REPLACE)
                .base(model)
                .orElse(0.0);
        double difference = perturbation.change() == Varied.Change.PLUS ? number : number - base;
        return base == 0.0 ? Double.NaN : difference / Math.abs(base);
    }

    /** The turns of verdicts between neighbouring steps, each found exactly. */
    private static List<Turn> turns(Model model, String address, List<Step> steps, ResultFrame cases) {
        List<Turn> turns = new ArrayList<>();
        for (ResultKey key : cases.keys()) {
            for (int i = 1; key.measure() == Measure.DE_MINIMIS && i < steps.size(); i++) {
                Step before = steps.get(i - 1);
                Step after = steps.get(i);
                boolean becomes = cases.holds(key, after.row());
                boolean known = cases.truth(key, before.row()).isPresent()
                        && cases.truth(key, after.row()).isPresent();
                if (known && becomes != cases.holds(key, before.row())) {
                    turns.addAll(turns(model, address + "=" + before.value() + " to " + after.value(), key, becomes));
                }
            }
        }
        return turns;
    }

    private static List<Turn> turns(Model model, String between, ResultKey verdict, boolean becomes) {
        Problems unusable = new Problems();
        return ValueRange.read(model.scenario(), List.of(between), unusable).stream()
                .flatMap(range -> Solution.of(
                                model,
                                range,
                                Goal.reaching(verdict, becomes ? 1.0 : 0.0),
                                verdict.beside(Measure.RATE_UNROUNDED),
                                Progress.NONE,
                                unusable)
                        .roots()
                        .stream()
                        .map(root -> new Turn(
                                range.address().toString(),
                                verdict,
                                root.value(),
                                root.words(),
                                becomes,
                                published(model, range, root.value(), verdict))))
                .toList();
    }

    private static double published(Model model, ValueRange range, String value, ResultKey verdict) {
        Problems unusable = new Problems();
        return ValueRange.read(model.scenario(), List.of(range.address() + "=" + value), unusable).stream()
                .flatMap(at -> model.with(List.of(at.assignment(0)), unusable).stream())
                .flatMap(changed -> changed.result(verdict.beside(Measure.RATE)).stream())
                .findFirst()
                .orElse(Double.NaN);
    }
}
