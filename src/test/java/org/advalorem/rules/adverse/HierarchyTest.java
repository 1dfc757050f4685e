package org.advalorem.rules.adverse;

import static org.advalorem.rules.Scenarios.use;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of 19 CFR 351.308(j), before and since the text of 2024. */
@Shows({"6", "20.7", "20.8"})
final class HierarchyTest {
    private static final String IDENTICAL = "Policy loans";

    private final List<Object> rows = new ArrayList<>();

    private HierarchyTest row(String proceeding, String program, String type, String rate, Object... more) {
        List<Object> cells = new ArrayList<>(List.of("country", "Freedonia", "proceeding", proceeding));
        cells.addAll(List.of("program", program, "type", type, "rate", rate, "citation", "80 FR 1"));
        List<Object> further = List.of(more);
        if (!further.contains("basis")) {
            cells.addAll(List.of("basis", "calculated"));
        }
        if (!further.contains("company-specific")) {
            cells.addAll(List.of("company-specific", "no"));
        }
        cells.addAll(further);
        rows.add(SourceNode.mapping(cells.toArray()));
        return this;
    }

    /** A company on facts available for policy loans, and one that has them at a stated rate. */
    private Scenarios scenario(Scenarios scenario, String cooperating, Object... choices) {
        scenario.program("adverse", "type", "facts-available", "name", IDENTICAL, "benefit-type", "loan")
                .company("a", "uses", SourceNode.mapping("adverse", use()));
        if (!cooperating.isEmpty()) {
            scenario.program("loans", "type", "stated", "name", IDENTICAL, "rate", cooperating)
                    .company("b", "uses", SourceNode.mapping("loans", use()));
        }
        scenario.with("catalogues", SourceNode.mapping("own", SourceNode.sequence(rows.toArray())));
        return choices.length == 0 ? scenario : scenario.with("adverse-facts", SourceNode.mapping(choices));
    }

    private static Scenarios investigation(String text) {
        return Scenarios.investigation().proceeding("regulation", text);
    }

    private static Scenarios review(String text) {
        return Scenarios.review().proceeding("regulation", text, "case", "Steel");
    }

    @ParameterizedTest
    @CsvSource({
        "1998, 0.30%, 0.30", "1998, 0.50%, 0.50", "1998, 0%, 2.00",
        "2024, 0.30%, 2.00", "2024, 0.49%, 2.00", "2024, 0.50%, 0.50",
        "2025, 0.30%, 2.00", "2025, 0.50%, 0.50"
    })
    void theRateOfACooperatingRespondentGoesFirst(String text, String cooperating, String expected) {
        row("Paper", IDENTICAL, "loan", "2.00%");
        assertThat(scenario(investigation(text), cooperating).run().published("a"))
                .isEqualTo(expected);
    }

    @Test
    void beforeTheTextOf2024TheFirstStepMayBeHeldToDeMinimis() {
        row("Paper", IDENTICAL, "loan", "2.00%");
        assertThat(scenario(investigation("1998"), "0.30%", "identical-threshold", "above de minimis")
                        .run()
                        .published("a"))
                .isEqualTo("2.00");
        assertThat(scenario(investigation("2024"), "0.30%", "identical-threshold", "above zero")
                        .problems())
                .anySatisfy(problem -> assertThat(problem).contains("takes only rates above de minimis"));
    }

    @ParameterizedTest
    @CsvSource({"0.50%, 0.50", "0.49%, 9.00"})
    void anIdenticalProgramOfAnotherProceedingGoesBeforeASimilarOne(String identical, String expected) {
        row("Paper", IDENTICAL, "loan", identical).row("Paper", "Other loans", "loan", "9.00%");
        assertThat(scenario(investigation("2025"), "").run().published("a")).isEqualTo(expected);
    }

    @Test
    void theHighestOfAStepIsTaken() {
        row("Paper", IDENTICAL, "loan", "2.00%")
                .row("Tires", "policy  loans", "loan", "3.40%")
                .row("Wire", IDENTICAL, "loan", "3.39%");
        var outcome = scenario(investigation("2025"), "").run();
        assertThat(outcome.published("a")).isEqualTo("3.40");
        assertThat(outcome.table("Rates considered"))
                .contains(
                        "no. 2 | (ii) identical, another proceeding | policy  loans, Tires | 80 FR 1 | 0.034 | 1 | 1 | ");
    }

