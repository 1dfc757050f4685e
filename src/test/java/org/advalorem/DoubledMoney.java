package org.advalorem;

import java.util.HashMap;
import java.util.Map;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Values;

/** The inputs of a calculation as they would be if the unit of money were half of what it is. */
public final class DoubledMoney {
    private DoubledMoney() {}

    /** The inputs that change with that currency: amounts doubled, what is per money halved, nothing else named. */
    public static Map<String, Double> of(Calculation calculation, Values values, String currency) {
        Map<String, Double> doubled = new HashMap<>();
        calculation.inputs().forEach((address, input) -> {
            int exponent = input.unit().exponents().getOrDefault(currency, 0);
            if (exponent != 0) {
                doubled.put(address, values.of(input) * Math.pow(2, exponent));
            }
        });
        for (Term term : calculation.terms()) {
            column(term, currency, values, doubled);
        }
        return doubled;
    }

    /** A column of money inside a table of records: no cell of it is an input, but its scale is. */
    private static void column(Term term, String currency, Values values, Map<String, Double> doubled) {
        switch (term.operation()) {
            case RECORD_QUANTITY -> {
                if (term.unit().exponents().containsKey(currency)) {
                    put(term.operands().get(0), values, doubled);
                }
            }
            case RECORD_SUM_ZEROED, RECORD_SUM_NETTED, RECORDS_BELOW -> {
                if (term.table().priceUnit().exponents().containsKey(currency)) {
                    put(term.operands().get(1), values, doubled);
                }
            }
            default -> {}
        }
    }

    private static void put(Term scale, Values values, Map<String, Double> doubled) {
        doubled.put(scale.address(), 2 * values.of(scale));
    }
}
