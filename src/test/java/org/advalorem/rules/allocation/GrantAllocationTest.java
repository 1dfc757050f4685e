package org.advalorem.rules.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Grants over time: 19 CFR 351.524, the schedules and tests of RULES 3. */
@Shows({"2.1", "3"})
final class GrantAllocationTest {
    private static final double CENT = 0.005;

    private static SourceNode tranche(String on, Object amount) {
        return SourceNode.mapping("on", on, "amount", amount);
    }

    /** A grant of one tranche in 2015, large beside the sales of the year of approval. */
    private static OneUse grant(Object amount, String rate, int life) {
        return OneUse.of(
                        "grant",
                        "received",
                        SourceNode.sequence(tranche("2015-06-30", amount)),
                        "approval-sales",
                        1000,
                        "discount-rate",
                        rate)
                .over(life);
    }

    private static List<Double> schedule(Object amount, String rate, int life) {
        List<Double> slices = new ArrayList<>();
        for (int k = 1; k <= life; k++) {
            slices.add(grant(amount, rate, life).in(2014 + k).benefit());
        }
        return slices;
    }

    @Test
    void tenYearsAtEightPercent() {
        double[] slices = {
            166_666.67,
            159_259.26,
            151_851.85,
            144_444.44,
            137_037.04,
            129_629.63,
            122_222.22,
            114_814.81,
            107_407.41,
            100_000.00
        };
        List<Double> schedule = schedule("1 million", "8%", 10);
        for (int k = 0; k < slices.length; k++) {
            assertThat(schedule.get(k)).isCloseTo(slices[k], within(CENT));
        }
        assertThat(schedule.stream().mapToDouble(x -> x).sum()).isCloseTo(1_333_333.33, within(CENT));
    }

    @Test
    void fiveYearsAtTenPercent() {
        double[] slices = {272_727.27, 254_545.45, 236_363.64, 218_181.82, 200_000.00};
        List<Double> schedule = schedule("1 million", "10%", 5);
        for (int k = 0; k < slices.length; k++) {
            assertThat(schedule.get(k)).isCloseTo(slices[k], within(CENT));
        }
        assertThat(schedule.stream().mapToDouble(x -> x).sum()).isCloseTo(1_181_818.18, within(CENT));
    }

    @ParameterizedTest
    @CsvSource({"2014, 0", "2015, 166666.67", "2024, 100000", "2025, 0"})
    void nothingOutsideTheWindow(int period, double slice) {
        assertThat(grant("1 million", "8%", 10).in(period).benefit()).isCloseTo(slice, within(CENT));
    }

    @Shows({"P1", "P2"})
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void invariants(long seed) {
        Random random = new Random(seed);
        int life = 1 + random.nextInt(15);
        double y = 1000 + random.nextInt(1_000_000);
        String percent = random.nextInt(3000) / 100.0 + "%";
        double d = Double.parseDouble(percent.replace("%", "")) / 100;
        List<Double> schedule = schedule(y, percent, life);
        double worth = 0;
        double sum = 0;
        for (int k = 1; k <= life; k++) {
            worth += schedule.get(k - 1) / Math.pow(1 + d, k - 1);
            sum += schedule.get(k - 1);
        }
        assertThat(worth).as("seed %d", seed).isCloseTo(y, within(1e-9 * y));
        assertThat(sum).as("seed %d", seed).isCloseTo(y * (1 + d * (life - 1) / (2 * (1 + d))), within(1e-9 * y));
        assertThat(schedule.get(life - 1)).as("seed %d", seed).isCloseTo(y / life, within(1e-9 * y));
        assertThat(schedule(2 * y, percent, life).get(0)).isEqualTo(2 * schedule.get(0));
    }

    @Test
    void withoutADiscountRateTheLineIsStraight() {
        assertThat(schedule("1 million", "0%", 8))
                .allSatisfy(slice -> assertThat(slice).isCloseTo(125_000, within(1e-9)));
    }

