package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.advalorem.cli.DocumentedPage.Example;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands in the pages under {@code docs} work one after the other, and print what these and the README quote. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentedCommandsTest {
    private static final Pattern COLUMN = Pattern.compile("[\"']((?:companies|all-others)\\.[^\"']+)[\"']");

    @TempDir
    static Path cases;

    static Stream<Example> examples() throws IOException {
        return Stream.concat(
                DocumentedPage.all().stream().flatMap(page -> page.examples().stream()),
                // ReadmeTest runs its other commands
                DocumentedPage.read(Path.of("README.md")).examples().stream()
                        .filter(example -> !example.quoted().isEmpty()));
    }

    private static Path folder(Path page) throws IOException {
        String name = page.getFileName().toString().replace(".md", "");
        return Files.createDirectories(cases.resolve(name).resolve(DocumentedPage.FOLDER));
    }

    @ParameterizedTest
    @MethodSource("examples")
    @Order(1)
    void printsWhatThePageQuotes(Example example) throws IOException {
        Path folder = folder(example.page());
        for (DocumentedPage.Step step : example.before()) {
            step.in(folder);
        }
        Run run = Run.of(example.words(folder));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FINE);
        assertThat(example.missing(run.out().replace(folder.toString().replace('\\', '/'), DocumentedPage.FOLDER)))
                .as("quoted in %s, but not printed there by %s", example.page(), example.command())
                .isEmpty();
    }

    /** The columns that R and Python name are those of the files written, whether or not there is an R or a Python here. */
    @Test
    @Order(2)
    void theColumnsNamedInOtherLanguagesAreThere() throws IOException {
        String text = Files.readString(Path.of("docs/economists.md"));
        String headings = "";
        try (Stream<Path> written = Files.list(folder(Path.of("docs/economists.md")))) {
            for (Path file :
                    written.filter(one -> one.toString().endsWith(".csv")).toList()) {
                headings += ","
                        + Files.readAllLines(file).stream()
                                .filter(line -> !line.startsWith("#") && !line.startsWith("\"#"))
                                .findFirst()
                                .orElse("")
                        + ",";
            }
        }
        List<String> named = new ArrayList<>();
        Matcher fences =
                Pattern.compile("```(?:r|python)\n(.*?)```", Pattern.DOTALL).matcher(text);
        while (fences.find()) {
            COLUMN.matcher(fences.group(1)).results().forEach(column -> named.add("," + column.group(1) + ","));
        }
        assertThat(named).isNotEmpty();
        assertThat(headings).contains(named);
    }

    /** What R and Python print of the draws is what the draws say. */
    @ParameterizedTest
    @EnumSource(Interpreter.class)
    @Order(3)
    void theLinesInOtherLanguagesRun(Interpreter interpreter) throws IOException, InterruptedException {
        Path page = Path.of("docs/economists.md");
        List<String> command = interpreter.command();
        assumeTrue(!command.isEmpty(), interpreter.missing());
        Matcher fence = Pattern.compile("```" + interpreter.word() + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(page));
        assertThat(fence.find()).isTrue();
        Path folder = Optional.ofNullable(folder(page).getParent()).orElseThrow();
        Path script = Files.writeString(folder.resolve("snippet." + interpreter.word()), fence.group(1));
        command.add(script.getFileName().toString());
        Interpreter.Ended ended = Interpreter.run(folder, command);
        assertThat(ended.exit()).as(ended.text()).isZero();
        assertThat(ended.text())
                .contains(shareBelow(folder.resolve("my-case/draws.csv"), "companies.bexley.rate-unrounded"))
                .doesNotContain("NaN");
    }

    /** The share of draws below one percent, from the file itself. */
    private static String shareBelow(Path draws, String column) throws IOException {
        List<String> lines = Files.readAllLines(draws);
        int at = List.of(lines.get(0).split(",", -1)).indexOf(column);
        long below = lines.stream()
                .skip(1)
                .filter(line -> Double.parseDouble(line.split(",", -1)[at]) < 0.01)
                .count();
        return BigDecimal.valueOf(below)
                .divide(BigDecimal.valueOf(lines.size() - 1))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void everyCommandAfterTheRateIsShownAtWork() throws IOException {
        assertThat(examples().filter(example -> example.page().endsWith("after-the-rate.md")))
                .extracting(example -> ReadmeTest.words(example.command()).get(0))
                .contains("deposit", "calendar", "exposure", "screen");
        assertThat(examples().filter(example -> !example.quoted().isEmpty())).hasSizeGreaterThan(5);
    }

    @Test
    void aLineThatIsNotPrintedOrOutOfOrderIsNoticed() {
        assertThat(quoting("first", "sec...").missing("first \nsecond\n")).isEmpty();
        assertThat(quoting("second", "first").missing("first\nsecond\n")).isEqualTo("first");
        assertThat(quoting("secon").missing("first\nsecond\n")).isEqualTo("secon");
    }

    private static Example quoting(String... lines) {
        return new Example(Path.of("page.md"), "", List.of(), List.of(lines));
    }

    @Test
    void whatTheReaderWritesAndCopiesIsThere(@TempDir Path folder) throws IOException {
        DocumentedPage page = DocumentedPage.of(
                Path.of("page.md"),
                List.of(
                        "    cp -r src/test/resources/cli/small.yaml my-case/copied",
                        "```yaml my-case/more.yaml",
                        "a: 1",
                        "```",
                        "```yaml",
                        "b: 2",
                        "```",
                        "    ./advalorem rate my-case/more.yaml --output my-case/rate.md not-my-case/x",
                        "```text",
                        "quoted",
                        "```"));
        Example example = page.examples().get(0);
        assertThat(example.before()).hasSize(2);
        example.before().get(1).in(folder);
        assertThat(folder.resolve("more.yaml")).hasContent("a: 1");
        assertThat(example.words(folder))
                .containsExactly("rate", folder + "/more.yaml", "--output", folder + "/rate.md", "not-my-case/x");
        assertThat(example.quoted()).containsExactly("quoted");
    }
}
