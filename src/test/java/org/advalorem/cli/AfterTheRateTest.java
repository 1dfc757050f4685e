package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deposits and what entries cost are swept, simulated and analysed like rates. The deposit is 30 less 2.15 less the share
 * passed through of 8 percent (RULES 10): with the share uniform on 0 to 1 and the margin on 25 to 35 percent its mean is
 * 23.85, its variance (64 + 100) / 12 square points, of which the share accounts for 64 / 164.
 */
final class AfterTheRateTest {
    private static final String EXPOSURE = "src/test/resources/cli/exposure.yaml";
    private static final String DEPOSIT = "antidumping.acme--acme.deposit";
    private static final String SHARE = "deposits.antidumping.pass-through.share";
    private static final String MARGIN = "deposits.antidumping.rates.1.margin";

    @TempDir
    private Path folder;

    private String file = "";

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("case.yaml"), """
                format: advalorem/1
                title: A margin and what comes off it
                proceeding:
                  segment: investigation final
                  regulation: 2025
                  country: {name: Freedonia, nonmarket: yes}
                  period: 2024
                  average-useful-life: 10 years
                programs:
                  export: {type: stated, rate: 2.15%, specificity: export}
                  inputs: {type: stated, rate: 8.00%}
                companies:
                  acme: {name: Acme, currency: USD, uses: {export: [{}], inputs: [{}]}}
                deposits:
                  antidumping:
                    rates: [{exporter: Acme, producer: Acme, margin: 30.00%}]
                    pass-through: {share: 60%, programs: inputs}
                """).toString();
    }

    private String out(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, file));
        all.addAll(Arrays.asList(arguments));
        Run run = Run.of(all.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FINE);
        return run.out();
    }

    /** The cells of the row of a csv output that begins with those. */
    private static List<String> row(String csv, String... begins) {
        String start = String.join(",", begins) + ",";
        return csv.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> List.of(line.split(",", -1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row begins with " + start + " in " + csv));
    }

    private static double cell(String csv, List<String> row, String column) {
        List<String> heading = csv.lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("\"#"))
                .map(line -> List.of(line.split(",", -1)))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(row.get(heading.indexOf(column)));
    }

    @Test
    void aDepositIsSwept() {
        String csv = out("sweep", "--vary", SHARE + "=0%, 100%", "--format", "csv");
        assertThat(cell(csv, row(csv, "0%"), DEPOSIT)).isEqualTo(0.2785);
        assertThat(cell(csv, row(csv, "100%"), DEPOSIT)).isEqualTo(0.1985);
        assertThat(out("sweep", "--vary", SHARE + "=0%, 100%"))
                .contains("What follows from the rates", "27.8500%", "19.8500%");
    }

    @Test
    void aDepositIsSimulated() {
        String csv = out("simulate", "--draws", "20000", "--vary", SHARE + "=uniform(0%, 100%)", "--format", "csv");
        List<String> deposit = row(csv, DEPOSIT);
        assertThat(cell(csv, deposit, "mean")).isCloseTo(0.2385, within(0.0006));
        assertThat(cell(csv, deposit, "sd")).isCloseTo(0.08 / Math.sqrt(12), within(0.0003));
        assertThat(out("simulate", "--draws", "1000", "--vary", SHARE + "=uniform(0%, 100%)"))
                .contains("What follows from the rates", "Antidumping: acme--acme,");
    }

    @Test
    void theVarianceOfADepositIsDivided() {
        String[] uncertain = {
            "--draws", "65536", "--vary", SHARE + "=uniform(0%, 100%)", "--vary", MARGIN + "=uniform(25%, 35%)"
        };
        String csv = out("sensitivity", with(uncertain, "--format", "csv"));
        List<List<String>> rows = csv.lines()
                .filter(line -> line.startsWith(DEPOSIT + ","))
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).contains(MARGIN);
        assertThat(cell(csv, rows.get(0), "first")).isCloseTo(100.0 / 164, within(0.02));
        assertThat(cell(csv, rows.get(1), "first")).isCloseTo(64.0 / 164, within(0.02));
        assertThat(cell(csv, rows.get(1), "total")).isCloseTo(64.0 / 164, within(0.02));
        assertThat(out("sensitivity", uncertain))
                .startsWith("Antidumping: acme--acme, deposit: ")
                .contains("of the variance of the result")
                .contains("Acme (acme): net subsidy rate");
    }

    @Test
    void aScreeningHasItToo() {
        // half of the probability of the share is half of 8 points
        String[] uncertain = {"--method", "morris", "--vary", SHARE + "=uniform(0%, 100%)"};
        String csv = out("sensitivity", with(uncertain, "--format", "csv"));
        assertThat(cell(csv, row(csv, DEPOSIT), "mean-absolute")).isCloseTo(0.04, within(0.0002));
        assertThat(out("sensitivity", uncertain))
                .contains("moves the result most, by 4.00 points on", "In percentage points");
    }

    @Test
    void whatEntriesCostIsAnAmount() {
        file = EXPOSURE;
        assertThat(out("sweep", "--vary", "exposure.final-rates.acme=0% to 40% in 3"))
                .contains("What follows from the rates");
        assertThat(out("sensitivity", "--draws", "4096", "--vary", "exposure.final-rates.acme=uniform(10%, 60%)"))
                .contains("Exposure, owed (USD)")
                .doesNotContain("% of USD");
    }

    @Test
    void nothingIsSaidOfDepositsThatTheScenarioDoesNotState() {
        file = SampleArguments.CASE;
        assertThat(out("sweep", "--vary", "programs.first.applied=yes, no", "--format", "csv"))
                .doesNotContain(".deposit");
    }

    private static String[] with(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }
}
