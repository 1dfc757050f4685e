package org.advalorem.rules.base;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Benefit and sales are in the currency in which the company reports. */
final class CurrencyTest {
    private static final SourceNode SALES = SourceNode.sequence(sale(2016, "a", "", "domestic", "80000000"));

    private static Scenarios inYuan(Object... use) {
        return Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "a",
                        "currency",
                        "CNY",
                        "sales",
                        SALES,
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "400000", use)));
    }

    @Test
    void eachCompanyHasItsOwn() {
        var outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "a",
                        "currency",
                        "CNY",
                        "sales",
                        SALES,
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "400000 CNY")))
                .company(
                        "b",
                        "sales",
                        SourceNode.sequence(sale(2016, "b", "", "domestic", "80000000")),
                        "uses",
                        SourceNode.mapping("aid", grant("2016-05-01", "0.4 million USD")))
                .run();
        assertThat(outcome.rate("a")).isCloseTo(0.005, within(1e-15));
        assertThat(outcome.rate("b")).isEqualTo(outcome.rate("a"));
        assertThat(outcome.company("a").currency()).hasToString("CNY");
    }

    @ParameterizedTest
    @CsvSource({"over, 80 million USD", "less, fees"})
    void anotherCurrencyNeedsARate(String key, String value) {
        Object given = key.equals("less") ? SourceNode.mapping(value, "5 USD") : value;
        assertThat(inYuan(key, given).problems())
                .singleElement()
                .asString()
                .contains("does not state: between USD and CNY for a month of 201");
    }

    @Test
    void salesOfTheYearOfApprovalInAnotherCurrencyNeedARate() {
        assertThat(Scenarios.investigation()
                        .program("aid", "type", "grant", "discount-rate", "8%")
                        .company(
                                "a",
                                "currency",
                                "CNY",
                                "sales",
                                SALES,
                                "uses",
                                SourceNode.mapping(
                                        "aid", grant("2013-05-01", "400000", "approval-sales", "80 million USD")))
                        .problems())
                .singleElement()
                .asString()
                .contains("does not state: between USD and CNY for a month of 201");
    }

    @Test
    void consolidatedSalesInAnotherCurrencyNeedARate() {
        assertThat(Scenarios.investigation()
                        .program("aid", "type", "grant", "recurrence", "recurring")
                        .company(
                                "a",
                                "members",
                                SourceNode.mapping(
                                        "h",
                                        SourceNode.mapping(
                                                "role",
                                                "holding",
                                                "consolidated-sales",
                                                SourceNode.mapping("2016", "1 billion CNY"))),
                                "uses",
                                SourceNode.mapping("aid", grant("2016-05-01", "400000", "to", "h")))
                        .problems())
                .singleElement()
                .asString()
                .contains("does not state: between CNY and USD for a month of 2016.");
    }

    @Test
    void aUnitThatIsNoCurrencyIsAProblem() {
        assertThat(Scenarios.investigation()
                        .respondent("a", "5%", "currency", "USD/t")
                        .problems())
                .singleElement()
                .asString()
                .contains("(USD/t) is not a currency");
    }
}
