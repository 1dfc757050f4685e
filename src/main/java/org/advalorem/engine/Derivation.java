package org.advalorem.engine;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;

/**
 * One number's derivation: its formula, and the derivations of the steps and inputs that the formula mentions.
 *
 * @param term the term
 * @param step the step of the explanation under which the term is known, if any
 * @param formula the formula in words, long sums shortened; of an input its address
 * @param numbers the same with numbers
 * @param value in the unit of the term
 * @param repeated whether the term's operands are left out because they stand further up
 * @param operands what the formula mentions, in order; empty for inputs, for repeated terms and at the greatest depth
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
