package org.advalorem.rules.base;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Unit;

/** The currency in a unit of money or of price. */
public final class Currencies {
    private Currencies() {}

    /** The currency of money ({@code CNY}) or of a price ({@code CNY/t}); empty when there is none or more than one. */
    public static Optional<Unit> of(Unit unit) {
        List<String> codes = unit.exponents().entrySet().stream()
                .filter(part -> part.getValue() == 1 && part.getKey().matches("[A-Z]{3}"))
                .map(Map.Entry::getKey)
                .toList();
        return codes.size() == 1 ? Optional.of(Unit.of(codes.get(0))) : Optional.empty();
    }

    /** The unit that a price is per: {@code t} in {@code CNY/t}; empty when the unit is not a price. */
    public static Optional<Unit> per(Unit price) {
        return of(price).map(price::per).map(Unit.FRACTION::per).filter(per -> !per.isFraction());
    }
}
