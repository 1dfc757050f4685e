package org.advalorem.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.advalorem.facts.Given;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoanTest {
    private static final double CENT = 0.005;

    private static Given drawdown(String loan, String date, double amount, Object... terms) {
        Object[] all = new Object[8 + terms.length];
        System.arraycopy(
                new Object[] {"loan", loan, "date", date, "event", "drawdown", "amount", amount}, 0, all, 0, 8);
        System.arraycopy(terms, 0, all, 8, terms.length);
        return Given.mapping(all);
    }

    private static Given event(String loan, String date, String event, double amount) {
        return Given.mapping("loan", loan, "date", date, "event", event, "amount", amount);
    }

    /** 2,000,000 for 90 days. */
    private static Given.Sequence flat(double interest) {
        return Given.sequence(
                drawdown("L1", "2015-02-01", 2_000_000, "term", "0.5"),
                event("L1", "2015-05-02", "interest", interest),
                event("L1", "2015-05-02", "repayment", 2_000_000));
    }

    @ParameterizedTest
    @CsvSource({"365, 9863.01, 11589.04", "360, 10000, 11750.00"})
    void flatShortTermLoan(String basis, double interest, double benefit) {
        OneUse use = OneUse.of("loan", "events", flat(interest), "benchmark-rate", "4.35%", "basis", basis);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
    }
}
