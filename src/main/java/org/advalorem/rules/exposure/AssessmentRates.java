package org.advalorem.rules.exposure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.deposits.Deposits;
import org.advalorem.rules.deposits.FirmName;

/** The rates at which entries are assessed in the end. */
final class AssessmentRates {
    static final Field<Map<String, Term>> FINAL_RATES = Field.optional(
            "final-rates",
            FieldType.named(FieldType.rate().within(Domain.NOT_NEGATIVE)),
            "The assessment rate of each company of the scenario, and of all-others, for entries that no review covers. When"
                    + " left out: as deposited if there are reviews, else the rates of the determination.");
    static final Field<Boolean> NEGATIVE = Field.optional(
                    "negative",
                    FieldType.flag(),
                    "Whether the final determination was negative: everything comes back.")
            .orElse("no");
    static final Field<Map<String, Facts>> REVIEWS = Field.optional(
            "reviews",
            FieldType.named(FieldType.section(Review.FIELDS)),
            "Administrative reviews, whose rates apply to the entries of their periods.");

    /** What the label of a period says of entries that no review covers. */
    static final String NO_REVIEW = "no review";

    /** The id of all others among rates. */
    private static final String ALL_OTHERS = "all-others";

    private final Facts facts;
    private final Deposits deposits;
    private final boolean negative;
    private final List<Review> reviews;
    private final Optional<Map<String, Term>> outside;
    private final Term none;

    /**
     * The rates of a section.
     *
     * @param rates the published rate of each company and of all others, by id
     */
    AssessmentRates(Facts facts, Deposits deposits, Map<String, Term> rates, CalculationBuilder builder) {
        this.facts = facts;
        this.deposits = deposits;
        this.negative = facts.get(NEGATIVE);
        this.reviews = Every.of(
                List.copyOf(facts.optional(REVIEWS).orElse(Map.of()).entrySet()),
                of -> Review.of(of.getKey(), of.getValue(), rates.keySet()));
        Optional<Map<String, Term>> stated = facts.optional(FINAL_RATES);
        this.outside = stated.isPresent() || !reviews.isEmpty() ? stated : Optional.of(rates);
        this.none = builder.fraction("0");
        stated.ifPresent(of -> refuseUnknown(facts, FINAL_RATES, of, rates.keySet()));
        refuseOverlaps();
    }

    /** Refuses rates of firms that the determination has none of. */
    static void refuseUnknown(Facts facts, Field<Map<String, Term>> field, Map<String, Term> rates, Set<String> known) {
        for (String id : rates.keySet()) {
            if (!known.contains(id) && !id.equals(ALL_OTHERS)) {
                throw facts.problem(
                        Problem.Code.AV402,
                        field,
                        "There is no company (" + id + ") to have a final rate.",
                        "Write one of: " + String.join(", ", known) + ".");
            }
        }
    }

    private void refuseOverlaps() {
        List<Review> before = new ArrayList<>();
        for (Review review : reviews) {
            for (Review other : before) {
                if (review.covers(other.from()) || other.covers(review.from())) {
                    throw facts.problem(
                            Problem.Code.AV401,
                            REVIEWS,
                            "The reviews (" + other.id() + ") and (" + review.id() + ") cover the same days.",
                            "Give each day of entry to one of them.");
                }
            }
            before.add(review);
        }
    }

    /** The review that covers entries of that day, if any. */
    Optional<Review> review(LocalDate day) {
        return reviews.stream().filter(review -> review.covers(day)).findFirst();
    }

    /**
     * The assessment rate of the exporter, of the producer, or of all others.
     *
     * @param deposited the deposit rate, which is final for a firm that no review covers
     */
    Term rate(Optional<Review> review, FirmName exporter, Optional<FirmName> producer, Term deposited) {
        if (negative) {
            return none;
        }
        Optional<Map<String, Term>> stated = review.isPresent() ? review.map(Review::rates) : outside;
        Optional<Term> found = stated.flatMap(rates -> of(rates, exporter)
                .or(() -> producer.flatMap(firm -> of(rates, firm)))
                .or(() -> Optional.ofNullable(rates.get(ALL_OTHERS))));
        if (found.isEmpty() && reviews.isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV403,
                    FINAL_RATES,
                    "There is no final rate of " + exporter + " nor of all-others.",
                    "Write final-rates: {all-others: 18.56%}.");
        }
        return found.orElse(deposited);
    }

    private Optional<Term> of(Map<String, Term> rates, FirmName firm) {
        return deposits.id(firm).flatMap(id -> Optional.ofNullable(rates.get(id)));
    }
}
