package org.advalorem.rules.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.advalorem.Shows;
import org.advalorem.engine.Values;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Determination;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Shows({"2.9", "20.22"})
final class MoreThanAdequateRemunerationTest {
    private static final double CENT = 0.005;

    private static SourceNode sale(String date, int quantity, String price) {
        return SourceNode.mapping("date", date, "quantity", quantity, "price", price);
    }

    private static SourceNode market(Object... more) {
        Object[] all = new Object[6 + more.length];
        System.arraycopy(
                new Object[] {"type", "price", "unit", "CNY/t", "world", SourceNode.mapping("market", "480")},
                0,
                all,
                0,
                6);
        System.arraycopy(more, 0, all, 6, more.length);
        return SourceNode.mapping(all);
    }

    private static OneUse sold(Object sales, Object... more) {
        Object[] all = new Object[4 + more.length];
        System.arraycopy(new Object[] {"benchmark", "market", "sales-to-government", sales}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return OneUse.of("more-than-adequate-remuneration", all)
                .benchmark("market", market())
                .under("2025");
    }

    /** RULES 2.13: 510 against 480 ex-works, 2,000 t. */
    @Test
    void whatIsPaidAboveTheMarketPrice() {
        OneUse use = sold(SourceNode.sequence(sale("2015-03-04", 2_000, "510")));
        assertThat(use.benefit()).isEqualTo(60_000);
        assertThat(use.table("Sales to the government by month"))
                .containsExactly("2015-03 | 1 | 2000 | 480 | 1 | 60000");
        assertThat(use.tableAuthority("Sales to the government by month").words())
                .isEqualTo("19 CFR 351.512(b)");
    }

    /** Sales at 510 give 60,000; those at 470 take back 10 times 500, in March only where they offset. */
    @ParameterizedTest
    @CsvSource({"transaction, 60000", "month, 55000", "none, 52000"})
    void aSaleBelowTheMarketPriceOffsetsAsFarAsChosen(String zeroing, double benefit) {
        OneUse use = sold(
                SourceNode.sequence(
                        sale("2015-03-04", 2_000, "510"),
                        sale("2015-03-20", 500, "470"),
                        sale("2015-05-01", 100, "450")),
                "zeroing",
                zeroing);
        assertThat(use.benefit()).isCloseTo(benefit, within(CENT));
    }

    @Test
    void atTheMarketPriceThereIsNothing() {
        assertThat(sold(SourceNode.sequence(sale("2015-03-04", 2_000, "480"))).benefit())
                .isZero();
        assertThat(sold(SourceNode.sequence(sale("2015-03-04", 2_000, "479.99")))
                        .benefit())
                .isZero();
        assertThat(sold(SourceNode.sequence(sale("2015-03-04", 2_000, "480.01")))
                        .benefit())
                .isCloseTo(20, within(CENT));
    }

    @Test
    void onlySalesPaidForInThePeriodCount() {
        OneUse use = sold(SourceNode.sequence(sale("2014-12-31", 2_000, "510"), sale("2015-01-01", 100, "510")));
        assertThat(use.benefit()).isEqualTo(3_000);
    }

    @Test
    void freightDutyAndVatOfTheBenchmarkAreLeftOut() {
        OneUse use = sold(SourceNode.sequence(sale("2015-03-04", 2_000, "510")))
                .benchmark(
                        "market",
                        market(
                                "ocean-freight",
                                SourceNode.mapping("Maersk", "60"),
                                "import-duty",
                                "5%",
                                "vat",
                                "13%",
                                "inland-freight",
                                "25"));
        assertThat(use.benefit()).isEqualTo(60_000);
        assertThat(use.notes())
                .contains("Not added to the benchmark, because prices are ex-works: ocean-freight, inland-freight,"
                        + " import-duty, vat.");
    }

    @Test
    void chargesInThePriceReceivedAreDeducted() {
        OneUse use = sold(SourceNode.sequence(sale("2015-03-04", 2_000, "510")), "charges-included", "12 CNY/t");
        assertThat(use.benefit()).isEqualTo(36_000);
        OneUse more = sold(SourceNode.sequence(sale("2015-03-04", 2_000, "510")), "charges-included", "511 CNY/t");
        Determination determination = more.determination();
        assertThat(Values.of(determination.calculation()).failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.message()).endsWith("must be at least 0."));
    }

