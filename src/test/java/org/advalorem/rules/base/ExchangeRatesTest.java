package org.advalorem.rules.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.advalorem.Shows;
import org.advalorem.calculation.Requirement;
import org.advalorem.engine.Values;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.types.RemunerationScenario;
import org.junit.jupiter.api.Test;

@Shows("1")
final class ExchangeRatesTest {
    private static final String HEADER = "month,date,from,to,rate";

    /** A recurring grant of USD 1,000, so that the benefit is 1,000 times the rate. */
    private static RemunerationScenario grant(String day, String... rates) {
        return new RemunerationScenario("grant")
                .use("recurrence", "recurring")
                .use("received", SourceNode.sequence(SourceNode.mapping("on", day, "amount", "1000 USD")))
                .root("exchange-rates", "fx.csv")
                .file("fx.csv", HEADER, List.of(rates));
    }

    @Test
    void theAverageOfTheMonth() {
        RemunerationScenario.Result result = grant("2016-03-15", "2016-02,,USD,CNY,6.4", "2016-03,,USD,CNY,6.5")
                .result();
        assertThat(result.benefit()).isEqualTo(6_500);
        assertThat(result.table("Received").get("amount")).containsExactly(1000.0);
        assertThat(result.table("Received").get("in CNY")).containsExactly(6500.0);
    }

    @Test
    void theRateOfTheDayGoesBeforeTheMonth() {
        assertThat(grant("2016-03-15", ",2016-03-15,USD,CNY,6.6", "2016-03,,USD,CNY,6.5")
                        .result()
                        .benefit())
                .isEqualTo(6_600);
    }

    @Test
    void aMonthWithoutAnAverageTakesThatOfItsDays() {
        assertThat(grant("2016-03-15", ",2016-03-01,USD,CNY,6.2", ",2016-03-31,USD,CNY,6.6", ",2016-04-01,USD,CNY,9")
                        .result()
                        .benefit())
                .isCloseTo(6_400, within(1e-9));
    }

    @Test
    void anAmountInTheCompanysCurrencyNeedsNoRate() {
        assertThat(new RemunerationScenario("grant")
                        .use("recurrence", "recurring")
                        .use("received", SourceNode.sequence(SourceNode.mapping("on", "2016-03-15", "amount", "1000")))
                        .result()
                        .benefit())
                .isEqualTo(1_000);
    }

    @Test
    void aMissingMonthIsAnErrorThatNamesPairAndMonth() {
        assertThat(grant("2016-03-15", "2016-02,,USD,CNY,6.4", "2016-03,,EUR,CNY,7.4")
                        .problems())
                .containsExactly(
                        "AV403 (companies.zhang.uses.input.1.received.2016-03-15) needs a rate that (exchange-rates)"
                                + " does not state: between USD and CNY for 2016-03-15 or 2016-03."
                                + " Add to exchange-rates: {month: 2016-03, from: USD, to: CNY, rate: ...}.");
    }

    @Test
    void theApprovedAmountIsConvertedToo() {
        RemunerationScenario scenario = new RemunerationScenario("grant")
                .use("approved", SourceNode.mapping("on", "2015-03-01", "amount", "10000 USD"))
                .use("approval-sales", "14 million CNY")
                .use("received", SourceNode.sequence(SourceNode.mapping("on", "2016-03-15", "amount", "1000 USD")))
                .use("discount-rate", "5%")
                .root("exchange-rates", "fx.csv")
                .file("fx.csv", HEADER, List.of("2015-03,,USD,CNY,6", "2016-03,,USD,CNY,7"));
        // 60,000 of 14 million is below 0.5 percent; at 7.00 it would be exactly 0.5 percent and would be allocated
        RemunerationScenario.Result result = scenario.result();
        assertThat(result.table("The 0.5 percent test").get("approved")).containsExactly(60_000.0);
        assertThat(result.values().of(result.use().slice().orElseThrow())).isEqualTo(7_000);
    }

    @Test
    void aWholeColumnOfRatesCanBeScaled() {
        RemunerationScenario scenario = grant("2016-03-15", "2016-03,,USD,CNY,6.5")
                .root(
                        "exchange-rates",
                        SourceNode.mapping(
                                "file",
                                "fx.csv",
                                "change",
                                SourceNode.mapping("rate", SourceNode.mapping("scale", "1.1"))));
        assertThat(scenario.result().benefit()).isCloseTo(7_150, within(1e-9));
        assertThat(scenario.result().benefitAt("exchange-rates.change.rate.scale", 2))
                .isEqualTo(13_000);
    }

    @Test
    void rowsThatCannotBeUsed() {
        assertThat(grant(
                                "2016-03-15",
                                "2016-03,,USD,CNY,6.5",
                                "2016-03,,USD,CNY,6.5",
                                "2016-03,2016-03-01,USD,CNY,6.5",
                                ",,USD,CNY,6.5",
                                "2016-04,,USD,CNY,0",
                                "2016-04,,USD,USD,1",
                                "2016-04,,dollar,CNY,6")
                        .problems())
                .containsExactly(
                        "AV303 The rate for this pair and time appears twice. Keep one row.",
                        "AV303 A rate is for a month or for a day. Fill in either month or date.",
                        "AV303 A rate is for a month or for a day. Fill in either month or date.",
                        "AV303 The rate from USD to CNY must be more than 0.",
                        "AV303 The rate is from (USD) to (USD). Write two three-letter codes: from USD, to CNY.",
                        "AV303 The rate is from (dollar) to (CNY). Write two three-letter codes: from USD, to CNY.");
    }

    @Test
    void aRateOfADayStandsOnceToo() {
        assertThat(grant("2016-03-15", ",2016-03-15,USD,CNY,6.5", ",2016-03-15,USD,CNY,6.6")
                        .problems())
                .containsExactly("AV303 The rate for this pair and time appears twice. Keep one row.");
    }

    @Test
    void aRateThatIsVariedMustStayAboveZero() {
        RemunerationScenario.Result result =
                grant("2016-03-15", "2016-03,,USD,CNY,6.5").result();
        String address = "exchange-rates.1.rate";
        String message = "The exchange rate from USD to CNY must be more than 0.";
        assertThat(failedAt(result, address, 0)).containsExactly(message);
        assertThat(failedAt(result, address, -1)).containsExactly(message);
        assertThat(failedAt(result, address, 0.001)).isEmpty();
    }

    private static List<String> failedAt(RemunerationScenario.Result result, String address, double rate) {
        return Values.of(result.determination().calculation(), Map.of(address, rate)).failed().stream()
                .map(Requirement::message)
                .toList();
    }
}
