package org.advalorem.rules.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Shows("2.8")
final class LandTest {
    private static final double CENT = 0.005;

    private static OneUse land(String contract, String area, String paid, String price, Object... more) {
        return OneUse.of(
                        "land",
                        Stream.concat(
                                        Stream.of(
                                                "contract",
                                                contract,
                                                "area",
                                                area,
                                                "paid",
                                                paid,
                                                "benchmark-price",
                                                price),
                                        Stream.of(more))
                                .toArray())
                .over(12);
    }

    private static OneUse allocated(String contract, String area, String price, Object... more) {
        return land(
                contract,
                area,
                "1250000",
                price,
                Stream.concat(Stream.of("discount-rate", "8%", "approval-sales", "100 million"), Stream.of(more))
                        .toArray());
    }

    /** RULES 2.13: 50,000 m2 x (60 - 25) = 1,750,000; n 12, d 8 %. */
    @Test
    void theDifferenceIsAllocatedLikeAGrant() {
        OneUse use = allocated("2015-05-04", "50000 m2", "60 CNY/m2");
        assertThat(use.line("Benefit, contract of 2015-05-04")).isEqualTo(1_750_000);
        assertThat(use.benefit()).isCloseTo(264_660.49, within(CENT));
    }

    @ParameterizedTest
    @CsvSource({
        "5 ha, 60 CNY/m2",
        "50000 m2, 600000 CNY/ha",
        "75 mu, 60 CNY/m2",
        "75 mu, 40000 CNY/mu",
        "0.05 km2, 600000 CNY/ha"
    })
    void areasInAnyUnit(String area, String price) {
        assertThat(allocated("2015-05-04", area, price).benefit()).isCloseTo(264_660.49, within(CENT));
    }

    /** 50 in 2012 at 100, 120 in 2015; or by (60 / 50) in one year of growth of 20 percent. */
    @Test
    void theBenchmarkIsBroughtToTheYearOfTheContract() {
        assertThat(allocated(
                                "2015-05-04",
                                "50000 m2",
                                "50 CNY/m2",
                                "benchmark-year",
                                "2012",
                                "index",
                                SourceNode.mapping("2012", "100", "2015", "120"))
                        .benefit())
                .isCloseTo(264_660.49, within(CENT));
        assertThat(allocated("2015-05-04", "50000 m2", "50 CNY/m2", "benchmark-year", "2014", "growth", "20%")
                        .benefit())
                .isCloseTo(264_660.49, within(CENT));
        // 60 x 1.05^2 = 66.15
        assertThat(allocated("2015-05-04", "50000 m2", "60 CNY/m2", "benchmark-year", "2013", "growth", "5%")
                        .line("Benchmark price of 2013 at the prices of 2015"))
                .isCloseTo(66.15, within(1e-9));
        // 60 / 1.2 = 50
        assertThat(allocated("2014-05-04", "50000 m2", "60 CNY/m2", "benchmark-year", "2015", "growth", "20%")
                        .line("Benchmark price of 2015 at the prices of 2014"))
                .isCloseTo(50, within(1e-9));
    }

    @Test
    void landAtOrAboveTheBenchmarkGivesNothing() {
        assertThat(land("2015-05-04", "50000 m2", "3000000", "60 CNY/m2").benefit())
                .isZero();
        assertThat(land("2015-05-04", "50000 m2", "4000000", "60 CNY/m2").benefit())
                .isZero();
    }

    /** 0.5 percent of 350 million is 1,750,000: allocated; of a little more: expensed. */
    @ParameterizedTest
    @CsvSource({"350000000, 264660.49", "350000100, 1750000"})
    void aSmallBenefitIsExpensed(String sales, double benefit) {
        assertThat(land(
                                "2015-05-04",
                                "50000 m2",
                                "1250000",
                                "60 CNY/m2",
                                "discount-rate",
                                "8%",
                                "approval-sales",
                                sales)
                        .benefit())
                .isCloseTo(benefit, within(CENT));
    }

    @Test
    void aForeignBenchmarkIsConvertedOnTheDayOfTheContract() {
        OneUse use = allocated("2015-05-04", "50000 m2", "10 USD/m2")
                .exchangeRates(
                        SourceNode.mapping("date", "2015-05-04", "from", "USD", "to", "CNY", "rate", "6"),
                        SourceNode.mapping("date", "2015-06-04", "from", "USD", "to", "CNY", "rate", "7"));
        assertThat(use.benefit()).isCloseTo(264_660.49, within(CENT));
    }

    @Test
    void whatPricesDidMustBeKnown() {
        assertThat(allocated("2015-05-04", "50000 m2", "60 CNY/m2", "benchmark-year", "2013")
                        .problems())
                .containsExactly("AV202 The benchmark of (companies.acme.uses.program.1) is of 2013 and its contract of"
                        + " 2015; what land prices did between them is not stated.");
        assertThat(allocated(
                                "2015-05-04",
                                "50000 m2",
                                "60 CNY/m2",
                                "benchmark-year",
                                "2013",
                                "index",
                                SourceNode.mapping("2013", "100"))
                        .problems())
                .containsExactly("AV403 (index) of (companies.acme.uses.program.1) has no number for 2015.");
        assertThat(allocated(
                                "2015-05-04",
                                "50000 m2",
                                "60 CNY/m2",
                                "growth",
                                "5%",
                                "index",
                                SourceNode.mapping("2013", "100"))
                        .problems())
                .containsExactly("AV401 (companies.acme.uses.program.1) states both (index) and (growth).");
    }

    @Test
    void thePriceIsPerUnitOfArea() {
        assertThat(allocated("2015-05-04", "50000 m2", "60 CNY/t").problems())
                .containsExactly(
                        "AV206 (benchmark-price) of (companies.acme.uses.program.1) is in CNY/t and the area in"
                                + " m2.");
    }
}
