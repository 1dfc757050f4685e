package org.advalorem.report;

import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/**
 * A result, or a value that was read, with all that is known of it besides its derivation.
 *
 * @param byPlace the address with the items of lists by place; empty if that is the same
 * @param kind {@code result}, {@code number}, {@code choice} or {@code description}
 * @param value as text: of a result as printed, otherwise as written
 * @param unit of the number; empty for a fraction and for words
 * @param status such as {@code verified}; empty for a result
 * @param source in words; empty if none is stated
 * @param origin file, line and column; empty for a result and for a default
 * @param term the term of a number; empty for words
 */
public record AddressedValue(
        String address,
        String byPlace,
        String kind,
        String value,
        String unit,
        String status,
        String source,
        String origin,
        Optional<Term> term) {
    /** The number, with a rate as a fraction and yes as 1; not a number for words. */
    public double number(EvaluatedScenario scenario) {
        return term.map(scenario::value).orElse(Double.NaN);
    }

    /** Whether the number stands for yes or no. */
    public boolean isTruth() {
        return term.filter(of -> of.unit().equals(Unit.TRUTH)).isPresent();
    }
}
