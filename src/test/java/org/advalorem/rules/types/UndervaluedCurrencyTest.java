package org.advalorem.rules.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exchanges of an undervalued currency: 19 CFR 351.528. Period 2015. */
@Shows({"2.12", "20.26"})
final class UndervaluedCurrencyTest {
    private static final double CENT = 0.005;

    private static OneUse exchanges(String undervalued, String action, SourceNode... rows) {
        return OneUse.of(
                "undervalued-currency",
                "undervalued",
                undervalued,
                "government-action",
                action,
                "exchanges",
                SourceNode.sequence((Object[]) rows));
    }

    private static SourceNode row(Object dollars, Object received, Object undistorted, Object... more) {
        List<Object> cells = new ArrayList<>(
                List.of("dollars", dollars, "rate-received", received, "undistorted-rate", undistorted));
        cells.addAll(List.of(more));
        return SourceNode.mapping(cells.toArray());
    }

    // RULES 2.13: 40m at 7.00, undistorted 6.65
    @ParameterizedTest
    @CsvSource({"yes, yes, 14000000", "no, yes, 0", "yes, no, 0", "no, no, 0"})
    void dollarsTimesTheDifferenceWhereBothFindingsAreMade(String undervalued, String action, double benefit) {
        OneUse use = exchanges(undervalued, action, row("40 million", "7.00", "6.65"));
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
        assertThat(use.notes().stream().filter(note -> note.contains(": no benefit (19 CFR 351.528(a)(")))
                .hasSize(benefit == 0 ? 1 : 0);
    }

    // 10m * 0.35 + 20m * 0.10; a month below the undistorted rate offsets, and never below zero
    @Test
    void monthByMonth() {
        assertThat(exchanges(
                                "yes",
                                "yes",
                                row("10 million", "7.00", "6.65", "month", "2015-01"),
                                row("20 million", "6.90", "6.80", "month", "2015-12"))
                        .benefit())
                .isCloseTo(5_500_000, within(CENT));
        assertThat(exchanges(
                                "yes",
                                "yes",
                                row("10 million", "7.00", "6.65", "month", "2015-01"),
                                row("20 million", "6.70", "6.80", "month", "2015-12"))
                        .benefit())
                .isCloseTo(1_500_000, within(CENT));
        assertThat(exchanges("yes", "yes", row("10 million", "6.60", "6.65")).benefit())
                .isZero();
    }

    @Test
    void exchangesOutsideThePeriodAreLeftOut() {
        OneUse use = exchanges(
                "yes",
                "yes",
                row("10 million", "7.00", "6.65", "month", "2014-12"),
                row("10 million", "7.00", "6.65", "month", "2015-01"));
        assertThat(use.benefit()).isCloseTo(3_500_000, within(CENT));
        assertThat(use.determination().leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.why()).isEqualTo("received outside 2015"));
    }

    @Test
    void aCompanyThatReportsInDollars() {
        OneUse use = OneUse.of(
                        "undervalued-currency",
                        "local-currency",
                        "CNY",
                        "undervalued",
                        "yes",
                        "government-action",
                        "yes",
                        "exchanges",
                        SourceNode.sequence(row("40 million", "7.00", "6.65", "month", "2015-06")))
                .reporting("USD")
                .exchangeRates(SourceNode.mapping("month", "2015-06", "from", "USD", "to", "CNY", "rate", "7"));
        assertThat(use.benefit()).isCloseTo(2_000_000, within(CENT));
        assertThat(exchanges("yes", "yes", row("40 million", "7.00", "6.65"))
                        .reporting("USD")
                        .problems())
                .containsExactly("AV401 The dollars of (companies.acme.uses.program.1) are exchanged for the company's"
                        + " currency, which is USD too.");
    }

    @Test
    void aLongerPeriodNeedsTheMonthOfEachExchange() {
        assertThat(Scenarios.review()
                        .proceeding("period", "2015-01-01 to 2016-12-31")
                        .program("c", "type", "undervalued-currency", "undervalued", "yes", "government-action", "yes")
                        .company(
                                "a",
                                "currency",
                                "CNY",
                                "sales",
                                SourceNode.sequence(
                                        Scenarios.sale(2015, "a", "", "domestic", "100 million"),
                                        Scenarios.sale(2016, "a", "", "domestic", "100 million")),
                                "uses",
                                SourceNode.mapping(
                                        "c",
                                        Scenarios.use(
                                                "exchanges", SourceNode.sequence(row("40 million", "7.00", "6.65")))))
                        .problems())
                .contains("Dollars exchanged have no month, and the period 2015-01-01 to 2016-12-31 is not one year.");
    }

    @ParameterizedTest
    @CsvSource({"1998, A116", "2024, ", "2025, "})
    void underTheTextOf1998TheRuleOf2020IsAssumed(String text, String assumption) {
        assertThat(exchanges("yes", "yes", row("40 million", "7.00", "6.65"))
                        .under(text)
                        .tableAuthority("Dollars exchanged")
                        .assumption())
                .isEqualTo(Optional.ofNullable(assumption));
    }

    @Test
    void findingsAreNeeded() {
        assertThat(OneUse.of(
                                "undervalued-currency",
                                "exchanges",
                                SourceNode.sequence(row("40 million", "7.00", "6.65")))
                        .problems())
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("AV202 (undervalued) is missing")
                        || problem.startsWith("AV202 (government-action) is missing"));
    }
}
