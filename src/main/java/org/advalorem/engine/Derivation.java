package org.advalorem.engine;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;

/**
 * The derivation of one number: its formula, and the derivations of the steps and inputs that the formula mentions.
 *
 * @param term the term derived
 * @param step the step of the explanation that shows the term, if any
 * @param formula the formula in words, with long sums shortened; for an input, its address
 * @param numbers the same formula in numbers
 * @param value the value, in the unit of the term
 * @param repeated whether the operands are omitted because they appear further up
 * @param operands what the formula mentions, in order; empty for inputs, for repeated terms and at the depth limit
 */
public record Derivation(
        Term term,
        Optional<Step> step,
        String formula,
        String numbers,
        double value,
        boolean repeated,
        List<Derivation> operands) {
    /** Copies the list. */
    public Derivation {
        operands = List.copyOf(operands);
    }
}
