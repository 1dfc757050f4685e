package org.advalorem.rules.exposure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;

/**
 * An administrative review: the entries of its period are assessed at its rates, 19 CFR 351.212(b); those of firms that it
 * does not name as deposited, 19 CFR 351.212(c).
 *
 * @param id its name in the scenario
 * @param from the first day of its period
 * @param to the last day of it
 * @param rates the assessment rate of each company of the scenario that it covers, and of all-others if it covers them
 * @param liquidation the day on which its entries are liquidated, unless they state one
 */
record Review(String id, LocalDate from, LocalDate to, Map<String, Term> rates, Optional<LocalDate> liquidation) {
    private static final Field<LocalDate> FROM =
            Field.required("from", FieldType.date(), "The first day of entry that it covers.");
    private static final Field<LocalDate> TO =
            Field.required("to", FieldType.date(), "The last day of entry that it covers.");
    private static final Field<Map<String, Term>> RATES = Field.required(
                    "final-rates",
                    FieldType.named(FieldType.rate().within(Domain.NOT_NEGATIVE)),
                    "The assessment rate of each company reviewed, and of all-others if they are.")
            .under("19 CFR 351.212(b)(2)");
    private static final Field<LocalDate> LIQUIDATION = Field.optional(
            "liquidation", FieldType.date(), "The day on which its entries are liquidated, unless they state one.");
    static final FieldSet FIELDS = FieldSet.of("a review", FROM, TO, RATES, LIQUIDATION);

    /** Copies the rates. */
    Review {
        rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
    }

    /**
     * The review of a section.
     *
     * @param known the ids of the companies that have rates
     */
    static Review of(String id, Facts facts, Set<String> known) {
        Review review = new Review(id, facts.get(FROM), facts.get(TO), facts.get(RATES), facts.optional(LIQUIDATION));
        AssessmentRates.refuseUnknown(facts, RATES, review.rates, known);
        if (review.to.isBefore(review.from)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    TO,
                    "(to) is " + review.to + ", before (from), " + review.from + ".",
                    "Check the two dates.");
        }
        if (review.liquidation.filter(review.to::isAfter).isPresent()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    LIQUIDATION,
                    "(liquidation) is " + review.liquidation.get() + ", before the end of the period, " + review.to
                            + ".",
                    "Check the two dates.");
        }
        return review;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