    @Test
    void similarIsWhatHasTheSameKindOfBenefitOrIsNamed() {
        row("Paper", "Grants", "grant", "7.00%").row("Paper", "Other loans", "loan", "4.00%");
        assertThat(scenario(investigation("2025"), "").run().published("a")).isEqualTo("4.00");
        Scenarios named = scenario(investigation("2025"), "")
                .program(
                        "adverse",
                        "type",
                        "facts-available",
                        "name",
                        IDENTICAL,
                        "benefit-type",
                        "loan",
                        "similar-to",
                        "grants");
        assertThat(named.run().published("a")).isEqualTo("7.00");
    }

    @Test
    void theLastStepTakesAnyProgramThatIsNotCompanySpecificAndThatTheIndustryCouldUse() {
        row("Paper", "One", "grant", "30.00%", "company-specific", "yes")
                .row("Paper", "Two", "grant", "20.00%")
                .row("Paper", "Three", "grant", "10.54%")
                .row("Paper", "Four", "grant", "40.00%", "company-specific", "unknown");
        assertThat(scenario(investigation("2025"), "", "not-usable", "Two")
                        .run()
                        .published("a"))
                .isEqualTo("10.54");
        assertThat(scenario(investigation("2025"), "").run().published("a")).isEqualTo("20.00");
        assertThat(scenario(investigation("2025"), "", "inappropriate", "Two")
                        .run()
                        .published("a"))
                .isEqualTo("10.54");
        var doubtful =
                scenario(investigation("2025"), "", "doubtful-rates", "use").run();
        assertThat(doubtful.published("a")).isEqualTo("40.00");
        assertThat(doubtful.determination().warnings())
                .anySatisfy(warning -> assertThat(warning.text()).contains("(Four)"));
    }

    @ParameterizedTest
    @CsvSource({"1998, 9.00", "2024, 2.00", "2025, 2.00"})
    void inAReviewOtherProceedingsCountIdenticalBeforeSimilarSince2024(String text, String expected) {
        row("Paper", IDENTICAL, "loan", "2.00%").row("Paper", "Other loans", "loan", "9.00%");
        assertThat(scenario(review(text), "").run().published("a")).isEqualTo(expected);
    }

    @Test
    void inAReviewThisProceedingGoesFirst() {
        row("Steel", "Other loans", "loan", "1.00%").row("Paper", IDENTICAL, "loan", "9.00%");
        assertThat(scenario(review("2025"), "").run().published("a")).isEqualTo("1.00");
        row("Steel", IDENTICAL, "loan", "0.60%");
        assertThat(scenario(review("2025"), "").run().published("a")).isEqualTo("0.60");
        assertThat(scenario(review("2025"), "0.70%").run().published("a")).isEqualTo("0.70");
    }

    /** In an investigation a rate below 0.5 percent is none at the last step either. */
    @Test
    void onlyTheLastStepOfAReviewHasNoThreshold() {
        row("Paper", "Grants", "grant", "0.30%");
        assertThat(scenario(review("2025"), "").run().published("a")).isEqualTo("0.30");
        assertThat(scenario(investigation("2025"), "").run().failed())
                .anySatisfy(message -> assertThat(message).contains("is high enough"));
    }

    @Test
    void onlyCalculatedRatesOfTheCountryThatWereReadCount() {
        row("Paper", IDENTICAL, "loan", "9.00%", "basis", "adverse facts available")
                .row("Tires", IDENTICAL, "loan", "8.00%", "basis", "unknown")
                .row("Wire", IDENTICAL, "loan", "7.00%", "read", "no")
                .row("Rail", IDENTICAL, "loan", "2.00%");
        assertThat(scenario(investigation("2025"), "").run().published("a")).isEqualTo("2.00");
        assertThat(scenario(investigation("2025").proceeding("country", SourceNode.mapping("name", "Sylvania")), "")
                        .problems())
                .containsExactly(
                        "No rate can be selected for (companies.a.uses.adverse.1): no rate of the catalogues is for Sylvania,"
                                + " the country of the proceeding.");
    }

    @Test
    void aRateWithoutASourceIsRefused() {
        row("Paper", IDENTICAL, "loan", "2.00%", "citation", "");
        assertThat(scenario(investigation("2025"), "").problems())
                .containsExactly("The rate of (Policy loans) has no source.");
    }

