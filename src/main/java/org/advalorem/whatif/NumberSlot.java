package org.advalorem.whatif;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Varied;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Origin;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.scenario.Assignment;

/**
 * A number of the scenario in which there may be a slip, or a whole series or column of them.
 *
 * @param inputs the inputs of the calculation that it moves
 * @param written the number as written; empty of a series or column
 * @param slips what may have happened to it
 */
record NumberSlot(Address address, List<Term> inputs, Optional<WrittenNumber> written, List<Slip> slips) {
    /** Copies the lists. */
    NumberSlot {
        inputs = List.copyOf(inputs);
        slips = List.copyOf(slips);
    }

    /** The numbers of the inputs after a slip; empty if it changes nothing or has no number. */
    Optional<double[]> after(Slip slip) {
        double[] numbers = new double[inputs.size()];
        boolean changed = false;
        for (int i = 0; i < numbers.length; i++) {
            BigDecimal before = inputs.get(i).decimal();
            Optional<BigDecimal> after = number(slip, before);
            if (after.isEmpty()) {
                return Optional.empty();
            }
            numbers[i] = after.get().doubleValue();
            changed |= after.get().compareTo(before) != 0;
        }
        return changed ? Optional.of(numbers) : Optional.empty();
    }

    private static Optional<BigDecimal> number(Slip slip, BigDecimal before) {
        try {
            return Optional.of(slip.change().apply(before));
        } catch (ArithmeticException e) {
            // nothing is divided by zero
            return Optional.empty();
        }
    }

    /** The slip in words, with what reproduces it. */
    Edit edit(Slip slip, Model model) {
        if (written.isEmpty()) {
            return new Edit(
                    slip.kind(),
                    address.toString(),
                    slip.what() + (inputs.size() > 1 ? ", all " + inputs.size() : ""),
                    "",
                    "",
                    slip.scales() ? List.of(scaling(slip)) : List.of());
        }
        WrittenNumber old = written.get();
        String before = model.determination()
                .register()
                .find(address.toString())
                .map(FactRegister.Fact::text)
                .orElse("");
        BigDecimal base = inputs.get(0).decimal();
        BigDecimal number = slip.change().apply(base);
        // in the unit written, which the input may not have
        BigDecimal shown = base.compareTo(old.value()) == 0 || base.signum() == 0
                ? (old.percent() ? number.movePointRight(2) : number)
                : Slip.over(slip.kind(), "", base).change().apply(number.multiply(old.number()));
        String unit = old.percent() ? "%" : old.unit().isEmpty() ? "" : " " + old.unit();
        String after = plain(shown) + unit;
        return new Edit(slip.kind(), address.toString(), slip.what(), before, after, List.of(setting(after)));
    }

    private Assignment scaling(Slip slip) {
        return setting("times " + plain(slip.change().apply(BigDecimal.ONE)));
    }

    private Assignment setting(String text) {
        return new Assignment(address, new SourceNode.Scalar(text, false, Origin.PROGRAM), Origin.PROGRAM);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Whether the whole series or column can be scaled without rebuilding the calculation, and by which inputs. */
    static List<Term> scaled(Address address, Model model) {
        return new Perturbation(address, Varied.Change.TIMES)
                .inputs(model).stream()
                        .map(input ->
                                model.determination().calculation().input(input).orElseThrow())
                        .toList();
    }
}
