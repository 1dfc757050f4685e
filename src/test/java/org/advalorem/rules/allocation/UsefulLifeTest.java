package org.advalorem.rules.allocation;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A firm's own average useful life, and an allocation period of a program: 19 CFR 351.524(d)(2). */
@Shows({"3", "20.24"})
final class UsefulLifeTest {
    private static SourceNode.Mapping assets(int year, Object value, Object depreciation) {
        return SourceNode.mapping("year", year, "gross-book-value", value, "depreciation", depreciation);
    }

    private static SourceNode.Mapping years(Object quotient) {
        return SourceNode.mapping("years", quotient);
    }

    /** A grant of the period with the interest left out, so that a slice is the amount over the years. */
    private static Scenarios scenario(SourceNode own, Object... use) {
        return Scenarios.investigation()
                .proceeding("average-useful-life", "12 years")
                .program("aid", "type", "grant", "discount-rate", "0%")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(sale(Scenarios.PERIOD, "a", "", "domestic", "1000000")),
                        "own-useful-life",
                        own,
                        "uses",
                        SourceNode.mapping("aid", grant("2016-06-30", "1 million", use)));
    }

    private static double allocatedOver(Scenarios scenario) {
        return 1_000_000 / scenario.run().slice("a", "aid");
    }

    // table 12 years: used where it differs by one year or more before it is rounded
    @ParameterizedTest
    @CsvSource({
        "12.63, 12",
        "12.99, 12",
        "13, 13",
        "13.16, 13",
        "13.5, 14",
        "11.01, 12",
        "11, 11",
        "10.6, 11",
        "10.49, 10",
        "12.9999999999999, 13",
        "12.99999999999, 12"
    })
    void theQuotientIsUsedWhereItDiffersByAYear(String quotient, int years) {
        assertThat(allocatedOver(scenario(years(quotient)))).isCloseTo(years, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1200, 95, 12", "1250, 95, 13"})
    void theQuotientOfBookValuesAndDepreciation(int value, int depreciation, int years) {
        assertThat(allocatedOver(
                        scenario(SourceNode.mapping("assets", SourceNode.sequence(assets(2015, value, depreciation))))))
                .isCloseTo(years, within(1e-9));
    }

    @Test
    void sumsAreDividedNotAverages() {
        // 3,000/150 = 20 and 200/50 = 4: their average would be the 12 years of the table
        SourceNode own =
                SourceNode.mapping("assets", SourceNode.sequence(assets(2014, 3000, 150), assets(2015, 200, 50)));
        assertThat(allocatedOver(scenario(own))).as("3,200 / 200").isCloseTo(16, within(1e-9));
        assertThat(scenario(own).run().table("Depreciable productive fixed assets"))
                .containsExactly("2014 | 3000 | 150", "2015 | 200 | 50");
    }

    @Test
    void whatIsNotAcceptedIsNotUsed() {
        assertThat(allocatedOver(scenario(SourceNode.mapping("years", "20", "accepted", "no"))))
                .isCloseTo(12, within(1e-9));
    }

    @Test
    void roundingIsAnAssumptionOnlyWhereItRounds() {
        assertThat(scenario(years("13.16")).run().notes())
                .contains("A firm's own average useful life is rounded to whole years, half-up (assumption A93).");
        assertThat(scenario(years("13")).run().notes()).noneMatch(note -> note.contains("A93"));
        assertThat(scenario(years("12.63")).run().notes()).noneMatch(note -> note.contains("A93"));
    }

    @Test
    void anAllocationPeriodOfTheUseGoesBefore() {
        assertThat(allocatedOver(scenario(years("20"), "allocation-period", "15 years")))
                .isCloseTo(15, within(1e-9));
    }

    @Test
    void anAllocationPeriodOfTheProgram() {
        var outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "discount-rate", "0%", "allocation-period", "4")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(sale(Scenarios.PERIOD, "a", "", "domestic", "1000000")),
                        "uses",
                        SourceNode.mapping("aid", grant("2013-06-30", "1 million", "approval-sales", "1 million")))
                .run();
        assertThat(outcome.slice("a", "aid")).as("the fourth of four").isEqualTo(250_000);
    }

    @Test
    void bothOrNeitherIsRefused() {
        assertThat(scenario(SourceNode.mapping("years", "20", "assets", SourceNode.sequence(assets(2015, 1, 1))))
                        .problems())
                .containsExactly("(companies.a.own-useful-life) has both (assets) and (years).");
        assertThat(scenario(SourceNode.mapping("accepted", "yes")).problems())
                .containsExactly("(companies.a.own-useful-life) has neither (assets) nor (years).");
    }

    @Test
    void aYearStandsOnce() {
        assertThat(scenario(SourceNode.mapping("assets", SourceNode.sequence(assets(2015, 1, 1), assets(2015, 2, 1))))
                        .problems())
                .containsExactly("(companies.a.own-useful-life) has two rows for 2015.");
    }

    @ParameterizedTest
    @CsvSource({"0", "-3", "many", "12%", "12 CNY"})
    void whatIsNoNumberOfYearsIsRefused(String quotient) {
        assertThat(scenario(years(quotient)).problems())
                .containsExactly("(companies.a.own-useful-life.years) is (" + quotient
                        + "); expected a number of years such as 13.16.");
    }

    @ParameterizedTest
    @CsvSource({"0.4", "100.5", "5000"})
    void whatIsNoUsefulLifeIsRefused(String quotient) {
        assertThat(scenario(years(quotient)).problems())
                .singleElement()
                .asString()
                .contains("comes to " + quotient + " years; it must be from 1 to 100");
    }

    @Test
    void anotherCurrencyIsRefused() {
        assertThat(scenario(SourceNode.mapping("assets", SourceNode.sequence(assets(2015, "1 million EUR", "1000"))))
                        .problems())
                .singleElement()
                .asString()
                .contains("expected an amount in the company's currency");
    }
}
