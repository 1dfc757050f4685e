package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checklist of a verification and the effects of its corrections, as the command writes them. */
final class VerifySampleCommandTest {
    private static final String FOLDER = "src/test/resources/whatif/verification/";
    private static final String CASE = FOLDER + "case.yaml";

    @TempDir
    private Path folder;

    private static Run run(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "verify-sample";
        all[1] = CASE;
        System.arraycopy(more, 0, all, 2, more.length);
        return Run.of(all);
    }

    @Test
    void theChecklistSaysWhatWhyAndWhere() {
        Run run = run("--largest", "2", "--random", "3", "--seed", "7");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("Trace 14 of 18 transactions in 2 tables, drawn with seed 7\n")
                .contains("10 of 14 rows, 845,100.00 of 1,028,900.00 CRN: 82.14% of the value.")
                .contains("Row 1 is on line 2.")
                .contains("no row in 2024-04,\n2024-07, 2024-09.")
                .contains("All 4 rows, fewer than were asked for: 7,700,000.00 CRN.")
                .contains("traced to  found  difference")
                .contains("largest    7  Z-07,2024-05-07,State Zinc,authority,130,890  115,700.00  14,300.00  +0.1869");
    }

    @Test
    void csvHasEmptyColumnsForTheVerifier() {
        List<String> lines = run("--format", "csv", "--no-comments", "--only", "*.purchases")
                .out()
                .lines()
                .toList();
        assertThat(lines.get(0)).endsWith(",value,benefit,contribution,traced-to,found,difference");
        assertThat(lines.subList(1, lines.size())).isNotEmpty().allMatch(line -> line.endsWith(",,,"));
    }

    @Test
    void markdownHasThemToo() {
        assertThat(run("--format", "markdown").out()).contains("| traced to | found | difference |");
    }

    @Test
    void correctionsAreShownAloneAndTogetherWithTheVerdict() {
        Run run = run("--corrections", FOLDER + "minor-corrections.yaml");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("3 corrections: Acme from 1.08% to 0.92%; together they reverse 1 verdict, alone 1 does\n")
                .contains("sales.csv:5")
                .containsPattern("Zinc for less than adequate +890 +980 ")
                .containsPattern("-0\\.15 +-0\\.1529 +-0\\.15  de minimis: REVERSED");
    }

    @Test
    void aCorrectionOfWhatOnlyDescribesChangesNothing() throws IOException {
        Path overlay = Files.writeString(folder.resolve("title.yaml"), "title: Another title\n");
        assertThat(run("--corrections", overlay.toString()).out())
                .startsWith("The corrections change nothing on which a rate depends\n");
    }

    @Test
    void nothingToTraceIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("stated.yaml"), """
                format: advalorem/1
                title: Nothing to trace
                proceeding:
                  segment: investigation final
                  initiated: 2025-02-03
                  country: {name: Ruritania}
                  period: 2024
                  average-useful-life: 10 years
                programs: {aid: {type: stated, specificity: domestic}}
                companies: {acme: {currency: USD, members: {acme: {role: producer}}, uses: {aid: [{rate: 4%}]}}}
                """);
        Run run = Run.of("verify-sample", file.toString());
        assertThat(run.err())
                .isEqualTo("advalorem: The scenario states no sales, purchases, loans or other amounts to trace.\n");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertRefused(
                "(--corrections) draws no sample, and (--random) is about one.", "--corrections", "x", "--random", "3");
        assertRefused("--largest is (-1). Write a whole number from 0 to 1000000.", "--largest", "-1");
        assertRefused(
                "No table is at (companies.acme.loans). The tables are: companies.acme.sales, ",
                "--only",
                "companies.acme.loans");
        assertRefused("nowhere.yaml", "--corrections", "nowhere.yaml");
    }

    @Test
    void aCellOfAFileHasAnAddressOfItsOwn() {
        Run run = Run.of("rate", CASE, "--set", "companies.acme.sales.4.gross=880000");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err())
                .contains(
                        "help: Correct a cell of the data file: companies.acme.sales.corrected.4.gross=95; or change");
        Run typed = Run.of("rate", CASE, "--set", "companies.acme.sales.corrected.4.grosss=1");
        assertThat(typed.err()).contains("Did you mean (companies.acme.sales.corrected.4.gross)?");
    }

    private static void assertRefused(String message, String... arguments) {
        Run run = run(arguments);
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
    }
}
