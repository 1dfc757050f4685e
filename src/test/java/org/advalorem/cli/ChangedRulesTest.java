package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.RuleExample;
import org.advalorem.scenario.RuleChange;
import org.advalorem.scenario.RuleChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A result that an earlier version printed otherwise is told with the rules that changed since and that it rests on. */
final class ChangedRulesTest {
    /** The example of the change adjustment-ratio-by-destination. */
    private static final String RESELLER = """
            format: advalorem/1
            title: Reseller
            proceeding: {segment: investigation final, regulation: "2024", country: {name: Freedonia}, period: 2024, average-useful-life: 10 years}
            programs: {g: {type: grant, recurrence: recurring}, s: {type: stated}}
            companies:
              acme:
                currency: USD
                members: {mill: {role: producer}, agent: {role: trading company, resells: mill}}
                sales:
                  - {year: 2024, seller: mill, buyer: agent, destination: United States, gross: 500}
                  - {year: 2024, seller: agent, destination: United States, gross: 550}
                  - {year: 2024, seller: mill, buyer: agent, destination: Japan, gross: 500}
                  - {year: 2024, seller: agent, destination: Japan, gross: 500}
                export-value-adjustment: {through: agent, method: METHOD}
                uses: {g: [{to: mill, received: [{on: 2024-03-01, amount: 50}]}]}
              other: {currency: USD, uses: {s: [{rate: 2%}]}}
            """;

    private static final String CHANGED =
            "Changed since version 0.0.9: adjustment-ratio-by-destination (decision 14); see docs/upgrading.md.";

    private static final Pattern NAMED = Pattern.compile("([a-z0-9-]+) \\(decision \\d+\\)");

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path reseller(String method, String expected) throws IOException {
        return file("case.yaml", RESELLER.replace("METHOD", method) + "expect: {" + expected + "}\n");
    }

