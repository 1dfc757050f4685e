package org.advalorem.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.facts.Provenance.Status;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;

/**
 * How well the values are established on which a company's rate rests: shares of the sum of its published program rates.
 *
 * <p>A program counts once, by what is weakest in it: a rate on facts available; else a number from which the rate was
 * computed, or a choice made for the program, its use, the member that received it, a benchmark it uses or the proceeding,
 * that is disputed, alleged, assumed or illustrative; else a number whose status is not stated. So the shares add up to one,
 * and only a program with a stated status for every number counts as stated.
 *
 * @param byStatus the shares, not stated first; no status without a share, and none at all if the sum is 0
 */
record Reliance(Map<String, BigDecimal> byStatus) {
    /** The definition, as the output words it. */
    static final String DEFINITION =
            "Shares of the sum of published program rates. A program counts once: under facts available if its rate rests on"
                    + " them; else under disputed, alleged, assumed or illustrative if at least one number or choice is;"
                    + " else under not stated if at least one number has no stated status; else under stated.";

    /** The statuses of values that are assumed or disputed, the first of which stands for a program. */
    static final Set<Status> WEAK = EnumSet.of(Status.ASSUMED, Status.DISPUTED, Status.ALLEGED, Status.ILLUSTRATIVE);

    private static final List<Status> WEAKEST_FIRST =
            List.of(Status.DISPUTED, Status.ALLEGED, Status.ASSUMED, Status.ILLUSTRATIVE, Status.UNSTATED);
    private static final String STATED = "stated";
    private static final List<String> SHOWN = List.of(
            Status.UNSTATED.label(),
            Status.FACTS_AVAILABLE.label(),
            Status.DISPUTED.label(),
            Status.ALLEGED.label(),
            Status.ASSUMED.label(),
            Status.ILLUSTRATIVE.label(),
            STATED);
    private static final MathContext DIGITS = new MathContext(12);
    private static final int PLACES = 4;

    static Reliance of(CompanyResult company, Statuses statuses) {
        BigDecimal total = BigDecimal.ZERO;
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        SHOWN.forEach(status -> sums.put(status, BigDecimal.ZERO));
        for (ProgramResult program : company.programs()) {
            BigDecimal rate = rate(statuses.value(program.countedRounded()));
            total = total.add(rate);
            sums.merge(status(program, statuses.of(company, program)), rate, BigDecimal::add);
        }
        BigDecimal whole = total;
        sums.values().removeIf(sum -> sum.signum() == 0);
        sums.replaceAll((status, sum) -> sum.divide(whole, DIGITS).stripTrailingZeros());
        return new Reliance(sums);
    }

    private static String status(ProgramResult program, Set<Status> found) {
        if (program.factsAvailable() || found.contains(Status.FACTS_AVAILABLE)) {
            return Status.FACTS_AVAILABLE.label();
        }
        for (Status status : WEAKEST_FIRST) {
            if (found.contains(status)) {
                return status.label();
            }
        }
        return STATED;
    }

    /** The listing type of the shares. */
    static ListingType<Reliance> type(String name, String row) {
        ListingType<Map.Entry<String, BigDecimal>> byStatus = ListingType.<Map.Entry<String, BigDecimal>>of(
                        "byStatus", "status", "The share of each status; together they are one.")
                .text("status", Map.Entry::getKey, "The status.")
                .number(Figure.SHARE, "share", share -> share.getValue().doubleValue(), "The share.");
        return ListingType.<Reliance>of(name, row, DEFINITION)
                .text("definition", reliance -> DEFINITION, "How the shares are defined.")
                .with(byStatus, reliance -> List.copyOf(reliance.byStatus().entrySet()));
    }

    /** The shares in words, which add up to 100 percent; empty if there are none. */
    String words() {
        Map<String, BigDecimal> rounded = rounded();
        List<String> words = new ArrayList<>();
        rounded.forEach((status, share) -> words.add(status + " " + Figure.PUBLISHED.text(share.doubleValue())));
        return String.join(", ", words);
    }

    /** The shares in hundredths of a percent, the largest remainders rounded up so that they add up to one. */
    private Map<String, BigDecimal> rounded() {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(PLACES);
        Map<String, BigDecimal> rounded = new LinkedHashMap<>();
        BigDecimal missing = byStatus.isEmpty() ? BigDecimal.ZERO : BigDecimal.ONE;
        for (Map.Entry<String, BigDecimal> share : byStatus.entrySet()) {
            BigDecimal down = share.getValue().setScale(PLACES, RoundingMode.DOWN);
            rounded.put(share.getKey(), down);
            missing = missing.subtract(down);
        }
        while (missing.compareTo(unit) >= 0) {
            String most = "";
            BigDecimal largest = BigDecimal.ONE.negate();
            for (Map.Entry<String, BigDecimal> share : rounded.entrySet()) {
                BigDecimal remainder =
                        byStatus.getOrDefault(share.getKey(), BigDecimal.ZERO).subtract(share.getValue());
                if (remainder.compareTo(largest) > 0) {
                    most = share.getKey();
                    largest = remainder;
                }
            }
            rounded.merge(most, unit, BigDecimal::add);
            missing = missing.subtract(unit);
        }
        return rounded;
    }

    private static BigDecimal rate(double rate) {
        return Double.isFinite(rate) ? LegalDecimals.decimal(rate) : BigDecimal.ZERO;
    }
}
