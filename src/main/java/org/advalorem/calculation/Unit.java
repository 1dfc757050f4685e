package org.advalorem.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unit of a quantity: a product of named base units with whole exponents, such as {@code USD/t}.
 *
 * <p>Symbols are not converted into one another implicitly: kilograms and tonnes are different units, so that mixing
 * them is an error and not a rate. {@link Measures} converts on request.
 */
public final class Unit {
    /** The unit of a pure number: rates, shares and ratios are fractions. */
    public static final Unit FRACTION = new Unit(Map.of());

    /** The result of a comparison: 1 for yes, 0 for no. */
    public static final Unit TRUTH = new Unit(Map.of("yes/no", 1));

    /** Days of interest. */
    public static final Unit DAY = of("day");

    /** A number of things: rows, companies. */
    public static final Unit COUNT = of("count");

    private static final String SYMBOL = "(?:(?:short|long) tons?|[A-Za-z][A-Za-z0-9]*)";
    private static final Pattern WRITTEN = Pattern.compile("(1\\s*/\\s*)?" + SYMBOL + "(\\s*[*/]\\s*" + SYMBOL + ")*");
    private static final Pattern PARTS = Pattern.compile("[*/]|" + SYMBOL);

    /** Other names of a unit; RMB is how ledgers write the currency whose code is CNY. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "short tons",
            "short ton",
            "long tons",
            "long ton",
            "tonnes",
            "t",
            "tonne",
            "t",
            "lbs",
            "lb",
            "pieces",
            "piece",
            "RMB",
            "CNY");

    private static final int CURRENCY_CODE = 3;

    private final TreeMap<String, Integer> exponents;

    private Unit(Map<String, Integer> exponents) {
        this.exponents = new TreeMap<>(exponents);
    }

    /**
     * The base unit of a symbol.
     *
     * @param symbol a currency code, {@code t}, {@code kWh} ...
     * @throws IllegalArgumentException if the symbol is blank
     */
    public static Unit of(String symbol) {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("A unit needs a symbol.");
        }
        return new Unit(Map.of(symbol, 1));
    }

    /**
     * The unit parsed from symbols joined by {@code *} and {@code /}, where each {@code /} divides by the one symbol
     * after it; empty if the text is not written like a unit.
     *
     * @param text such as {@code USD/t}
     */
    public static Optional<Unit> parse(String text) {
        if (!WRITTEN.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        Unit unit = FRACTION;
        boolean divide = false;
        Matcher parts = PARTS.matcher(text);
        while (parts.find()) {
            String part = parts.group();
            if (part.equals("*") || part.equals("/")) {
                divide = part.equals("/");
            } else {
                Unit symbol = of(OTHER_NAMES.getOrDefault(part, part));
                unit = divide ? unit.per(symbol) : unit.times(symbol);
            }
        }
        return Optional.of(unit);
    }

    /** This unit times the other. */
    public Unit times(Unit other) {
        return combine(other, 1);
    }

    /** This unit divided by the other. */
    public Unit per(Unit other) {
        return combine(other, -1);
    }

    private Unit combine(Unit other, int sign) {
        TreeMap<String, Integer> result = new TreeMap<>(exponents);
        other.exponents.forEach((symbol, exponent) -> result.merge(symbol, sign * exponent, Integer::sum));
        result.values().removeIf(exponent -> exponent == 0);
        return new Unit(result);
    }

    /** The symbols of which this unit is made. */
    Set<String> symbols() {
        return exponents.keySet();
    }

    /** Whether this is the unit of fractions. */
    public boolean isFraction() {
        return exponents.isEmpty();
    }

    /** Whether this is money: a currency, written as a code of three capital letters, which no measure is. */
    public boolean isMoney() {
        return exponents.size() == 1 && isCurrency(exponents.firstEntry());
    }

    /** Whether this is money per unit of one or more measures. */
    public boolean isPrice() {
        int currencies = 0;
        for (Map.Entry<String, Integer> part : exponents.entrySet()) {
            if (isCurrency(part)) {
                currencies++;
            } else if (part.getValue() > 0) {
                return false;
            }
        }
        return currencies == 1 && exponents.size() > 1;
    }

    private static boolean isCurrency(Map.Entry<String, Integer> part) {
        return isCurrency(part.getKey()) && part.getValue() == 1;
    }

    /** Whether a symbol has the form of a currency code of ISO 4217: three capital letters. */
    public static boolean isCurrency(String symbol) {
        boolean code = symbol.length() == CURRENCY_CODE;
        for (int i = 0; i < symbol.length() && code; i++) {
            code = symbol.charAt(i) >= 'A' && symbol.charAt(i) <= 'Z';
        }
        return code;
    }

    /** The currency of money ({@code CNY}) or of a price ({@code CNY/t}); empty when there is none or more than one. */
    public Optional<Unit> currency() {
        List<String> codes = exponents.entrySet().stream()
                .filter(Unit::isCurrency)
                .map(Map.Entry::getKey)
                .toList();
        return codes.size() == 1 ? Optional.of(of(codes.get(0))) : Optional.empty();
    }

    /** The unit that a price is per: {@code t} in {@code CNY/t}; empty when this is not a price. */
    public Optional<Unit> priced() {
        return currency().map(this::per).map(FRACTION::per).filter(per -> !per.isFraction());
    }

    /** The base symbols in alphabetical order with their exponents. */
    public Map<String, Integer> exponents() {
        return Map.copyOf(exponents);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit that && exponents.equals(that.exponents);
    }

    @Override
    public int hashCode() {
        return exponents.hashCode();
    }

    /** The unit as written in a file: {@code USD/t}; the empty string for a fraction. */
    @Override
    public String toString() {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        exponents.forEach((symbol, exponent) -> {
            for (int i = 0; i < Math.abs(exponent); i++) {
                (exponent > 0 ? above : below).add(symbol);
            }
        });
        String top = above.isEmpty() && !below.isEmpty() ? "1" : String.join("*", above);
        return below.isEmpty() ? top : top + "/" + String.join("/", below);
    }
}
