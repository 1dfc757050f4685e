package org.advalorem.rules.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which text of the regulation governs. */
final class RegimeTest {
    @ParameterizedTest
    @CsvSource({
        "2017-03-28, 1998",
        "2024-04-23, 1998",
        "2024-04-24, 2024",
        "2025-01-14, 2024",
        "2025-01-15, 2025",
        "2026-01-01, 2025",
    })
    void theDayOfInitiationDecides(String day, String regime) {
        var outcome = Scenarios.investigation()
                .withoutProceeding("regulation")
                .proceeding("initiated", day)
                .respondent("a", "5%")
                .run();
        assertThat(outcome.determination().proceeding().regime()).hasToString(regime);
        assertThat(outcome.determination().proceeding().regimeReason()).contains(day);
        assertThat(outcome.assumptions()).contains("A33");
    }

    @Test
    void theDayOfThePetitionGoesBeforeInitiation() {
        var outcome = Scenarios.investigation()
                .withoutProceeding("regulation")
                .proceeding("petition-filed", "2025-01-10", "initiated", "2025-01-30")
                .respondent("a", "5%")
                .run();
        assertThat(outcome.determination().proceeding().regime()).hasToString("2024");
        assertThat(outcome.determination().proceeding().regimeReason()).startsWith("petition filed on 2025-01-10");
    }

    @Test
    void theDayOfTheRequestGoesBeforeInitiation() {
        var outcome = Scenarios.review()
                .withoutProceeding("regulation")
                .proceeding("requested", "2025-01-14", "initiated", "2025-03-10")
                .respondent("a", "5%")
                .run();
        assertThat(outcome.determination().proceeding().regime()).hasToString("2024");
    }

    @Test
    void thatInitiationDecidedIsSaid() {
        var outcome = Scenarios.review()
                .withoutProceeding("regulation")
                .proceeding("petition-filed", "2020-01-10", "initiated", "2025-03-10")
                .respondent("a", "5%")
                .run();
        assertThat(outcome.determination().proceeding().regime()).hasToString("2025");
        assertThat(outcome.determination().proceeding().regimeReason())
                .contains("the day of the request not being stated");
    }

    @Test
    void aStatedTextGoesBeforeTheDay() {
        var outcome = Scenarios.investigation()
                .proceeding("initiated", "2025-02-01", "regulation", "1998")
                .respondent("a", "5%")
                .run();
        assertThat(outcome.determination().proceeding().regime()).isEqualTo(Proceeding.Regime.OF_1998);
        assertThat(outcome.determination().proceeding().regimeReason()).isEqualTo("stated in the scenario");
        assertThat(outcome.assumptions()).doesNotContain("A33");
    }

    @Test
    void oneOfTheTwoMustBeGiven() {
        assertThat(Scenarios.investigation()
                        .withoutProceeding("regulation")
                        .respondent("a", "5%")
                        .problems())
                .singleElement()
                .asString()
                .contains(
                        "neither which text of the regulation governs nor when the petition was filed or the segment initiated");
    }
}
