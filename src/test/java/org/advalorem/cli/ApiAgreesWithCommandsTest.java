package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.Parquet;
import org.advalorem.api.Analysis;
import org.advalorem.api.Charted;
import org.advalorem.api.Column;
import org.advalorem.api.Rate;
import org.advalorem.api.Report;
import org.advalorem.api.Scenario;
import org.advalorem.api.Setting;
import org.advalorem.api.Simulation;
import org.advalorem.api.Table;
import org.advalorem.report.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a Java program is answered is what the commands write, to the last bit. The numbers of the commands are read from
 * Parquet by another program; texts are compared as they are, but for the lines that name the command.
 */
final class ApiAgreesWithCommandsTest {
    private static final Path FOIL = Path.of("scenarios/aluminum-foil/scenario.yaml");
    private static final Path TUTORIAL = Path.of("scenarios/tutorial/scenario.yaml");
    private static final String METHOD = "companies.zhongji.export-value-adjustment.method";
    private static final Path SMALL = Path.of(Run.SMALL);
    private static final String RATE = "companies.border.uses.stated.1.rate";
    private static final String RANGE = "0.5% to 1.5% in 3";
    private static final String STATED = RATE + "=" + RANGE;
    private static final String FREIGHT = "benchmarks.ingot.inland-freight";
    private static final Setting ADJUSTED = Setting.of(METHOD, "denominator");

    @TempDir
    private Path folder;

    /**
     * A question.
     *
     * @param command as typed, without outputs
     */
    private record Question(Path file, String command, Function<Scenario, Analysis> asked) {
        Analysis answer() {
            return asked.apply(Scenario.load(file));
        }

        String[] words(String... more) {
            List<String> words = new ArrayList<>(List.of(command.split(" \\| ")));
            words.add(1, file.toString());
            words.addAll(List.of(more));
            return words.toArray(String[]::new);
        }

        @Override
        public String toString() {
            return command + " of " + file;
        }
    }

    private static Stream<Question> questions() {
        return Stream.of(
                new Question(FOIL, "rate", Scenario::evaluate),
                new Question(
                        TUTORIAL,
                        "rate | --set | markup=2%",
                        scenario -> scenario.set("markup", "2%").evaluate()),
                new Question(
                        FOIL,
                        "explain | companies.zhongji.programs.technology-grant.rate",
                        scenario -> scenario.explain("companies.zhongji.programs.technology-grant.rate")),
                new Question(
                        FOIL,
                        "sweep | --set | " + ADJUSTED + " | --vary | markup=0% to 12% in 7",
                        scenario -> scenario.set(ADJUSTED).sweep("markup", "0% to 12% in 7")),
                new Question(
                        FOIL,
                        "grid | --vary | benchmarks.ingot.world.LME=times 0.9 to 1.1 in 3 | --vary | benchmarks.ingot.vat=13%, 17%",
                        scenario -> scenario.grid(
                                "benchmarks.ingot.world.LME",
                                "times 0.9 to 1.1 in 3",
                                "benchmarks.ingot.vat",
                                "13%, 17%")),
                new Question(
                        FOIL,
                        "simulate | --draws | 3000 | --seed | 7 | --vary | markup=uniform(0%, 12%) | --set | "
                                + ADJUSTED,
                        scenario -> scenario.set(ADJUSTED)
                                .uncertain("markup", "uniform(0%, 12%)")
                                .simulate(3000, 7)),
                new Question(
                        SMALL, "tornado | --vary | " + STATED, scenario -> scenario.tornado(Setting.of(RATE, RANGE))),
                new Question(
                        SMALL, "spider | --vary | " + STATED, scenario -> scenario.spider(Setting.of(RATE, RANGE))),
                new Question(
                        FOIL,
                        "sensitivity | --draws | 4096 | --vary | " + FREIGHT + "=uniform(10, 20)",
                        scenario ->
                                scenario.uncertain(FREIGHT, "uniform(10, 20)").sensitivity(4096)),
                new Question(
                        FOIL,
                        "sensitivity | --method | morris | --draws | 16 | --seed | 3",
                        scenario -> scenario.screening(16, 3)),
                new Question(FOIL, "issues", Scenario::issues),
                new Question(
                        TUTORIAL,
                        "compare | --change | markup=2% | --change | benchmarks.coil.vat=17%",
                        scenario -> scenario.compare(
                                scenario.set(Setting.of("markup", "2%"), Setting.of("benchmarks.coil.vat", "17%")))));
    }

