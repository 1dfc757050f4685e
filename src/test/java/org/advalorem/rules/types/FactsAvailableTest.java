package org.advalorem.rules.types;

import static org.advalorem.rules.Scenarios.sale;
import static org.advalorem.rules.Scenarios.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.ProgramResult;
import org.advalorem.rules.Scenarios;
import org.advalorem.rules.base.Specificity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates on facts available and stated rates: 19 U.S.C. 1677e. */
@Shows("6")
final class FactsAvailableTest {
    /** 13.33 percent in all, 10.54 of it for a program on facts available. */
    private static Scenarios cabinets(Object... adverse) {
        List<Object> facts = new ArrayList<>(List.of("type", "facts-available", "rate", "10.54%"));
        facts.addAll(List.of(adverse));
        return Scenarios.review()
                .program("other", "type", "stated", "rate", "2.79%")
                .program("adverse", facts.toArray())
                .company("a", "uses", SourceNode.mapping("other", use(), "adverse", use()));
    }

    @Test
    void proRatedByTheShareThatWasNotVerified() {
        assertThat(cabinets().run().published("a")).isEqualTo("13.33");
        var outcome = cabinets("unverified-share", "21.56%").run();
        assertThat(outcome.rate("a")).isCloseTo(0.05062424, within(1e-15));
        assertThat(outcome.published("a")).isEqualTo("5.06");
    }

    @ParameterizedTest
    @CsvSource({"100%, 13.33", "0%, 2.79"})
    void byCustomer(String share, String expected) {
        assertThat(cabinets("unverified-share", share).run().published("a")).isEqualTo(expected);
    }

    /** 25.90 with a rate of 10.54 that was removed: 15.36. 10.54 replaced by 0.87: 9.67 points less. */
    @ParameterizedTest
    @CsvSource({"applied, 13.33", "pro-rated, 5.06", "removed, 2.79"})
    void theTreatmentIsAChoice(String treatment, String expected) {
        assertThat(cabinets("unverified-share", "21.56%", "treatment", treatment)
                        .run()
                        .published("a"))
                .isEqualTo(expected);
    }

    /** Non-verifying customers bear 13.33 percent, verifying ones 2.79; 5.06 is the rate of all together. */
    @Test
    void eachGroupOfCustomersHasItsRate() {
        var outcome = cabinets("unverified-share", "21.56%").run();
        assertThat(outcome.percent("companies.a.rate-unverified")).isEqualByComparingTo("13.33");
        assertThat(outcome.percent("companies.a.rate-verifying")).isEqualByComparingTo("2.79");
        assertThat(cabinets().run().company("a").byCustomer()).isEmpty();
    }

    @Test
    void proRatingNeedsAShare() {
        assertThat(cabinets("treatment", "pro-rated").problems())
                .anySatisfy(problem -> assertThat(problem).contains("no share of sales is stated"));
    }

    @Test
    void publishedRatesWithoutTheCredit() {
        assertThat(credit("15.36%", "10.54%", "applied").run().published("a")).isEqualTo("25.90");
        assertThat(credit("15.36%", "10.54%", "removed").run().published("a")).isEqualTo("15.36");
        assertThat(credit("11.81%", "10.54%", "applied").run().percent("companies.a.rate"))
                .isEqualByComparingTo(credit("11.81%", "0.87%", "applied")
                        .run()
                        .percent("companies.a.rate")
                        .add(new java.math.BigDecimal("9.67")));
        assertThat(credit("20%", "5.46%", "applied").run().published("a")).isEqualTo("25.46");
        assertThat(credit("20%", "5.46%", "removed").run().published("a")).isEqualTo("20.00");
    }

    private static Scenarios credit(String other, String rate, String treatment) {
        return Scenarios.review()
                .program("other", "type", "stated", "rate", other)
                .program("adverse", "type", "facts-available", "rate", rate, "treatment", treatment)
                .company("a", "uses", SourceNode.mapping("other", use(), "adverse", use()));
    }

    /** A cooperating company bears the rate only where all three findings are made. */
    @ParameterizedTest
    @CsvSource({"yes, yes, yes, 13.33", "no, yes, yes, 2.79", "yes, no, yes, 2.79", "yes, yes, no, 2.79"})
    void threeFindings(String defined, String creates, String fills, String expected) {
        var outcome = cabinets(
                        "findings",
                        SourceNode.mapping(
                                "gap-defined",
                                defined,
                                "withheld-creates-gap",
                                creates,
                                "only-withheld-fills-gap",
                                fills))
                .run();
        assertThat(outcome.published("a")).isEqualTo(expected);
        assertThat(outcome.determination().warnings()).hasSize(expected.equals("13.33") ? 0 : 1);
    }

