package org.advalorem.rules.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fees, fines and penalties not paid: 19 CFR 351.529. Period 2015. */
final class FeesAndFinesTest {
    private static final double CENT = 0.005;

    private static OneUse fine(Object... more) {
        List<Object> facts = new ArrayList<>(List.of("kind", "fine", "owed", 500_000));
        facts.addAll(List.of(more));
        return OneUse.of("fees-and-fines", facts.toArray());
    }

    @ParameterizedTest
    @CsvSource({"0, 500000", "100000, 400000", "500000, 0"})
    void whatIsNotPaidIsTheBenefit(int paid, double benefit) {
        assertThat(fine("due", "2015-04-01", "paid", paid).benefit()).isEqualTo(benefit);
    }

    @ParameterizedTest
    @CsvSource({"2014-12-31, 0", "2015-12-31, 500000", "2016-01-01, 0"})
    void itIsReceivedWhenItWasDue(String due, double benefit) {
        assertThat(fine("due", due).benefit()).isEqualTo(benefit);
    }

    // as RULES 2.13 on a tax: 500,000 for eight months at 6 %
    @Test
    void whatIsDeferredIsALoan() {
        OneUse use = fine("due", "2014-07-01", "deferred-until", "2015-03-01", "benchmark-rate", "6%");
        assertThat(use.benefit()).isCloseTo(20_000, within(CENT));
        assertThat(use.table("Interest on the deferred fine"))
                .containsExactly("2014-07-01 | 2015-03-01 | 30000 | 20000");
        assertThat(use.tableAuthority("Interest on the deferred fine").assumption())
                .contains("A112");
    }

    // 400,000 * (6 - 1) % on each anniversary, and half of it on 2015-10-01
    @ParameterizedTest
    @CsvSource({"2013, 0", "2014, 20000", "2015, 30000", "2016, 0"})
    void aLongDeferralOfTheRest(int year, double benefit) {
        assertThat(fine(
                                "due",
                                "2013-04-01",
                                "paid",
                                100_000,
                                "deferred-until",
                                "2015-10-01",
                                "benchmark-rate",
                                "6%",
                                "interest-charged",
                                "1%")
                        .in(year)
                        .benefit())
                .isCloseTo(benefit, within(CENT));
    }

    @ParameterizedTest
    @CsvSource({"1998, A113", "2024, ", "2025, "})
    void beforeTheTextOf2024ItIsAnAssumption(String text, String assumption) {
        OneUse use = fine("due", "2015-04-01").under(text);
        assertThat(use.benefit()).isEqualTo(500_000);
        assertThat(use.authority("Unpaid fine, due on 2015-04-01").assumption())
                .isEqualTo(Optional.ofNullable(assumption));
    }

    @Test
    void wrongInput() {
        assertThat(fine("due", "2015-04-01", "paid", 500_001).problems())
                .containsExactly("AV401 (companies.acme.uses.program.1) paid more than was owed.");
        assertThat(fine("due", "2015-04-01", "interest-charged", "1%").problems())
                .containsExactly(
                        "AV401 (companies.acme.uses.program.1) has (interest-charged), but no (deferred-until).");
        assertThat(fine("due", "2015-04-01", "deferred-until", "2015-04-01", "benchmark-rate", "6%")
                        .problems())
                .containsExactly("AV401 The fine is deferred from 2015-04-01 until 2015-04-01, which is not later.");
    }
}
