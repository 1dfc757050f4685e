package org.advalorem.rules;

import static org.advalorem.rules.Scenarios.use;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rounding, measurability and de minimis: 19 U.S.C. 1671b(b)(4), 19 CFR 351.106(c). */
@Shows("7")
final class RoundingAndDeMinimisTest {
    /** A respondent with programs of those stated rates. */
    private static Scenarios programs(Scenarios scenario, String... rates) {
        List<Object> uses = new ArrayList<>();
        for (String rate : rates) {
            String id = "p" + uses.size();
            scenario.program(id, "type", "stated", "rate", rate);
            uses.addAll(List.of(id, use()));
        }
        return scenario.company("a", "uses", SourceNode.mapping(uses.toArray()));
    }

    private static Scenarios programs(String... rates) {
        return programs(Scenarios.investigation(), rates);
    }

    @ParameterizedTest
    @CsvSource({
        "42.565%, 42.57",
        "11.185%, 11.19",
        "10.865%, 10.87",
        "6.065%, 6.07",
        "71.865%, 71.87",
        "1.655102%, 1.66",
        "0.994999%, 0.99",
        "2.675%, 2.68",
        "1.005%, 1.01",
    })
    void halfUpInDecimal(String rate, String published) {
        assertThat(programs(rate).run().published("a")).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({"0.005%, true, 0.01", "0.0049999%, false, 0.00", "0.00499999999%, false, 0.00", "0%, false, 0.00"})
    void measurableFromFiveThousandthsOfAPercent(String rate, boolean measurable, String published) {
        Outcome outcome = programs(rate).run();
        assertThat(outcome.values().holds(outcome.program("a", "p0").measurable()))
                .isEqualTo(measurable);
        assertThat(outcome.published("a")).isEqualTo(published);
    }

    @Test
    void whatIsNotMeasurableLeavesTheSumOfUnroundedRatesToo() {
        Outcome outcome = programs("1%", "0.0049%", "0.0049%", "0.0049%").run();
        assertThat(outcome.rate("a")).isEqualTo(0.01);
        assertThat(outcome.published("a")).isEqualTo("1.00");
    }

    @Test
    void roundThenSumAndSumThenRoundDiffer() {
        // three times 0.335: 0.34 * 3 = 1.02, 1.005 -> 1.01
        Outcome first = programs("0.335%", "0.335%", "0.335%").run();
        assertThat(first.published("a")).isEqualTo("1.02");
        assertThat(first.values().of(first.company("a").otherRounding())).isEqualTo(0.0101);
        Outcome last = programs("0.335%", "0.335%", "0.335%")
                .proceeding("rounding", "sum then round")
                .run();
        assertThat(last.published("a")).isEqualTo("1.01");
        assertThat(last.values().of(last.company("a").otherRounding())).isEqualTo(0.0102);
    }

    @Test
    void theExportContingentPartIsRoundedAsTheWhole() {
        for (String rounding : List.of("round then sum", "sum then round")) {
            Scenarios scenario = Scenarios.investigation().proceeding("rounding", rounding);
            List<Object> uses = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                scenario.program("p" + i, "type", "stated", "rate", "0.335%", "specificity", "export");
                uses.addAll(List.of("p" + i, use()));
            }
            Outcome outcome = scenario.company("a", "uses", SourceNode.mapping(uses.toArray()))
                    .run();
            assertThat(outcome.of("companies.a.rate-export-contingent"))
                    .as(rounding)
                    .isEqualTo(outcome.of("companies.a.rate"));
        }
    }

    @Test
    void sumsOfRoundedRatesCarryNoNoise() {
        // 0.1 + 0.2 and the like: the published total is the decimal, and the double next to it
        Outcome outcome =
                programs("0.1%", "0.2%", "0.4%", "0.07%", "0.03%", "0.2%").run();
        assertThat(outcome.of("companies.a.rate")).isEqualTo(0.01);
    }