    /** RULES 20, row 22: sold by the government at 60, bought at 100, 1,000 units. */
    @Test
    void aGovernmentThatSellsAndBuysTheGoodHasTwoPrices() {
        OneUse use = OneUse.of(
                "more-than-adequate-remuneration",
                "government-price",
                "60 CNY/t",
                "sales-to-government",
                SourceNode.sequence(sale("2015-06-01", 1_000, "100")));
        assertThat(use.under("2025").benefit()).isEqualTo(40_000);
        assertThat(use.under("2024").problems())
                .containsExactly(
                        "AV401 (companies.acme.uses.program.1) states (government-price), which is compared only"
                                + " under the text of 2025, and no (benchmark); the text of 2024 governs.");
    }

    /** Sold at 60, bought at 100, market price 95, 1,000 units. */
    @ParameterizedTest
    @CsvSource({"1998, 5000", "2024, 5000", "2025, 40000"})
    void theGovernmentsOwnPriceGoesBeforeTheMarketOnlyUnderTheTextOf2025(String text, double benefit) {
        OneUse use = OneUse.of(
                        "more-than-adequate-remuneration",
                        "benchmark",
                        "market",
                        "government-price",
                        "60 CNY/t",
                        "sales-to-government",
                        SourceNode.sequence(sale("2015-06-01", 1_000, "100")))
                .benchmark(
                        "market",
                        SourceNode.mapping(
                                "type", "price", "unit", "CNY/t", "world", SourceNode.mapping("market", "95")))
                .under(text);
        assertThat(use.benefit()).isEqualTo(benefit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1998", "2024"})
    void beforeTheTextOf2025TheComparisonIsAnAssumption(String text) {
        OneUse use = sold(SourceNode.sequence(sale("2015-03-04", 2_000, "510"))).under(text);
        assertThat(use.benefit()).isEqualTo(60_000);
        assertThat(use.tableAuthority("Sales to the government by month").assumption())
                .contains("A130");
    }

    /** 60,000 on sales of 100 million is below 0.5 percent; 6 million over 10 years at 8 percent gives 1,000,000 at first. */
    @Test
    void purchasesOfCapitalAssetsAreAllocated() {
        OneUse use = sold(
                SourceNode.sequence(sale("2014-03-04", 200_000, "510"), sale("2015-03-04", 2_000, "510")),
                "recurrence",
                "non-recurring",
                "discount-rate",
                "8%",
                "approval-sales",
                "100 million");
        assertThat(use.problems())
                .containsExactly("AV401 (approval-sales) of (companies.acme.uses.program.1) are for one year, but the"
                        + " amounts count as approved in 2014 and 2015.");
        OneUse ofOneYear = sold(
                SourceNode.sequence(sale("2014-03-04", 200_000, "510")),
                "recurrence",
                "non-recurring",
                "discount-rate",
                "8%",
                "approval-sales",
                "100 million");
        // the second slice of the schedule in RULES 3: 159,259.26 of a million
        assertThat(ofOneYear.benefit()).isCloseTo(6 * 159_259.26, within(0.05));
    }

    @Test
    void whatIsAllocatedByItsDatesCannotOffsetOverThePeriod() {
        assertThat(sold(
                                SourceNode.sequence(sale("2014-03-04", 200_000, "510")),
                                "recurrence",
                                "non-recurring",
                                "zeroing",
                                "none")
                        .problems())
                .containsExactly(
                        "AV401 (companies.acme.uses.program.1) is allocated over time by its dates, and (zeroing)"
                                + " offsets its sales over the whole period.");
    }

    @Test
    void aPriceToCompareWithIsNeeded() {
        assertThat(OneUse.of(
                                "more-than-adequate-remuneration",
                                "sales-to-government",
                                SourceNode.sequence(sale("2015-06-01", 1_000, "100")))
                        .problems())
                .containsExactly("AV202 (benchmark) is missing in (companies.acme.uses.program.1): the market price.");
    }
}