    @Test
    void aNameThatIsStatedMustBeKnown() {
        row("Paper", IDENTICAL, "loan", "2.00%");
        assertThat(scenario(investigation("2025"), "")
                        .program("adverse", "type", "facts-available", "identical-to", "Policy lons")
                        .problems())
                .anySatisfy(problem -> assertThat(problem).contains("names (Policy lons)"));
    }

    @Test
    void aRateThatIsNotToBeUsedMustBeInACatalogue() {
        row("Paper", IDENTICAL, "loan", "2.00%");
        assertThat(scenario(investigation("2025"), "", "inappropriate", "Policy lans")
                        .problems())
                .containsExactly("(inappropriate) names (Policy lans), which is neither a program of the scenario nor a"
                        + " program or citation of its catalogues.");
    }

    @Test
    void anIdenticalProgramMayBeNamedByItsIdAndIsFollowedWhereItsRateVaries() {
        row("Paper", "Other loans", "loan", "9.00%");
        var outcome = scenario(investigation("2025"), "1.20%")
                .program("adverse", "type", "facts-available", "identical-to", "loans")
                .run();
        assertThat(outcome.published("a")).isEqualTo("1.20");
        assertThat(outcome.table("Rates considered"))
                .contains(
                        "no. 1 | (i) identical, this investigation | Policy loans, b | calculated in this segment | 0.012 | 1 | 1 | ");
    }

    /** The rates of four steps: 1.20 + 3.40 + 25.00 + 10.54 = 40.14 percent. */
    @Test
    void theStack() {
        row("Paper", "Grants", "grant", "3.40%").row("Tires", "Preferential lending", "loan", "10.54%");
        Scenarios scenario = investigation("2025")
                .proceeding("country", SourceNode.mapping("name", "Freedonia", "income-tax-rate", "25%"))
                .program("electricity", "type", "stated", "name", "Electricity", "rate", "1.20%")
                .program("power", "type", "facts-available", "name", "Electricity", "benefit-type", "LTAR")
                .program("grants", "type", "facts-available", "name", "Grants", "benefit-type", "grant")
                .program("two-free", "type", "facts-available", "name", "Two free", "benefit-type", "income tax")
                .program("reduced", "type", "facts-available", "name", "Reduced rate", "benefit-type", "income tax")
                .program("insurance", "type", "facts-available", "name", "Insurance", "benefit-type", "other")
                .company("b", "uses", SourceNode.mapping("electricity", use()))
                .company(
                        "a",
                        "uses",
                        SourceNode.mapping(
                                "power",
                                use(),
                                "grants",
                                use(),
                                "two-free",
                                use(),
                                "reduced",
                                use(),
                                "insurance",
                                use()))
                .with("catalogues", SourceNode.mapping("own", SourceNode.sequence(rows.toArray())));
        var outcome = scenario.run();
        assertThat(outcome.published("a")).isEqualTo("40.14");
        assertThat(outcome.company("a").entirelyFactsAvailable()).isTrue();
        assertThat(outcome.program("a", "two-free").name()).isEqualTo("Income tax: Two free; Reduced rate");
        assertThat(outcome.company("a").notUsed()).isEmpty();
        assertThat(outcome.company("a").programs()).hasSize(4);
    }

    /** Credits and deductions, and relief from indirect taxes, are outside the statutory rate. */
    @ParameterizedTest
    @CsvSource({"income tax, 25.00", "tax credit, 2.00", "indirect tax, 2.00"})
    void onlyReductionsAndExemptionsAreWorthTheStatutoryRate(String kind, String expected) {
        row("Paper", "Anything", "grant", "2.00%");
        var outcome = scenario(investigation("2025"), "")
                .proceeding("country", SourceNode.mapping("name", "Freedonia", "income-tax-rate", "25%"))
                .program("adverse", "type", "facts-available", "benefit-type", kind)
                .run();
        assertThat(outcome.published("a")).isEqualTo(expected);
    }

    @Test
    void incomeTaxReliefNeedsTheStatutoryRate() {
        assertThat(scenario(investigation("2025"), "")
                        .program("adverse", "type", "facts-available", "benefit-type", "income tax")
                        .problems())
                .anySatisfy(
                        problem -> assertThat(problem).contains("the statutory rate (income-tax-rate) is not stated"));
    }

