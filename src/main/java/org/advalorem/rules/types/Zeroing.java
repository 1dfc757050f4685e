package org.advalorem.rules.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.BenefitContext;

/** The extent to which a transaction on the other side of the benchmark offsets those that confer a benefit. */
enum Zeroing {
    /** No offset. */
    TRANSACTION("transaction"),
    /** Offset within the month, all grades together. */
    MONTH("month"),
    /** Offset over the entire period. */
    NONE("none");

    static final Field<Zeroing> FIELD =
            field("How far a purchase above the benchmark offsets others.", "19 CFR 351.511(a)(2)");

    private final String label;

    Zeroing(String label) {
        this.label = label;
    }

    /**
     * The field by which a scenario chooses.
     *
     * @param description what is chosen, in one sentence
     * @param citation the provision that it interprets
     */
    static Field<Zeroing> field(String description, String citation) {
        return Field.optional("zeroing", FieldType.choice(Zeroing.class), description)
                .orElse("transaction")
                .under(citation);
    }

    /**
     * The saving on the transactions of one month.
     *
     * @param zeroed whether any of them gives nothing and could be zeroed
     */
    record Saving(int month, Term amount, Term zeroed) {}

    /**
     * Savings restated at the price level of the year's last month, where a price index is stated; written if they
     * are.
     */
    static List<Saving> atOneLevelOfPrices(List<Saving> savings, BenefitContext context) {
        context.ofOneLevelOfPrices()
                .filter(authority -> !savings.isEmpty())
                .ifPresent(authority -> context.outline()
                        .note("The benefit of each month is multiplied by its factor of prices.", authority));
        return savings.stream()
                .map(saving -> new Saving(
                        saving.month(),
                        context.atOneLevelOfPrices(saving.amount(), Optional.of(saving.month())),
                        saving.zeroed()))
                .toList();
    }

    /** Whether the positive portion is taken purchase by purchase. */
    boolean ofEachPurchase() {
        return this == TRANSACTION;
    }

    /** The benefit: the sum of the savings, not below zero in each month or over the entire period. */
    Term total(List<Saving> savings, CalculationBuilder builder, Unit currency) {
        return switch (this) {
            case TRANSACTION -> sum(savings, builder, currency);
            case MONTH ->
                builder.sum(
                        ofMonths(savings, builder, currency).stream()
                                .map(Term::positivePart)
                                .toList(),
                        currency);
            case NONE -> sum(savings, builder, currency).positivePart();
        };
    }

    /** The total saving, before zeroing of whatever months or the period do not offset. */
    static Term sum(List<Saving> savings, CalculationBuilder builder, Unit currency) {
        return builder.sum(savings.stream().map(Saving::amount).toList(), currency);
    }

    /** Whether the savings sum to the benefit, or to an amount that is set to zero if it is below zero. */
    boolean hasSum() {
        return this != MONTH;
    }

    /** Whether there was anything to zero: a transaction that gives nothing, or a total below zero. */
    Term applies(List<Saving> savings, CalculationBuilder builder, Unit currency) {
        Term zero = builder.literal(0, currency);
        return switch (this) {
            case TRANSACTION -> builder.any(savings.stream().map(Saving::zeroed).toList());
            case MONTH ->
                builder.any(ofMonths(savings, builder, currency).stream()
                        .map(month -> month.less(zero))
                        .toList());
            case NONE -> sum(savings, builder, currency).less(zero);
        };
    }

    private static List<Term> ofMonths(List<Saving> savings, CalculationBuilder builder, Unit currency) {
        TreeMap<Integer, List<Term>> byMonth = new TreeMap<>();
        savings.forEach(saving -> byMonth.computeIfAbsent(saving.month(), absent -> new ArrayList<>())
                .add(saving.amount()));
        return byMonth.values().stream()
                .map(month -> builder.sum(month, currency))
                .toList();
    }

    /**
     * The authority for the total.
     *
     * @param ofEach the assumption on transactions that are zeroed one by one
     * @param citation the provision that it interprets
     */
    Authority authority(Assumption ofEach, String citation) {
        return (ofEachPurchase() ? ofEach : Assumption.OFFSET_PURCHASES).under(citation);
    }

    @Override
    public String toString() {
        return label;
    }
}