    // RULES 3: 400,000 of 80,000,000 is exactly 0.5 % and allocated, 399,999 is expensed
    @ParameterizedTest
    @CsvSource({"400000, 66666.67", "399999, 399999"})
    void theHalfPercentTestIsStrict(double amount, double slice) {
        OneUse use = OneUse.of(
                "grant",
                "received",
                SourceNode.sequence(tranche("2015-06-30", amount)),
                "approval-sales",
                "80 million",
                "discount-rate",
                "8%");
        assertThat(use.benefit()).isCloseTo(slice, within(CENT));
    }

    private static SourceNode sale(int year, double gross) {
        return SourceNode.mapping("year", year, "seller", "acme", "gross", gross);
    }

    @Test
    void theTestTakesTheApprovedTotalAndTheSalesOfTheYearOfApproval() {
        // 400,000 approved in 2013 over sales of 80 million then; 100,000 came in 2015, when sales were 1 million
        SourceNode sales = SourceNode.sequence(sale(2013, 80e6), sale(2014, 2e6), sale(2015, 1e6));
        OneUse allocated = OneUse.of(
                        "grant",
                        "approved",
                        tranche("2013-02-01", 400_000),
                        "received",
                        SourceNode.sequence(tranche("2015-06-30", 100_000)),
                        "discount-rate",
                        "8%")
                .sales(sales);
        assertThat(allocated.benefit()).isCloseTo(16_666.67, within(CENT));
        OneUse expensed = OneUse.of(
                        "grant",
                        "approved",
                        tranche("2013-02-01", 399_999),
                        "received",
                        SourceNode.sequence(tranche("2015-06-30", 100_000)),
                        "discount-rate",
                        "8%")
                .sales(sales);
        assertThat(expensed.benefit()).isEqualTo(100_000);
    }

    @Test
    void tranchesRunFromTheirOwnYears() {
        Object[] facts = {
            "approved",
            tranche("2013-02-01", "2 million"),
            "received",
            SourceNode.sequence(tranche("2013-06-30", "1 million"), tranche("2015-06-30", "1 million")),
            "approval-sales",
            "80 million",
            "discount-rate",
            "8%"
        };
        assertThat(OneUse.of("grant", facts).benefit()).isCloseTo(151_851.85 + 166_666.67, within(CENT));
        assertThat(OneUse.of("grant", facts).in(2024).benefit()).isCloseTo(100_000, within(CENT));
    }

    @Test
    void expensedInAnEarlierYearLeavesNothingForThePeriod() {
        OneUse use = OneUse.of(
                "grant",
                "received",
                SourceNode.sequence(tranche("2014-06-30", 1000)),
                "approval-sales",
                "80 million",
                "discount-rate",
                "8%");
        assertThat(use.benefit()).isZero();
    }

    @Test
    void theDiscountRateOfTheYearOfAgreement() {
        SourceNode lending = SourceNode.mapping(
                "type",
                "interest-table",
                "base",
                SourceNode.sequence(SourceNode.mapping("currency", "CNY", "year", 2013, "rate", "6%")),
                "bonds",
                SourceNode.sequence(
                        SourceNode.mapping("currency", "CNY", "year", 2013, "term", 2, "yield", "4%"),
                        SourceNode.mapping("currency", "CNY", "year", 2013, "term", 10, "yield", "6%")));
        OneUse use = OneUse.of(
                        "grant",
                        "approved",
                        tranche("2013-02-01", "1 million"),
                        "received",
                        SourceNode.sequence(tranche("2015-06-30", "1 million")),
                        "approval-sales",
                        "80 million",
                        "discount-benchmark",
                        "lending")
                .benchmark("lending", lending);
        assertThat(use.benefit()).isCloseTo(166_666.67, within(CENT));
    }

