package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portfolio says of each scenario what {@code rate} and {@code simulate} say of it alone. */
final class PortfolioCommandTest {
    private static final Path CONTESTED = Path.of("src/test/resources/whatif/contested.yaml");
    private static final Pattern RATE = Pattern.compile("\"ratePublished(?:Percent)?\": ([0-9.]+)");

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private Run csv(String... more) {
        List<String> args = new ArrayList<>(List.of("portfolio", folder.toString(), "--format=csv", "--no-comments"));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void theRatesAreThoseOfEachScenarioAlone() {
        Run all = Run.of("portfolio", "scenarios", "--format", "json");
        Matcher file = Pattern.compile("\"file\": \"([^\"]+)\"(.*?)(?=\"file\"|\\z)", Pattern.DOTALL)
                .matcher(all.out());
        List<String> companies = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        String last = "";
        while (file.find()) {
            if (file.group(2).matches("(?s).*\"of\": \"companies\\.[a-z-]+\".*")) {
                Matcher rate = RATE.matcher(file.group(2));
                assertThat(rate.find()).isTrue();
                companies.add(file.group(1) + " " + rate.group(1));
            }
            if (!file.group(1).equals(last)) {
                last = file.group(1);
                alone.addAll(companiesOf(last));
            }
        }
        assertThat(companies).hasSizeGreaterThan(10).isEqualTo(alone);
    }

    private static List<String> companiesOf(String scenario) {
        List<String> rates = new ArrayList<>();
        for (String line : Run.of("rate", scenario, "--format", "json").out().split("\n", -1)) {
            // the companies of the whole are items of the first list of the object
            Matcher rate =
                    Pattern.compile("^      \"ratePublished\": ([0-9.]+).*").matcher(line);
            if (rate.matches()) {
                rates.add(scenario + " " + rate.group(1));
            }
        }
        return rates;
    }

    @Test
    void faultsAreRowsAndOverlaysArePassedOver() throws IOException {
        String whole = Files.readString(CONTESTED, StandardCharsets.UTF_8);
        write("b/scenario.yaml", whole.replace("country", "contry"));
        write("b/case.yml", whole);
        write("a/syntax.yaml", "title: {");
        write("a/overlay.yaml", "title: Another title\nprograms: {first: {applied: no}}\n");
        write("c/extends.yaml", "extends: ../b/case.yml\ntitle: The same\n");
        write(".git/scenario.yaml", "title: none");
        Run run = csv();
        assertThat(run.exit()).isEqualTo(ExitCode.FINE);
        assertThat(run.err()).isEqualTo("note: 2 of 4 scenarios have a fault.\n");
        List<String> rows = run.out()
                .lines()
                .map(line -> line.substring(line.lastIndexOf('/', line.indexOf(',')) + 1))
                .toList();
        assertThat(rows).hasSize(1 + 2 + 3 + 3);
        assertThat(rows.get(1)).startsWith("syntax.yaml,").contains("AV1", "syntax.yaml:1");
        assertThat(rows.get(2)).startsWith("case.yml,");
        assertThat(rows.get(5)).startsWith("scenario.yaml,").contains("(contry)");
        assertThat(rows.get(6)).startsWith("extends.yaml,The same,");
        assertThat(rows.get(6).replace("extends.yaml,The same", ""))
                .isEqualTo(rows.get(2).replaceFirst("case.yml,[^,]+", ""));
        assertThat(Run.of("portfolio", folder.toString()).out())
                .startsWith("4 scenarios, 6 rates, 2 faults.\n")
                .contains("1 overlay (");
    }

    /** The share and the range of {@code simulate} with as many draws of the same seed. */
    @Test
    void drawsAreThoseOfSimulate() throws IOException {
        String text = Files.readString(CONTESTED, StandardCharsets.UTF_8)
                + "\nuncertain: {companies.acme.sales.2.gross: 'times uniform(1, 20)'}\n";
        write("scenario.yaml", text);
        String file = folder.resolve("scenario.yaml").toString();
        String row = csv("--draws", "9000", "--seed", "5")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        String simulated = Run.of("simulate", file, "--draws", "9000", "--seed", "5", "--format", "csv")
                .out();
        String[] cells = row.split(",", -1);
        double share = Double.parseDouble(cells[9]);
        assertThat(share).isGreaterThan(0.0).isLessThan(1.0);
        assertThat(simulated).contains(cells[10]).contains(cells[11]).contains("," + cells[9] + ",");
    }

    @Test
    void refusals() throws IOException {
        assertThat(csv().err()).contains("There is no .yaml or .yml file in (");
        assertThat(Run.of("portfolio", CONTESTED.toString()).err())
                .isEqualTo("advalorem: There is no folder (" + CONTESTED + "). It is a file: advalorem rate "
                        + CONTESTED + ".\n");
        write("scenario.yaml", Files.readString(CONTESTED, StandardCharsets.UTF_8));
        write("data.csv", "a,b\n1,2\n");
        assertThat(csv("--draws", "0").err()).contains("--draws is (0).");
    }
}