    private Run rate(String expected) throws IOException {
        return Run.of("rate", reseller("ratio", expected).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate", "memo", "check"})
    void theRuleThatChangedIsNamedOnce(String command) throws IOException {
        Path file = reseller("ratio", "version: 0.0.9, companies.acme.rate: 4.76%, companies.other.rate: 2%");
        Run run = Run.of(command, file.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(run.err())
                .isEqualTo(file + ":17:26: (companies.acme.rate) is expected to be 4.76%, and is 4.55%. " + CHANGED
                        + "\n1 of 2 expectations failed\n");
    }

    @Test
    void nothingIsSaidOfWhatIsStillThere() throws IOException {
        assertThat(rate("version: 0.0.9, companies.acme.rate: 4.55%"))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(ExitCode.FINE))
                .satisfies(run -> assertThat(run.err()).isEmpty());
    }

    @Test
    void aChangeThatDoesNotConcernTheResultIsNotNamed() throws IOException {
        assertThat(rate("version: 0.0.9, companies.other.rate: 3%").err())
                .contains("and is 2%. No rule that it rests on has changed since version 0.0.9.\n");
        Path none = reseller("none", "version: 0.0.9, companies.acme.rate: 4%");
        assertThat(Run.of("rate", none.toString()).err())
                .contains("and is 5%. No rule that it rests on has changed since version 0.0.9.\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1.0, No rule that it rests on has changed since version 0.1.0.",
        "advalorem 0.1.0, No rule that it rests on has changed since version 0.1.0.",
        "9.0.0, 'Version 9.0.0 is later than this one (0.1.0), which does not know what has changed.'",
    })
    void thisVersionAndALaterOneChangeNothing(String version, String sentence) throws IOException {
        Run run = rate("companies.acme.rate: 4.76%, version: " + version);
        assertThat(run.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(run.err()).contains("and is 4.55%. " + sentence + "\n");
        assertThat(rate("companies.acme.rate: 4.55%, version: " + version).err())
                .isEmpty();
    }

    @Test
    void withoutAVersionNothingIsNamed() throws IOException {
        assertThat(rate("companies.acme.rate: 4.76%").err()).contains("and is 4.55%.\n1 of 1");
    }

    @ParameterizedTest
    @CsvSource({"0.1, (0.1)", "yesterday, (yesterday)", "[0.1.0], a list or mapping"})
    void whatIsNoVersionIsAnError(String version, String words) throws IOException {
        Run run = rate("version: " + version + ", companies.acme.rate: 4.55%");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err())
                .contains("AV501 (expect.version) is " + words + ", which is not a version of the program.")
                .contains("help: Write the version that printed these results, such as 0.1.0.");
    }

    /** The section is merged like any other, and values changed for one run are another scenario's. */
    @Test
    void overlaysAndSettings() throws IOException {
        String base = reseller("ratio", "companies.acme.rate: 4.76%").toString();
        String overlay = file("overlay.yaml", "format: advalorem/1\nexpect: {version: 0.0.9}\n")
                .toString();
        assertThat(Run.of("rate", base, overlay).err()).contains("and is 4.55%. " + CHANGED);
        assertThat(Run.of("rate", base, "--set", "expect.version=0.0.9", "--expect")
                        .err())
                .contains("and is 4.55%. " + CHANGED);
        assertThat(Run.of("rate", base, overlay, "--set", "companies.other.uses.s.1.rate=3%")
                        .err())
                .isEqualTo(Expecting.NOTE + "\n");
    }

    /** Rules that no worked example rests on, laid over the same base. */
    private static final List<String> FURTHER = List.of("""
            proceeding: {regulation: none, petition-filed: 2025-02-01}
            programs: {s: {type: stated}}
            companies: {acme: {uses: {s: [{rate: 1%}]}}}
            """, """
            proceeding: {regulation: "2024"}
            programs: {l: {type: loan, benchmark-rate: 7.3%}}
            companies:
              acme:
                uses:
                  l:
                    - events:
                        - {loan: L, date: 2022-01-01, event: drawdown, amount: 1000000, term: 5, rate-kind: fixed}
                        - {loan: L, date: 2022-12-31, event: interest, amount: 69800}
                        - {loan: L, date: 2026-04-01, event: repayment, amount: 1000000}
            """, """
            programs: {g: {type: grant, recurrence: recurring}}
            companies:
              acme:
                members: {fund: {role: holding, passes-to: mill}, other: {role: producer}}
                sales:
                  - {year: 2024, seller: mill, gross: 80 million}
                  - {year: 2024, seller: other, gross: 20 million}
                uses: {g: [{to: fund, received: [{on: 2024-03-01, amount: 1 million}]}]}
            """, """
            programs: {g: {type: grant, recurrence: recurring}}
            companies:
              acme:
                members:
                  mill: {role: producer}
                  outside: {role: unaffiliated producer, purchases: 50 million}
                  agent: {role: trading company, resells: mill}
                sales:
                  - {year: 2024, seller: mill, buyer: agent, gross: 100 million}
                  - {year: 2024, seller: outside, buyer: agent, gross: 50 million}
                uses: {g: [{to: mill, received: [{on: 2024-03-01, amount: 1 million}]}]}
            proceeding: {regulation: "2024"}
            """, """
            programs: {s: {type: stated}}
            companies: {acme: {exports-to-us: 1, uses: {s: [{rate: 0.4%}]}}}
            all-others: {method: weighted}
            expect: {all-others.rate: "> 100%"}
            """);

    /** Every change is found by the steps that it governs, in results as if an older version had printed them. */
    @Test
    void everyChangeOfANumberIsNamed() throws IOException {
        Path failing = file("failing.yaml", "expect: {version: 0.0.1, companies.acme.rate: \"> 1000000%\"}\n");
        Stream<String> examples = RuleExample.all().stream()
                .filter(example -> example.error().isEmpty())
                .map(RuleExample::scenario);
        Set<String> named = new TreeSet<>();
        for (String scenario : Stream.concat(examples, FURTHER.stream()).toList()) {
            Run run = Run.of(
                    "rate",
                    "src/test/resources/rules/example-base.yaml",
                    file("example.yaml", scenario).toString(),
                    failing.toString());
            assertThat(run.exit()).as(scenario + run.err()).isEqualTo(ExitCode.EXPECTATION_FAILED);
            NAMED.matcher(run.err()).results().forEach(found -> named.add(found.group(1)));
        }
        assertThat(named)
                .isEqualTo(RuleChanges.shipped().stream()
                        .filter(change -> !change.concerns().isEmpty())
                        .map(RuleChange::id)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
