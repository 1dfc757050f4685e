package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.advalorem.Parquet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables as Parquet: {@code --output FILE.parquet}. */
final class ParquetOutputTest {
    private static final String CASE = SampleArguments.CASE;

    @TempDir
    private Path folder;

    /** The commands with a table; a command that draws writes its draws in place of it. */
    static Stream<List<String>> tables() {
        return Arrays.stream(Entry.values())
                .filter(entry -> !entry.formats().isEmpty() && !entry.is(Trait.DRAWS))
                .map(SampleArguments::of);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void isTheTableOfCsv(List<String> args) throws IOException, SQLException {
        Path file = folder.resolve("table.parquet");
        List<CsvRecord> lines = csv(fine(args, "--format", "csv", "--no-comments"));
        assertThat(fine(args, "--output", file.toString())).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
        assertThat(Parquet.columns(file).keySet())
                .containsExactlyElementsOf(lines.get(0).getFields());
        List<List<Object>> rows = Parquet.rows(file);
        assertThat(rows).hasSize(lines.size() - 1);
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < rows.get(row).size(); i++) {
                same(rows.get(row).get(i), lines.get(row + 1).getField(i));
            }
        }
        assertThat(Parquet.facts(file)).containsKeys("advalorem.version", "advalorem.comments");
        assertThat(Parquet.facts(file).get("advalorem.comments"))
                .contains(args.contains(CASE) ? "ILLUSTRATIVE: Invented" : args.get(1));
    }

    private static void same(Object found, String text) {
        if (found instanceof Double number) {
            // CSV has 15 digits
            assertThat(number).isCloseTo(Double.parseDouble(text), within(1e-14 * Math.abs(number)));
        } else if (found instanceof Boolean || found instanceof Long) {
            assertThat(text).isEqualTo(found.toString());
        } else {
            assertThat(found).as("a truth has a type of its own").isNotIn("true", "false");
            assertThat(text.startsWith("'") ? text.substring(1) : text).isEqualTo(found == null ? "" : found);
        }
    }

    private static String fine(List<String> args, String... more) {
        Run run = Run.of(Stream.concat(args.stream(), Arrays.stream(more)).toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out();
    }

    private static List<CsvRecord> csv(String text) {
        return CsvReader.builder().ofCsvRecord(text).stream().toList();
    }

    /** What the ending of a report's file says, unless a format is asked for. */
    @Test
    void otherEndingsChooseTheFormat() throws IOException {
        Map<String, String> formats =
                Map.of("r.csv", "csv", "R.JSON", "json", "r.md", "markdown", "r.txt", "text", "r", "text");
        for (Map.Entry<String, String> of : formats.entrySet()) {
            Path file = folder.resolve(of.getKey());
            assertThat(Run.of("rate", CASE, "--output=" + file).err()).isEmpty();
            assertThat(Files.readString(file))
                    .as(of.getKey())
                    .isEqualTo(Run.of("rate", CASE, "--format=" + of.getValue())
                            .out()
                            .replace(" --format=" + of.getValue(), "")
                            .replace(",\n      \"--format=" + of.getValue() + "\"", ""));
        }
        Path file = folder.resolve("asked.csv");
        Run.of("rate", CASE, "--format=json", "--output=" + file);
        assertThat(Files.readString(file)).startsWith("{");
        Run draws = Run.of(
                "simulate",
                "src/test/resources/whatif/line.yaml",
                "--draws=64",
                "--output=" + folder.resolve("draws.csv"));
        assertThat(draws.out()).contains("Simulation: ");
    }

    @Test
    void columnsHaveTypes() throws SQLException {
        Path file = folder.resolve("Rates.Parquet");
        fine(List.of("rate", CASE), "--output", file.toString());
        assertThat(Parquet.columns(file))
                .containsEntry("company", "VARCHAR")
                .containsEntry("rate", "DOUBLE")
                .containsEntry("de-minimis", "BOOLEAN");
        assertThat(Parquet.facts(file).get("advalorem.comments")).contains("(content ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--output a.parquet --format csv|(--format csv) and (--output a.parquet) contradict each other. Omit --format for Parquet, or name another file.",
                "--output none/a.parquet|There is no folder (none) to write (none/a.parquet) to. Create it.",
                "--format parquet|There is no format (parquet). Omit --format and write --output FILE.parquet."
            })
    void whatCannotBeIsTold(String options, String message) {
        Run run = Run.of(Stream.concat(Stream.of("rate", CASE), Arrays.stream(options.split(" ")))
                .toArray(String[]::new));
        assertThat(run.err()).isEqualTo("advalorem: " + message + "\n");
        assertThat(run.exit()).isEqualTo(2);
    }
}
