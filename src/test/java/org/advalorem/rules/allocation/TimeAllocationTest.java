package org.advalorem.rules.allocation;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.IntStream;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which part of a grant belongs to the period: 19 CFR 351.524. */
@Shows("3")
final class TimeAllocationTest {
    private static final int PERIOD = Scenarios.PERIOD;

    /** The slice of the period of a grant received in that year; the sales are small, so that the test never expenses. */
    private static double slice(String amount, int received, int life, String discount) {
        return Scenarios.investigation()
                .proceeding("average-useful-life", life + " years")
                .program("aid", "type", "grant")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(sale(PERIOD, "a", "", "domestic", "1000000")),
                        "uses",
                        SourceNode.mapping(
                                "aid",
                                grant(
                                        received + "-06-30",
                                        amount,
                                        "discount-rate",
                                        discount,
                                        "approval-sales",
                                        "1 million")))
                .run()
                .slice("a", "aid");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 166666.67", "2, 159259.26", "3, 151851.85", "4, 144444.44", "5, 137037.04",
        "6, 129629.63", "7, 122222.22", "8, 114814.81", "9, 107407.41", "10, 100000.00",
    })
    void tenYearsAtEightPercent(int k, double expected) {
        assertThat(slice("1 million", PERIOD - k + 1, 10, "8%")).isCloseTo(expected, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"1, 272727.27", "2, 254545.45", "3, 236363.64", "4, 218181.82", "5, 200000.00"})
    void fiveYearsAtTenPercent(int k, double expected) {
        assertThat(slice("1 million", PERIOD - k + 1, 5, "10%")).isCloseTo(expected, within(0.005));
    }

    @Shows({"P1", "P2"})
    @Test
    void presentValueSumAndLastSliceOfRandomSchedules() {
        var random = new Random(351524);
        for (int i = 0; i < 20; i++) {
            int life = 1 + random.nextInt(20);
            BigDecimal percent = BigDecimal.valueOf(random.nextInt(2500), 2);
            double d = percent.movePointLeft(2).doubleValue();
            double y = 1 + random.nextInt(5_000_000);
            double[] slices = IntStream.rangeClosed(1, life)
                    .mapToDouble(k -> slice(BigDecimal.valueOf(y).toPlainString(), PERIOD - k + 1, life, percent + "%"))
                    .toArray();
            double presentValue = 0;
            double sum = 0;
            for (int k = 1; k <= life; k++) {
                presentValue += slices[k - 1] / Math.pow(1 + d, k - 1);
                sum += slices[k - 1];
            }
            assertThat(presentValue).isCloseTo(y, within(y * 1e-12));
            assertThat(sum).isCloseTo(y * (1 + d * (life - 1) / (2 * (1 + d))), within(y * 1e-12));
            assertThat(slices[life - 1]).isCloseTo(y / life, within(y * 1e-13));
        }
    }

    @Shows("P3")
    @Test
    void withoutInterestTheLineIsStraight() {
        for (int k = 1; k <= 5; k++) {
            assertThat(slice("1 million", PERIOD - k + 1, 5, "0%")).isEqualTo(200000.0);
        }
    }

    @Test
    void nothingFallsIntoThePeriodBeforeReceiptOrAfterTheLife() {
        assertThat(slice("1 million", PERIOD - 10, 10, "8%")).isZero();
        assertThat(slice("1 million", PERIOD + 1, 10, "8%")).isZero();
    }

    /** A grant of 2013 with the sales of that year and a larger amount of sales in the period. */
    private static Scenarios approved(String amount, String salesOf2013, Object... more) {
        return Scenarios.investigation()
                .program("aid", "type", "grant", "discount-rate", "8%")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(
                                sale(2013, "a", "", "domestic", salesOf2013),
                                sale(PERIOD, "a", "", "domestic", "900000000")),
                        "uses",
                        SourceNode.mapping("aid", grant("2013-06-30", amount, more)));
    }

    @Test
    void exactlyHalfAPercentIsAllocatedAndOneUnitLessIsExpensed() {
        assertThat(approved("400000", "80000000").run().slice("a", "aid"))
                .as("fourth slice of ten at 8 %: 0.14444444 of the amount")
                .isCloseTo(57777.78, within(0.005));
        assertThat(approved("399999", "80000000").run().slice("a", "aid"))
                .as("expensed in 2013")
                .isZero();
    }

    @Shows("P12")
    @ParameterizedTest
    @CsvSource({"400000, 80000000", "50, 10000", "0.35, 70", "17.005, 3401"})
    void theBoundaryIsExactWhateverTheNumbers(String amount, String sales) {
        assertThat(approved(amount, sales).run().slice("a", "aid")).isPositive();
        String less =
                new BigDecimal(amount).multiply(new BigDecimal("0.9999999")).toPlainString();
        assertThat(approved(less, sales).run().slice("a", "aid")).isZero();
    }

    @Test
    void expensedInThePeriodCountsInFull() {
        var outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "discount-rate", "8%")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(sale(PERIOD, "a", "", "domestic", "80000000")),
                        "uses",
                        SourceNode.mapping("aid", grant("2016-06-30", "399999")))
                .run();
        assertThat(outcome.slice("a", "aid")).isEqualTo(399999.0);
    }

    @Test
    void theTestTakesTheApprovedTotalAndTheSalesOfTheYearOfApproval() {
        // 1,000,000 approved in 2013 over 80m is above the threshold, though the tranche of 2016 over 900m is far below
        var outcome = approved(
                        "600000", "80000000", "approved", SourceNode.mapping("on", "2013-01-15", "amount", "1 million"))
                .run();
        assertThat(outcome.slice("a", "aid")).isCloseTo(600000 * 0.14444444, within(0.01));
        // the other way round: approved when sales were large, received when they were small
        var expensed = Scenarios.investigation()
                .program("aid", "type", "grant", "discount-rate", "8%")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(
                                sale(2013, "a", "", "domestic", "900000000"),
                                sale(PERIOD, "a", "", "domestic", "1000000")),
                        "uses",
                        SourceNode.mapping(
                                "aid",
                                grant(
                                        "2016-06-30",
                                        "600000",
                                        "approved",
                                        SourceNode.mapping("on", "2013-01-15", "amount", "1 million"))))
                .run();
        assertThat(expensed.slice("a", "aid")).isEqualTo(600000.0);
    }

    @Test
    void anExportProgramIsTestedAgainstExportSales() {
        Scenarios scenario = Scenarios.investigation()
                .program("aid", "type", "grant", "discount-rate", "8%", "specificity", "export")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(
                                sale(2013, "a", "", "domestic", "70000000"),
                                sale(2013, "a", "", "France", "10000000"),
                                sale(PERIOD, "a", "", "France", "10000000")),
                        "uses",
                        SourceNode.mapping("aid", grant("2013-06-30", "60000")));
        assertThat(scenario.run().slice("a", "aid")).as("0.6 % of exports").isPositive();
    }

    @Test
    void theTestIgnoresTheExportValueAdjustment() {
        // 0.5 % of 80m exactly; a resale value of 88m would make it less
        var outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "discount-rate", "0%")
                .company(
                        "g",
                        "members",
                        SourceNode.mapping(
                                "p", SourceNode.mapping("role", "producer"),
                                "hk", SourceNode.mapping("role", "trading company")),
                        "sales",
                        SourceNode.sequence(sale(PERIOD, "p", "hk", "United States", "80000000")),
                        "export-value-adjustment",
                        SourceNode.mapping("through", "hk", "method", "denominator", "markup", "10%"),
                        "uses",
                        SourceNode.mapping("aid", grant("2016-06-30", "400000", "to", "p")))
                .run();
        assertThat(outcome.slice("g", "aid")).as("allocated over ten years").isEqualTo(40000.0);
    }

    @Test
    void salesStatedForThePeriodDoNotServeTheTest() {
        Scenarios scenario = Scenarios.investigation()
                .program("aid", "type", "grant", "discount-rate", "8%")
                .company("a", "uses", SourceNode.mapping("aid", grant("2013-06-30", "400000", "over", "80 million")));
        assertThat(scenario.problems()).singleElement().asString().contains("the 0.5 percent test needs those of 2013");
    }

    @Test
    void oneSalesValueIsNotThatOfTwoYearsOfApproval() {
        SourceNode received = SourceNode.sequence(
                SourceNode.mapping("on", "2013-06-30", "amount", "400000"),
                SourceNode.mapping("on", "2014-06-30", "amount", "400000"));
        Scenarios scenario = Scenarios.investigation()
                .program("aid", "type", "grant", "discount-rate", "8%")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(sale(PERIOD, "a", "", "domestic", "80000000")),
                        "uses",
                        SourceNode.mapping(
                                "aid",
                                SourceNode.sequence(
                                        SourceNode.mapping("received", received, "approval-sales", "80 million"))));
        assertThat(scenario.problems()).singleElement().asString().contains("approved in 2013 and 2014");
    }

    @Test
    void salesOfZeroInTheYearOfApprovalAreRefused() {
        assertThat(approved("400000", "0").run().failed())
                .containsExactly("The relevant sales of 2013, the year of approval, must be more than zero.");
    }

    @Test
    void aYearWithoutSalesNamesWhatToWrite() {
        Scenarios scenario = Scenarios.investigation()
                .program("aid", "type", "grant", "discount-rate", "8%")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(sale(PERIOD, "a", "", "domestic", "80000000")),
                        "uses",
                        SourceNode.mapping("aid", grant("2013-06-30", "400000")));
        assertThat(scenario.problems()).containsExactly("The ledger (companies.a.sales) has no sales of a in 2013.");
    }

    @Test
    void aRecurringGrantIsExpensedAndAnAllocatedOneNeedsARate() {
        SourceNode sales = SourceNode.sequence(sale(PERIOD, "a", "", "domestic", "80000000"));
        SourceNode both = SourceNode.sequence(
                SourceNode.mapping("on", "2015-12-31", "amount", "700"),
                SourceNode.mapping("on", "2016-01-01", "amount", "300"));
        Scenarios recurring = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "a",
                        "sales",
                        sales,
                        "uses",
                        SourceNode.mapping("aid", SourceNode.sequence(SourceNode.mapping("received", both))));
        assertThat(recurring.run().slice("a", "aid")).isEqualTo(300.0);
        Scenarios large = Scenarios.investigation()
                .program("aid", "type", "grant")
                .company("a", "sales", sales, "uses", SourceNode.mapping("aid", grant("2016-01-01", "5 million")));
        assertThat(large.run().failed()).singleElement().asString().contains("has no discount-rate");
        Scenarios small = Scenarios.investigation()
                .program("aid", "type", "grant")
                .company("a", "sales", sales, "uses", SourceNode.mapping("aid", grant("2016-01-01", "100000")));
        assertThat(small.run().failed()).isEmpty();
        assertThat(small.run().slice("a", "aid")).isEqualTo(100_000.0);
    }
}
