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

/** The present value of all yearly benefits of a loan is at most its principal: RULES 2.2, 19 CFR 351.505(c)(2), (c)(4). */
@Shows("2.2")
final class LoanLimitTest {
    private static final double CENT = 0.005;

    private static SourceNode event(String date, String event, Object amount, Object... terms) {
        List<Object> cells = new ArrayList<>(List.of("loan", "L1", "date", date, "event", event, "amount", amount));
        cells.addAll(List.of(terms));
        return SourceNode.mapping(cells.toArray());
    }

    private static OneUse loan(String rate, String zeroing, SourceNode... events) {
        return OneUse.of(
                "loan", "events", SourceNode.sequence((Object[]) events), "benchmark-rate", rate, "zeroing", zeroing);
    }

    private static OneUse interestFree() {
        return loan("50%", "loan", event("2014-01-01", "drawdown", 10_000, "term", 40, "nonpayment", "contingent"));
    }

    // 10,000 free of interest at 50 %: 5,000, worth 3,333.33 the year after; a leap year; then the principal is used up
    @ParameterizedTest
    @CsvSource({"2014, 5000", "2015, 5000", "2016, 3750", "2017, 0", "2030, 0"})
    void theYearThatReachesThePrincipalGetsWhatIsLeft(int year, double benefit) {
        assertThat(interestFree().in(year).benefit()).isCloseTo(benefit, within(CENT));
    }

    @Test
    void allYearsTogetherAreWorthThePrincipal() {
        double worth = 0;
        for (int year = 2014; year <= 2020; year++) {
            worth += interestFree().in(year).benefit() / Math.pow(1.5, year - 2014);
        }
        assertThat(worth).isCloseTo(10_000, within(1e-9));
    }

    @Test
    void theTablesShowEarlierYearsAndWhatIsLeft() {
        assertThat(interestFree().in(2016).table("Benefits of earlier years"))
                .containsExactly("L1 | 2014 | 5000 | 0 | 5000", "L1 | 2015 | 5000 | 1 | 3333.333333");
        assertThat(interestFree().table("Benefits limited to the principal"))
                .containsExactly("L1 | 10000 | 5000 | 1 | 7500 | 5000");
    }

    @Test
    void interestPaidInEarlierYearsLeavesMore() {
        // 50 a day: 17,200 of 18,200 paid in 2014, (36,500 - 1,000) * 1.5; then 366 days since the payment
        OneUse use = loan(
                "50%",
                "loan", event("2014-01-01", "drawdown", 36_500, "term", 40), event("2014-12-31", "interest", 17_200));
        assertThat(use.table("Benefits limited to the principal"))
                .containsExactly("L1 | 36500 | 1000 | 1 | 53250 | 18300");
    }

    @Test
    void aLaterDrawdownAddsToThePrincipal() {
        OneUse use = loan(
                "300%",
                "loan",
                event("2015-01-01", "drawdown", 1_000, "term", 40),
                event("2015-12-31", "drawdown", 500),
                event("2016-01-01", "drawdown", 7_000));
        assertThat(use.benefit()).isCloseTo(1_500, within(CENT));
    }

    @Test
    void paymentsUseUpWhatIsLeftOneAfterTheOther() {
        OneUse use = loan(
                "300%",
                "payment",
                event("2015-01-01", "drawdown", 10_000, "term", 2),
                event("2015-04-11", "interest", 1_000),
                event("2015-12-31", "interest", 1_000));
        // 100 days: 8,219.18 less 1,000; the rest of the year would give 20,778.08
        assertThat(use.table("Loans"))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith(" | 7219.178082"),
                        second -> assertThat(second).endsWith(" | 2780.821918"));
        assertThat(use.benefit()).isCloseTo(10_000, within(CENT));
    }

    @Test
    void shortTermLoansHaveNone() {
        OneUse use = loan("300%", "loan", event("2015-01-01", "drawdown", 10_000, "term", 1));
        assertThat(use.benefit()).isCloseTo(30_000, within(CENT));
        assertThat(use.table("Benefits limited to the principal")).isEmpty();
    }

    private static SourceNode base(int year, String rate) {
        return SourceNode.mapping("currency", "CNY", "year", year, "rate", rate);
    }

    private static OneUse variable(SourceNode... base) {
        SourceNode loan = event("2013-01-01", "drawdown", 10_000, "term", 2, "rate-kind", "variable", "rate", "1%");
        SourceNode paid = event("2013-12-31", "interest", 0.5);
        SourceNode unpaid = event("2014-12-31", "interest", 0);
        SourceNode repaid = event("2015-12-31", "interest", 0.5);
        return OneUse.of(
                        "loan",
                        "events",
                        SourceNode.sequence(loan, paid, unpaid, repaid),
                        "benchmark",
                        "lending",
                        "interest-by",
                        "day")
                .benchmark(
                        "lending",
                        SourceNode.mapping("type", "interest-table", "base", SourceNode.sequence((Object[]) base)));
    }

    @Test
    void aVariableLoanTakesTheBenchmarkOfEachYearDiscountedAtThatOfItsOrigin() {
        // 2013 at 60 %: 5,999.50; 2014 at 40 %: 4,000 / 1.6 = 2,500; left 1,500.50 * 1.6 * 1.6
        OneUse use = variable(base(2013, "60%"), base(2014, "40%"), base(2015, "50%"));
        assertThat(use.benefit()).isCloseTo(3_841.28, within(CENT));
        assertThat(variable(base(2013, "60%"), base(2015, "50%")).problems())
                .containsExactly("AV403 The benchmark (lending) has no rate for CNY 2014.");
    }
}
