package org.advalorem.rules.base;

import static org.advalorem.rules.Scenarios.grant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.Warnings;
import org.advalorem.rules.ForgoneFine;
import org.advalorem.rules.Programs;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Benefit and sales at one level of prices: 19 CFR 351.525(d). */
@Shows("20.19")
final class InflationTest {
    private static final int MONTHS = 12;

    /** Index numbers from the month before the first on, each higher by that factor. */
    private static SourceNode index(YearMonth first, double factor) {
        List<Object> months = new ArrayList<>();
        for (int i = 0; i <= MONTHS; i++) {
            BigDecimal number = new BigDecimal(100 * Math.pow(factor, i)).round(new MathContext(14));
            months.addAll(List.of(first.plusMonths(i - 1).toString(), number.toPlainString()));
        }
        return SourceNode.mapping(months.toArray());
    }

    private static SourceNode sales(YearMonth first) {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            rows.add(SourceNode.mapping("date", first.plusMonths(i).toString(), "seller", "a", "gross", "1000"));
        }
        return SourceNode.sequence(rows.toArray());
    }

    private static final YearMonth JANUARY = YearMonth.of(2016, 1);

    private static Scenarios scenario(SourceNode index, SourceNode sales, SourceNode uses) {
        return Scenarios.investigation()
                .proceeding("regulation", "2025", "price-index", index)
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company("a", "sales", sales, "uses", SourceNode.mapping("aid", uses));
    }

    @Test
    void benefitAndSalesAreBroughtToThePricesOfTheLastMonth() {
        var outcome = scenario(index(JANUARY, 1.03), sales(JANUARY), grant("2016-01-10", "100"))
                .run();
        double sales = 0;
        for (int month = 1; month <= MONTHS; month++) {
            sales += 1000 * Math.pow(1.03, MONTHS - month);
        }
        assertThat(outcome.denominator("a", "aid")).isCloseTo(sales, within(1e-6));
        assertThat(outcome.slice("a", "aid")).isCloseTo(100 * Math.pow(1.03, 11), within(1e-9));
        assertThat(outcome.rate("a")).isCloseTo(0.009754, within(5e-7));
        assertThat(outcome.authority("Above 25 percent").assumption()).isEmpty();
        assertThat(outcome.assumptions()).contains("A79").doesNotContain("A78", "A80");
        assertThat(outcome.failed()).isEmpty();
    }

    @Test
    void theYearOfInflationIsThatOfThePeriod() {
        var april = YearMonth.of(2016, 4);
        var outcome = scenario(index(april, 1.03), sales(april), grant("2016-04-10", "100"))
                .proceeding("period", "2016-04-01 to 2017-03-31")
                .run();
        assertThat(outcome.rate("a")).isCloseTo(0.009754, within(5e-7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1998", "2024"})
    void underTheEarlierTextsItIsAnAssumption(String text) {
        var outcome = scenario(index(JANUARY, 1.03), sales(JANUARY), grant("2016-01-10", "100"))
                .proceeding("regulation", text)
                .run();
        assertThat(outcome.rate("a")).isCloseTo(0.009754, within(5e-7));
        assertThat(outcome.assumptions()).contains("A78");
    }

    @ParameterizedTest
    @CsvSource({"125, 0.008333", "125.001, 0.010417"})
    void inflationOfTwentyFivePercentIsNotAbove(String last, double rate) {
        // prices rise in January alone: 11 months of sales at the level of December, the benefit in December before
        List<Object> months = new ArrayList<>(List.of("2015-12", "100", "2016-01", "100"));
        for (int month = 2; month <= MONTHS; month++) {
            months.addAll(List.of(YearMonth.of(2016, month).toString(), last));
        }
        var onlyFebruary = SourceNode.sequence(SourceNode.mapping("date", "2016-02", "seller", "a", "gross", "12000"));
        assertThat(scenario(SourceNode.mapping(months.toArray()), onlyFebruary, grant("2016-01-10", "100"))
                        .run()
                        .rate("a"))
                .isCloseTo(rate, within(1e-6));
    }

    @Test
    void aLedgerWithoutMonthsIsRefusedWhereInflationIsHigh() {
        var byYear = SourceNode.sequence(SourceNode.mapping("year", "2016", "seller", "a", "gross", "12000"));
        assertThat(scenario(index(JANUARY, 1.03), byYear, grant("2016-01-10", "100"))
                        .run()
                        .failed())
                .singleElement()
                .asString()
                .startsWith(
                        "Inflation in 2016 is above 25 percent. The ledger (companies.a.sales) does not say in which"
                                + " months");
        var outcome = scenario(index(JANUARY, 1.01), byYear, grant("2016-01-10", "100"))
                .run();
        assertThat(outcome.failed()).isEmpty();
        assertThat(outcome.rate("a")).isCloseTo(100.0 / 12000, within(1e-15));
    }

    @Test
    void aBenefitWithoutADayComesEvenlyOverTheMonths() {
        // as 12 grants of one twelfth: 1,200 of a benefit over the same months as sales of 12,000 is 10 percent
        var outcome = Scenarios.investigation()
                .types(Programs.shipped().and(new ForgoneFine()))
                .proceeding("regulation", "2025", "price-index", index(JANUARY, 1.03))
                .program("fine", "type", "forgone-fine")
                .company(
                        "a",
                        "sales",
                        sales(JANUARY),
                        "uses",
                        SourceNode.mapping("fine", Scenarios.use("fine", "1200", "paid", "0")))
                .run();
        assertThat(outcome.rate("a")).isCloseTo(0.10, within(1e-12));
        assertThat(outcome.assumptions()).contains("A80");
    }

    @Test
    void aSliceOfAnEarlierGrantFallsOnItsAnniversary() {
        Object[] grant = {"received", SourceNode.sequence(SourceNode.mapping("on", "2015-01-10", "amount", "1000"))};
        var plain = allocated("1.00", grant);
        var high = allocated("1.03", grant);
        assertThat(high.slice("a", "aid")).isCloseTo(plain.slice("a", "aid") * Math.pow(1.03, 11), within(1e-9));
    }

    private static Scenarios.Outcome allocated(String factor, Object... grant) {
        List<Object> use = new ArrayList<>(List.of("discount-rate", "8%", "approval-sales", "10000"));
        use.addAll(List.of(grant));
        return Scenarios.investigation()
                .proceeding("regulation", "2025", "price-index", index(JANUARY, Double.parseDouble(factor)))
                .program("aid", "type", "grant")
                .company(
                        "a",
                        "sales",
                        sales(JANUARY),
                        "uses",
                        SourceNode.mapping("aid", SourceNode.sequence(SourceNode.mapping(use.toArray()))))
                .run();
    }

    @Test
    void theTestOfHalfAPercentComparesOneLevelOfPrices() {
        // 60 of January over sales of 10,000 to 14,000: 0.585 percent at one level of prices, 0.423 if sales alone rose
        var outcome = Scenarios.investigation()
                .proceeding("regulation", "2025", "price-index", index(JANUARY, 1.03))
                .program("aid", "type", "grant", "discount-rate", "8%")
                .company("a", "sales", sales(JANUARY), "uses", SourceNode.mapping("aid", grant("2016-01-10", "60")))
                .run();
        assertThat(outcome.slice("a", "aid")).isLessThan(60);
    }

    @Test
    void salesStatedAsOneNumberAreWarnedOf() {
        var outcome = scenario(index(JANUARY, 1.03), sales(JANUARY), grant("2016-01-10", "100", "over", "12000"))
                .run();
        assertThat(outcome.determination().warnings())
                .extracting(Warnings.Warning::text)
                .singleElement()
                .asString()
                .contains("must be at the prices of the last month of 2016");
    }

    @Test
    void everyMonthOfTheYearAndTheOneBeforeNeedsANumber() {
        assertThat(scenario(
                                SourceNode.mapping("2016-01", "100", "2016-12", "150"),
                                sales(JANUARY),
                                grant("2016-01-10", "1"))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("(price-index) has no number for 2015-12, 2016-02, ")
                .contains("2016-11; it needs every month");
    }
}
