package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Facts;

/**
 * Weights in one currency, that of the first, at the average of the year: a weight is a share of their sum, whatever its
 * currency.
 *
 * @param owner what needs a rate, for messages
 */
record InOneCurrency(ExchangeRates exchangeRates, int year, Facts owner) {
    List<Optional<Term>> of(List<Optional<Term>> weights) {
        Optional<Unit> currency =
                weights.stream().flatMap(Optional::stream).map(Term::unit).findFirst();
        return weights.stream()
                .map(weight -> weight.map(value ->
                        exchangeRates.convertOfYear(value, currency.orElseThrow(), year, owner)))
                .toList();
    }
}
