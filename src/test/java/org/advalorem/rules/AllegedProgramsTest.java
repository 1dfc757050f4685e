package org.advalorem.rules;

import static org.advalorem.rules.Scenarios.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.Warnings;
import org.junit.jupiter.api.Test;

/** The programs of the petition: the stack of a company on facts available, and the disposition of every program. */
@Shows("6")
final class AllegedProgramsTest {
    private static SourceNode alleged(String program, String type) {
        return SourceNode.mapping("program", program, "type", type);
    }

    private static SourceNode rate(String program, String type, String rate) {
        return SourceNode.mapping(
                "country",
                "Freedonia",
                "proceeding",
                "Paper",
                "citation",
                "80 FR 1",
                "program",
                program,
                "type",
                type,
                "rate",
                rate,
                "basis",
                "calculated",
                "company-specific",
                "no");
    }

    /** A company with electricity at 1.20 percent, and one that did not answer. */
    private static Scenarios scenario(Object... silent) {
        return Scenarios.investigation()
                .proceeding(
                        "regulation",
                        "2025",
                        "country",
                        SourceNode.mapping("name", "Freedonia", "income-tax-rate", "25%"))
                .with(
                        "petition",
                        SourceNode.sequence(
                                alleged("Electricity", "LTAR"),
                                alleged("Grants", "grant"),
                                alleged("Two free, three half", "income tax"),
                                alleged("Reduced rate", "income tax"),
                                alleged("Export insurance", "other")))
                .with(
                        "catalogues",
                        SourceNode.mapping(
                                "own",
                                SourceNode.sequence(
                                        rate("Grants", "grant", "3.40%"),
                                        rate("Preferential lending", "loan", "10.54%"))))
                .program("power", "type", "stated", "name", "Electricity", "rate", "1.20%")
                .company(
                        "answering",
                        "uses",
                        SourceNode.mapping("power", use()),
                        "dispositions",
                        findings("Grants", "Two free, three half", "Reduced rate"))
                .company("silent", silent);
    }

    private static SourceNode findings(String... programs) {
        Object[] entries = new Object[programs.length * 2];
        for (int i = 0; i < programs.length; i++) {
            entries[2 * i] = programs[i];
            entries[2 * i + 1] = SourceNode.mapping("finding", "not used", "source", "Verification report, p. 3");
        }
        return SourceNode.mapping(entries);
    }

    /** 1.20 + 3.40 + 25.00 + 10.54 = 40.14 percent. */
    @Test
    void aCompanyOnFactsAvailableBearsEveryProgramOfThePetition() {
        var outcome = scenario("facts-available", "whole").run();
        assertThat(outcome.published("silent")).isEqualTo("40.14");
        assertThat(outcome.published("answering")).isEqualTo("1.20");
        assertThat(outcome.company("silent").entirelyFactsAvailable()).isTrue();
        assertThat(outcome.percent("companies.silent.programs.export-insurance.rate"))
                .isEqualByComparingTo("10.54");
        assertThat(outcome.percent("companies.silent.programs.two-free-three-half.rate"))
                .isEqualByComparingTo("25");
        assertThat(outcome.company("silent").programs())
                .extracting(ProgramResult::name)
                .containsExactly(
                        "Electricity", "Grants", "Income tax: Two free, three half; Reduced rate", "Export insurance");
    }

    @Test
    void aFindingOrAUseTakesAProgramOutOfTheStack() {
        var outcome = scenario("facts-available", "whole", "dispositions", findings("grants", "Export insurance"))
                .run();
        assertThat(outcome.published("silent")).isEqualTo("26.20");
        assertThat(scenario("facts-available", "whole", "uses", SourceNode.mapping("credit", use()))
                        .program("credit", "type", "facts-available", "name", "Export insurance", "rate", "2%")
                        .run()
                        .published("silent"))
                .isEqualTo("31.60");
    }

