package org.advalorem.rules.types;

import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Measures;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/**
 * The conversion of quantities and prices into another unit of the same measure, or of another measure through a stated
 * factor: {@code piece: 12.5 kg}.
 */
final class Conversion {
    private final Map<String, Term> factors;
    private final CalculationBuilder builder;

    /**
     * A conversion with the given factors.
     *
     * @param factors the equivalent of one of each named unit, by name
     */
    Conversion(Map<String, Term> factors, CalculationBuilder builder) {
        this.factors = factors;
        this.builder = builder;
    }

    /** The amount in the given unit; empty when the unit is of another measure and no factor applies. */
    Optional<Term> convert(Term amount, Unit into) {
        return Measures.convert(amount, into).or(() -> throughFactor(amount, into));
    }

    /** Whether a quantity in one unit can be converted into the other. */
    boolean converts(Unit from, Unit into) {
        Map<String, Integer> change = into.per(from).exponents();
        return Measures.areAlike(from, into)
                || factors.entrySet().stream().anyMatch(factor -> {
                    int exponent = change.getOrDefault(factor.getKey(), 0);
                    Unit perOne = factor.getValue().unit().per(Unit.of(factor.getKey()));
                    return Math.abs(exponent) == 1
                            && Measures.areAlike(exponent < 0 ? from.times(perOne) : from.per(perOne), into);
                });
    }

    private Optional<Term> throughFactor(Term amount, Unit into) {
        Map<String, Integer> change = into.per(amount.unit()).exponents();
        for (Map.Entry<String, Term> factor : factors.entrySet()) {
            int exponent = change.getOrDefault(factor.getKey(), 0);
            if (Math.abs(exponent) == 1) {
                Term perOne = factor.getValue().dividedBy(builder.literal(1, Unit.of(factor.getKey())));
                Optional<Term> converted =
                        Measures.convert(exponent < 0 ? amount.times(perOne) : amount.dividedBy(perOne), into);
                if (converted.isPresent()) {
                    return converted;
                }
            }
        }
        return Optional.empty();
    }
}
