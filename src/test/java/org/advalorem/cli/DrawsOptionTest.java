package org.advalorem.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.advalorem.Parquet;
import org.advalorem.facts.Problems;
import org.advalorem.report.CsvStyle;
import org.advalorem.report.DataFormat;
import org.advalorem.rules.Programs;
import org.advalorem.whatif.Progress;
import org.advalorem.whatif.Sampling;
import org.advalorem.whatif.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The draws of {@code simulate} as a file, read back by DuckDB. */
final class DrawsOptionTest {
    private static final String LINE = "src/test/resources/whatif/line.yaml";
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";
    private static final String STATED = "companies.acme.uses.stated.1.rate";
    private static final String RATE = "companies.acme.rate-unrounded";
    private static final String CHOICE = "--vary=issues.grant=discrete(kept: 60%, dropped: 40%)";
    private static final String NEGATIVE = "--vary=companies.zhongji.export-value-adjustment.markup=normal(4%, 3%)";
    private static final String METHOD = "--set=companies.zhongji.export-value-adjustment.method=denominator";

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private static Run run(String... args) {
        return Run.of(args);
    }

    private static Run fine(String... args) {
        Run run = Run.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void nothingElseIsLeft(Path... files) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(files);
        }
    }

    private static List<CsvRecord> csv(Path file) throws IOException {
        String table = Files.readString(file)
                .lines()
                .dropWhile(DrawsOptionTest::isComment)
                .collect(joining("\n"));
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(table)) {
            return reader.stream().toList();
        }
    }

    private static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith("\"#");
    }

    @Test
    void parquetAndCsvHoldTheSameDrawsBitForBit() throws IOException, SQLException {
        Path parquet = file("draws.parquet");
        Path csv = file("draws.csv");
        String text = fine("simulate", LINE, CHOICE, "--draws=9000").out();
        assertThat(fine("simulate", LINE, CHOICE, "--draws=9000", "--output", parquet.toString())
                        .out())
                .isEqualTo(text);
        assertThat(fine("simulate", LINE, CHOICE, "--draws=9000", "--output", csv.toString())
                        .out())
                .isEqualTo(text);
        nothingElseIsLeft(parquet, csv);
        List<List<Object>> rows = Parquet.rows(parquet);
        List<CsvRecord> lines = csv(csv);
        assertThat(lines.get(0).getFields())
                .containsExactlyElementsOf(Parquet.columns(parquet).keySet());
        assertThat(rows).hasSize(9000);
        assertThat(lines).hasSize(9001);
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < rows.get(row).size(); i++) {
                same(rows.get(row).get(i), lines.get(row + 1).getField(i));
            }
        }
    }

    private static void same(Object found, String text) {
        if (found instanceof Double number) {
            assertThat(Double.doubleToRawLongBits(Double.parseDouble(text)))
                    .isEqualTo(Double.doubleToRawLongBits(number));
        } else if (found instanceof Boolean truth) {
            assertThat(text).isEqualTo(truth.toString());
        } else {
            assertThat(text).isEqualTo(found == null ? "" : found.toString());
        }
    }

    @Test
    void columnsAreTheDrawTheInputsAndTheResults() throws SQLException {
        Path parquet = file("draws.parquet");
        fine("simulate", LINE, CHOICE, "--draws=100", "--output", parquet.toString());
        assertThat(Parquet.columns(parquet))
                .containsEntry("draw", "BIGINT")
                .containsEntry(STATED, "DOUBLE")
                .containsEntry("issues.grant", "VARCHAR")
                .containsEntry(RATE, "DOUBLE")
                .containsEntry("companies.acme.de-minimis", "BOOLEAN")
                .containsEntry("companies.acme.programs.stated.rate-unrounded", "DOUBLE");
        assertThat(Parquet.query(parquet, "select min(draw), max(draw), count(distinct draw) from FILE"))
                .containsExactly(List.of(1L, 100L, 100L));
        // the stated rate, and 1 % for the grant where it is kept: worked out here from the inputs alone
        assertThat(Parquet.query(
                        parquet,
                        "select max(abs(\"" + RATE + "\" - \"" + STATED + "\""
                                + " - case when \"issues.grant\" = 'kept' then 0.01 else 0 end)),"
                                + " count(distinct \"issues.grant\") from FILE"))
                .singleElement()
                .satisfies(row -> {
                    assertThat((Double) row.get(0)).isLessThan(1e-15);
                    assertThat(row.get(1)).isEqualTo(2L);
                });
    }

    @Test
    void meanAndQuantilesAreThoseOfTheReport() throws SQLException {
        Path parquet = file("draws.parquet");
        JsonNode report = new ObjectMapper()
                .readTree(fine(
                                "simulate",
                                LINE,
                                CHOICE,
                                "--draws=20000",
                                "--seed=5",
                                "--format=json",
                                "--output",
                                parquet.toString())
                        .out());
        assertThat(report.get("results").size()).isGreaterThan(3);
        for (JsonNode result : report.get("results")) {
            String column = "\"" + result.get("address").asString() + "\"::double";
            List<Object> found = Parquet.query(
                            parquet,
                            "select avg(" + column + "), quantile_disc(" + column + ", 0.05), quantile_disc(" + column
                                    + ", 0.5), quantile_disc(" + column + ", 0.95) from FILE")
                    .get(0);
            assertThat((Double) found.get(0)).isCloseTo(result.get("mean").asDouble(), within(1e-13));
            List<String> quantiles = List.of("p5", "p50", "p95");
            for (int i = 0; i < quantiles.size(); i++) {
                assertThat((Double) found.get(i + 1))
                        .isCloseTo(result.get(quantiles.get(i)).asDouble(), within(1e-15));
            }
        }
    }

    @Test
    void theFileSaysHowItWasMade() throws IOException, SQLException {
        Path parquet = file("draws.parquet");
        Path csv = file("draws.csv");
        String hash = "";
        for (Path file : List.of(parquet, csv)) {
            String report = fine(
                            "simulate",
                            LINE,
                            "--draws=64",
                            "--seed=-3",
                            "--design=sobol",
                            "--format=json",
                            "--draws-to",
                            file.toString())
                    .out();
            hash = new ObjectMapper()
                    .readTree(report)
                    .get("scenario")
                    .get("hash")
                    .asString();
        }
        assertThat(Parquet.facts(parquet))
                .containsEntry("advalorem.draws", "64")
                .containsEntry("advalorem.seed", "-3")
                .containsEntry("advalorem.design", "sobol")
                .containsEntry("advalorem.partial", "no")
                .containsEntry("advalorem.hash", hash)
                .containsEntry("advalorem.scenario", LINE)
                .containsEntry("advalorem.uncertain", STATED + "=uniform(2%, 6%)")
                .containsKeys("advalorem.version", "advalorem.title", "advalorem.illustrative");
        List<String> comments = Files.readAllLines(csv).stream()
                .takeWhile(DrawsOptionTest::isComment)
                .toList();
        assertThat(comments.get(0)).startsWith("# ILLUSTRATIVE: ");
        assertThat(comments)
                .anyMatch(line -> line.contains("(content ") && line.contains("line.yaml"))
                .contains("\"# Uncertain: " + STATED + "=uniform(2%, 6%)\"")
                .anyMatch(line -> line.startsWith("# Command: advalorem simulate " + LINE + " --draws=64 ")
                        && line.contains(" (advalorem "));
        assertThat(comments.get(comments.size() - 1))
                .matches("\"# 64 draws, scrambled Sobol' design, seed -3\\. {50,}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"draws.parquet", "draws.csv"})
    void anyNumberOfThreadsWritesTheSameBytes(String name) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String threads : List.of("1", "2", "7")) {
            Path file = file(name);
            fine("simulate", FOIL, "--draws=50000", "--threads=" + threads, "--output", file.toString());
            files.add(Files.readAllBytes(file));
        }
        assertThat(files.get(1)).isEqualTo(files.get(0));
        assertThat(files.get(2)).isEqualTo(files.get(0));
    }

    @Test
    void untilAPrecisionTheFileHoldsTheDrawsThatWereUsed() throws SQLException {
        Path parquet = file("draws.PARQUET");
        JsonNode run = new ObjectMapper()
                .readTree(fine("simulate", LINE, "--until=0.01pp", "--format=json", "--output", parquet.toString())
                        .out())
                .get("receipt")
                .get("run");
        long draws = run.get("made").asLong();
        assertThat(draws).isBetween(10_000L, 100_000L);
        assertThat(Parquet.query(parquet, "select count(*), max(draw) from FILE"))
                .containsExactly(List.of(draws, draws));
        assertThat(Parquet.facts(parquet))
                .containsEntry("advalorem.draws", Long.toString(draws))
                .containsEntry("advalorem.partial", "no");
    }

    @Test
    void aDrawThatBreaksAConditionLeavesNoFileUnlessItIsTolerated() throws IOException, SQLException {
        Path parquet = file("draws.parquet");
        Files.writeString(parquet, "older");
        Run refused = run("simulate", FOIL, NEGATIVE, METHOD, "--output", parquet.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("In draw 3: The markup of (hk) is negative");
        assertThat(parquet).hasContent("older");
        nothingElseIsLeft(parquet);
        JsonNode report = new ObjectMapper()
                .readTree(fine(
                                "simulate",
                                FOIL,
                                NEGATIVE,
                                METHOD,
                                "--allow-broken",
                                "--draws=5000",
                                "--format=json",
                                "--output",
                                parquet.toString())
                        .out());
        assertThat(Parquet.query(
                        parquet,
                        "select count(*), count(*) filter"
                                + " (\"companies.zhongji.export-value-adjustment.markup\" < 0) from FILE"))
                .containsExactly(
                        List.of(5000L, report.get("broken").get(0).get("draws").asLong()));
    }

    @Test
    void aReportAsksForItsOwnFile() throws IOException {
        Path table = file("table.csv");
        assertThat(fine("simulate", LINE, "--draws=100", "--format=csv", "--output", table.toString())
                        .out())
                .isEmpty();
        assertThat(Files.readString(table)).contains("\naddress,name,baseline,draws,");
        Path report = file("report.json");
        Path draws = file("draws.csv");
        assertThat(fine(
                                "simulate",
                                LINE,
                                "--draws=100",
                                "--format=json",
                                "--output",
                                report.toString(),
                                "--draws-to",
                                draws.toString())
                        .out())
                .isEmpty();
        assertThat(Files.readString(report)).startsWith("{");
        assertThat(csv(draws)).hasSize(101);
        Path text = file("report.csv");
        fine("simulate", LINE, "--draws=100", "--output", text.toString(), "--draws-to", draws.toString());
        assertThat(Files.readString(text)).contains("address,name,baseline,draws,");
        nothingElseIsLeft(table, report, draws, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--draws-to|draws.xlsx|(FOLDER/draws.xlsx) is not a name for draws. Use one that ends in .parquet or .csv.",
                "--draws-to|parquet|(FOLDER/parquet) is not a name for draws. Use one that ends in .parquet or .csv.",
                "--draws-to|none/draws.csv|There is no folder (FOLDER/none) to write (FOLDER/none/draws.csv) to. Create it.",
                "--output|none/draws.parquet|There is no folder (FOLDER/none) to write (FOLDER/none/draws.parquet) to. Create it.",
                "--output|taken.parquet|(FOLDER/taken.parquet) is a folder. Name a file in it.",
                "--draws-to|taken.parquet|(FOLDER/taken.parquet) is a folder, which only cluster/advalorem-cluster fills, with"
                        + " a file for each part of the draws. Name a file: --draws-to=FILE.parquet or .csv.",
            })
    void whatCannotBeIsToldBeforeAnythingIsCalculated(String option, String name, String message) throws IOException {
        Files.createDirectory(file("taken.parquet"));
        refused(message.replace("FOLDER", folder.toString()), option, file(name).toString());
    }

    @Test
    void drawsHaveOnePlace() {
        refused("Draws need a file: --draws-to=FILE.parquet or .csv.", "--draws-to", "-");
        refused(
                "(none/) is a folder, which only cluster/advalorem-cluster fills, with a file for each part of the draws."
                        + " Name a file: --draws-to=FILE.parquet or .csv.",
                "--draws-to",
                "none/");
        refused(
                "(--output a.parquet) and (--draws-to b.csv) both ask for draws. Omit one of them.",
                "--output",
                "a.parquet",
                "--draws-to",
                "b.csv");
        refused("--draws-to and --output name the same file (a.csv).", "--output", "a.csv", "--draws-to", "a.csv");
    }

    private static void refused(String message, String... options) {
        Run run = Run.of(Stream.concat(Stream.of("simulate", "no-such-scenario.yaml"), Arrays.stream(options))
                .toArray(String[]::new));
        assertThat(run.err()).isEqualTo("advalorem: " + message + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void resultsThatOneChoiceDoesNotHaveAreZeroAsInTheReport() throws SQLException {
        Path parquet = file("draws.parquet");
        fine("simulate", LINE, CHOICE, "--draws=500", "--output", parquet.toString());
        Map<String, String> columns = Parquet.columns(parquet);
        assertThat(columns).containsKey("companies.acme.programs.yearly.rate-unrounded");
        assertThat(Parquet.query(
                        parquet,
                        "select distinct \"companies.acme.programs.yearly.rate-unrounded\" = 0 from FILE"
                                + " where \"issues.grant\" = 'dropped'"))
                .containsExactly(List.of(true));
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatIsStoppedLeavesWhatThereWasAndAPartialFileThatSaysSo(DataFormat kind)
            throws IOException, SQLException {
        Path file = file("draws" + kind.ending());
        Files.writeString(file, "older");
        Path earlier = Files.writeString(file("draws.partial" + kind.ending()), "earlier");
        Simulation.Result result =
                simulate(file, Sampling.Kind.MONTE_CARLO, 20_000, (what, done, total) -> done < 3 * 4096);
        assertThat(result.partial()).isTrue();
        assertThat(result.draws()).isEqualTo(3 * 4096);
        Path partial = file("draws.partial-2" + kind.ending());
        nothingElseIsLeft(file, earlier, partial);
        assertThat(file).hasContent("older");
        assertThat(earlier).hasContent("earlier");
        assertThat(told.toString(StandardCharsets.UTF_8))
                .isEqualTo("note: stopped before the end: (" + file
                        + ") is as it was; what was made of it so far is in (" + partial + ").\n");
        if (kind == DataFormat.PARQUET) {
            assertThat(Parquet.query(partial, "select count(*), max(draw) from FILE"))
                    .containsExactly(List.of(3 * 4096L, 3 * 4096L));
            assertThat(Parquet.facts(partial))
                    .containsEntry("advalorem.partial", "yes")
                    .containsEntry("advalorem.draws", "12288");
        } else {
            assertThat(csv(partial)).hasSize(1 + 3 * 4096);
            assertThat(Files.readString(partial))
                    .contains("\n\"# 12,288 draws, Monte Carlo design, seed 1 (partial: stopped before the end).   ");
        }
    }

    @Test
    void aFileIsWholeWhenOnlyTheQuantilesWereStopped() throws IOException, SQLException {
        Path file = file("draws.parquet");
        // in a factorial of more draws than are kept, quantiles take a second pass
        Simulation.Result result =
                simulate(file, Sampling.Kind.FACTORIAL, 270_000, (what, done, total) -> !what.equals("quantiles"));
        assertThat(result.exactQuantiles()).isFalse();
        assertThat(Parquet.facts(file))
                .containsEntry("advalorem.partial", "no")
                .containsEntry("advalorem.draws", "270000");
    }

    @Test
    void workThatFailsLeavesNoFile() throws IOException {
        Path file = file("draws.parquet");
        assertThatThrownBy(() -> simulate(file, Sampling.Kind.MONTE_CARLO, 20_000, (what, done, total) -> {
                    throw new IllegalStateException("wanted");
                }))
                .hasMessage("wanted");
        nothingElseIsLeft();
    }

    private Simulation.Result simulate(Path file, Sampling.Kind design, long draws, Progress progress)
            throws IOException {
        Session session =
                new Session(new Console(OutputStream.nullOutputStream(), told), Programs.shipped(), CtrlC::listen);
        Loaded loaded = Loaded.of(List.of(LINE), List.of(), List.of(), Expecting.NOTHING, session);
        WhatIfRun.Asked asked = new WhatIfRun.Asked(
                loaded,
                Models.of(loaded, session),
                Optional.empty(),
                Version.COMPLETE,
                progress,
                () -> false,
                Optional.empty());
        return SimulateCommand.simulate(
                SimulateCommand.uncertainty(asked, List.of(), new Problems()),
                new Simulation.Settings(
                        new Sampling(design, 1, draws), OptionalDouble.empty(), 2, Simulation.SHARES, false),
                asked,
                Optional.of(new DrawsOption(
                        OutputFile.of("--draws-to", file.toString(), DrawsOption.KIND, session), CsvStyle.USUAL)),
                Optional.empty());
    }
}