    /** A report without the lines that name the command. */
    private static String comparable(String text) {
        return text.replaceAll("(?m)^- (Command|Program): .*\n(  .*\n)*", "")
                .replaceAll("(?m)^\"?# (Command|Program): .*\n", "")
                .replaceAll("\"command\": (null|\\[[^\\]]*\\]),\\s*", "");
    }

    /** What is drawn of a chart: neither its size, nor the words below it and their letters, which name the command. */
    private static List<String> drawn(String svg) {
        return svg.lines()
                .filter(line -> line.startsWith("<g ") || line.startsWith("<path d") || line.startsWith("<rect x"))
                .filter(line -> !line.contains("#4f5359"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theAnswerIsThatOfTheCommandToTheLastBit(Question question) throws IOException, SQLException {
        Path table = folder.resolve("command.parquet");
        Path chart = folder.resolve("command.svg");
        Analysis answer = question.answer();
        Run run = Run.of(
                answer instanceof Charted
                        ? question.words("--output", table.toString(), "--chart", chart.toString())
                        : question.words("--output", table.toString()));
        assertThat(run.exit()).as(run.err()).isZero();
        // the file that simulate writes has the draws, not the report
        assertSameTable(answer instanceof Simulation simulation ? simulation.draws() : answer.table(), table);
        if (answer instanceof Charted charted) {
            assertThat(drawn(charted.drawing().svg()))
                    .isEqualTo(drawn(Files.readString(chart, StandardCharsets.UTF_8)))
                    .hasSizeGreaterThan(5);
        }
    }

    private static void assertSameTable(Table table, Path file) throws SQLException {
        assertThat(table.columns().stream().map(Column::name).toList())
                .isEqualTo(List.copyOf(Parquet.columns(file).keySet()));
        List<List<Object>> rows = Parquet.rows(file);
        assertThat(table.rows()).isEqualTo(rows.size()).isPositive();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            for (int row = 0; row < rows.size(); row++) {
                Object expected = rows.get(row).get(i);
                assertThat(column.isMissing(row))
                        .as("%s in row %d", column, row)
                        .isEqualTo(expected == null);
                if (expected != null) {
                    assertThat(cell(column, row))
                            .as("%s in row %d", column, row)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static Object cell(Column column, int row) {
        return switch (column.type()) {
            case NUMBER -> column.number(row);
            case WHOLE -> (long) column.number(row);
            case TRUTH -> column.holds(row);
            case TEXT -> column.text(row);
        };
    }

    @Test
    void reportsAreThoseOfTheCommand() throws IOException, SQLException {
        String range = "0% to 12% in 4";
        Report report = Scenario.load(FOIL).set(ADJUSTED).sweep("markup", range).report();
        for (Format format : Format.values()) {
            String command = Run.of(
                            "sweep",
                            FOIL.toString(),
                            "--set=" + ADJUSTED,
                            "--vary=markup=" + range,
                            "--format=" + format)
                    .out();
            String text = switch (format) {
                case TEXT -> report.text();
                case JSON -> report.json();
                case CSV -> report.csv();
                case MARKDOWN -> report.markdown();
            };
            assertThat(comparable(text)).isEqualTo(comparable(command)).hasSizeGreaterThan(500);
            Path file = folder.resolve(
                    "report." + (format == Format.MARKDOWN ? "md" : format == Format.TEXT ? "txt" : format));
            report.write(file);
            assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(text);
        }
        Path parquet = folder.resolve("report.parquet");
        report.write(parquet);
        assertThat(Parquet.query(parquet, "select count(*) from FILE").get(0)).isEqualTo(List.<Object>of(4L));
    }

    @Test
    void aReportForPeopleAloneHasNoDigest() {
        assertThat(comparable(Scenario.load(FOIL).evaluate().report().text()))
                .isEqualTo(comparable(Run.of("rate", FOIL.toString()).out()));
    }

    @Test
    void aSimulationIsThatOfTheCommandAndItsDrawsBeginAlike() {
        Simulation simulation = Scenario.load(TUTORIAL).simulate(1000, 5);
        Run run = Run.of("simulate", TUTORIAL.toString(), "--draws=1000", "--seed=5", "--format=csv");
        assertThat(comparable(simulation.report().csv())).isEqualTo(comparable(run.out()));
        Table first = simulation.draws(10);
        assertThat(first.rows()).isEqualTo(10);
        String rate = "companies.bexley.rate-unrounded";
        assertThat(first.column(rate).numbers())
                .isEqualTo(Arrays.copyOf(simulation.draws().column(rate).numbers(), 10));
        assertThat(simulation.rate("Bexley Pipe").mean())
                .isCloseTo(
                        Arrays.stream(simulation.draws().column(rate).numbers())
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(simulation.deMinimis("bexley"))
                .isEqualTo(Arrays.stream(simulation
                                        .draws()
                                        .column("companies.bexley.de-minimis")
                                        .numbers())
                                .sum()
                        / 1000);
    }

    @Test
    void ratesAreThoseOfTheResults() throws SQLException {
        Path file = folder.resolve("addresses.parquet");
        for (Path scenario : List.of(FOIL, TUTORIAL)) {
            Run.of("addresses", scenario.toString(), "--output", file.toString());
            var results = Parquet.query(file, "select address, value from FILE where kind = 'result'").stream()
                    .filter(row -> row.get(1) != null)
                    .collect(Collectors.toMap(row -> (String) row.get(0), row -> (Double) row.get(1)));
            var rates = Scenario.load(scenario).evaluate();
            for (Rate rate : rates.companies()) {
                String address = "companies." + rate.id();
                assertThat(rate.published()).isEqualTo(results.get(address + ".rate"));
                assertThat(rate.unrounded()).isEqualTo(results.get(address + ".rate-unrounded"));
                rate.programs().forEach(program -> {
                    String of = address + ".programs." + program.id();
                    assertThat(program.published()).isEqualTo(results.get(of + ".rate"));
                    assertThat(program.unrounded()).isEqualTo(results.get(of + ".rate-unrounded"));
                });
            }
            Rate others = rates.allOthers().orElseThrow();
            assertThat(rates.rate("all-others")).isEqualTo(others);
            assertThat(others.published()).isEqualTo(results.get("all-others.rate"));
        }
    }

    @Test
    void theMemorandumIsThatOfTheCommand() {
        assertThat(comparable(Scenario.load(FOIL).memorandum().text()))
                .isEqualTo(comparable(Run.of("memo", FOIL.toString()).out()));
    }

    @Test
    void thePageComputesWithTheProgramOfTheCommand() throws IOException {
        Path file = folder.resolve("case.html");
        assertThat(Run.of("report", Run.SMALL, "--output", file.toString()).exit())
                .isZero();
        Path own = folder.resolve("api.html");
        Scenario.load(SMALL).page().write(own);
        assertThat(body(own)).isEqualTo(body(file)).hasSizeGreaterThan(500);
    }

    /** The lines of a page that neither name the command, nor are a chart or its data, in which it is named. */
    private static List<String> body(Path page) throws IOException {
        return Files.readString(page, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.matches("(.*(Command|Program): |<path id|<g fill|<figcaption|advalorem ).*"))
                .map(line -> line.replaceAll("Scenario: .*", ""))
                .toList();
    }
}
