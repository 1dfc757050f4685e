package org.advalorem.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;

/** How far a purchase above the benchmark offsets those below it. */
enum Zeroing {
    /** Not at all. */
    TRANSACTION("transaction"),
    /** Within its month, all grades together. */
    MONTH("month"),
    /** Over the whole period. */
    NONE("none");

    static final Field<Zeroing> FIELD = Field.optional(
                    "zeroing",
                    FieldType.choice(Zeroing.class),
                    "How far a purchase above the benchmark offsets others.")
            .orElse("transaction")
            .under("19 CFR 351.511(a)(2)");

    private final String label;

    Zeroing(String label) {
        this.label = label;
    }

    /**
     * What was saved on purchases of one month.
     *
     * @param above whether any of them was not below its benchmark
     */
    record Saving(int month, Term amount, Term above) {}

    /** Whether the positive part is taken purchase by purchase. */
    boolean ofEachPurchase() {
        return this == TRANSACTION;
    }

    /** The benefit: the sum of what was saved, in each month or in the whole period not below zero. */
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

    /** What was saved in all, before anything is set to zero that months or the period do not offset. */
    static Term sum(List<Saving> savings, CalculationBuilder builder, Unit currency) {
        return builder.sum(savings.stream().map(Saving::amount).toList(), currency);
    }

    /** Whether the savings add up to the benefit, or to what is set to zero if it is below zero. */
    boolean hasSum() {
        return this != MONTH;
    }

    /** Whether there was anything that does not offset: a purchase not below its benchmark, or a total below zero. */
    Term applies(List<Saving> savings, CalculationBuilder builder, Unit currency) {
        Term zero = builder.literal(0, currency);
        return switch (this) {
            case TRANSACTION -> builder.any(savings.stream().map(Saving::above).toList());
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

    /** What the total rests on. */
    Authority authority() {
        return (ofEachPurchase() ? Assumption.ZEROING : Assumption.OFFSET_PURCHASES).under("19 CFR 351.511(a)(2)");
    }

    @Override
    public String toString() {
        return label;
    }
}
