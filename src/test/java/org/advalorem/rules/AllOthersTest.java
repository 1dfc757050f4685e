package org.advalorem.rules;

import static org.advalorem.rules.Scenarios.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The all-others rate: 19 U.S.C. 1671d(c)(5). */
@Shows({"8", "20.27"})
final class AllOthersTest {
    private static Scenarios two(String a, String weightA, String rangedA, String b, String weightB, String rangedB) {
        return Scenarios.investigation()
                .respondent("a", a, "exports-to-us", weightA, "public-exports-to-us", rangedA)
                .respondent("b", b, "exports-to-us", weightB, "public-exports-to-us", rangedB);
    }

    private static Scenarios example() {
        return two("12.34%", "31.2 million", "30 million", "7.89%", "58.7 million", "60 million");
    }

    @Test
    void theCloserOfSimpleAndPubliclyRangedIsPublished() {
        Outcome outcome = example().allOthers("method", "closest").run();
        assertThat(outcome.allOthers()).isEqualTo("9.37");
        assertThat(outcome.of("all-others.rate-unrounded")).isCloseTo(0.093733, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({"weighted, 0.094344, 9.43", "simple, 0.10115, 10.12", "publicly ranged, 0.093733, 9.37"})
    void eachAverageByItself(String method, double rate, String published) {
        Outcome outcome = example().allOthers("method", method).run();
        assertThat(outcome.of("all-others.rate-unrounded")).isCloseTo(rate, within(5e-7));
        assertThat(outcome.allOthers()).isEqualTo(published);
    }

    @Test
    void aTieTakesTheSimpleAverage() {
        // 10 % and 20 %: simple 15.0, weighted 1:3 = 17.5, ranged all on b = 20.0: both 2.5 points away
        assertThat(two("10%", "10 million", "0", "20%", "30 million", "30 million")
                        .allOthers()
                        .run()
                        .allOthers())
                .isEqualTo("15.00");
        // the same with 0.1 and 0.3 points, whose differences do not come out even in binary: 0.20, 0.25, 0.30
        assertThat(two("1.10%", "10 million", "0", "1.30%", "30 million", "30 million")
                        .allOthers()
                        .run()
                        .allOthers())
                .isEqualTo("1.20");
    }

    @Tag("slow")
    @Test
    void manyTiesTakeTheSimpleAverage() {
        // weights 1:3 lie in the middle between the simple average and one on b alone, whatever the rates
        var random = new Random(20190809);
        for (int i = 0; i < 200; i++) {
            int low = 100 + random.nextInt(5000);
            int high = low + 2 * (1 + random.nextInt(3000));
            var outcome = two(percent(low), "1", "0", percent(high), "3", "7")
                    .allOthers()
                    .run();
            assertThat(outcome.percent("all-others.rate").movePointRight(2).intValueExact())
                    .as("rates %s and %s", low, high)
                    .isEqualTo((low + high) / 2);
        }
    }

    private static String percent(int hundredths) {
        return java.math.BigDecimal.valueOf(hundredths, 2).toPlainString() + "%";
    }

    @Test
    void ratesEntirelyOnFactsAvailableAreExcluded() {
        assertThat(Scenarios.investigation()
                        .adverse("kaijin", "712.03%")
                        .adverse("shaosheng", "721.03%")
                        .respondent("panasonic", "6.55%")
                        .allOthers()
                        .run()
                        .allOthers())
                .isEqualTo("6.55");
    }

    @Shows("14.12")
    @ParameterizedTest
    @CsvSource({"closest", "weighted", "simple", "publicly ranged"})
    void whenAllRestOnFactsAvailableTheSimpleAverageOfAllServes(String method) {
        assertThat(Scenarios.investigation()
                        .adverse("a", "386.45%")
                        .adverse("b", "389.75%")
                        .allOthers("method", method)
                        .run()
                        .allOthers())
                .isEqualTo("388.10");
    }

    @Test
    void whenAllAreExcludedTheMethodCanBeChosen() {
        // 0 and 114.72 -> 57.36; 0 and 85.13 -> 42.565, half up
        assertThat(excluded("0%", "114.72%").allOthers().run().allOthers()).isEqualTo("57.36");
        assertThat(excluded("0%", "85.13%").allOthers().run().allOthers()).isEqualTo("42.57");
        assertThat(excluded("0%", "85.13%")
                        .allOthers("when-all-excluded", "last calculated", "last-rate", "3.21%")
                        .run()
                        .allOthers())
                .isEqualTo("3.21");
        assertThat(excluded("0%", "80%")
                        .allOthers("when-all-excluded", "weighted average")
                        .run()
                        .allOthers())
                .as("one and three parts")
                .isEqualTo("60.00");
    }

    private static Scenarios excluded(String zero, String adverse) {
        return Scenarios.investigation()
                .respondent("a", zero, "exports-to-us", "1 million")
                .adverse("b", adverse, "exports-to-us", "3 million");
    }

    @ParameterizedTest
    @CsvSource({"0%, 5.00", "0.004%, 5.00", "0.99%, 5.00", "1.00%, 3.00"})
    void zeroAndDeMinimisRatesAreExcluded(String small, String expected) {
        assertThat(Scenarios.investigation()
                        .respondent("a", small)
                        .respondent("b", "5%")
                        .allOthers()
                        .run()
                        .allOthers())
                .isEqualTo(expected);
    }

    @Test
    void inAReviewDeMinimisIsHalfAPercent() {
        assertThat(Scenarios.review()
                        .respondent("a", "0.50%")
                        .respondent("b", "5%")
                        .allOthers()
                        .run()
                        .allOthers())
                .isEqualTo("2.75");
    }

    @Test
    void voluntaryRespondentsAreAveragedInUnlessSwitchedOff() {
        var scenario = Scenarios.investigation().respondent("a", "4%").respondent("b", "8%", "voluntary", "yes");
        assertThat(scenario.allOthers().run().allOthers()).isEqualTo("6.00");
        assertThat(scenario.allOthers("include-voluntary", "no").run().allOthers())
                .isEqualTo("4.00");
    }

    @Test
    void theResultSaysWhoIsLeftOutAndWhy() {
        Outcome outcome = Scenarios.investigation()
                .respondent("a", "5%")
                .respondent("b", "0%")
                .respondent("c", "0.99%")
                .adverse("d", "386.45%")
                .respondent("e", "8%", "voluntary", "yes")
                .allOthers("include-voluntary", "no")
                .run();
        AllOthersResult result = outcome.determination().allOthers().orElseThrow();
        assertThat(result.considered())
                .extracting(
                        considered -> considered.company().id(),
                        considered -> considered.qualifies().map(outcome.values()::holds),
                        considered -> considered.exclusions().stream()
                                .filter(exclusion -> exclusion
                                        .applies()
                                        .map(outcome.values()::holds)
                                        .orElse(true))
                                .map(AllOthersResult.Exclusion::reason)
                                .findFirst()
                                .orElse(""))
                .containsExactly(
                        tuple("a", Optional.of(true), ""),
                        tuple("b", Optional.of(false), "zero"),
                        tuple("c", Optional.of(false), "de minimis"),
                        tuple("d", Optional.of(false), "entirely on facts available"),
                        tuple("e", Optional.empty(), "voluntary respondent, left out by choice"));
    }

    @Test
    void publishedSimpleAveragesOfTwoAndThree() {
        assertThat(simple("13.33%", "18.27%", "31.18%")).isEqualTo("20.93");
        assertThat(simple("17.14%", "19.98%")).isEqualTo("18.56");
        assertThat(simple("20.33%", "2.04%")).as("11.185").isEqualTo("11.19");
    }

    private static String simple(String... rates) {
        Scenarios scenario = Scenarios.investigation();
        for (String rate : rates) {
            scenario.respondent("company-" + rate.replace('.', '-').replace("%", ""), rate);
        }
        return scenario.allOthers().run().allOthers();
    }

    @Test
    void publicWeightsGiveTheWeightedAverageItself() {
        assertThat(Scenarios.investigation()
                        .respondent("a", "12.34%", "exports-to-us", "31.2 million")
                        .respondent("b", "7.89%", "exports-to-us", "58.7 million")
                        .allOthers()
                        .run()
                        .allOthers())
                .isEqualTo("9.43");
    }

    @Test
    void aSimpleAverageAlthoughWeightsAreKnownIsFlagged() {
        assertThat(example().allOthers("method", "simple").run().notes())
                .anySatisfy(note -> assertThat(note).contains("invites litigation"));
        assertThat(example().allOthers().run().notes())
                .noneSatisfy(note -> assertThat(note).contains("invites litigation"));
        assertThat(Scenarios.investigation()
                        .respondent("a", "4%")
                        .respondent("b", "8%")
                        .allOthers("method", "simple")
                        .run()
                        .notes())
                .noneSatisfy(note -> assertThat(note).contains("invites litigation"));
    }

    @Test
    void missingOrMixedWeightsAreErrors() {
        assertThat(Scenarios.investigation()
                        .respondent("a", "4%", "exports-to-us", "1 million")
                        .respondent("b", "8%")
                        .allOthers("method", "weighted")
                        .run()
                        .failed())
                .containsExactly(
                        "The all-others method (weighted) needs (exports-to-us) of (b), whose rate qualifies. Write"
                                + " companies.b.exports-to-us, or choose method: simple.");
        assertThat(Scenarios.investigation()
                        .respondent("a", "4%")
                        .respondent("b", "8%")
                        .allOthers("method", "publicly ranged")
                        .run()
                        .failed())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).contains("needs (public-exports-to-us) of"));
        assertThat(Scenarios.investigation()
                        .respondent("a", "4%", "exports-to-us", "1 million USD")
                        .respondent("b", "8%", "exports-to-us", "1 million", "currency", "CNY")
                        .allOthers("method", "weighted")
                        .problems())
                .singleElement()
                .asString()
                .contains("does not state: between CNY and USD for a month of 2016.");
        assertThat(Scenarios.investigation()
                        .respondent("a", "4%", "exports-to-us", "0")
                        .respondent("b", "8%", "exports-to-us", "0")
                        .allOthers("method", "weighted")
                        .run()
                        .failed())
                .startsWith("The exports to the United States that weight the all-others rate must not all be zero.");
    }

