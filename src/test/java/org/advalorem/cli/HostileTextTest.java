package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of a scenario that would act on a terminal, turn the direction of writing or be formulas do none of it. */
final class HostileTextTest {
    /** What acts: control characters but the line feed, and those that turn the direction of writing. */
    private static final Pattern ACTIVE =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]");

    private static final String TEXT = "Pipe,=cmd|'/c calc'!A1;=2+3 \\e[31m\\a\\u009b2J\\u202Egpj \\u2066x";
    private static final Pattern FORMULA = Pattern.compile("(?s)[\\s\\u00a0]*[=+@\\uFF1D\\uFF0B\\uFF0D\\uFF20-].*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(E-?[0-9]+)?");

    @TempDir
    private Path folder;

    private Path scenario() throws IOException {
        String text = Files.readString(Path.of(SampleArguments.CASE))
                .replace("title: Contested", "title: \"" + TEXT + "\"")
                .replace("illustrative: Invented for tests.", "illustrative: \"" + TEXT + "\"")
                .replace("name: Ruritania", "name: \"" + TEXT + "\"")
                .replace("name: Acme", "name: \"=" + TEXT + "\"")
                .replace("name: Mill", "name: \"+" + TEXT + "\"")
                .replace("name: Agent", "name: \"@" + TEXT + "\"")
                .replace("first: {type: grant", "first: {name: \"-" + TEXT + "\", type: grant")
                .replace("second: {type: grant", "second: {name: \"\\uFF1D" + TEXT + "\", type: grant")
                .replace("20%\n", "{value: 20%, status: disputed, source: \"=" + TEXT + "\"}\n")
                .replace("granted as ratio:", "\"=" + TEXT + "\":")
                .replace("first grant:", "\"@" + TEXT + "\":");
        return Files.writeString(folder.resolve("hostile.yaml"), text);
    }

    private static List<String> on(Path scenario, Entry entry, String... more) {
        List<String> args = new ArrayList<>(SampleArguments.of(entry));
        args.replaceAll(arg -> arg.equals(SampleArguments.CASE) ? scenario.toString() : arg);
        args.addAll(Arrays.asList(more));
        return args;
    }

    static Stream<Entry> reports() {
        return Arrays.stream(Entry.values()).filter(entry -> !entry.formats().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void nothingActsInAnyFormat(Entry entry) throws IOException {
        Path scenario = scenario();
        for (String format : List.of("text", "markdown", "json", "csv")) {
            Run run = Run.of(on(scenario, entry, "--format", format).toArray(String[]::new));
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(ACTIVE.matcher(run.out() + run.err()).find())
                    .as("%s %s", entry, format)
                    .isFalse();
        }
        if (entry.is(Trait.CHART)) {
            Path chart = folder.resolve("chart.svg");
            Run run = Run.of(on(scenario, entry, "--chart", chart.toString()).toArray(String[]::new));
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(ACTIVE.matcher(Files.readString(chart)).find())
                    .as("%s chart", entry)
                    .isFalse();
        }
    }

    /** Read with the separators of any country, no cell is a formula. */
    @ParameterizedTest
    @MethodSource("reports")
    void noCellIsAFormula(Entry entry) throws IOException {
        Path scenario = scenario();
        String csv = Run.of(on(scenario, entry, "--format", "csv").toArray(String[]::new))
                .out();
        assertNoFormula(csv);
        if (entry.is(Trait.DRAWS)) {
            Path draws = folder.resolve("draws.csv");
            Run.of(on(scenario, entry, "--draws-to", draws.toString()).toArray(String[]::new));
            String text = Files.readString(draws);
            assertNoFormula(text);
            assertThat(ACTIVE.matcher(text).find()).isFalse();
        }
    }

    private static void assertNoFormula(String csv) throws IOException {
        List<String> cells = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(csv)) {
            reader.stream().forEach(record -> cells.addAll(record.getFields()));
        }
        // elsewhere quotes count only at the start of what is taken for a cell, as in comment lines
        csv.lines()
                .filter(line -> !line.startsWith("\""))
                .flatMap(line -> Stream.of(line.split("[;\t]")))
                .forEach(cells::add);
        cells.removeIf(cell -> NUMBER.matcher(cell).matches());
        assertThat(cells).isNotEmpty().noneMatch(cell -> FORMULA.matcher(cell).matches());
    }

    @Test
    void aMergedScenarioKeepsWhatItSaysAndActsOnNothing() throws IOException {
        Path scenario = scenario();
        String merged = Run.of("resolve", scenario.toString()).out();
        assertThat(ACTIVE.matcher(merged).find()).isFalse();
        Path again = Files.writeString(folder.resolve("again.yaml"), merged);
        assertThat(Run.of("rate", again.toString(), "--format=csv", "--no-comments")
                        .out())
                .isEqualTo(Run.of("rate", scenario.toString(), "--format=csv", "--no-comments")
                        .out());
    }

    @Test
    void argumentsAndErrorsActOnNothing() throws IOException {
        String evil = "\u001b[31m\u0007\u202e\n";
        Path scenario = scenario();
        String broken = Files.writeString(
                        folder.resolve("broken.yaml"),
                        "\"a\\e[2J\\u202Eb\": 1\nformat: advalorem/1\ntitle: [\u202ex]\n")
                .toString();
        for (List<String> args : List.of(
                List.of(evil),
                List.of("rate", evil),
                List.of("rate", scenario.toString(), "--company", evil),
                List.of("rate", scenario.toString(), "-o", folder + "/" + evil + ".odt"),
                List.of("rate", scenario.toString(), "--" + evil),
                List.of("explain", scenario.toString(), evil),
                List.of("check", scenario.toString(), "--set", evil + "=1"),
                List.of("new", folder + "/" + evil + "/x.yaml"),
                List.of("rate", scenario.toString(), "--debug", "--chart", evil + ".svg", "--font", evil),
                List.of("rate", broken),
                List.of("check", broken, "--format", "json"))) {
            Run run = Run.of(args.toArray(String[]::new));
            assertThat(run.exit()).as("%s", args).isEqualTo(2);
            assertThat(ACTIVE.matcher(run.out() + run.err()).find())
                    .as("%s", run.err())
                    .isFalse();
        }
    }

    @Test
    void csvCanBeginWithAMarkAndWithoutComments() throws IOException {
        Path file = folder.resolve("rates.csv");
        String bare = Run.of("rate", Run.SMALL, "--format=csv", "--no-comments").out();
        assertThat(bare).startsWith("company,");
        for (Entry entry : (Iterable<Entry>) reports()::iterator) {
            List<String> args = on(Path.of(SampleArguments.CASE), entry, "--format=csv");
            String full = Run.of(args.toArray(String[]::new)).out();
            args.add("--no-comments");
            args.add("--bom");
            String out = Run.of(args.toArray(String[]::new)).out();
            assertThat(out).as("%s", entry).startsWith("\uFEFF").doesNotContain("\n#", "\n\"#", "\uFEFF#", "\uFEFF\"#");
            assertThat(full).as("%s", entry).endsWith("\n" + out.substring(1));
        }
        assertThat(Run.of("rate", Run.SMALL, "--bom", "--no-comments", "-o", file.toString())
                        .exit())
                .isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(("\uFEFF" + bare).getBytes(StandardCharsets.UTF_8));
        Run refused = Run.of("rate", Run.SMALL, "--bom");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo(
                        "advalorem: (--bom) is for csv, and none is written. Add --format csv, or omit the option.\n");
        assertThat(Run.of("rate", Run.SMALL, "--no-comments", "--format=json").err())
                .isEqualTo(
                        "advalorem: (--no-comments) is for csv, and none is written. Add --format csv, or omit the option.\n");
    }

    @Test
    void drawsToo() throws IOException {
        Path draws = folder.resolve("draws.csv");
        String line = "src/test/resources/whatif/line.yaml";
        Run.of("simulate", line, "--draws=64", "--no-comments", "--bom", "-o", draws.toString());
        List<String> lines = Files.readAllLines(draws);
        assertThat(lines.get(0)).startsWith("\uFEFFdraw,");
        assertThat(lines).hasSize(65);
        Run.of("simulate", line, "--draws=64", "-o", draws.toString());
        List<String> full = Files.readAllLines(draws);
        assertThat(full.subList(full.size() - 64, full.size())).isEqualTo(lines.subList(1, 65));
    }
}
