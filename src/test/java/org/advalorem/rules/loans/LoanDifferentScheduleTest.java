package org.advalorem.rules.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.advalorem.Shows;
import org.advalorem.calculation.Requirement;
import org.advalorem.engine.Values;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Determination;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 19 CFR 351.505(c)(3), and (c)(2) of the text of 2025; the example of RULES 2.2: five equal repayments at 8 % beside two years of grace at 2 %. */
@Shows({"2.2", "20.2"})
final class LoanDifferentScheduleTest {
    private static final double CENT = 0.005;

    private static OneUse loan(Object principal, SourceNode comparable, SourceNode government) {
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
                SourceNode.mapping(2015, 280, 2016, 264, 2017, 248, 2018, 232, 2019, 216),
                SourceNode.mapping(2015, 20, 2016, 20, 2017, "353.333333333333", 2018, "346.666666666667", 2019, 340));
    }

    private static final SourceNode FIVE_EQUAL =
            SourceNode.mapping(2015, 200, 2016, 200, 2017, 200, 2018, 200, 2019, 200);

    /** The example with principal and interest apart. */
    private static OneUse apart(String text, Object... comparable) {
        List<Object> facts = new ArrayList<>(List.of(
                "principal",
                1000,
                "life",
                5,
                "benchmark-rate",
                "8%",
                "government-repayments",
                SourceNode.mapping(2017, "333.333333333333", 2018, "333.333333333333", 2019, "333.333333333334"),
                "government-interest",
                SourceNode.mapping(2015, 20, 2016, 20, 2017, 20, 2018, "13.3333333333333", 2019, "6.66666666666667")));
        facts.addAll(List.of(comparable));
        return OneUse.of("loan-different-schedule", facts.toArray()).under(text);
    }

    // RULES 20, row 2: interest on the comparable loan's own schedule, or on the balance of the government's
    @ParameterizedTest
    @CsvSource({
        "2014, 0, 0",
        "2015, 60, 60",
        "2016, 44, 60",
        "2017, 28, 60",
        "2018, 18.67, 40",
        "2019, 9.33, 20",
        "2020, 0, 0"
    })
    void underTheTextOf2025EachYearHasItsDifferenceOfInterest(int year, double own, double government) {
        assertThat(apart("2025", "comparable-repayments", FIVE_EQUAL).in(year).benefit())
                .isCloseTo(own, within(CENT));
        assertThat(apart("2025").in(year).benefit()).isCloseTo(government, within(CENT));
    }

    @Test
    void whatTheDifferenceOfInterestRestsOnIsNamed() {
        String title = "Interest on the comparable loan and on the government's";
        OneUse own = apart("2025", "comparable-repayments", FIVE_EQUAL).in(2016);
        assertThat(own.table(title)).startsWith("2015 | 1000 | 80 | 20 | 60", "2016 | 800 | 64 | 20 | 44");
        assertThat(own.tableAuthority(title).assumption()).isEmpty();
        assertThat(apart("2025").tableAuthority(title).assumption()).contains("A65");
    }

    @ParameterizedTest
    @CsvSource({"1998", "2024"})
    void principalAndInterestApartServeTheEarlierTexts(String text) {
        for (int year = 2014; year <= 2020; year++) {
            assertThat(apart(text, "comparable-repayments", FIVE_EQUAL).in(year).benefit())
                    .as("%s", year)
                    .isCloseTo(example().in(year).benefit(), within(1e-9));
        }
    }

    @Test
    void aYearAboveTheBenchmarkGivesNothing() {
        OneUse use = OneUse.of(
                        "loan-different-schedule",
                        "principal",
                        1000,
                        "life",
                        2,
                        "benchmark-rate",
                        "8%",
                        "government-repayments",
                        SourceNode.mapping(2016, 1000),
                        "government-interest",
                        SourceNode.mapping(2015, 81, 2016, 79))
                .under("2025");
        assertThat(use.benefit()).isZero();
        assertThat(use.in(2016).benefit()).isCloseTo(1, within(1e-9));
    }

    @Test
    void principalAndInterestTogetherDoNotServeTheTextOf2025() {
        assertThat(example().under("2025").problem().message())
                .isEqualTo("(comparable-payments) of (companies.acme.uses.program.1) are principal and"
                        + " interest together; under the text of 2025 each year's difference in interest"
                        + " counts.");
        assertThat(OneUse.of(
                                "loan-different-schedule",
                                "principal",
                                1000,
                                "life",
                                5,
                                "benchmark-rate",
                                "8%",
                                "government-payments",
                                SourceNode.mapping(2015, 20))
                        .under("2025")
                        .problem()
                        .advice())
                .isEqualTo("Write government-repayments: with the principal, and government-interest: with the"
                        + " interest and fees, by year.");
    }

    @Test
    void schedulesAreStatedOnce() {
        assertThat(apart("2024", "comparable-repayments", FIVE_EQUAL, "comparable-payments", FIVE_EQUAL)
                        .problems())
                .containsExactly(
                        "AV401 (companies.acme.uses.program.1) has comparable-payments and comparable-repayments.");
        assertThat(apart("2024", "comparable-repayments", FIVE_EQUAL, "government-payments", FIVE_EQUAL)
                        .problems())
                .containsExactly(
                        "AV401 (companies.acme.uses.program.1) has government-payments and government-repayments.");
        assertThat(apart("2024").problems())
                .containsExactly("AV202 (comparable-repayments) is missing in (companies.acme.uses.program.1): the two"
                        + " loans are compared year by year.");
        assertThat(OneUse.of("loan-different-schedule", "principal", 1000, "life", 5, "benchmark-rate", "8%")
                        .under("2025")
                        .problems())
                .containsExactly("AV202 (government-repayments) is missing in (companies.acme.uses.program.1): the two"
                        + " loans are compared year by year.");
        assertThat(OneUse.of(
                                "loan-different-schedule",
                                "principal",
                                1000,
                                "life",
                                5,
                                "benchmark-rate",
                                "8%",
                                "government-repayments",
                                SourceNode.mapping(),
                                "government-interest",
                                SourceNode.mapping())
                        .under("2025")
                        .problems())
                .isNotEmpty();
    }

    @Test
    void noMoreThanThePrincipalIsRepaid() {
        Determination determination = apart("2025", "comparable-repayments", SourceNode.mapping(2015, 500, 2016, 500))
                .determination();
        String address = "companies.acme.uses.program.1.comparable-repayments.2016";
        assertThat(Values.of(determination.calculation(), Map.of(address, 500.0))
                        .failed())
                .isEmpty();
        assertThat(Values.of(determination.calculation(), Map.of(address, 500.01))
                        .failed())
                .extracting(Requirement::message)
                .containsExactly(
                        "The repayments in (companies.acme.uses.program.1.comparable-repayments) must not exceed"
                                + " the principal of the loan.");
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
        OneUse use = loan(100, SourceNode.mapping(2015, 280, 2016, 264), SourceNode.mapping(2015, 20));
        assertThat(use.line("Benefit of the loan: not below zero, not above the principal"))
                .isEqualTo(100);
    }

    @Test
    void aYearOfGraceOfTheComparableLoanIsNotItsFirstYear() {
        OneUse use = loan(
                1000,
                SourceNode.mapping(2014, 0, 2015, 280, 2016, 264, 2017, 248, 2018, 232, 2019, 216),
                SourceNode.mapping(2015, 20, 2016, 20, 2017, "353.333333333333", 2018, "346.666666666667", 2019, 340));
        assertThat(use.benefit()).isCloseTo(55.34, within(CENT));
    }

    @Test
    void aDearerLoanGivesNothing() {
        assertThat(loan(100, SourceNode.mapping(2015, 20), SourceNode.mapping(2015, 21))
                        .benefit())
                .isZero();
    }

    @Test
    void paymentsBeforeTheFirstComparableOneAreWorthMore() {
        OneUse use = loan(1000, SourceNode.mapping(2015, 100), SourceNode.mapping(2014, 50));
        assertThat(use.line("Benefit of the loan: not below zero, not above the principal"))
                .isCloseTo(100 - 50 * 1.08, within(1e-9));
    }

    @Test
    void amountsInAnotherCurrencyNeedARate() {
        assertThat(loan("1000 USD", SourceNode.mapping(2015, 280), SourceNode.mapping(2015, 20))
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
                        SourceNode.mapping(2015, 280),
                        "government-payments",
                        SourceNode.mapping(2015, 20))
                .benchmark(
                        "lending",
                        SourceNode.mapping(
                                "type",
                                "interest-table",
                                "base",
                                SourceNode.sequence(
                                        SourceNode.mapping("currency", "CNY", "year", 2014, "rate", "5%"))));
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
                        SourceNode.mapping(2015, 120, 2016, 125),
                        "government-payments",
                        SourceNode.mapping(2015, 20, 2016, 100))
                .in(2016);
        assertThat(use.table("Payments, and their differences discounted to 2015"))
                .containsExactly("2015 | 0 | 120 | 20 | 100 | 100", "2016 | 1 | 125 | 100 | 25 | 20");
        assertThat(use.table("Benefit over the 2 years of the loan")).containsExactly("0 | 2015 | 72", "1 | 2016 | 60");
        assertThat(use.line("Rate of the comparable loan")).isEqualTo(0.25);
        assertThat(use.table("Benchmark rates")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, short, 0.05", "2, 2 years, 0.05", "5, 5 years, 0.061"})
    void aTableGivesTheRateOfTheLifeOfTheLoan(int life, String term, String rate) {
        SourceNode lending = SourceNode.mapping(
                "type",
                "interest-table",
                "base",
                SourceNode.sequence(SourceNode.mapping("currency", "CNY", "year", 2014, "rate", "5%")),
                "bonds",
                SourceNode.sequence(
                        SourceNode.mapping("currency", "CNY", "year", 2014, "term", 2, "yield", "4%"),
                        SourceNode.mapping("currency", "CNY", "year", 2014, "term", 5, "yield", "5.1%")));
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
                        SourceNode.mapping(2015, 280),
                        "government-payments",
                        SourceNode.mapping(2015, 20))
                .benchmark("lending", lending);
        assertThat(use.table("Benchmark rates")).containsExactly("CNY | 2014 | " + term + " | " + rate);
    }

    @Test
    void aComparableLoanHasPayments() {
        assertThat(loan(1000, SourceNode.mapping(2015, 0), SourceNode.mapping(2015, 20))
                        .problems())
                .containsExactly("AV401 The comparable loan has no payments.");
    }

    @Test
    void paymentsInAnotherCurrencyNeedARate() {
        assertThat(loan(1000, SourceNode.mapping(2015, "280 USD"), SourceNode.mapping(2015, 20))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("AV403 (companies.acme.uses.program.1) needs a rate");
        assertThat(loan(1000, SourceNode.mapping(2015, 280), SourceNode.mapping(2015, "20 USD"))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("AV403 (companies.acme.uses.program.1) needs a rate");
    }
}
