package org.advalorem.rules;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.junit.jupiter.api.Test;

/** Benefit over sales: 19 CFR 351.525(a). */
@Shows("1")
final class AdValoremRateTest {
    private static Scenarios recurringGrant(String amount, String sales) {
        return Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(sale(2016, "a", "", "domestic", sales)),
                        "uses",
                        SourceNode.mapping("aid", grant("2016-03-01", amount)));
    }

    @Test
    void fourHundredThousandOverEightyMillion() {
        var outcome = recurringGrant("400000", "80000000").run();
        assertThat(outcome.rate("a")).isEqualTo(0.005);
        assertThat(outcome.published("a")).isEqualTo("0.50");
    }

    @Test
    void ratesAboveAHundredPercentAreLegal() {
        assertThat(recurringGrant("712.03", "100").run().published("a")).isEqualTo("712.03");
    }

    @Test
    void aDenominatorOfZeroIsNeverARateOfZero() {
        var outcome = recurringGrant("400000", "0").run();
        assertThat(outcome.failed()).anySatisfy(message -> assertThat(message).contains("must be more than zero"));
        assertThat(outcome.values().of(outcome.company("a").rate())).isNotEqualTo(0.0);
    }

    @Test
    void aNegativeDenominatorIsNeverARate() {
        var outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(
                                sale(2016, "a", "", "domestic", "100", "returns", "100"),
                                sale(2016, "a", "", "France", "100", "terms", "CIF", "freight", "130")),
                        "uses",
                        SourceNode.mapping("aid", grant("2016-03-01", "10")))
                .run();
        assertThat(outcome.failed()).anySatisfy(message -> assertThat(message).contains("must be more than zero"));
    }

    @Test
    void noLedgerAndNoStatedSalesIsAnError() {
        assertThat(Scenarios.investigation()
                        .program("aid", "type", "grant", "recurrence", "recurring")
                        .company("a", "uses", SourceNode.mapping("aid", grant("2016-03-01", "10")))
                        .problems())
                .singleElement()
                .asString()
                .contains("(sales) is missing");
    }

    @Test
    void noSalesInThePeriodIsAnError() {
        assertThat(Scenarios.investigation()
                        .program("aid", "type", "grant", "recurrence", "recurring", "specificity", "export")
                        .company(
                                "a",
                                "sales",
                                SourceNode.sequence(sale(2016, "a", "", "domestic", "100")),
                                "uses",
                                SourceNode.mapping("aid", grant("2016-03-01", "10")))
                        .problems())
                .singleElement()
                .asString()
                .contains("no export sales of a in 2016");
    }

    @Test
    void statedSalesServeInsteadOfALedger() {
        var outcome = Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", "recurring")
                .company("a", "uses", SourceNode.mapping("aid", grant("2016-03-01", "400000", "over", "80 million")))
                .run();
        assertThat(outcome.rate("a")).isCloseTo(0.005, within(1e-15));
    }
}
