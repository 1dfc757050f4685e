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
                .containsExactly("(inappropriate) names (Policy lans), which is neither a program nor a citation of the"
                        + " catalogues.");
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
}
