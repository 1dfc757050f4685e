package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Assignment;

/** The calculation, anew, of a model in which one input after another takes each of its settings. */
final class OneAtATime {
    /** The precision to which the value of an input is rounded, both as printed and in the calculation. */
    private static final MathContext DIGITS = new MathContext(6);

    private OneAtATime() {}

    /**
     * A value of an input.
     *
     * @param value in words, as after {@code --set}
     */
    record Setting(String value, List<Assignment> assignments) {}

    /**
     * An input and the values that it is set to.
     *
     * @param source where the values come from
     * @param quantiles whether they are quantiles of a distribution
     */
    record Moved(String address, String source, boolean quantiles, List<Setting> settings) {}

    /**
     * A setting that could be calculated.
     *
     * @param place the index of the setting
     * @param row its index among the cases
     */
    record Case(int place, int row) {}

    /** Told of every input, by its index, that could be calculated at some setting. */
    @FunctionalInterface
    interface Listener {
        void reached(int input, List<Case> reached, ResultFrame cases);
    }

    /**
     * The results at every setting.
     *
     * @param goesOn whether the work was not stopped before its end
     */
    record Outcome(ResultFrame cases, boolean goesOn) {}

    /** The value of a range at a place. */
    static Setting setting(ValueRange range, int place) {
        return new Setting(range.values().get(place), List.of(range.assignment(place)));
    }

    /** The number that a quantity takes, rounded as it is printed. */
    static BigDecimal rounded(double number) {
        return new BigDecimal(Double.toString(number)).round(DIGITS);
    }

    /**
     * The value of an uncertain quantity.
     *
     * @param number {@linkplain #rounded rounded}
     */
    static Setting setting(Model model, UncertainModel.Input input, Perturbation perturbation, BigDecimal number) {
        return new Setting(
                perturbation.text(number, model),
                List.of(perturbation.assignment(
                        number, model, input.entry().key(), input.entry().origin())));
    }

    /** The uncertain inputs that no range takes the place of. */
    static List<UncertainModel.Input> besides(List<ValueRange> ranges, List<UncertainModel.Input> inputs) {
        return inputs.stream()
                .filter(input -> ranges.stream()
                        .noneMatch(range -> range.address().equals(input.entry().address())))
                .toList();
    }

    /** Calculates all settings of all inputs in order. */
    static Outcome of(
            Model model,
            List<Moved> all,
            List<ResultKey> keys,
            Progress progress,
            Problems problems,
            Listener listener) {
        ResultFrame cases = ResultFrame.empty(
                keys, all.stream().mapToInt(moved -> moved.settings().size()).sum());
        int row = 0;
        boolean goesOn = true;
        for (int i = 0; i < all.size() && goesOn; i++) {
            Moved moved = all.get(i);
            List<Case> reached = new ArrayList<>();
            for (int place = 0; place < moved.settings().size(); place++) {
                Optional<Model> changed = model.with(moved.settings().get(place).assignments(), problems);
                if (changed.isPresent()) {
                    cases.put(row, changed.get());
                    reached.add(new Case(place, row++));
                }
            }
            if (!reached.isEmpty()) {
                listener.reached(i, reached, cases);
            }
            goesOn = progress.reached("inputs", i + 1L, all.size());
        }
        return new Outcome(cases, goesOn);
    }
}
