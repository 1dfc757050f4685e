package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SensitivityCommandTest {
    private static final String HOLDING = "companies.acme.uses.parent.holding.received.2023-08-30.amount";
    private static final String CREDIT = "programs.credit.rate";

    private static Run run(String... more) {
        return runOf(Run.SMALL, more);
    }

    private static Run runOf(String file, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "sensitivity",
                file,
                "--vary",
                HOLDING + "=uniform(3 million, 4 million)",
                "--vary",
                CREDIT + "=uniform(0.4%, 0.6%)"));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void everyFormatTellsVersionSeedDrawsDesignAndHash() {
        for (String format : List.of("text", "markdown", "csv", "json")) {
            for (String method : List.of("sobol", "morris")) {
                Run run = run("--format", format, "--method", method, "--seed", "77");
                assertThat(run.exit()).as(run.err()).isZero();
                String words = run.out().replaceAll("\\s+", " ");
                assertThat(words).contains("advalorem", "77", HOLDING + "=uniform(3", CREDIT + "=uniform(0.4");
                assertThat(words).containsPattern("[0-9a-f]{64}");
                assertThat(words).containsPattern(method.equals("sobol") ? "16,?384" : "256");
                assertThat(words).containsIgnoringCase(method.equals("sobol") ? "Monte" : "trajectories");
            }
        }
    }

    @Test
    void jsonIsTheContract() {
        Run run = run("--format", "json", "--company", "acme", "--draws", "4096", "--bootstrap", "200");
        assertThat(run.out())
                .contains(
                        "\"format\": \"advalorem-sensitivity/2\"",
                        "\"name\": \"sobol\"",
                        "\"seed\": \"1\"",
                        "\"design\": \"monte-carlo\"",
                        "\"draws\": 4096",
                        "\"evaluations\": 16384",
                        "\"downstreamOnly\": true",
                        "\"intervalKind\": \"bootstrap\"",
                        "\"resamples\": 200",
                        "\"result\": \"companies.acme.rate-unrounded\"",
                        "\"unexplained\"",
                        "\"first\"",
                        "\"total\"")
                .doesNotContain("all-others.rate", "companies.border.rate");
        assertThat(run("--format", "json", "--method", "morris", "--draws", "30")
                        .out())
                .contains("\"name\": \"morris\"", "\"trajectories\": 30", "\"step\": 0.5", "\"meanAbsolute\"");
    }

    private static Run rare(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "sensitivity",
                Run.SMALL,
                "--company=acme",
                "--seed=11",
                "--vary=" + HOLDING + "=normal(3.6 million, 9000)",
                "--vary=programs.credit.applied=bernoulli(0.02%)",
                "--vary=companies.border.uses.stated.1.rate=uniform(0.5%, 1.5%)"));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void anInputNeverDrawnIsNotSaidToHaveNoEffect() {
        String text = rare("--draws=4096").out();
        assertThat(text)
                .contains(
                        "- Buyer's credit, applied: no effect in 4,096 draws: drawn yes 0 times",
                        "Nothing in it depends on: =Rate | as *determined* (Border).")
                .doesNotContain("without effect");
        assertThat(rare("--method=morris").out())
                .contains(
                        "- Buyer's credit, applied: no effect in 256 trajectories",
                        "Nothing in it depends on: =Rate | as *determined* (Border).");
        String json = rare("--draws=4096", "--format=json").out();
        assertThat(json)
                .containsPattern("\"input\": \"programs.credit.applied\",\\s+\"reaches\": true,\\s+\"changedDraws\": 0,"
                        + "\\s+\"first\": null,\\s+\"firstLow\": null,\\s+\"firstHigh\": null,\\s+\"total\": null")
                .contains("\"position\": \"yes\"")
                .containsPattern("\"input\": \"companies.border.uses.stated.1.rate\",\\s+\"reaches\": false,"
                        + "\\s+\"changedDraws\": 0,\\s+\"first\": 0");
        assertThat(rare("--method=morris", "--format=json").out())
                .containsPattern("\"input\": \"programs.credit.applied\",\\s+\"reaches\": true,"
                        + "\\s+\"changedTrajectories\": 0,\\s+\"meanAbsolute\": null");
        assertThat(rare("--draws=4096", "--format=csv").out()).contains("programs.credit.applied,true,0,,,,,,");
    }

    @Test
    void fewEventsAndHeavyTailsAreNoted() {
        assertThat(Run.of(
                                "sensitivity",
                                Run.SMALL,
                                "--draws=4096",
                                "--vary=" + HOLDING + "=normal(3.6 million, 9000)",
                                "--vary=programs.credit.applied=bernoulli(0.1%)")
                        .out()
                        .replaceAll("\\s+", " "))
                .containsPattern(
                        "how many of 4,096 draws changed the result \\(fewer than 30\\): Buyer's credit, applied"
                                + " \\([0-9]+\\)\\.");
        String usual = run("--draws=4096").out();
        assertThat(usual).doesNotContain("heavy tails", "few events");
        assertThat(Run.of("sensitivity", Run.SMALL, "--draws=4096", "--vary=" + HOLDING + "=lognormal(1 million, 4)")
                        .out()
                        .replaceAll("\\s+", " "))
                .containsPattern("Intervals may be too narrow: the distribution has heavy tails \\(kurtosis [0-9]+");
    }

    @Test
    void threadsChangeNothing() {
        String one =
                run("--threads", "1", "--format", "csv", "--draws", "20480").out();
        assertThat(run("--threads", "2", "--format", "csv", "--draws", "20480").out())
                .isEqualTo(one);
        assertThat(run("--threads", "7", "--format", "csv", "--draws", "20480").out())
                .isEqualTo(one);
        assertThat(run("--seed", "2", "--format", "csv", "--draws", "20480").out())
                .isNotEqualTo(one);
    }

    @Test
    void correlatedInputsAreRefusedWithAdvice(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("correlated.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of(Run.SMALL)) + "correlations: [{of: [" + HOLDING + ", " + CREDIT
                        + "], rank: 0.5}]\n");
        Run refused = runOf(file.toString());
        assertThat(refused.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains(HOLDING, "correlated", "--correlated-together", "--method morris");
        assertThat(runOf(file.toString(), "--correlated-together", "--format", "csv")
                        .out())
                .contains(HOLDING + " + " + CREDIT);
        assertThat(runOf(file.toString(), "--method", "morris").out()).contains("Correlations are left out");
    }

    @ParameterizedTest
    @CsvSource({
        "--method=sobl, Did you mean (sobol)?",
        "--draws=many, Write a whole number",
        "--threads=0, Write a whole number from 1",
        "--bootstrap=5, from 100 to 1000000",
    })
    void mistakesAreExplained(String option, String advice) {
        Run run = run(option);
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains(advice);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void moreDrawsThanAskedForAreAnnounced() {
        Run rounded = run("--draws=100");
        assertThat(rounded.exit()).isZero();
        assertThat(rounded.err()).isEqualTo("note: --draws is (100), rounded up to 4096, a multiple of 4096\n");
        assertThat(run("--draws=4096").err()).isEmpty();
    }

    @Test
    void nothingUncertainIsSaid() {
        Run run = Run.of("sensitivity", Run.SMALL);
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("Nothing is uncertain", "--vary");
    }

    @Test
    void helpTeaches() {
        assertThat(Run.of("sensitivity", "--help").out())
                .contains("uncertain:", "triangular(2%, 6%, 12%)", "--method sobol", "--method morris", "Examples:");
    }

    /** Both draw the same numbers from one seed, so the first draw with a negative markup has the same number in both. */
    @Test
    void aBrokenDrawHasTheNumberThatSimulateGivesIt() {
        for (String command : List.of("sensitivity", "simulate")) {
            Run run = Run.of(
                    command,
                    "scenarios/aluminum-foil/scenario.yaml",
                    "--vary=companies.zhongji.export-value-adjustment.markup=normal(4%, 3%)",
                    "--set=companies.zhongji.export-value-adjustment.method=denominator");
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).containsPattern("[Dd]raw 3\\b").contains("The markup of (hk) is negative");
        }
    }
}
