package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.advalorem.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reports of a small scenario look like, in every format. */
final class ReportSnapshotsTest {
    private static final int MOST_COLUMNS = 120;

    @ParameterizedTest
    @CsvSource({
        "rate, text, rate.txt",
        "rate, json, rate.json",
        "rate, csv, rate.csv",
        "rate, markdown, rate.md",
        "memo, text, memo.txt",
        "memo, json, memo.json",
        "memo, csv, memo.csv",
        "memo, markdown, memo.md",
        "addresses, csv, addresses.csv",
        "check, text, check.txt",
        "check, json, check.json"
    })
    void looksSo(String command, String format, String snapshot) throws IOException {
        Run run = Run.of(command, Run.SMALL, "--format", format);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        Snapshots.compare("cli/" + snapshot, run.out());
    }

    @Test
    void recordsAreWrittenOnRequest() throws IOException {
        Snapshots.compare(
                "cli/records.csv",
                Run.of("memo", Run.SMALL, "--records", "--format", "csv").out());
        assertThat(Run.of("memo", Run.SMALL, "--records").out())
                .contains("Purchases, companies.acme.uses.resin.mill")
                .contains("290,000.00");
        Snapshots.compare(
                "cli/memo-steps.txt", Run.of("memo", Run.SMALL, "--steps").out());
    }

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#files")
    void tablesFitAPage(Path file) {
        for (String command : List.of("rate", "memo")) {
            assertThat(Run.of(command, file.toString(), "--no-expect").out().lines())
                    .as(command)
                    .isNotEmpty()
                    .allMatch(line -> line.length() <= MOST_COLUMNS);
        }
        for (String more : List.of("--records", "--steps")) {
            assertThat(Run.of("memo", file.toString(), "--no-expect", more)
                            .out()
                            .lines())
                    .as(more)
                    .allMatch(line -> line.length() <= MOST_COLUMNS);
        }
    }

    @Test
    void explanationsLookSo() throws IOException {
        Snapshots.compare(
                "cli/explain-result.txt",
                Run.of("explain", Run.SMALL, "companies.acme.programs.technology")
                        .out());
        Snapshots.compare(
                "cli/explain-input.txt",
                Run.of("explain", Run.SMALL, "benchmarks.resin.import-duty").out());
        Snapshots.compare(
                "cli/explain.json",
                Run.of("explain", Run.SMALL, "all-others.rate", "--depth", "1", "--format", "json")
                        .out());
    }

    @Test
    void helpLooksSo() throws IOException {
        Snapshots.compare("cli/help.txt", Run.of("--help").out());
        Snapshots.compare("cli/help-rate.txt", Run.of("rate", "--help").out());
    }

    @ParameterizedTest
    @CsvSource({
        "rate, text",
        "rate, json",
        "rate, csv",
        "rate, markdown",
        "memo, text",
        "memo, json",
        "memo, csv",
        "memo, markdown",
        "addresses, text",
        "addresses, json",
        "addresses, csv",
        "addresses, markdown",
        "check, text",
        "check, json",
        "check, csv",
        "check, markdown"
    })
    void watermarkIsEverywhere(String command, String format) {
        assertThat(Run.of(command, Run.SMALL, "--format", format).out()).contains("Invented for tests.");
        assertThat(Run.of("explain", Run.SMALL, "companies.acme", "--format", format)
                        .out())
                .contains("Invented for tests.");
    }
}
