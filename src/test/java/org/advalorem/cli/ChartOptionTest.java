package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code --chart FILE}. */
final class ChartOptionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"rates.svg,<svg ", "rates.PNG,\u0089PNG", "rates.pdf,%PDF-"})
    void theEndingSaysWhichKindOfFileItIs(String name, String start) throws IOException {
        Path file = folder.resolve(name);
        Run run = Run.of("rate", Run.SMALL, "--chart", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(Run.of("rate", Run.SMALL).out());
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .startsWith(start);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theChartSaysWhatTheReportSays() throws IOException {
        Path file = folder.resolve("rates.svg");
        Run run = Run.of("rate", "scenarios/aluminum-foil/scenario.yaml", "--chart", file.toString());
        assertThat(run.exit()).isZero();
        assertThat(Files.readString(file))
                .contains("17.14%")
                .contains("80.97%; none is de minimis; Export Buyer")
                .contains("is 61% of the rate of Company Z")
                .contains("de minimis below 1.00%")
                .contains("All others 18.56%")
                .contains("ILLUSTRATIVE")
                .contains("Scenario: scenarios/aluminum-foil/scenario.yaml (content ");
    }

    @Test
    void onlyTheCompaniesAskedForAreDrawn() throws IOException {
        Path file = folder.resolve("one.svg");
        assertThat(Run.of("rate", Run.SMALL, "--company", "border", "--chart", file.toString())
                        .exit())
                .isZero();
        assertThat(Files.readString(file)).contains("(border)").doesNotContain("(acme)");
    }

    @Test
    void aCompanyWithoutProgramsIsDrawnToo() throws IOException {
        Path scenario = folder.resolve("none.yaml");
        assertThat(Run.of("new", scenario.toString()).exit()).isZero();
        Path file = folder.resolve("none.svg");
        Run run = Run.of(
                "rate",
                scenario.toString(),
                "--set=programs.plant-grant.applied=no",
                "--set=programs.export-credit.applied=no",
                "--no-expect",
                "--chart",
                file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(file)).contains("0.00%").contains("de minimis");
    }

    static Stream<List<String>> charts() {
        return Stream.concat(
                Arrays.stream(Entry.values())
                        .filter(entry -> entry.is(Trait.CHART))
                        // of other cases; ScreenCommandTest and ExposureCommandTest draw them
                        .filter(entry -> entry != Entry.SCREEN && entry != Entry.EXPOSURE)
                        .map(SampleArguments::of),
                Stream.of(List.of(
                        "sensitivity",
                        SampleArguments.CASE,
                        "--method=morris",
                        "--vary=companies.acme.sales.1.gross=times normal(1, 0.01)")));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyCommandWithAChartWritesItBesideTheReport(List<String> arguments) throws IOException {
        List<String> args = new ArrayList<>(arguments);
        String report = Run.of(args.toArray(String[]::new)).out();
        Path file = folder.resolve("chart.svg");
        args.addAll(List.of("--chart", file.toString()));
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(report);
        assertThat(Files.readString(file))
                .containsPattern("(Acme|Beta)[: ]")
                .contains("ILLUSTRATIVE")
                .containsPattern("\\(content\\s");
        args.set(args.size() - 1, "chart.gif");
        args.set(1, "no-such-scenario.yaml");
        Run refused = Run.of(args.toArray(String[]::new));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).startsWith("advalorem: (chart.gif) is not a name for a chart.");
    }

    @Test
    void aDisclosureHasNoChart() {
        Run run = Run.of("compare", "no-such-scenario.yaml", "--to", "published.csv", "--chart", "chart.svg");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("(--to) has none. Omit --chart.");
    }

    @Test
    void whatCannotBeIsToldBeforeAnythingIsCalculated() throws IOException {
        refused("(rates.gif) is not a name for a chart. Use one that ends in .svg, .png or .pdf.", "rates.gif");
        refused("(svg) is not a name for a chart. Use one that ends in .svg, .png or .pdf.", "svg");
        refused("A chart needs a file: --chart=FILE.svg, .png or .pdf.", "-");
        Path missing = folder.resolve("none/rates.svg");
        refused(
                "There is no folder (" + folder.resolve("none") + ") to write (" + missing + ") to. Create it.",
                missing.toString());
        Path taken = Files.createDirectory(folder.resolve("folder.svg"));
        refused("(" + taken + ") is a folder. Name a file in it.", taken.toString());
        Path same = folder.resolve("same.svg");
        Path link = Files.createSymbolicLink(folder.resolve("report"), Path.of("same.svg"));
        Run run = Run.of("rate", Run.SMALL, "--output", link.toString(), "--chart", same.toString());
        assertThat(run.err()).isEqualTo("advalorem: --output and --chart name the same file (" + same + ").\n");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(same).doesNotExist();
    }

    private static void refused(String message, String chart) {
        Run run = Run.of("rate", "no-such-scenario.yaml", "--chart", chart);
        assertThat(run.err()).isEqualTo("advalorem: " + message + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }
}
