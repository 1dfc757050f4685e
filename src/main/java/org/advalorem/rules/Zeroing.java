package org.advalorem.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Field;
import org.advalorem.facts.Kind;

/** How far a purchase above the benchmark offsets those below it. */
enum Zeroing {
    /** Not at all. */
    TRANSACTION("transaction"),
    /** Within its month, all grades together. */
    MONTH("month"),
    /** Over the whole period. */
    NONE("none");

    static final Field<Zeroing> FIELD = Field.optional(
                    "zeroing", Kind.choice(Zeroing.class), "How far a purchase above the benchmark offsets others.")
            .orElse("transaction")
            .under("19 CFR 351.511(a)(2)");

    private final String label;

    Zeroing(String label) {
        this.label = label;
    }

    /** What was saved on purchases of one month. */
    record Saving(int month, Term amount) {}

    /** Whether the positive part is taken purchase by purchase. */
    boolean ofEachPurchase() {
        return this == TRANSACTION;
    }

    /** The benefit: the sum of what was saved, in each month or in the whole period not below zero. */
    Term total(List<Saving> savings, CalculationBuilder builder, Unit currency) {
        return switch (this) {
            case TRANSACTION -> builder.sum(savings.stream().map(Saving::amount).toList(), currency);
            case MONTH -> {
                TreeMap<Integer, List<Term>> byMonth = new TreeMap<>();
                savings.forEach(saving -> byMonth.computeIfAbsent(saving.month(), absent -> new ArrayList<>())
                        .add(saving.amount()));
                yield builder.sum(
                        byMonth.values().stream()
                                .map(month -> builder.sum(month, currency).positivePart())
                                .toList(),
                        currency);
            }
            case NONE ->
                builder.sum(savings.stream().map(Saving::amount).toList(), currency)
                        .positivePart();
        };
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
