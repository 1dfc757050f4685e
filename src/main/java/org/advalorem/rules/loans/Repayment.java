package org.advalorem.rules.loans;

import java.util.Arrays;
import java.util.List;

/** How the principal of a loan is repaid under its contract. */
enum Repayment {
    /** The whole principal on the due date. */
    AT_MATURITY("at maturity"),
    /** The same part of the principal on every day of payment. */
    EQUAL_PRINCIPAL("equal principal"),
    /** Principal and interest together the same on every day of payment. */
    ANNUITY("annuity");

    private final String label;

    Repayment(String label) {
        this.label = label;
    }

    static Repayment of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.label.equals(word))
                .findFirst()
                .orElseThrow();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Repayment::toString).toList();
    }

    @Override
    public String toString() {
        return label;
    }
}