    @ParameterizedTest
    @CsvSource({"1998, 0.30", "2024, 2.00", "2025, 2.00"})
    void beforeTheTextOf2024OnlyOtherProceedingsAreHeldToDeMinimisInAReview(String text, String expected) {
        row("Paper", IDENTICAL, "loan", "2.00%");
        assertThat(scenario(review(text), "0.30%").run().published("a")).isEqualTo(expected);
        rows.clear();
        row("Paper", IDENTICAL, "loan", "2.00%").row("Steel", "Other loans", "loan", "0.30%");
        assertThat(scenario(review(text), "").run().published("a")).isEqualTo(expected);
        rows.clear();
        row("Paper", IDENTICAL, "loan", "0.49%").row("Paper", "Grants", "grant", "0.30%");
        assertThat(scenario(review(text), "").run().published("a"))
                .as("the highest of any program")
                .isEqualTo("0.49");
    }

    @Test
    void inAReviewBefore2024TheThresholdIsAChoice() {
        row("Paper", IDENTICAL, "loan", "2.00%");
        assertThat(scenario(review("1998"), "0.30%", "identical-threshold", "above de minimis")
                        .run()
                        .published("a"))
                .isEqualTo("2.00");
        assertThat(scenario(review("2024"), "0.30%", "identical-threshold", "above zero")
                        .problems())
                .anySatisfy(problem -> assertThat(problem).contains("takes only rates above de minimis"));
    }

    /** The text speaks of any respondent, and of any segment of the proceeding. */
    @Test
    void inAReviewTheCompanysOwnEarlierRatesCount() {
        row("Steel", IDENTICAL, "loan", "6.00%", "company", "a")
                .row("Steel", IDENTICAL, "loan", "4.00%", "company", "b");
        assertThat(scenario(review("2025"), "").run().published("a")).isEqualTo("6.00");
    }

    /** In an investigation they are none of a cooperating respondent, but of a proceeding on the country. */
    @ParameterizedTest
    @CsvSource({"true, 3.00", "false, 2.00"})
    void ratesOfTheCompanyItselfInThisSegment(boolean review, String selected) {
        row("Paper", IDENTICAL, "loan", "2.00%");
        var outcome = scenario(review ? review("2025") : investigation("2025"), "")
                .program("own", "type", "stated", "name", "policy loans", "rate", "3.00%")
                .company("a", "uses", SourceNode.mapping("adverse", use(), "own", use()))
                .run();
        assertThat(outcome.percent("companies.a.programs.adverse.rate").setScale(2))
                .hasToString(selected);
    }

    /** The years of one review, or of one investigation, are one segment. */
    @ParameterizedTest
    @CsvSource({"review final", "investigation final"})
    void aRateOfAnyYearOfTheSegmentCounts(String segment) {
        var outcome = scenario(investigation("2025"), "")
                .proceeding("segment", segment, "period", "2015-01-01 to 2016-12-31")
                .program("loans", "type", "stated", "name", IDENTICAL)
                .company(
                        "b",
                        "uses",
                        SourceNode.mapping(
                                "loans",
                                SourceNode.sequence(
                                        SourceNode.mapping("rate", "9.00%", "years", 2015),
                                        SourceNode.mapping("rate", "2.00%", "years", 2016))))
                .run();
        assertThat(outcome.published("a")).isEqualTo("9.00");
        assertThat(outcome.percent("companies.a.year.2015.rate")).isEqualByComparingTo("9");
        assertThat(outcome.table("Rates considered"))
                .anySatisfy(
                        row -> assertThat(row).contains("Policy loans, b, 2015 | calculated in this segment | 0.09"))
                .anySatisfy(
                        row -> assertThat(row).contains("Policy loans, b, 2016 | calculated in this segment | 0.02"));
    }

