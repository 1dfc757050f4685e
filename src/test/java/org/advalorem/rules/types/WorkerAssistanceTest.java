package org.advalorem.rules.types;

import static org.assertj.core.api.Assertions.assertThat;

import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Assistance to workers: 19 CFR 351.513. Period 2015. */
@Shows("2.10")
final class WorkerAssistanceTest {
    private static OneUse payments(SourceNode... rows) {
        return OneUse.of("workers", "payments", SourceNode.sequence((Object[]) rows));
    }

    private static SourceNode paid(String date, Object payment, Object obligation) {
        return SourceNode.mapping("date", date, "payment", payment, "obligation", obligation);
    }

    // what the firm is relieved of is at most its own obligation
    @ParameterizedTest
    @CsvSource({"300000, 300000", "400000, 400000", "500000, 400000", "0, 0"})
    void theFirmIsRelievedOfItsOwnObligation(int obligation, double benefit) {
        assertThat(payments(paid("2015-06-30", 400_000, obligation)).benefit()).isEqualTo(benefit);
    }

    @Test
    void withoutAnObligationTheWholePaymentCounts() {
        OneUse use = payments(
                SourceNode.mapping("date", "2015-06-30", "payment", 400_000), paid("2015-07-31", 50_000, 20_000));
        assertThat(use.benefit()).isEqualTo(420_000);
        assertThat(use.table("Assistance to workers"))
                .containsExactly("2015-06-30 | 400000 | 400000 | 400000", "2015-07-31 | 50000 | 20000 | 20000");
    }

    @ParameterizedTest
    @CsvSource({"2014-12-31, 0", "2015-01-01, 400000", "2015-12-31, 400000", "2016-01-01, 0"})
    void theDayOfPaymentDecidesTheYear(String day, double benefit) {
        assertThat(payments(SourceNode.mapping("date", day, "payment", 400_000)).benefit())
                .isEqualTo(benefit);
    }

    @Test
    void aPaymentInAnotherCurrency() {
        assertThat(payments(SourceNode.mapping("date", "2015-06-30", "payment", 100, "currency", "EUR"))
                        .exchangeRates(
                                SourceNode.mapping("date", "2015-06-30", "from", "EUR", "to", "CNY", "rate", "7"))
                        .benefit())
                .isEqualTo(700);
        assertThat(payments(SourceNode.mapping("date", "2015-06-30", "payment", 100, "currency", "euro"))
                        .problems())
                .containsExactly(
                        "AV206 (payment) is in (euro), which is not a currency.",
                        "AV206 (obligation) is in (euro), which is not a currency.");
    }
}