    @Tag("slow")
    @Shows("P8")
    @Test
    void theRateLiesBetweenTheQualifyingOnesAndIgnoresTheExcluded() {
        var random = new Random(7);
        for (int i = 0; i < 100; i++) {
            double[] rates = random.doubles(4, 1.01, 90).toArray();
            long[] weights = random.longs(4, 1, 1000).toArray();
            for (String method : List.of("closest", "weighted", "simple")) {
                double without = of(respondents(rates, weights).allOthers("method", method));
                double with = of(respondents(rates, weights)
                        .respondent("tiny", "0.73%", "exports-to-us", "900", "public-exports-to-us", "1000")
                        .respondent("none", "0%", "exports-to-us", "900", "public-exports-to-us", "1000")
                        .adverse("adverse", "999%", "exports-to-us", "900", "public-exports-to-us", "1000")
                        .allOthers("method", method));
                assertThat(with).isCloseTo(without, within(1e-15));
                double[] sorted = java.util.Arrays.stream(rates).sorted().toArray();
                assertThat(with).isBetween(sorted[0] / 100 - 1e-4, sorted[3] / 100 + 1e-4);
            }
        }
    }

    private static Scenarios respondents(double[] rates, long[] weights) {
        Scenarios scenario = Scenarios.investigation();
        for (int i = 0; i < rates.length; i++) {
            scenario.respondent(
                    "c" + i,
                    java.math.BigDecimal.valueOf(rates[i]).toPlainString() + "%",
                    "exports-to-us",
                    weights[i],
                    "public-exports-to-us",
                    weights[i] + i);
        }
        return scenario;
    }