    @Test
    void aCompanyThatDidNotCooperateHasNoCalculatedRate() {
        row("Paper", IDENTICAL, "loan", "5.00%");
        Scenarios scenario = scenario(investigation("2025"), "30.00%");
        assertThat(scenario.run().published("a")).isEqualTo("30.00");
        assertThat(scenario.run().assumptions()).doesNotContain("A184");
        assertThat(scenario.run().notes())
                .contains("A rate stated for a company that cooperated was calculated (assumption A184).");
        var whole = scenario.company("b", "facts-available", "whole", "uses", SourceNode.mapping("loans", use()))
                .run();
        assertThat(whole.published("a")).isEqualTo("5.00");
        assertThat(whole.table("Rates considered"))
                .contains(
                        "no. 1 | (i) identical, this investigation | Policy loans, b | calculated in this segment | 0.3 |"
                                + "  |  | of a company on facts available as a whole");
    }

    @Test
    void aRateOnFactsAvailableIsListedAndFalls() {
        row("Paper", IDENTICAL, "loan", "5.00%");
        var outcome = scenario(investigation("2025"), "")
                .program("loans", "type", "facts-available", "name", IDENTICAL, "rate", "30%")
                .company("b", "uses", SourceNode.mapping("loans", use()))
                .run();
        assertThat(outcome.published("a")).isEqualTo("5.00");
        assertThat(outcome.table("Rates considered"))
                .contains(
                        "no. 1 | (i) identical, this investigation | Policy loans, b | calculated in this segment | 0.3 |"
                                + "  |  | not calculated but on facts available");
    }

    @ParameterizedTest
    @CsvSource({"investigation final, 0.40%, 5.00", "review final, 0.40%, 5.00", "review final, 7.00%, 7.00"})
    void theLastStepTakesProgramsOfThisSegmentToo(String segment, String rate, String expected) {
        row("Fish", "Fish loans", "loan", "5.00%");
        assertThat(odd(segment, rate).run().published("a")).isEqualTo(expected);
        rows.clear();
        Scenarios alone = odd(segment, rate);
        if (segment.equals("investigation final")) {
            assertThat(alone.run().failed())
                    .anySatisfy(message -> assertThat(message).contains("is high enough"));
        } else {
            assertThat(alone.run().published("a")).isEqualTo(rate.replace("%", ""));
        }
    }

    /** A company on facts available for aid like no other, and one that has power at that rate. */
    private Scenarios odd(String segment, String rate, Object... choices) {
        return scenario(investigation("2025"), "", choices)
                .proceeding("segment", segment)
                .program("adverse", "type", "facts-available", "name", "Odd aid", "benefit-type", "other")
                .program("power", "type", "stated", "name", "Power", "rate", rate)
                .company("b", "uses", SourceNode.mapping("power", use()));
    }

    @Test
    void aProgramOfTheScenarioIsOpenToOthersUnlessItSaysOtherwise() {
        row("Fish", "Fish loans", "loan", "5.00%");
        String assumed = "A program of the scenario is open to other companies of the industry unless the scenario says"
                + " otherwise (assumption A183).";
        Scenarios scenario = odd("investigation final", "9.00%");
        assertThat(scenario.run().published("a")).isEqualTo("9.00");
        assertThat(scenario.run().notes()).contains(assumed);
        scenario.program("power", "type", "stated", "name", "Power", "rate", "9.00%", "company-specific", "no");
        assertThat(scenario.run().published("a")).isEqualTo("9.00");
        assertThat(scenario.run().notes()).doesNotContain(assumed);
        scenario.program("power", "type", "stated", "name", "Power", "rate", "9.00%", "company-specific", "yes");
        assertThat(scenario.run().published("a")).isEqualTo("5.00");
        assertThat(scenario.run().notes()).contains("Step (iv) leaves out rates of this country: 1 company-specific.");
    }

    @ParameterizedTest
    @CsvSource({"inappropriate", "not-usable"})
    void aProgramOfTheScenarioMayBeFoundInappropriateOrNotUsable(String choice) {
        row("Fish", "Fish loans", "loan", "5.00%");
        assertThat(odd("investigation final", "9.00%", choice, "power").run().published("a"))
                .isEqualTo("5.00");
    }

    @Test
    void withoutACatalogueTheReasonsStillStand() {
        assertThat(scenario(investigation("2025"), "30.00%")
                        .company("b", "facts-available", "whole", "uses", SourceNode.mapping("loans", use()))
                        .problems())
                .containsExactly(
                        "No rate can be selected for (companies.a.uses.adverse.1): all rates considered fall: 2 of a"
                                + " company on facts available as a whole.");
    }
}
