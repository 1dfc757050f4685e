package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which text of the regulation governs can be argued like any other issue, where the scenario states days and no text: of
 * duty of 1.2 million on equipment 0.18 percent belong to the period under the texts of 1998 and 2024, 1.20 under that of
 * 2025; a stated rate of 2.00 percent beside it.
 */
final class ContestedTextTest {
    private static final String FILE = "src/test/resources/whatif/contested-text.yaml";

    @TempDir
    Path folder;

    private static List<String> rows(String... arguments) {
        Run run = Run.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("\"#"))
                .toList();
    }

    /** A scenario of other days over that one. */
    private String dated(String petition) throws IOException {
        Path file = folder.resolve("dated.yaml");
        Files.writeString(
                file,
                "extends: " + Path.of(FILE).toAbsolutePath() + "\nset: {proceeding.petition-filed: " + petition
                        + "}\n");
        return file.toString();
    }

    @Test
    void everyTextCanBeSwept() {
        assertThat(rows("sweep", FILE, "--vary", "proceeding.regulation=1998, 2024, 2025", "--format", "csv"))
                .satisfiesExactly(
                        heading -> assertThat(heading).contains("companies.acme.rate"),
                        of1998 -> assertThat(of1998).startsWith("1998,0.0218,"),
                        of2024 -> assertThat(of2024).startsWith("2024,0.0218,"),
                        of2025 -> assertThat(of2025).startsWith("2025,0.032,"));
    }

    @Test
    void textsCanBeCompared() {
        Run run = Run.of("compare", FILE, "--change", "proceeding.regulation=2024");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("3.20%", "2.18%", "proceeding.regulation");
    }

    @Test
    void theTextIsAnIssueBesideOthers() {
        Run run = Run.of("issues", FILE);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("of-1998", "of-2024", "of-2025", "2.18%", "3.20%", "4.20%");
    }

    /** Also where two texts give the same rate, the position of the text that governs is that of the scenario. */
    @ParameterizedTest
    @CsvSource({"2023-01-01, of-1998", "2024-06-01, of-2024", "2025-02-03, of-2025"})
    void theScenarioStandsAtTheTextThatGoverns(String petition, String position) throws IOException {
        Run run = Run.of("issues", dated(petition), "--issue", "text", "--format", "json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("\"base\": *\"?" + position);
    }
}