    @Test
    void theScheduleIsShownYearByYear() {
        OneUse use = grant("1 million", "10%", 5).in(2016);
        assertThat(use.table("Allocation over 5 years"))
                .containsExactly(
                        "2015-06-30 | 1000000 | 2015 | 0 | 272727.2727",
                        "2015-06-30 | 1000000 | 2016 | 1 | 254545.4545",
                        "2015-06-30 | 1000000 | 2017 | 2 | 236363.6364",
                        "2015-06-30 | 1000000 | 2018 | 3 | 218181.8182",
                        "2015-06-30 | 1000000 | 2019 | 4 | 200000");
    }

    @Test
    void theApprovalIsStatedOrAssumedToBeOfTheYearOfReceipt() {
        assertThat(grant("1 million", "10%", 5)
                        .tableAuthority("The 0.5 percent test")
                        .assumption())
                .contains("A34");
        OneUse approved = OneUse.of(
                "grant",
                "approved",
                tranche("2014-02-01", 5_000),
                "received",
                SourceNode.sequence(tranche("2015-06-30", 2_000)),
                "approval-sales",
                "1 million",
                "discount-rate",
                "0%");
        assertThat(approved.tableAuthority("The 0.5 percent test")).hasToString("19 CFR 351.524(b)(2)");
        assertThat(approved.table("The 0.5 percent test")).containsExactly("2014 | 5000 | 1000000 | 0.005 | 0");
    }

    // received 2005 or 2006; the window of ten years up to 2015 begins with 2006
    @ParameterizedTest
    @CsvSource({"2005, true", "2006, false", "2015, false", "2016, true"})
    void whatFallsOutsideTheWindowNeedsNoSalesAndIsSaid(int received, boolean outside) {
        OneUse use = OneUse.of(
                        "grant",
                        "received",
                        SourceNode.sequence(tranche(received + "-06-30", "1 million")),
                        "discount-rate",
                        "0%")
                .sales(SourceNode.sequence(sale(2015, 80e6)));
        if (outside) {
            assertThat(use.benefit()).isZero();
            assertThat(use.notes())
                    .contains("Received outside the 10 years up to 2015: nothing is allocated to the period.");
        } else if (received == 2015) {
            assertThat(use.benefit()).isEqualTo(100_000);
        } else {
            assertThat(use.problem().message()).contains("has no sales of acme in 2006");
            assertThat(use.problem().advice())
                    .isEqualTo("Add them, or write approval-sales: with the relevant sales of 2006.");
        }
    }

    @Test
    void salesOfTheOneYearOfApprovalInTheWindowServe() {
        OneUse use = OneUse.of(
                "grant",
                "received",
                SourceNode.sequence(tranche("2005-06-30", "1 million"), tranche("2015-06-30", "1 million")),
                "approval-sales",
                "80 million",
                "discount-rate",
                "0%");
        assertThat(use.benefit()).isEqualTo(100_000);
    }

    @Test
    void amountsInTheReportingCurrencyRestOnTheRegulationAlone() {
        assertThat(grant("1 million", "10%", 5).tableAuthority("Received")).hasToString("19 CFR 351.504");
        OneUse foreign = OneUse.of(
                        "grant",
                        "received",
                        SourceNode.sequence(tranche("2015-06-30", "1 million USD"), tranche("2015-07-30", "1 million")),
                        "recurrence",
                        "recurring")
                .exchangeRates(SourceNode.mapping("month", "2015-06", "from", "USD", "to", "CNY", "rate", "6.5"));
        assertThat(foreign.tableAuthority("Received").assumption()).contains("A37");
        assertThat(foreign.benefit()).isEqualTo(7_500_000);
    }

    @Test
    void salesMissingInThePeriodItselfMayBeStated() {
        OneUse use = OneUse.of(
                        "grant",
                        "received",
                        SourceNode.sequence(tranche("2015-06-30", "1 million")),
                        "recurrence",
                        "recurring")
                .sales(SourceNode.sequence(sale(2014, 80e6)));
        assertThat(use.problem().advice()).isEqualTo("Add them, or write over: with the sales value.");
    }
}
