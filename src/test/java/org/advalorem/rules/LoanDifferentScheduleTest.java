package org.advalorem.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.advalorem.facts.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 19 CFR 351.505(c)(3), the example of RULES 2.2: five equal repayments at 8 % beside two years of grace at 2 %. */
final class LoanDifferentScheduleTest {
    private static final double CENT = 0.005;

    private static OneUse loan(Object principal, Given comparable, Given government) {
        return OneUse.of(
                "loan-different-schedule",
                "principal",
                principal,
                "life",
                5,
                "benchmark-rate",
                "8%",
                "comparable-payments",
                comparable,
                "government-payments",
                government);
    }

    private static OneUse example() {
        return loan(
                1000,
                Given.mapping(2015, 280, 2016, 264, 2017, 248, 2018, 232, 2019, 216),
                Given.mapping(2015, 20, 2016, 20, 2017, "353.333333333333", 2018, "346.666666666667", 2019, 340));
    }

    @ParameterizedTest
    @CsvSource({"2014, 0", "2015, 55.34", "2016, 52.18", "2017, 49.01", "2018, 45.85", "2019, 42.69", "2020, 0"})
    void slices(int year, double slice) {
        assertThat(example().in(year).benefit()).isCloseTo(slice, within(CENT));
    }

    @Test
    void presentValueInTheFirstYearOfRepaymentIsNotDiscounted() {
        assertThat(example().line("Benefit of the loan: not below zero, not above the principal"))
                .isCloseTo(213.45, within(CENT));
    }

    @Test
    void slicesAreWorthTheBenefit() {
        double worth = 0;
        for (int k = 1; k <= 5; k++) {
            worth += example().in(2014 + k).benefit() / Math.pow(1.08, k - 1);
        }
        assertThat(worth)
                .isCloseTo(
                        example().line("Benefit of the loan: not below zero, not above the principal"), within(1e-9));
    }

    @Test
    void theBenefitIsAtMostThePrincipal() {
        OneUse use = loan(100, Given.mapping(2015, 280, 2016, 264), Given.mapping(2015, 20));
        assertThat(use.line("Benefit of the loan: not below zero, not above the principal"))
                .isEqualTo(100);
    }

    @Test
    void aYearOfGraceOfTheComparableLoanIsNotItsFirstYear() {
        OneUse use = loan(
                1000,
                Given.mapping(2014, 0, 2015, 280, 2016, 264, 2017, 248, 2018, 232, 2019, 216),
                Given.mapping(2015, 20, 2016, 20, 2017, "353.333333333333", 2018, "346.666666666667", 2019, 340));
        assertThat(use.benefit()).isCloseTo(55.34, within(CENT));
    }

    @Test
    void aDearerLoanGivesNothing() {
        assertThat(loan(100, Given.mapping(2015, 20), Given.mapping(2015, 21)).benefit())
                .isZero();
    }

    @Test
    void paymentsBeforeTheFirstComparableOneAreWorthMore() {
        OneUse use = loan(1000, Given.mapping(2015, 100), Given.mapping(2014, 50));
        assertThat(use.line("Benefit of the loan: not below zero, not above the principal"))
                .isCloseTo(100 - 50 * 1.08, within(1e-9));
    }

    @Test
    void amountsInAnotherCurrencyNeedARate() {
        assertThat(loan("1000 USD", Given.mapping(2015, 280), Given.mapping(2015, 20))
                        .problems())
                .containsExactly(
                        "AV403 (companies.acme.uses.program.1) needs a rate that (exchange-rates) does not state: between USD"
                                + " and CNY for a month of 2015.");
    }

    @Test
    void aTableNeedsTheYearInWhichTermsWereSet() {
        OneUse use = OneUse.of(
                        "loan-different-schedule",
                        "principal",
                        1000,
                        "life",
                        1,
                        "benchmark",
                        "lending",
                        "comparable-payments",
                        Given.mapping(2015, 280),
                        "government-payments",
                        Given.mapping(2015, 20))
                .benchmark(
                        "lending",
                        Given.mapping(
                                "type",
                                "interest-table",
                                "base",
                                Given.sequence(Given.mapping("currency", "CNY", "year", 2014, "rate", "5%"))));
        assertThat(use.problem().advice()).isEqualTo("Write agreed: 2014-03-10.");
    }

    // present value 100 + 25 / 1.25 = 120; A1 = (60 + 120 * 0.25) / 1.25, A2 = (60 + 60 * 0.25) / 1.25
    @Test
    void paymentsAndScheduleAreShown() {
        OneUse use = OneUse.of(
                        "loan-different-schedule",
                        "principal",
                        1000,
                        "life",
                        2,
                        "benchmark-rate",
                        "25%",
                        "comparable-payments",
                        Given.mapping(2015, 120, 2016, 125),
                        "government-payments",
                        Given.mapping(2015, 20, 2016, 100))
                .in(2016);
        assertThat(use.table("Payments, and their differences discounted to 2015"))
                .containsExactly("2015 | 120 | 20 | 100 | 100", "2016 | 125 | 100 | 25 | 20");
        assertThat(use.table("Benefit over the 2 years of the loan"))
                .containsExactly("1 | 2015 | 72", "2 | 2016 (period) | 60");
        assertThat(use.line("Rate of the comparable loan")).isEqualTo(0.25);
        assertThat(use.table("Benchmark rates")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, short, 0.05", "2, 2 years, 0.05", "5, 5 years, 0.061"})
    void aTableGivesTheRateOfTheLifeOfTheLoan(int life, String term, String rate) {
        Given lending = Given.mapping(
                "type",
                "interest-table",
                "base",
                Given.sequence(Given.mapping("currency", "CNY", "year", 2014, "rate", "5%")),
                "bonds",
                Given.sequence(
                        Given.mapping("currency", "CNY", "year", 2014, "term", 2, "yield", "4%"),
                        Given.mapping("currency", "CNY", "year", 2014, "term", 5, "yield", "5.1%")));
        OneUse use = OneUse.of(
                        "loan-different-schedule",
                        "principal",
                        1000,
                        "life",
                        life,
                        "agreed",
                        "2014-03-10",
                        "benchmark",
                        "lending",
                        "comparable-payments",
                        Given.mapping(2015, 280),
                        "government-payments",
                        Given.mapping(2015, 20))
                .benchmark("lending", lending);
        assertThat(use.table("Benchmark rates")).containsExactly("CNY | 2014 | " + term + " | " + rate);
    }

    @Test
    void aComparableLoanHasPayments() {
        assertThat(loan(1000, Given.mapping(2015, 0), Given.mapping(2015, 20)).problems())
                .containsExactly("AV401 The comparable loan has no payments.");
    }

    @Test
    void paymentsInAnotherCurrencyNeedARate() {
        assertThat(loan(1000, Given.mapping(2015, "280 USD"), Given.mapping(2015, 20))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("AV403 (companies.acme.uses.program.1) needs a rate");
        assertThat(loan(1000, Given.mapping(2015, 280), Given.mapping(2015, "20 USD"))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("AV403 (companies.acme.uses.program.1) needs a rate");
    }
}