    private static double of(Scenarios scenario) {
        return scenario.run().of("all-others.rate-unrounded");
    }

    @Test
    void theRatesConsideredAreShownWithTheirWeights() {
        Outcome outcome = Scenarios.investigation()
                .respondent("a", "4%", "exports-to-us", "1 million", "public-exports-to-us", "1.1 million")
                .respondent("b", "0.99%", "exports-to-us", "2 million")
                .adverse("c", "90%")
                .allOthers("method", "weighted")
                .run();
        assertThat(outcome.table("Rates considered"))
                .containsExactly(
                        "a | 0.04 | 1 | 1 |  | 1000000 | 1100000",
                        "b | 0.0099 | 0 | 0 |  | 2000000 | not stated",
                        "c | 0.9 | 0 | 0 | entirely on facts available | not stated | not stated");
    }

    @Test
    void oneQualifyingRateIsNoAverageToLitigate() {
        assertThat(Scenarios.investigation()
                        .respondent("a", "4%", "exports-to-us", "1 million")
                        .adverse("b", "90%", "exports-to-us", "1 million")
                        .allOthers("method", "simple")
                        .run()
                        .notes())
                .noneSatisfy(note -> assertThat(note).contains("invites litigation"));
    }

    @Test
    void whereNotAllExportsAreKnownTheSimpleAverageIsNamed() {
        String simple = "Not all respondents' exports are known: the simple average is used.";
        Outcome unknown = Scenarios.investigation()
                .respondent("a", "4%", "exports-to-us", "1 million", "public-exports-to-us", "1 million")
                .respondent("b", "8%")
                .allOthers()
                .run();
        assertThat(unknown.allOthers()).isEqualTo("6.00");
        assertThat(unknown.notes()).contains(simple);
        assertThat(example().allOthers().run().notes()).doesNotContain(simple);
    }

    // RULES 19: 351.109(f) belongs to the text of 2025, practice to the earlier ones
    @Shows("20.27")
    @ParameterizedTest
    @CsvSource({"2025, 19 CFR 351.109(f)(2)(ii)", "2024, 'practice, since 2025 in 19 CFR 351.109(f)(2)(ii)'"})
    void theCloserOfTwoIsPracticeBeforeTheTextOf2025(String regulation, String citation) {
        Outcome outcome =
                example().proceeding("regulation", regulation).allOthers().run();
        assertThat(outcome.authority(
                                "Whichever of the two is closer to the confidential average; on a tie, the simple one")
                        .citation())
                .isEqualTo(citation);
    }

