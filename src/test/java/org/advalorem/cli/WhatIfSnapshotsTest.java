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

    @Test
    void helpLooksSo() throws IOException {
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
