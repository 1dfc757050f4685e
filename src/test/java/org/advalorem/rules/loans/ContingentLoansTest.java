package org.advalorem.rules.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interest-free loans whose repayment depends on an event: 19 CFR 351.505(e). Period 2015. */
@Shows({"2.2", "20.5"})
final class ContingentLoansTest {
    private static final double CENT = 0.005;

    private static OneUse contingent(String drawn, String event) {
        SourceNode events = SourceNode.sequence(SourceNode.mapping(
                "loan",
                "C1",
                "date",
                drawn,
                "event",
                "drawdown",
                "amount",
                "3 million",
                "due",
                event,
                "nonpayment",
                "contingent"));
        SourceNode rates = SourceNode.mapping(
                "type",
                "interest-table",
                "base",
                SourceNode.sequence(rate(2013, "6%"), rate(2014, "5%"), rate(2015, "4%")),
                "bonds",
                SourceNode.sequence(bond(2013, 2, "3%"), bond(2013, 5, "4%")));
        return OneUse.of("loan", "events", events, "benchmark", "rates", "discount-rate", "8%")
                .benchmark("rates", rates);
    }

    private static SourceNode rate(int year, String rate) {
        return SourceNode.mapping("currency", "CNY", "year", year, "rate", rate);
    }

    private static SourceNode bond(int year, int term, String yield) {
        return SourceNode.mapping("currency", "CNY", "year", year, "term", term, "yield", yield);
    }

    // RULES 2.13: 3m outstanding, the event more than a year after receipt, long-term rate 6 + (4 - 3) = 7 %
    @ParameterizedTest
    @CsvSource({"1998", "2024", "2025"})
    void anEventMoreThanAYearAwayTakesTheLongTermRate(String text) {
        OneUse use = contingent("2013-06-01", "2018-06-01").under(text);
        assertThat(use.benefit()).isCloseTo(210_000, within(CENT));
        assertThat(use.table("Benchmark rates")).containsExactly("CNY | 2013 | 5 years | 0.07");
    }

    // outstanding all year: the short-term rate of 2015
    @ParameterizedTest
    @CsvSource({"2014-12-31, 2015-12-31", "2014-06-01, 2015-06-01"})
    void anEventWithinAYearTakesTheShortTermRateOfTheYear(String drawn, String event) {
        OneUse use = contingent(drawn, event);
        assertThat(use.benefit()).isCloseTo(120_000, within(CENT));
        assertThat(use.table("Benchmark rates")).containsExactly("CNY | 2015 | short | 0.04");
        assertThat(use.notes()).anyMatch(note -> note.endsWith("(assumption A118)."));
    }

    @Test
    void aDayBeyondAYearIsLongTerm() {
        assertThat(contingent("2014-06-01", "2015-06-02").table("Benchmark rates"))
                .containsExactly("CNY | 2014 | 1 year | 0.05");
    }
}
