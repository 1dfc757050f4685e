package org.advalorem.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.scenario.Adjustable;

/**
 * The range of an adjustable value, checked against its scenario.
 *
 * @param range two different numbers at least, or words. If someone wrote it, the scenario can be calculated at its ends, or at
 *     each word; otherwise it lies around the value, and may reach too far
 */
public record AdjustableRange(ValueRange range) {
    /**
     * The ranges of a scenario's {@code adjustable} section and of {@code --adjust}; those that cannot be used are left out,
     * with the problem reported.
     *
     * @param arguments the values of {@code --adjust}
     */
    public static List<AdjustableRange> read(Model model, List<String> arguments, Problems problems) {
        List<AdjustableRange> ranges = new ArrayList<>();
        for (Adjustable entry : Adjustable.read(model.scenario(), arguments, problems)) {
            entry.argument(model.scenario(), problems)
                    .flatMap(argument -> ValueRange.of(argument, problems))
                    .filter(range -> range.isInPercent(model, problems))
                    .map(AdjustableRange::new)
                    .filter(read -> read.isUsable(entry.range().isPresent(), model, problems))
                    .ifPresent(ranges::add);
        }
        return List.copyOf(ranges);
    }

    private boolean isUsable(boolean stated, Model model, Problems problems) {
        if (isNumeric() && least().compareTo(most()) == 0) {
            problems.add(
                    Problem.Code.AV502,
                    range.origin(),
                    "(" + range.text() + ") for (" + range.address() + ") is a single number, not a range.",
                    "Write two ends, such as 0% to 12%.");
            return false;
        }
        int before = problems.size();
        if (stated) {
            IntStream.range(0, range.size())
                    .filter(place -> !isNumeric() || isEnd(range.numbers().get(place)))
                    .forEach(place -> check(place, model, problems));
        }
        return problems.size() == before;
    }

    /** Whether it is one of numbers; otherwise it is one of words. */
    boolean isNumeric() {
        return !range.numbers().isEmpty();
    }

    /** The smallest number. */
    BigDecimal least() {
        return Collections.min(range.numbers());
    }

    /** The largest number. */
    BigDecimal most() {
        return Collections.max(range.numbers());
    }

    private boolean isEnd(BigDecimal number) {
        return number.compareTo(least()) == 0 || number.compareTo(most()) == 0;
    }

    private void check(int place, Model model, Problems problems) {
        Problems own = new Problems();
        model.with(List.of(range.assignment(place)), own);
        ProblemLocator.tell(own, List.of(range.assignment(place)), range.origin(), problems);
    }
}