    /** A program of the scenario stands for the alleged one of its name: 40.14 - 10.54 + 0.87 = 30.47. */
    @Test
    void aProgramOfTheScenarioSaysMoreThanThePetition() {
        var outcome = scenario("facts-available", "whole")
                .program("insurance", "type", "facts-available", "name", "Export insurance", "rate", "0.87%")
                .run();
        assertThat(outcome.published("silent")).isEqualTo("30.47");
        assertThat(outcome.program("silent", "insurance").name()).isEqualTo("Export insurance");
    }

    /** A program that is not countervailed in this calculation is not for a silent company either: 40.14 - 1.20 = 38.94. */
    @Test
    void aProgramThatIsNotAppliedIsNotInTheStack() {
        var outcome = scenario("facts-available", "whole")
                .program("power", "type", "stated", "name", "Electricity", "rate", "1.20%", "applied", "no")
                .run();
        assertThat(outcome.published("answering")).isEqualTo("0.00");
        assertThat(outcome.published("silent")).isEqualTo("38.94");
        assertThat(outcome.company("silent").dispositions())
                .extracting(Disposition::program, Disposition::outcome, Disposition::source)
                .contains(tuple("Electricity", Disposition.Outcome.NOT_APPLIED, "the scenario: stated as not applied"));
        assertThat(outcome.company("silent").entirelyFactsAvailable()).isTrue();
    }

    @Test
    void everyProgramOfThePetitionHasADisposition() {
        var outcome = scenario("facts-available", "whole").run();
        assertThat(outcome.company("silent").dispositions())
                .extracting(Disposition::program, Disposition::outcome)
                .containsExactly(
                        tuple("Electricity", Disposition.Outcome.FACTS_AVAILABLE),
                        tuple("Grants", Disposition.Outcome.FACTS_AVAILABLE),
                        tuple("Two free, three half", Disposition.Outcome.FACTS_AVAILABLE),
                        tuple("Reduced rate", Disposition.Outcome.FACTS_AVAILABLE),
                        tuple("Export insurance", Disposition.Outcome.FACTS_AVAILABLE));
        assertThat(outcome.company("answering").dispositions())
                .extracting(Disposition::outcome, Disposition::source)
                .containsExactly(
                        tuple(Disposition.Outcome.COUNTERVAILED, "rate as stated in the scenario [practice]"),
                        tuple(Disposition.Outcome.NOT_USED, "Verification report, p. 3"),
                        tuple(Disposition.Outcome.NOT_USED, "Verification report, p. 3"),
                        tuple(Disposition.Outcome.NOT_USED, "Verification report, p. 3"),
                        tuple(Disposition.Outcome.NOT_STATED, "neither a use nor a finding is stated"));
        assertThat(outcome.determination().warnings())
                .extracting(Warnings.Warning::text)
                .containsExactly("For answering the scenario states neither a use nor a finding on a program of the"
                        + " petition: Export insurance.");
    }

    @Test
    void aUseAndAFindingContradictEachOther() {
        assertThat(scenario("uses", SourceNode.mapping("power", use()), "dispositions", findings("Electricity"))
                        .problems())
                .containsExactly("(silent) states a use of (Electricity), but also the finding (not used).");
    }

    @Test
    void aProgramIsAllegedOnce() {
        assertThat(scenario("facts-available", "whole")
                        .with("petition", SourceNode.sequence(alleged("Grants", "grant"), alleged("grants", "grant")))
                        .problems())
                .containsExactly("The petition lists (grants) twice.");
    }

    @Test
    void aProgramThatIsNotAppliedSaysWhy() {
        var outcome = scenario("uses", SourceNode.mapping("credit", use()))
                .program("credit", "type", "facts-available", "name", "Grants", "rate", "2%", "treatment", "removed")
                .run();
        assertThat(outcome.company("silent").dispositions())
                .extracting(Disposition::source)
                .contains("the scenario: removed, contrary to practice (as in 89 FR 106430)");
    }
}