    // RULES 8: one measured program, even at 0.00, makes a rate partial, 19 CFR 351.308(g)
    @Test
    void aRateIsEntirelyOnFactsAvailableWhereNothingWasMeasured() {
        Scenarios scenario = Scenarios.investigation().adverse("a", "721.03%").respondent("b", "6.55%");
        assertThat(scenario.allOthers().run().allOthers()).isEqualTo("6.55");
        Outcome partial = Scenarios.investigation()
                .program("adverse", "type", "facts-available", "rate", "721.03%")
                .program("nothing", "type", "stated", "rate", "0%")
                .company("a", "uses", SourceNode.mapping("adverse", use(), "nothing", use()))
                .respondent("b", "6.55%")
                .allOthers()
                .run();
        assertThat(partial.allOthers()).as("(721.03 + 6.55) / 2").isEqualTo("363.79");
        assertThat(partial.company("a").entirelyFactsAvailable()).isFalse();
    }

    @Test
    void aScenarioThatSaysOtherwiseMustSayWhy() {
        assertThat(Scenarios.investigation()
                        .adverse("a", "721.03%", "facts-available", "partial or none")
                        .allOthers()
                        .problems())
                .singleElement()
                .asString()
                .contains("(facts-available) is (partial or none)", "is of type facts-available");
        Scenarios measured = Scenarios.investigation()
                .program("grant", "type", "grant", "recurrence", "recurring")
                .company(
                        "a",
                        "facts-available",
                        "whole",
                        "uses",
                        SourceNode.mapping(
                                "grant",
                                use(
                                        "over",
                                        "1 million",
                                        "received",
                                        SourceNode.sequence(SourceNode.mapping("on", "2016-05-01", "amount", "0")))));
        assertThat(measured.problems())
                .singleElement()
                .asString()
                .contains("(facts-available) is (whole), but (grant) of (a) is measured");
        Outcome explained = Scenarios.investigation()
                .adverse("a", "721.03%", "facts-available", "partial or none", "facts-available-reason", "It answered.")
                .respondent("b", "6.55%")
                .allOthers()
                .run();
        assertThat(explained.allOthers()).isEqualTo("363.79");
        assertThat(explained.determination().warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).endsWith("is of type facts-available: It answered."));
    }

    @Test
    void aStatedRateMayBeCalledOneOnFactsAvailable() {
        Outcome outcome = Scenarios.investigation()
                .respondent("a", "721.03%", "facts-available", "whole")
                .respondent("b", "6.55%")
                .allOthers()
                .run();
        assertThat(outcome.allOthers()).isEqualTo("6.55");
        assertThat(outcome.determination().warnings()).isEmpty();
    }

    // 19 U.S.C. 1671b(b)(4): below 1 percent, of a developing country at most 2
    @ParameterizedTest
    @CsvSource({
        "no, 0.80%, 0.40%, true",
        "no, 0%, 0%, true",
        "no, 0.99%, 1.00%, false",
        "yes, 2.00%, 1.50%, true",
        "yes, 2.01%, 0%, false"
    })
    void anInvestigationIsNegativeWhereEveryRateIsZeroOrDeMinimis(
            String developing, String first, String second, boolean negative) {
        Outcome outcome = Scenarios.investigation()
                .proceeding("country", SourceNode.mapping("name", "Freedonia", "developing", developing))
                .respondent("a", first)
                .respondent("b", second, "voluntary", "yes")
                .allOthers("include-voluntary", "no")
                .run();
        assertThat(outcome.values().holds(outcome.determination().negative().orElseThrow()))
                .isEqualTo(negative);
        if (negative) {
            assertThat(outcome.of("all-others.rate")).isZero();
        }
    }

    @Test
    void aNegativeDeterminationNeedsNoAllOthersRate() {
        Outcome outcome = Scenarios.investigation().respondent("a", "0.8%").run();
        assertThat(outcome.of("determination.negative")).isEqualTo(1.0);
        assertThat(outcome.determination().allOthers()).isEmpty();
    }

    @Test
    void oneDeMinimisAndOneAdverseRateAreAffirmativeAndAveraged() {
        // 0.8 is de minimis, 721.03 rests entirely on facts available: all are excluded, (0.80 + 721.03) / 2 = 360.915
        Outcome outcome = Scenarios.investigation()
                .respondent("a", "0.8%")
                .adverse("b", "721.03%")
                .allOthers()
                .run();
        assertThat(outcome.of("determination.negative")).isZero();
        assertThat(outcome.allOthers()).isEqualTo("360.92");
    }

    @ParameterizedTest
    @CsvSource({"review final", "expedited review", "new-shipper review", "sunset review"})
    void aReviewIsNeverNegativeAndItsUnselectedCompaniesHaveAVerdict(String segment) {
        Outcome outcome = Scenarios.review()
                .proceeding("segment", segment)
                .respondent("a", "0.3%")
                .respondent("b", "0.4%")
                .allOthers()
                .run();
        assertThat(outcome.determination().negative()).isEmpty();
        assertThat(outcome.allOthers()).isEqualTo("0.35");
        assertThat(outcome.of("all-others.de-minimis")).isEqualTo(1.0);
        assertThat(Scenarios.review().respondent("a", "0.5%").allOthers().run().of("all-others.de-minimis"))
                .isZero();
    }

    @Test
    void section129CountsAsAnInvestigation() {
        assertThat(Scenarios.investigation()
                        .proceeding("segment", "section 129")
                        .respondent("a", "0.8%")
                        .run()
                        .of("determination.negative"))
                .isEqualTo(1.0);
    }

    @Test
    void theOnlyRateThatQualifiesNeedsNoWeights() {
        assertThat(Scenarios.investigation()
                        .respondent("a", "4%")
                        .adverse("b", "90%")
                        .allOthers("method", "weighted")
                        .run()
                        .allOthers())
                .isEqualTo("4.00");
        Outcome zeroWeight = Scenarios.investigation()
                .respondent("a", "4%", "exports-to-us", "0")
                .respondent("b", "0.8%", "exports-to-us", "1 million")
                .allOthers("method", "weighted")
                .run();
        assertThat(zeroWeight.allOthers()).isEqualTo("4.00");
        assertThat(zeroWeight.failed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "closest, 'Weighted average, publicly ranged weights'",
        "simple, Simple average of qualifying rates",
        "weighted, Weighted average of qualifying rates"
    })
    void oneAverageAloneIsTheRate(String method, String label) {
        Outcome outcome = example().allOthers("method", method).run();
        assertThat(outcome.determination().allOthers().orElseThrow().steps())
                .filteredOn(step -> outcome.values().holds(step.taken()))
                .extracting(step -> step.line().label())
                .containsExactly(label);
    }

    // 19 CFR 351.109(g) is of the text of 2025
    @ParameterizedTest
    @CsvSource({"2025, 19 CFR 351.109(g), ''", "2024, 19 U.S.C. 1671d(c)(5)(A), A68"})
    void aReviewFollowsItsOwnTextSince2025(String regulation, String citation, String assumption) {
        var authority = Scenarios.review()
                .proceeding("regulation", regulation)
                .respondent("a", "3%")
                .allOthers()
                .run()
                .authority("All-others rate");
        assertThat(authority.citation()).isEqualTo(citation);
        assertThat(authority.assumption().orElse("")).isEqualTo(assumption);
    }

    // RULES 8: 5 % on 60 and 0 on 40
    @ParameterizedTest
    @CsvSource({"country-wide, 3.00", "weighted, 5.00"})
    void aCountryWideRateIncludesZeroRates(String method, String rate) {
        Outcome outcome = Scenarios.investigation()
                .respondent("a", "5%", "exports-to-us", "60 million")
                .respondent("b", "0%", "exports-to-us", "40 million")
                .allOthers("method", method)
                .run();
        assertThat(outcome.allOthers()).isEqualTo(rate);
    }

    @Test
    void aCountryWideRateIncludesDeMinimisAndAdverseRatesAndHasAVerdict() {
        // (0.8 * 50 + 0.4 * 30 + 2 * 20) / 100 = 0.92
        Scenarios scenario = Scenarios.investigation()
                .respondent("a", "0.8%", "exports-to-us", "50 million")
                .respondent("b", "0.4%", "exports-to-us", "30 million")
                .adverse("c", "2%", "exports-to-us", "20 million")
                .allOthers("method", "country-wide");
        Outcome outcome = scenario.run();
        assertThat(outcome.allOthers()).isEqualTo("0.92");
        assertThat(outcome.of("all-others.de-minimis")).isEqualTo(1.0);
        assertThat(outcome.assumptions()).contains("A170");
        assertThat(outcome.table("Rates considered"))
                .allSatisfy(row -> assertThat(row).contains(" | 1 | 1 |  | "));
        assertThat(Scenarios.investigation()
                        .respondent("a", "5%", "exports-to-us", "60 million")
                        .adverse("b", "5%")
                        .allOthers("method", "country-wide")
                        .problems())
                .singleElement()
                .asString()
                .contains("needs (exports-to-us) for every respondent");
    }

    // 0 and 85.13 averaged to 31.63: 31.63 / 85.13
    @Shows("14.11")
    @Test
    void aPublishedAverageImpliesTheWeightOfTheHigherRate() {
        for (boolean reversed : List.of(false, true)) {
            Scenarios scenario = Scenarios.investigation();
            if (reversed) {
                scenario.adverse("b", "85.13%").respondent("a", "0%");
            } else {
                scenario.respondent("a", "0%").adverse("b", "85.13%");
            }
            assertThat(scenario.allOthers("published", "31.63%").run().of("all-others.implied-weight"))
                    .isCloseTo(0.3715, within(5e-5));
        }
        // 10 + w * 10 = 17.5
        assertThat(Scenarios.review()
                        .respondent("a", "20%")
                        .respondent("b", "10%")
                        .allOthers("published", "17.5%")
                        .run()
                        .of("all-others.implied-weight"))
                .isCloseTo(0.75, within(1e-12));
    }

    @Test
    void noWeightIsImpliedByEqualRatesByOtherNumbersOfRatesOrOutsideThem() {
        assertThat(Scenarios.investigation()
                        .respondent("a", "5%")
                        .respondent("b", "5%")
                        .allOthers("published", "5%")
                        .run()
                        .failed())
                .containsExactly("Two equal rates imply no weight: any weights give the same average.");
        assertThat(Scenarios.investigation()
                        .respondent("a", "5%")
                        .respondent("b", "6%")
                        .allOthers("published", "6.01%")
                        .run()
                        .failed())
                .containsExactly("The published average must lie between the two rates.");
        assertThat(Scenarios.investigation()
                        .respondent("a", "5%")
                        .allOthers("published", "5%")
                        .problems())
                .singleElement()
                .asString()
                .contains("implies a weight only for two rates; 1 are considered");
    }

    private static SourceNode own(String rate, String on, Object... more) {
        List<Object> facts = new java.util.ArrayList<>(
                List.of("rate", rate, "segment", "review of 2014", "on", on, "citation", "82 FR 12345"));
        facts.addAll(List.of(more));
        return SourceNode.mapping("beta", SourceNode.mapping(facts.toArray()));
    }

    private static Scenarios allExcludedInAReview(Object... allOthers) {
        List<Object> facts = new java.util.ArrayList<>(
                List.of("when-all-excluded", "last calculated", "last-rate", "7.5%", "last-rate-on", "2017-03-01"));
        facts.addAll(List.of(allOthers));
        return Scenarios.review().respondent("a", "0.3%").adverse("b", "85.13%").allOthers(facts.toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "2017-03-01, by date, 0.44",
        "2019-05-05, by date, 0.44",
        "2017-02-28, by date, 7.50",
        "2001-01-01, preferred, 0.44",
        "2019-05-05, never, 7.50"
    })
    void aPriorRateIsPulledForwardWhereItIsAsRecent(String on, String how, String rate) {
        Outcome outcome = allExcludedInAReview("not-selected", own("0.44%", on, "pull-forward", how))
                .run();
        assertThat(outcome.allOthers()).isEqualTo("7.50");
        assertThat(outcome.percent("all-others.not-selected.beta.rate").setScale(2))
                .hasToString(rate);
        assertThat(outcome.of("all-others.not-selected.beta.de-minimis")).isEqualTo(rate.equals("0.44") ? 1.0 : 0.0);
        assertThat(outcome.assumptions()).contains("A171");
    }

    @Test
    void nothingIsPulledForwardWhereARateQualifiesOrTheReviewIsAveraged() {
        Object[] own = {"not-selected", own("0.44%", "2019-05-05")};
        assertThat(Scenarios.review()
                        .respondent("a", "3%")
                        .allOthers(
                                "when-all-excluded",
                                "last calculated",
                                "last-rate",
                                "7.5%",
                                "last-rate-on",
                                "2017-03-01",
                                own[0],
                                own[1])
                        .run()
                        .of("all-others.not-selected.beta.rate"))
                .isEqualTo(0.03);
        assertThat(Scenarios.review()
                        .respondent("a", "0.2%")
                        .adverse("b", "3%")
                        .allOthers(own)
                        .run()
                        .of("all-others.not-selected.beta.rate"))
                .as("(0.20 + 3.00) / 2")
                .isEqualTo(0.016);
        assertThat(Scenarios.review()
                        .respondent("a", "0.2%")
                        .adverse("b", "3%")
                        .allOthers("not-selected", own("0.44%", "2001-01-01", "pull-forward", "preferred"))
                        .run()
                        .of("all-others.not-selected.beta.rate"))
                .isEqualTo(0.0044);
    }

    @Test
    void companiesNotSelectedBelongToReviewsAndAreNotRespondents() {
        assertThat(Scenarios.investigation()
                        .respondent("a", "3%")
                        .allOthers("not-selected", own("0.44%", "2019-05-05"))
                        .problems())
                .singleElement()
                .asString()
                .contains("an investigation has none");
        assertThat(Scenarios.review()
                        .respondent("beta", "3%")
                        .allOthers("not-selected", own("0.44%", "2019-05-05"))
                        .problems())
                .singleElement()
                .asString()
                .contains("(beta) is a respondent of this review");
        assertThat(Scenarios.review()
                        .respondent("a", "0.3%")
                        .allOthers(
                                "when-all-excluded",
                                "last calculated",
                                "last-rate",
                                "7.5%",
                                "not-selected",
                                own("0.44%", "2019-05-05"))
                        .problems())
                .singleElement()
                .asString()
                .contains("(last-rate-on) is missing");
    }

    // 19 CFR 351.109(g), text of 2025
    @Shows("20.27")
    @ParameterizedTest
    @CsvSource({"2025, 19 CFR 351.109(g), false", "2024, 'simple average, by choice of the scenario', true"})
    void inAReviewASimpleAverageMayStandForConfidentialWeights(String regulation, String citation, boolean litigated) {
        Outcome outcome = Scenarios.review()
                .proceeding("regulation", regulation)
                .respondent("a", "12.34%", "exports-to-us", "31.2 million", "public-exports-to-us", "30 million")
                .respondent("b", "7.89%", "exports-to-us", "58.7 million", "public-exports-to-us", "60 million")
                .allOthers("method", "simple")
                .run();
        assertThat(outcome.allOthers()).isEqualTo("10.12");
        assertThat(outcome.authority("Simple average of qualifying rates").citation())
                .isEqualTo(citation);
        assertThat(outcome.notes().stream().anyMatch(note -> note.contains("invites litigation")))
                .isEqualTo(litigated);
    }

    // 19 CFR 351.109(f)(3)
    @ParameterizedTest
    @CsvSource({"2025, true", "2024, false"})
    void theAllOthersRateNeverRises(String regulation, boolean noted) {
        assertThat(example().proceeding("regulation", regulation).allOthers().run().notes().stream()
                        .anyMatch(note -> note.startsWith(
                                "The all-others rate may not be increased in a later segment of the proceeding")))
                .isEqualTo(noted);
    }

    @Test
    void theClosestOfTwoServesAnyNumberOfRates() {
        // simple 5, actual (2*5 + 4*3 + 9*2) / 10 = 4.00, ranged (2*6 + 4*2 + 9*2) / 10 = 3.80
        assertThat(Scenarios.investigation()
                        .respondent("a", "2%", "exports-to-us", "5 million", "public-exports-to-us", "6 million")
                        .respondent("b", "4%", "exports-to-us", "3 million", "public-exports-to-us", "2 million")
                        .respondent("c", "9%", "exports-to-us", "2 million", "public-exports-to-us", "2 million")
                        .allOthers()
                        .run()
                        .allOthers())
                .isEqualTo("3.80");
    }

    /** 10 and 5 percent on 90 and 10, publicly 95 and 9, and a third firm. */
    private static Scenarios three(String third, Object... weights) {
        return two("10%", "90", "95", "5%", "10", "9").respondent("c", third, weights);
    }

    // A = 9.50, C = (95 x 10 + 9 x 5) / 104 = 9.567, simple 7.50
    @ParameterizedTest
    @CsvSource({"'', ''", "50, ''", "50, 55", "'', 55"})
    void aDeMinimisFirmNeedsNoWeight(String exports, String ranged) {
        List<Object> weights = new java.util.ArrayList<>();
        if (!exports.isEmpty()) {
            weights.addAll(List.of("exports-to-us", exports));
        }
        if (!ranged.isEmpty()) {
            weights.addAll(List.of("public-exports-to-us", ranged));
        }
        Outcome closest = three("0.50%", weights.toArray()).allOthers().run();
        assertThat(closest.allOthers()).isEqualTo("9.57");
        assertThat(closest.failed()).isEmpty();
        assertThat(told(closest)).isEmpty();
        for (String zero : List.of("0%", "0.99%")) {
            assertThat(three(zero, weights.toArray()).allOthers().run().allOthers())
                    .isEqualTo("9.57");
        }
        assertThat(three("0.50%", weights.toArray())
                        .allOthers("method", "weighted")
                        .run()
                        .allOthers())
                .isEqualTo("9.50");
        assertThat(three("0.50%", weights.toArray())
                        .allOthers("method", "publicly ranged")
                        .run()
                        .allOthers())
                .isEqualTo("9.57");
    }

    /** What the report says of the steps. */
    private static List<String> told(Outcome outcome) {
        return outcome.determination().allOthers().orElseThrow().notes().stream()
                .filter(note -> outcome.values().holds(note.when()))
                .map(AllOthersResult.Note::text)
                .toList();
    }

    // (10 + 5 + 1) / 3 = 5.33
    @Test
    void aFirmWhoseRateQualifiesNeedsAWeight() {
        Outcome unknown = three("1%").allOthers().run();
        assertThat(unknown.allOthers()).isEqualTo("5.33");
        assertThat(told(unknown))
                .containsExactly("Not all respondents' exports are known: the simple average is used.");
        Outcome unranged = three("1%", "exports-to-us", "50").allOthers().run();
        assertThat(unranged.allOthers()).isEqualTo("5.33");
        assertThat(told(unranged)).singleElement().asString().startsWith("Publicly ranged exports are not known");
        assertThat(three("1%").allOthers("method", "weighted").run().failed())
                .singleElement()
                .asString()
                .contains("needs (exports-to-us) of (c), whose rate qualifies");
        assertThat(unknown.assumptions()).contains("A67");
    }

    /** Of three firms the one with a public figure is de minimis: the weights of the others are public. */
    @Test
    void aPublicFigureThatIsNotNeededHidesNothing() {
        Outcome outcome = Scenarios.investigation()
                .respondent("a", "10%", "exports-to-us", "90")
                .respondent("b", "5%", "exports-to-us", "10")
                .respondent("c", "0.5%", "exports-to-us", "50", "public-exports-to-us", "55")
                .allOthers()
                .run();
        assertThat(outcome.allOthers()).isEqualTo("9.50");
        assertThat(told(outcome)).isEmpty();
    }

    @Test
    void theOnlyRateAboveDeMinimisNeedsNoWeights() {
        for (String method : List.of("closest", "weighted", "publicly ranged")) {
            Outcome outcome = Scenarios.investigation()
                    .respondent("a", "4%")
                    .respondent("b", "0.8%")
                    .allOthers("method", method)
                    .run();
            assertThat(outcome.allOthers()).isEqualTo("4.00");
            assertThat(outcome.failed()).isEmpty();
        }
    }

    @Test
    void weightsOfAllAreNeededOnlyWhereAllAreExcluded() {
        Scenarios scenario = Scenarios.investigation()
                .respondent("a", "4%", "exports-to-us", "1 million")
                .adverse("b", "90%")
                .allOthers("when-all-excluded", "weighted average");
        assertThat(scenario.run().allOthers()).isEqualTo("4.00");
        assertThat(scenario.run().failed()).isEmpty();
        assertThat(scenario.respondent("a", "0.8%", "exports-to-us", "1 million")
                        .run()
                        .failed())
                .containsExactly("A weighted average of all rates needs (exports-to-us) of (b). Write"
                        + " companies.b.exports-to-us, or choose simple average.");
    }

    @Test
    void aSimpleAverageIsFlaggedByTheWeightsThatItNeeds() {
        assertThat(told(three("0.50%").allOthers("method", "simple").run()))
                .singleElement()
                .asString()
                .contains("invites litigation");
        assertThat(told(three("1%").allOthers("method", "simple").run())).isEmpty();
    }

    // 19 U.S.C. 1671d(c)(5)(B): the de minimis test belongs to the rate of the country
    @ParameterizedTest
    @CsvSource({"90, 10, 0.50, true", "80, 20, 1.00, false", "10, 90, 4.50, false"})
    void aCountryWideRateDecidesWhetherTheDeterminationIsNegative(
            String first, String second, String rate, boolean negative) {
        Outcome outcome = Scenarios.investigation()
                .respondent("a", "0%", "exports-to-us", first)
                .respondent("b", "5%", "exports-to-us", second)
                .allOthers("method", "country-wide")
                .run();
        assertThat(outcome.allOthers()).isEqualTo(rate);
        assertThat(outcome.of("determination.negative")).isEqualTo(negative ? 1.0 : 0.0);
        assertThat(outcome.of("all-others.de-minimis")).isEqualTo(negative ? 1.0 : 0.0);
    }

    /** With classes of merchandise, the determination on all of them is negative where each one's is. */
    @ParameterizedTest
    @CsvSource({"5%, 1.0, 1.0", "20%, 0.0, 0.0"})
    void eachProductHasItsCountryWideRate(String plate, double negativeForPlate, double negative) {
        Outcome outcome = Scenarios.investigation()
                .proceeding("products", SourceNode.sequence(SourceNode.scalar("plate"), SourceNode.scalar("sheet")))
                .program("p", "type", "stated")
                .program("s", "type", "stated", "rate", "5%")
                .company("a", "exports-to-us", "90", "sales", sales())
                .company(
                        "b",
                        "exports-to-us",
                        "10",
                        "sales",
                        sales(),
                        "uses",
                        SourceNode.mapping(
                                "p", use("rate", plate, "tied-to", SourceNode.mapping("product", "plate")),
                                "s", use("tied-to", SourceNode.mapping("product", "sheet"))))
                .allOthers("method", "country-wide")
                .run();
        assertThat(outcome.of("determination.product.plate.negative")).isEqualTo(negativeForPlate);
        assertThat(outcome.of("determination.product.sheet.negative")).isEqualTo(1.0);
        assertThat(outcome.of("determination.negative")).isEqualTo(negative);
    }

    private static SourceNode sales() {
        return SourceNode.sequence(
                SourceNode.mapping("year", 2016, "product", "plate", "gross", "50"),
                SourceNode.mapping("year", 2016, "product", "sheet", "gross", "50"));
    }
}
