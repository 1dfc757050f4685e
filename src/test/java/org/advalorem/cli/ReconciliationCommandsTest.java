package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger that does not tie to the income statement fails the check and is a warning elsewhere. */
final class ReconciliationCommandsTest {
    private static final String SCENARIO = """
        format: advalorem/1
        title: Tied
        proceeding:
          segment: investigation final
          initiated: 2024-06-03
          country: {name: Ruritania}
          period: 2023
          average-useful-life: 5 years
        programs:
          grants: {type: grant, recurrence: recurring}
        companies:
          acme:
            currency: USD
            sales:
              - {year: 2023, gross: 500 million, returns: 4 million}
              - {year: 2022, gross: 300 million}
            reconciliation:
              2023:
                revenue: 520 million
                accounts: {other operating income: -23.5 million}
              2022: {revenue: 300.3 million}
            uses:
              grants: [{received: [{on: 2023-04-05, amount: 3 million}]}]
        """;

    /** 520 - 23.5 - 496 = 0.5 million of 520 million: 0.0962 percent. */
    private static final String WITHIN =
            "Unexplained 500,000.00 USD, 0.0962% of revenue, within the tolerance of 0.1%.";

    private static final String BEYOND =
            "The sales ledger of acme does not tie to (companies.acme.reconciliation.2023): revenue and accounts"
                    + " 497,000,000.00 USD, ledger less returns 496,000,000.00 USD; unexplained 1,000,000.00 USD,"
                    + " 0.1923% of revenue, beyond the tolerance of 0.1%.";

    private static final String SET =
            "companies.acme.reconciliation.2023.accounts.'other operating income'=-23 million";

    @TempDir
    Path folder;

    @BeforeEach
    void file() throws IOException {
        Files.writeString(folder.resolve("case.yaml"), SCENARIO);
    }

    private Run run(String command, String... more) throws IOException {
        String[] args = new String[more.length + 2];
        args[0] = command;
        args[1] = folder.resolve("case.yaml").toString();
        System.arraycopy(more, 0, args, 2, more.length);
        Run run = Run.of(args);
        // lines are broken at any space
        return new Run(run.exit(), run.out().replaceAll("\\s+", " "), run.err().replaceAll("\\s+", " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "memo"})
    void aDifferenceWithinTheToleranceIsPrinted(String command) throws IOException {
        Run run = run(command);
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Reconciliation of acme, 2023, in USD")
                .contains("Reconciliation of acme, 2022, in USD")
                .contains("account other operating income -23,500,000.00")
                .contains("unexplained difference 500,000.00")
                .contains(WITHIN)
                .doesNotContain("WARNING");
    }

    @Test
    void aDifferenceBeyondTheToleranceFailsTheCheck() throws IOException {
        Run run = run("check", "--set", SET);
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err())
                .contains("case.yaml:19:", "AV404 " + BEYOND)
                .contains("Write in accounts what explains it: accounts: {NAME: -1000000 USD}; memo shows the table.");
        JsonNode problem = JsonMapper.builder()
                .build()
                .readTree(run("check", "--set", SET, "--format", "json").out())
                .get("problems")
                .get(0);
        assertThat(problem.get("code").asString()).isEqualTo("AV404");
        assertThat(problem.get("message").asString()).isEqualTo(BEYOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate", "memo"})
    void elsewhereItIsAWarning(String command) throws IOException {
        Run run = run(command, "--set", SET);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("WARNING: " + BEYOND);
    }

    @Test
    void anAccountThatExplainsItTies() throws IOException {
        assertThat(run("check", "--set", SET.replace("-23", "-24")).out())
                .contains("Unexplained 0.00 USD, 0.0000% of revenue, within the tolerance of 0.1%.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "rate", "memo"})
    void programsReadTheLines(String command) throws IOException {
        JsonNode all = JsonMapper.builder()
                .build()
                .readTree(run(command, "--format", "json").out())
                .get("reconciliations");
        assertThat(all).hasSize(2);
        JsonNode one = all.get(1);
        assertThat(one.get("company").asString()).isEqualTo("acme");
        assertThat(one.get("year").asString()).isEqualTo("2023");
        assertThat(one.get("address").asString()).isEqualTo("companies.acme.reconciliation.2023");
        assertThat(one.get("unexplained").asDouble()).isEqualTo(500000.0);
        assertThat(one.get("tolerance").asDouble()).isEqualTo(0.001);
        assertThat(one.get("ties").asBoolean()).isTrue();
        JsonNode revenue = one.get("lines").get(0);
        assertThat(revenue.get("line").asString()).isEqualTo("revenue of the income statement");
        assertThat(revenue.get("amount").asDouble()).isEqualTo(520000000.0);
    }
}
