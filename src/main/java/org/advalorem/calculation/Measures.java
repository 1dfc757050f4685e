package org.advalorem.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Units that measure the same thing, and their conversion into one another: exactly, as a product or quotient with a
 * literal. Nothing is converted silently: a caller that needs another unit asks for it here, and the step shows the
 * factor.
 */
public final class Measures {
    private static final Map<String, Measure> MEASURES = new HashMap<>();
    private static final Measure NONE = new Measure("", BigDecimal.ONE, BigDecimal.ONE);
    /** The longest factor, in digits, written as a decimal; longer ones are written as a quotient. */
    private static final int DIGITS = 15;

    /**
     * A unit of a dimension.
     *
     * @param dimension what the unit measures
     * @param size the size of one such unit, in base units of the dimension
     * @param over the divisor of the size: 2000/3 has no finite decimal
     */
    private record Measure(String dimension, BigDecimal size, BigDecimal over) {}

    static {
        of("mass", "g", "0.001");
        of("mass", "kg", "1");
        of("mass", "t", "1000");
        of("mass", "MT", "1000");
        of("mass", "lb", "0.45359237");
        of("mass", "oz", "0.028349523125");
        // 2,000 and 2,240 pounds
        of("mass", "short ton", "907.18474");
        of("mass", "long ton", "1016.0469088");
        of("energy", "Wh", "0.001");
        of("energy", "kWh", "1");
        of("energy", "MWh", "1000");
        of("energy", "GWh", "1000000");
        of("power", "kW", "1");
        of("power", "MW", "1000");
        of("apparent power", "kVA", "1");
        of("apparent power", "MVA", "1000");
        of("area", "m2", "1");
        of("area", "ha", "10000");
        of("area", "km2", "1000000");
        of("area", "ft2", "0.09290304");
        of("area", "acre", "4046.8564224");
        MEASURES.put("mu", new Measure("area", new BigDecimal("2000"), new BigDecimal("3")));
        of("length", "m", "1");
        of("length", "km", "1000");
        of("length", "ft", "0.3048");
        of("volume", "l", "0.001");
        of("volume", "m3", "1");
        of("number", "piece", "1");
        of("number", "dozen", "12");
    }

    private Measures() {}

    private static void of(String dimension, String symbol, String size) {
        MEASURES.put(symbol, new Measure(dimension, new BigDecimal(size), BigDecimal.ONE));
    }

    /** Whether every part of a unit is a currency or a measure listed here. */
    public static boolean areKnown(Unit unit) {
        return unit.symbols().stream().allMatch(symbol -> Unit.isCurrency(symbol) || MEASURES.containsKey(symbol));
    }

    /**
     * Whether a quantity in one unit can be written in the other, that is, whether their parts measure the same things.
     */
    public static boolean areAlike(Unit one, Unit other) {
        return swaps(one, other).isPresent();
    }

    /**
     * A quantity or price converted into another unit that measures the same; empty if that unit measures something
     * else.
     *
     * @param amount the quantity or price
     * @param into the target unit
     */
    public static Optional<Term> convert(Term amount, Unit into) {
        return swaps(amount.unit(), into).map(swaps -> {
            Term converted = amount;
            for (Swap swap : swaps) {
                converted = swap.apply(converted);
            }
            return converted;
        });
    }

    /** The replacement of one symbol by another, of which {@code above / below} make up one of the old. */
    private record Swap(String from, String into, int exponent, BigDecimal above, BigDecimal below) {
        Term apply(Term amount) {
            CalculationBuilder builder = amount.builder();
            Unit factor = exponent > 0
                    ? Unit.of(into).per(Unit.of(from))
                    : Unit.of(from).per(Unit.of(into));
            BigDecimal numerator = exponent > 0 ? above : below;
            BigDecimal denominator = exponent > 0 ? below : above;
            if (isFinite(numerator, denominator)) {
                return amount.times(builder.literal(numerator.divide(denominator), factor));
            }
            if (isFinite(denominator, numerator)) {
                return amount.dividedBy(builder.literal(denominator.divide(numerator), Unit.FRACTION.per(factor)));
            }
            return amount.times(builder.literal(numerator, factor))
                    .dividedBy(builder.literal(denominator, Unit.FRACTION));
        }

        /** Whether the quotient has a finite decimal that is short enough. */
        private static boolean isFinite(BigDecimal numerator, BigDecimal denominator) {
            try {
                return numerator.divide(denominator).precision() <= DIGITS;
            } catch (ArithmeticException endless) {
                return false;
            }
        }
    }

    /** The replacements that lead from one unit to the other; empty if a part has no counterpart. */
    private static Optional<List<Swap>> swaps(Unit from, Unit into) {
        Map<String, Integer> left = new LinkedHashMap<>(from.per(into).exponents());
        List<Swap> swaps = new ArrayList<>();
        for (String symbol : from.exponents().keySet()) {
            int exponent = left.getOrDefault(symbol, 0);
            if (exponent == 0) {
                continue;
            }
            Optional<String> counterpart = left.keySet().stream()
                    .filter(other -> left.getOrDefault(other, 0) == -exponent && measureTheSame(symbol, other))
                    .findFirst();
            if (counterpart.isEmpty() || Math.abs(exponent) != 1) {
                return Optional.empty();
            }
            left.remove(symbol);
            left.remove(counterpart.get());
            Measure old = MEASURES.getOrDefault(symbol, NONE);
            Measure now = MEASURES.getOrDefault(counterpart.get(), NONE);
            swaps.add(new Swap(
                    symbol,
                    counterpart.get(),
                    exponent,
                    old.size().multiply(now.over()),
                    old.over().multiply(now.size())));
        }
        return left.isEmpty() ? Optional.of(swaps) : Optional.empty();
    }

    private static boolean measureTheSame(String one, String other) {
        Measure measure = MEASURES.getOrDefault(one, NONE);
        return !measure.equals(NONE)
                && measure.dimension().equals(MEASURES.getOrDefault(other, NONE).dimension());
    }
}
