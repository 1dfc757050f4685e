package org.advalorem.rules.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loan guarantees: 19 CFR 351.506. Period 2015. */
@Shows("2.3")
final class LoanGuaranteeTest {
    private static final double CENT = 0.005;

    private static SourceNode loan(Object... more) {
        List<Object> cells = new ArrayList<>(List.of(
                "loan", "G1", "drawn", "2014-12-31", "due", "2015-12-31", "principal", "10 million", "rate", "4.0%"));
        cells.addAll(List.of(more));
        return SourceNode.mapping(cells.toArray());
    }

    private static OneUse guaranteed(SourceNode loan, Object... more) {
        List<Object> facts = new ArrayList<>(List.of(
                "loans",
                SourceNode.sequence(loan),
                "repayment",
                "at maturity",
                "interest",
                "at maturity",
                "benchmark-rate",
                "5.5%"));
        facts.addAll(List.of(more));
        return OneUse.of("loan-guarantee", facts.toArray());
    }

    // RULES 2.13: 10m; unguaranteed 5.5 %; guaranteed 4.0 % + fee 0.2 %
    @Test
    void withoutAndWithTheGuarantee() {
        OneUse use = guaranteed(loan(), "guarantee-fee", "0.2%");
        assertThat(use.benefit()).isCloseTo(130_000, within(CENT));
        assertThat(use.table("Loans"))
                .containsExactly(
                        "G1 | 2015-12-31 | 10000000 | 2014-12-31 | 2015-12-31 | 365 | 0.055 | 550000 | 420000 |"
                                + " 130000");
    }

    // the commercial guarantee of the comparable loan costs 0.5 % besides
    @ParameterizedTest
    @CsvSource({"0.2%, 0.5%, 180000", "0%, 0%, 150000", "1.5%, 0%, 0", "2%, 0.5%, 0", "2%, 0.6%, 10000"})
    void feesCountOnBothSides(String fee, String comparable, double benefit) {
        assertThat(guaranteed(loan(), "guarantee-fee", fee, "comparable-guarantee-fee", comparable)
                        .benefit())
                .isCloseTo(benefit, within(CENT));
    }

    @Test
    void aFeePaidInOneAmountIsAnEvent() {
        SourceNode events = SourceNode.sequence(
                SourceNode.mapping("loan", "G1", "date", "2015-01-15", "event", "fee", "amount", 20_000));
        assertThat(guaranteed(loan(), "events", events).benefit()).isCloseTo(130_000, within(CENT));
    }

    @Test
    void aGuaranteeInLineWithShareholdersPracticeIsNoBenefit() {
        OneUse use = guaranteed(loan(), "shareholder-practice", "yes");
        assertThat(use.benefit()).isZero();
        assertThat(use.notes())
                .contains(
                        "The government guarantees as owner, as shareholders in the country normally do: no benefit (19"
                                + " CFR 351.506(a)(2)).");
    }

    // 2014-01-01 to 2024-01-01, nothing paid: a loan from the government would be a grant in 2017
    @Test
    void aGuaranteedLoanUnpaidForThreeYearsIsNoGrant() {
        SourceNode events = SourceNode.sequence(SourceNode.mapping(
                "loan", "G1", "date", "2011-01-01", "event", "drawdown", "amount", 1_000_000, "term", "10"));
        OneUse use = OneUse.of("loan-guarantee", "events", events, "benchmark-rate", "5%");
        assertThat(use.benefit()).isCloseTo(50_000, within(CENT));
    }

    // 505(a)(5), to which 506(a)(1) refers: 4.0 % + fee against the benchmark of the year of the terms
    @ParameterizedTest
    @CsvSource({"1.4%, 15000", "1.5%, 0"})
    void aVariableRateIsTestedWithItsFee(String fee, double benefit) {
        SourceNode events = SourceNode.sequence(
                SourceNode.mapping(
                        "loan",
                        "G1",
                        "date",
                        "2014-12-31",
                        "event",
                        "drawdown",
                        "amount",
                        "10 million",
                        "term",
                        "5",
                        "rate-kind",
                        "variable",
                        "rate",
                        "4%"),
                SourceNode.mapping("loan", "G1", "date", "2015-12-31", "event", "interest", "amount", 395_000));
        assertThat(OneUse.of("loan-guarantee", "events", events, "benchmark-rate", "5.5%", "guarantee-fee", fee)
                        .under("2025")
                        .benefit())
                .isCloseTo(benefit, within(CENT));
    }

    @Test
    void findingsOnUnpaidLoansOfTheGovernmentAreRefused() {
        assertThat(guaranteed(loan("nonpayment", "contingent", "met-since", "2015-06-01"))
                        .problems())
                .containsExactly(
                        "AV401 The loan (G1) has a value in the column nonpayment, but is guaranteed, not made, by the"
                                + " government.",
                        "AV401 The loan (G1) has a value in the column met-since, but is guaranteed, not made, by the"
                                + " government.");
    }
}