    @ParameterizedTest
    @CsvSource({
        "0.99%, no, true",
        "0.999999999%, no, true",
        "1.00%, no, false",
        "2.00%, yes, true",
        "2.01%, yes, false",
        "2.000000001%, yes, false",
        "1.99%, yes, true",
        "2.5%, yes, false",
    })
    void thresholdsOfAnInvestigation(String rate, String developing, boolean deMinimis) {
        for (String segment : List.of("investigation preliminary", "investigation final", "investigation remand")) {
            Outcome outcome = programs(rate)
                    .proceeding(
                            "segment",
                            segment,
                            "country",
                            SourceNode.mapping("name", "Freedonia", "developing", developing))
                    .run();
            assertThat(outcome.deMinimis("a")).isEqualTo(deMinimis);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.49%, no, true", "0.50%, no, false", "0.50%, yes, false", "0.49%, yes, true", "0.4999999%, no, true"})
    void thresholdOfAReviewForEveryCountry(String rate, String developing, boolean deMinimis) {
        Outcome outcome = programs(Scenarios.review(), rate)
                .proceeding("country", SourceNode.mapping("name", "Freedonia", "developing", developing))
                .run();
        assertThat(outcome.deMinimis("a")).isEqualTo(deMinimis);
    }

    @Tag("slow")
    @Test
    void threeProgramsThatSumToOnePercentAreNotDeMinimis() {
        // in binary 0.0033 + 0.0033 + 0.0034 and its like fall short of 0.01 in a fifth of all cases
        for (int first = 1; first < 98; first++) {
            for (int second = 1; first + second < 99; second += 7) {
                Outcome outcome = programs(hundredths(first), hundredths(second), hundredths(100 - first - second))
                        .run();
                assertThat(outcome.deMinimis("a")).as("%s + %s", first, second).isFalse();
            }
        }
    }

    private static String hundredths(int count) {
        return java.math.BigDecimal.valueOf(count, 2).toPlainString() + "%";
    }

    @ParameterizedTest
    @CsvSource({"0.996%, true, false", "0.994%, true, true", "1.004%, false, false"})
    void aVerdictThatRoundingFlipsIsSeen(String rate, boolean unrounded, boolean asPublished) {
        Outcome outcome = programs(rate).run();
        CompanyResult company = outcome.company("a");
        assertThat(outcome.values().holds(company.deMinimis())).isEqualTo(unrounded);
        assertThat(outcome.values().holds(company.deMinimisAsPublished())).isEqualTo(asPublished);
    }

    @Test
    void deMinimisIsOfTheAggregateAndNotOfAProgram() {
        assertThat(programs("0.6%", "0.6%").run().deMinimis("a")).isFalse();
    }

    @Test
    void onlyExportSubsidiesAreExportContingent() {
        Outcome outcome = Scenarios.investigation()
                .program("e", "type", "stated", "rate", "1.25%", "specificity", "export")
                .program("d", "type", "stated", "rate", "2.50%", "specificity", "domestic")
                .program("i", "type", "stated", "rate", "4.75%", "specificity", "import substitution")
                .company("a", "uses", SourceNode.mapping("e", use(), "d", use(), "i", use()))
                .run();
        assertThat(outcome.of("companies.a.rate-export-contingent")).isEqualTo(0.0125);
        assertThat(outcome.published("a")).isEqualTo("8.50");
    }

    // "less than 1 percent"; "does not exceed 2 percent"
    @ParameterizedTest
    @CsvSource({"no, De minimis (below the threshold)", "yes, De minimis (at most the threshold)"})
    void whetherTheThresholdItselfIsDeMinimisIsSaid(String developing, String label) {
        Outcome outcome = programs("1%")
                .proceeding("country", SourceNode.mapping("name", "Freedonia", "developing", developing))
                .run();
        assertThat(outcome.authority(label).assumption()).contains("A22");
    }
}
