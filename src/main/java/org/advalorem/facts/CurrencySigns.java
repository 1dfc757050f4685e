package org.advalorem.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Unit;

/** The currencies that a sign before or after an amount may stand for. */
final class CurrencySigns {
    private static final Map<String, List<String>> CURRENCIES = Map.ofEntries(
            Map.entry("$", List.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "BRL")),
            Map.entry("US$", List.of("USD")),
            Map.entry("C$", List.of("CAD")),
            Map.entry("A$", List.of("AUD")),
            Map.entry("S$", List.of("SGD")),
            Map.entry("NT$", List.of("TWD")),
            Map.entry("HK$", List.of("HKD")),
            Map.entry("R$", List.of("BRL")),
            Map.entry("€", List.of("EUR")),
            Map.entry("£", List.of("GBP", "EGP")),
            Map.entry("¥", List.of("CNY", "JPY")),
            Map.entry("₹", List.of("INR")),
            Map.entry("₩", List.of("KRW")),
            Map.entry("₫", List.of("VND")),
            Map.entry("₺", List.of("TRY")),
            Map.entry("฿", List.of("THB")),
            Map.entry("₱", List.of("PHP")));

    private CurrencySigns() {}

    /** The only currency that a sign stands for, if there is only one. */
    static Optional<Unit> only(String sign) {
        List<String> codes = CURRENCIES.getOrDefault(sign, List.of());
        return codes.size() == 1 ? Optional.of(Unit.of(codes.get(0))) : Optional.empty();
    }

    /** Whether a sign may stand before amounts in that unit. */
    static boolean fits(String sign, Unit unit) {
        return unit.currency()
                .map(currency -> CURRENCIES.getOrDefault(sign, List.of()).contains(currency.toString()))
                .orElse(false);
    }
}
