package org.advalorem.rules.attribution;

import static org.advalorem.rules.Scenarios.use;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Programs;
import org.advalorem.rules.Scenarios;
import org.advalorem.rules.types.RemunerationScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Respondents as read: their members, their currency and the programs they used. */
final class CompanyTest {
    private static Scenarios rate() {
        return Scenarios.investigation().program("aid", "type", "stated", "rate", "3%");
    }

    @Test
    void aUseOfAnUnknownProgramIsAnErrorOfItsOwn() {
        assertThat(rate().company("a", "uses", SourceNode.mapping("aid", use(), "iad", use()))
                        .problems())
                .containsExactly("(iad) is not among the programs.");
    }

    @Test
    void usesAreAMappingFromPrograms() {
        assertThat(rate().company("a", "uses", SourceNode.sequence("aid")).problems())
                .containsExactly("(uses) must be a mapping from programs to lists of uses.");
        assertThat(rate().company("a", "uses", SourceNode.scalar("aid")).problems())
                .containsExactly("(uses) must be a mapping from programs to lists of uses.");
    }

    @Test
    void aCompanyWithoutUsesHasNoRateAndUsedNoProgram() {
        var outcome = rate().company("a").run();
        assertThat(outcome.published("a")).isEqualTo("0.00");
        assertThat(outcome.deMinimis("a")).isTrue();
        assertThat(outcome.company("a").notUsed()).containsExactly("aid");
    }

    @Test
    void aProgramThatCannotBeReadIsToldOfOnce() {
        assertThat(rate().program("help", "type", "no-such-type")
                        .company("a", "uses", SourceNode.mapping("aid", use(), "help", use()))
                        .problems())
                .singleElement()
                .asString()
                .contains("no-such-type");
    }

    @Test
    void aBenchmarkThatCannotBeReadIsToldOfOnce() {
        SourceNode sheet = SourceNode.mapping(
                "type", "price", "unit", "CNY/t", "tier", "1", "world", SourceNode.mapping("domestic", "800"));
        assertThat(new RemunerationScenario("less-than-adequate-remuneration")
                        .root(
                                "benchmarks",
                                SourceNode.mapping("ingot", SourceNode.mapping("type", "no-such-type"), "sheet", sheet))
                        .program("benchmark", "ingot")
                        .use(
                                "purchases",
                                SourceNode.sequence(SourceNode.mapping(
                                        "date", "2016-01", "status", "authority", "quantity", 1, "price", 0)))
                        .problems())
                .singleElement()
                .asString()
                .contains("no-such-type");
    }

    @Test
    void aUseThatDoesNotSayWhetherItAppliesIsToldOfOnce() {
        assertThat(rate().company("a", "uses", SourceNode.mapping("aid", use("applied", "perhaps")))
                        .problems())
                .singleElement()
                .asString()
                .contains("perhaps");
    }

    @Test
    void theProblemsOfAllUsesAndAllCompaniesAreToldInOnePass() {
        SourceNode both = SourceNode.sequence(SourceNode.mapping("rate", "three"), SourceNode.mapping("rate", "four"));
        assertThat(Scenarios.investigation()
                        .program("aid", "type", "stated")
                        .company("a", "uses", SourceNode.mapping("aid", both))
                        .company("b", "uses", SourceNode.mapping("aid", use("rate", "five")))
                        .problems())
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains("three"))
                .anySatisfy(problem -> assertThat(problem).contains("four"))
                .anySatisfy(problem -> assertThat(problem).contains("five"));
    }

    @Test
    void aCompanyIsAMapping() {
        Problems problems = new Problems();
        SourceNode.Mapping scenario = SourceNode.mapping(
                "format",
                "advalorem/1",
                "title",
                "Test",
                "proceeding",
                SourceNode.mapping(
                        "segment",
                        "investigation final",
                        "regulation",
                        "1998",
                        "country",
                        SourceNode.mapping("name", "Freedonia"),
                        "period",
                        2016,
                        "average-useful-life",
                        "10 years"),
                "programs",
                SourceNode.mapping("aid", SourceNode.mapping("type", "stated", "rate", "3%")),
                "companies",
                SourceNode.mapping("a", "3%"));
        assertThat(Determination.of(scenario, DataFiles.NONE, Programs.shipped(), problems))
                .isEmpty();
        assertThat(problems.sorted())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("(companies.a) must be a mapping."));
    }

    @Test
    void aGroupHasMembers() {
        assertThat(rate().company("a", "members", SourceNode.mapping(), "uses", SourceNode.mapping("aid", use()))
                        .problems())
                .containsExactly("(a) has no members.");
    }

    @ParameterizedTest
    @CsvSource({"USD, true", "CNY, true", "usd, false", "US, false", "USDX, false"})
    void aCurrencyIsThreeCapitals(String currency, boolean known) {
        List<String> problems =
                new ArrayList<>(rate().company("a", "currency", currency, "uses", SourceNode.mapping("aid", use()))
                        .problems());
        assertThat(problems.isEmpty()).as("%s: %s", currency, problems).isEqualTo(known);
        if (!known) {
            assertThat(problems).containsExactly("(" + currency + ") is not a currency.");
        }
    }

    @Test
    void aCurrencyMayCarryAStatus() {
        var outcome = rate().company(
                        "a",
                        "currency",
                        SourceNode.mapping("value", "CNY", "status", "verified"),
                        "uses",
                        SourceNode.mapping("aid", use()))
                .run();
        assertThat(outcome.company("a").currency()).hasToString("CNY");
    }
}
