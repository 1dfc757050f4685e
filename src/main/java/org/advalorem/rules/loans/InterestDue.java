package org.advalorem.rules.loans;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** When the interest of a loan is due under its contract. */
enum InterestDue {
    MONTHLY(Optional.of(Frequency.MONTHLY)),
    QUARTERLY(Optional.of(Frequency.QUARTERLY)),
    SEMIANNUALLY(Optional.of(Frequency.SEMIANNUALLY)),
    ANNUALLY(Optional.of(Frequency.ANNUALLY)),
    AT_MATURITY(Optional.empty());

    private final Optional<Frequency> frequency;

    InterestDue(Optional<Frequency> frequency) {
        this.frequency = frequency;
    }

    /** How often; empty if all of it is due with the loan. */
    Optional<Frequency> frequency() {
        return frequency;
    }

    static InterestDue of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.toString().equals(word))
                .findFirst()
                .orElseThrow();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(InterestDue::toString).toList();
    }

    @Override
    public String toString() {
        return frequency.map(Frequency::toString).orElse("at maturity");
    }
}
