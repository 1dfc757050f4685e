package org.advalorem.rules.loans;

import java.util.Arrays;
import java.util.List;

/** How often something is paid. */
enum Frequency {
    MONTHLY("monthly", 1),
    QUARTERLY("quarterly", 3),
    SEMIANNUALLY("semiannually", 6),
    ANNUALLY("annually", 12);

    private final String label;
    private final int months;

    Frequency(String label, int months) {
        this.label = label;
        this.months = months;
    }

    /** The interval between two payments. */
    int months() {
        return months;
    }

    static Frequency of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.label.equals(word))
                .findFirst()
                .orElseThrow();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Frequency::toString).toList();
    }

    @Override
    public String toString() {
        return label;
    }
}
