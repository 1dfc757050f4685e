package org.advalorem.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.facts.Provenance.Status;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;

/**
 * The extent to which a company's rate rests on values that are assumed or disputed.
 *
 * <p>The share is that of the published program rates of programs with at least one such value: a number from which the
 * rate was computed, or a choice made for the program, its use, the member that received it, a benchmark it uses or the
 * proceeding. The statuses assumed, disputed, alleged and illustrative count; in a scenario marked illustrative, so
 * does every number without a stated status.
 *
 * @param share the share of the sum of published program rates; 0 if that sum is 0
 * @param byStatus the share of programs with at least one value of each status; a program may count more than once
 */
record Reliance(BigDecimal share, Map<Status, BigDecimal> byStatus) {
    /** The definition, as the output words it. */
    static final String DEFINITION =
            "The share of the published program rates that comes from programs with at least one number or choice that is"
                    + " assumed, disputed, alleged or illustrative; in a scenario marked illustrative, numbers without a stated"
                    + " status count as assumed.";

    private static final MathContext DIGITS = new MathContext(12);
    /** The statuses of values that are assumed or disputed. */
    static final Set<Status> WEAK = EnumSet.of(Status.ASSUMED, Status.DISPUTED, Status.ALLEGED, Status.ILLUSTRATIVE);

    static Reliance of(CompanyResult company, Statuses statuses) {
        Set<Status> counted = EnumSet.copyOf(WEAK);
        if (statuses.areIllustrative()) {
            counted.add(Status.UNSTATED);
        }
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal weak = BigDecimal.ZERO;
        Map<Status, BigDecimal> byStatus = new EnumMap<>(Status.class);
        for (ProgramResult program : company.programs()) {
            BigDecimal rate = rate(statuses.value(program.countedRounded()));
            total = total.add(rate);
            if (rate.signum() == 0) {
                continue;
            }
            Set<Status> found = statuses.of(company, program);
            found.retainAll(counted);
            found.forEach(status -> byStatus.merge(status, rate, BigDecimal::add));
            weak = found.isEmpty() ? weak : weak.add(rate);
        }
        BigDecimal whole = total;
        byStatus.replaceAll((status, rate) -> share(rate, whole));
        return new Reliance(share(weak, whole), byStatus);
    }

    /** The listing type of the shares. */
    static ListingType<Reliance> type(String name, String row) {
        ListingType<Map.Entry<Status, BigDecimal>> byStatus = ListingType.<Map.Entry<Status, BigDecimal>>of(
                        "byStatus", "status", "The share of programs with at least one value of that status.")
                .text("status", share -> share.getKey().label(), "The status.")
                .number(Figure.SHARE, "share", share -> share.getValue().doubleValue(), "The share.");
        return ListingType.<Reliance>of(name, row, DEFINITION)
                .number(
                        Figure.SHARE,
                        "assumed-or-disputed-share",
                        reliance -> reliance.share().doubleValue(),
                        "The share of the published rate.")
                .text("definition", reliance -> DEFINITION, "How the share is defined.")
                .with(byStatus, reliance -> List.copyOf(reliance.byStatus().entrySet()));
    }

    /** The shares by status in words; empty if nothing is assumed or disputed. */
    String parts() {
        return byStatus.entrySet().stream()
                .map(entry -> entry.getKey().label() + " "
                        + Figure.PUBLISHED.text(entry.getValue().doubleValue()))
                .collect(Collectors.joining(", "));
    }

    private static BigDecimal rate(double rate) {
        return Double.isFinite(rate) ? LegalDecimals.decimal(rate) : BigDecimal.ZERO;
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : part.divide(whole, DIGITS).stripTrailingZeros();
    }
}
