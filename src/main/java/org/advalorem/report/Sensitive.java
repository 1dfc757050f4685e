package org.advalorem.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.Estimate;

/** What both reports of sensitivity have in common. */
final class Sensitive {
    private static final int PER_CENT = 2;
    private static final int POINT_PLACES = 4;

    private Sensitive() {}

    /** The name of a result: the company's, with what it is. */
    static String name(EvaluatedScenario scenario, String address) {
        String name = Subject.name(address, scenario);
        if (!Subject.isTotal(address)) {
            return name;
        }
        return Subject.company(address, scenario)
                .map(company -> name.replaceFirst(
                                Pattern.quote(company.name()),
                                Matcher.quoteReplacement(company.name() + " (" + company.id() + ")"))
                        + ": net subsidy rate")
                .orElse(
                        address.startsWith(ResultAddresses.ALL_OTHERS)
                                ? name.replaceFirst("^All others", "All-others rate")
                                : address);
    }

    /** With so many decimals; {@code n/a} when it is not finite. */
    static String number(double value, int places) {
        if (!Double.isFinite(value)) {
            return Figure.NONE;
        }
        BigDecimal rounded = LegalDecimals.decimal(value).setScale(places, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
    }

    /** A difference of rates in percentage points. */
    static String points(double fraction) {
        return Double.isFinite(fraction) ? barePoints(fraction) + " percentage points" : Figure.NONE;
    }

    /** A difference of rates in percentage points, without the words. */
    static String barePoints(double fraction) {
        return Double.isFinite(fraction)
                ? number(
                        LegalDecimals.decimal(fraction).movePointRight(PER_CENT).doubleValue(), POINT_PLACES)
                : Figure.NONE;
    }

    /** A whole number with thousands separators. */
    static String count(long number) {
        return Figure.QUANTITY.text((double) number);
    }

    /** A seed with all its digits. */
    static BigDecimal seed(long seed) {
        return BigDecimal.valueOf(seed);
    }

    static void add(Estimate estimate, List<Cell> row) {
        row.add(Cell.of(estimate.value(), Figure.PLAIN));
        row.add(Cell.of(estimate.low(), Figure.PLAIN));
        row.add(Cell.of(estimate.high(), Figure.PLAIN));
    }

    static Json json(Estimate estimate) {
        return new Json()
                .put("value", estimate.value())
                .put("low", estimate.low())
                .put("high", estimate.high());
    }
}