    @Test
    void aFindingThatIsNotStatedIsMissing() {
        var outcome = cabinets("findings", SourceNode.mapping("gap-defined", "yes", "withheld-creates-gap", "yes"))
                .run();
        assertThat(outcome.published("a")).isEqualTo("2.79");
        assertThat(outcome.determination().warnings())
                .anySatisfy(warning ->
                        assertThat(warning.text()).contains("is not applied", "Only the information withheld"));
    }

    @Test
    void aShareIsAtMostTheWhole() {
        assertThat(cabinets("unverified-share", "100.01%").problems())
                .anySatisfy(problem -> assertThat(problem).contains("at least 0% and at most 100%"));
    }

    @Test
    void aProgramThatIsNotAppliedIsDroppedAndNamed() {
        var outcome = Scenarios.review()
                .program("other", "type", "stated", "rate", "15.36%")
                .program("adverse", "type", "facts-available", "rate", "10.54%", "applied", "no", "name", "Credits")
                .company("a", "uses", SourceNode.mapping("other", use(), "adverse", use()))
                .run();
        assertThat(outcome.published("a")).isEqualTo("15.36");
        assertThat(outcome.company("a").notUsed()).containsExactly("Credits");
        assertThat(outcome.company("a").programs()).hasSize(1);
    }

    @Test
    void aUseMayBeDroppedByItself() {
        SourceNode both = SourceNode.sequence(
                SourceNode.mapping("rate", "3%"), SourceNode.mapping("rate", "4%", "applied", "no"));
        var outcome = Scenarios.review()
                .program("aid", "type", "stated")
                .company("a", "uses", SourceNode.mapping("aid", both))
                .run();
        assertThat(outcome.published("a")).isEqualTo("3.00");
    }

    @Test
    void aUseOverridesWhatTheProgramStates() {
        var outcome = Scenarios.review()
                .program("aid", "type", "facts-available", "rate", "10.54%")
                .company("a", "uses", SourceNode.mapping("aid", use()))
                .company("b", "uses", SourceNode.mapping("aid", use("rate", "0.87%")))
                .run();
        assertThat(outcome.published("a")).isEqualTo("10.54");
        assertThat(outcome.published("b")).isEqualTo("0.87");
    }

    @Test
    void theStackOfHierarchySteps() {
        var scenario = Scenarios.investigation();
        List<Object> uses = new ArrayList<>();
        for (String rate : List.of("1.20%", "3.40%", "25.00%", "10.54%")) {
            String id = "p" + uses.size();
            scenario.program(id, "type", "facts-available", "rate", rate);
            uses.addAll(List.of(id, use()));
        }
        var outcome = scenario.company("a", "facts-available", "whole", "uses", SourceNode.mapping(uses.toArray()))
                .run();
        assertThat(outcome.published("a")).isEqualTo("40.14");
        assertThat(outcome.company("a").entirelyFactsAvailable()).isTrue();
    }

    @Test
    void aRateOnFactsAvailableNeedsNoMemberAndNoDenominatorButKeepsItsSpecificity() {
        var outcome = Scenarios.review()
                .program("adverse", "type", "facts-available", "specificity", "export", "rate", "10.54%")
                .company(
                        "g",
                        "members",
                        SourceNode.mapping(
                                "p",
                                SourceNode.mapping("role", "producer"),
                                "q",
                                SourceNode.mapping("role", "producer")),
                        "sales",
                        SourceNode.sequence(sale(2016, "p", "", "domestic", "1")),
                        "uses",
                        SourceNode.mapping("adverse", use()))
                .run();
        ProgramResult program = outcome.program("g", "adverse");
        assertThat(outcome.published("g")).isEqualTo("10.54");
        assertThat(program.specificity()).isEqualTo(Specificity.EXPORT);
        assertThat(program.factsAvailable()).isTrue();
        assertThat(program.uses().get(0).denominator()).isEmpty();
        assertThat(program.uses().get(0).recipient()).isEqualTo("g");
    }

    @Test
    void rateMayExceedThreeThousandPercentButNotBeNegative() {
        assertThat(Scenarios.review().respondent("a", "3450.25%").run().published("a"))
                .isEqualTo("3450.25");
        assertThat(Scenarios.review().respondent("a", "-0.01%").problems())
                .anySatisfy(problem -> assertThat(problem).contains("must be at least 0%"));
    }

    @Test
    void aStatedRateIsNotOneOnFactsAvailable() {
        var outcome = cabinets().run();
        assertThat(outcome.use("a", "adverse", 0).denominatorLabel()).isEqualTo("facts available");
        assertThat(outcome.use("a", "other", 0).denominatorLabel()).isEqualTo("stated rate");
        assertThat(outcome.program("a", "other").factsAvailable()).isFalse();
    }

    @Test
    void aNoteOfAUseStandsAmongItsSteps() {
        var outcome = Scenarios.review()
                .program("aid", "type", "stated", "rate", "3%")
                .company("a", "uses", SourceNode.mapping("aid", use("note", "As in the first review.")))
                .run();
        assertThat(outcome.notes()).contains("As in the first review.");
    }
}
