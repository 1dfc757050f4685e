package org.advalorem.rules.allocation;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;

/** What may be subtracted from a benefit: 19 U.S.C. 1677(6). */
@Shows("2.0")
final class NettingTest {
    private static Scenarios aid(String recurrence, SourceNode uses) {
        return Scenarios.investigation()
                .program("aid", "type", "grant", "recurrence", recurrence, "discount-rate", "0%")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(
                                sale(2015, "a", "", "domestic", "1000000"), sale(2016, "a", "", "domestic", "1000000")),
                        "uses",
                        SourceNode.mapping("aid", uses));
    }

    @Test
    void allThreeAreSubtracted() {
        SourceNode less = SourceNode.mapping("fees", "1000", "deferral-loss", "2000", "export-taxes", "4000");
        var outcome =
                aid("recurring", grant("2016-05-01", "100000", "less", less)).run();
        assertThat(outcome.rate("a")).isCloseTo(0.093, within(1e-15));
        assertThat(outcome.values().of(outcome.use("a", "aid", 0).benefit().orElseThrow()))
                .isEqualTo(93000.0);
    }

    @Test
    void aNetBenefitIsNotNegative() {
        SourceNode less = SourceNode.mapping("fees", "100001");
        assertThat(aid("recurring", grant("2016-05-01", "100000", "less", less))
                        .run()
                        .rate("a"))
                .isZero();
    }

    @Test
    void theListIsClosed() {
        SourceNode less = SourceNode.mapping("income-tax", "1000");
        assertThat(aid("recurring", grant("2016-05-01", "100000", "less", less)).problems())
                .singleElement()
                .asString()
                .contains("(income-tax) is not a known key");
        assertThat(aid("recurring", grant("2016-05-01", "100000", "less", SourceNode.mapping("fees", "-5")))
                        .problems())
                .singleElement()
                .asString()
                .contains("must be at least 0");
    }

    @Test
    void nettingComesBeforeAllocation() {
        SourceNode less = SourceNode.mapping("fees", "20000");
        assertThat(aid("non-recurring", grant("2016-05-01", "100000", "less", less))
                        .run()
                        .slice("a", "aid"))
                .as("a tenth of 80,000")
                .isEqualTo(8000.0);
    }

    @Test
    void whatIsSubtractedCountsOnceOverSeveralReceipts() {
        SourceNode received = SourceNode.sequence(
                SourceNode.mapping("on", "2016-05-01", "amount", "100000"),
                SourceNode.mapping("on", "2015-05-01", "amount", "10000"));
        SourceNode use = SourceNode.sequence(
                SourceNode.mapping("received", received, "less", SourceNode.mapping("fees", "30000")));
        var outcome = aid("non-recurring", use).run();
        assertThat(outcome.values().of(outcome.use("a", "aid", 0).benefit().orElseThrow()))
                .isEqualTo(80000.0);
        assertThat(outcome.slice("a", "aid"))
                .as("10,000 of 2015 are used up; a tenth of the rest")
                .isEqualTo(8000.0);
    }

    @Test
    void theHalfPercentTestTakesTheApprovedAmountBeforeNetting() {
        // 5,000 of 1,000,000 is exactly 0.5 percent: allocated, though 4,000 would be expensed
        assertThat(aid("non-recurring", grant("2016-05-01", "5000", "less", SourceNode.mapping("fees", "1000")))
                        .run()
                        .slice("a", "aid"))
                .isEqualTo(400.0);
    }
}
