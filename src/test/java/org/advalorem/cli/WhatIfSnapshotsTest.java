package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.advalorem.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reports of contested issues, the export value adjustment and comparisons look like, in every format. */
final class WhatIfSnapshotsTest {
    private static final String CONTESTED = "src/test/resources/whatif/contested.yaml";

    @ParameterizedTest
    @CsvSource({"text, txt", "json, json", "csv, csv", "markdown, md"})
    void issuesLookSo(String format, String ending) throws IOException {
        compare("issues." + ending, "issues", CONTESTED, "--company", "acme", "--format", format);
    }

    @ParameterizedTest
    @CsvSource({"text, txt", "json, json", "csv, csv", "markdown, md"})
    void evaLooksSo(String format, String ending) throws IOException {
        compare(
                "eva." + ending,
                "eva",
                CONTESTED,
                "--set",
                "programs.credit.applied=yes",
                "--entries",
                "src/test/resources/whatif/entries.csv",
                "--markup",
                "0% to 20% in 3",
                "--format",
                format);
    }

    @ParameterizedTest
    @CsvSource({"text, txt", "json, json", "csv, csv", "markdown, md"})
    void failingSalesLookSo(String format, String ending) throws IOException {
        compare(
                "failing-sales." + ending,
                "eva",
                "src/test/resources/whatif/failing-sales.yaml",
                "--markup",
                "0% to 10% in 2",
                "--format",
                format);
    }

    @ParameterizedTest
    @CsvSource({"text, txt", "json, json", "csv, csv", "markdown, md"})
    void compareLooksSo(String format, String ending) throws IOException {
        compare(
                "compare." + ending,
                "compare",
                CONTESTED,
                "--overlay",
                "src/test/resources/whatif/other.yaml",
                "--change",
                "programs.second=none",
                "--change",
                "companies.acme.uses.second=none",
                "--format",
                format);
    }

    @ParameterizedTest
    @CsvSource({"text, txt", "json, json", "csv, csv", "markdown, md"})
    void disclosureLooksSo(String format, String ending) throws IOException {
        compare(
                "disclosure." + ending,
                "compare",
                CONTESTED,
                "--to",
                "src/test/resources/whatif/published.csv",
                "--format",
                format);
    }

    @ParameterizedTest
    @CsvSource({"text, txt", "json, json", "csv, csv", "markdown, md"})
    void theSingleEditLooksSo(String format, String ending) throws IOException {
        compare(
                "single-edit." + ending,
                "compare",
                CONTESTED,
                "--to",
                "src/test/resources/whatif/slip.csv",
                "--set",
                "proceeding.segment=investigation preliminary",
                "--format",
                format);
    }

    @Test
    void theSearchCanBeLeftOut() {
        String out = Run.of("compare", CONTESTED, "--to", "src/test/resources/whatif/slip.csv", "--no-find")
                .out();
        assertThat(out).contains("First difference: ").doesNotContain("single edit");
        assertThat(Run.of("compare", CONTESTED, "--change", "programs.first.applied=no", "--no-find")
                        .err())
                .isEqualTo("advalorem: (--no-find) goes with --to CSV. Omit it.\n");
    }

    @Test
    void badUsageIsTold() {
        assertThat(Run.of("compare", CONTESTED).err())
                .isEqualTo("advalorem: There is nothing to compare with. Write --with FILE, --overlay FILE, --change"
                        + " ADDRESS=VALUE or --to CSV.\n");
        assertThat(Run.of("compare", CONTESTED, "--with", CONTESTED, "--to", "x.csv")
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("compare", CONTESTED, "--with", CONTESTED, "--seed", "x")
                        .err())
                .startsWith("advalorem: --seed is (x). Write a whole number");
        assertThat(Run.of("issues", CONTESTED, "--threads", "0").err())
                .isEqualTo("advalorem: --threads is (0). Write a whole number from 1 to 1024.\n");
        assertThat(Run.of("issues", CONTESTED, "--issue", "metod").err())
                .startsWith("--issue argument: AV503 There is no issue (metod).");
        assertThat(Run.of("eva", CONTESTED, "--markup", "5").err()).contains("AV502 (5) is not a range of markups.");
    }

    @Test
    void helpLooksSo() throws IOException {
        compare("help-compare.txt", "compare", "--help");
        compare("help-eva.txt", "eva", "--help");
        compare("help-issues.txt", "issues", "--help");
    }

    private static void compare(String snapshot, String... args) throws IOException {
        Run run = Run.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        Snapshots.compare("whatif/" + snapshot, run.out());
    }
}
