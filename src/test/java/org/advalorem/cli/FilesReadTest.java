package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No result takes the place of a file that the run reads, whatever path leads to it, or has the name of something else. */
@DisabledOnOs(OS.WINDOWS) // links need privileges there
final class FilesReadTest {
    private static final String FOIL = "scenarios/aluminum-foil";

    @TempDir
    private Path folder;

    @BeforeEach
    void scenario() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(FOIL))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                Files.copy(file, folder.resolve(name.equals("scenario.yaml") ? "base.yaml" : name));
            }
        }
        write("case.yaml", "extends: base.yaml\n");
        write("over.yaml", "title: Over\n");
        write("sample.csv", "markup\n1%\n2%\n3%\n");
        write("published.csv", "address,value\ncompanies.zhongji.rate,17.14%\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String name(String name) {
        return folder.resolve(name).toString();
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    /** Refused before anything is written, with the file and what it is read as. */
    private void refused(String use, String... args) throws IOException {
        Map<String, String> before = contents();
        Run run = Run.of(args);
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("advalorem: ").contains(use).hasLineCount(1);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void entriesAreKept() throws IOException {
        write("entries.csv", "value\n100\n");
        for (String command : List.of("eva", "issues")) {
            refused(
                    "the entries (",
                    command,
                    "src/test/resources/whatif/contested.yaml",
                    "--entries",
                    name("entries.csv"),
                    "--output",
                    name("entries.csv"));
        }
    }

    @Test
    void aChartIsNoDevice() throws IOException {
        refused("is not a name for a chart", "rate", "src/test/resources/cli/small.yaml", "--chart", "/dev/null");
    }

    @Test
    void textIsNoWorkbookWhateverItsName() throws IOException {
        write("sales.xlsx", "year,gross\n2023,5\n");
        refused("is not a workbook, although its name ends in .xlsx", "inspect", name("sales.xlsx"));
    }

    @Test
    void aFileLookedAtIsKept() throws IOException {
        refused("the data file (", "inspect", name("sales.csv"), "--as-csv", "--output", name("sales.csv"));
        refused("is not a name for plain CSV", "inspect", name("sales.csv"), "--as-csv", "--output", name("x.yaml"));
    }

    @ParameterizedTest
    @CsvSource({
        "case.yaml, the scenario file (",
        "base.yaml, the scenario file (",
        "over.yaml, the scenario file (",
    })
    void scenariosOverlaysAndWhatTheyExtendAreKept(String file, String use) throws IOException {
        for (String command : List.of("rate", "memo", "addresses", "check", "resolve", "issues", "eva", "flip")) {
            refused(
                    "--output would replace (" + name(file) + "), which is " + use,
                    command,
                    name("case.yaml"),
                    name("over.yaml"),
                    "-o",
                    name(file));
        }
        refused(
                "--chart would replace (" + name(file) + "), which is " + use,
                "rate",
                name("case.yaml"),
                name("over.yaml"),
                "--chart",
                name(file));
        refused(
                "--draws-to would replace (" + name(file) + "), which is " + use,
                "simulate",
                name("case.yaml"),
                name("over.yaml"),
                "--draws-to",
                name(file));
    }

    @Test
    void dataAreKeptThroughLinksAndOtherSpellings() throws IOException {
        String data = "lme.csv";
        Files.createDirectory(folder.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("soft.csv"), Path.of(data));
        Files.createSymbolicLink(folder.resolve("softer.csv"), Path.of("soft.csv"));
        Files.createLink(folder.resolve("hard.csv"), folder.resolve(data));
        Files.createSymbolicLink(folder.resolve("here"), Path.of("."));
        for (String file : List.of(data, "soft.csv", "softer.csv", "hard.csv", "sub/../" + data, "here/" + data)) {
            String use = "which is the data file (" + data + ") of this run";
            refused(use, "rate", name("case.yaml"), "-o", name(file));
            refused(use, "check", name("case.yaml"), "--format=json", "-o", name(file));
        }
    }

    @Test
    void disclosuresSamplesSecondScenariosAndFontsAreKept() throws IOException {
        refused(
                "which is the disclosure (" + name("published.csv") + ") of this run",
                "compare",
                name("case.yaml"),
                "--to",
                name("published.csv"),
                "-o",
                name("published.csv"));
        refused(
                "which is the scenario file (" + name("over.yaml") + ") of this run",
                "compare",
                name("case.yaml"),
                "--overlay",
                name("over.yaml"),
                "-o",
                name("over.yaml"));
        Path font = write("font.svg", "no font");
        refused(
                "is not a font that can be read",
                "rate",
                name("case.yaml"),
                "--chart",
                font.toString(),
                "--font",
                font.toString());
        refused(
                "which is the data file (sample.csv) of this run",
                "simulate",
                name("case.yaml"),
                "--vary",
                "companies.zhongji.export-value-adjustment.markup=empirical(sample.csv)",
                "--draws=64",
                "--draws-to",
                name("sample.csv"));
    }

    @Test
    void twoOutputsAreTwoFiles() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("new.csv"));
        refused(
                "--draws-to and --output name the same file (" + name("new.csv") + ")",
                "simulate",
                name("case.yaml"),
                "--draws-to",
                name("link.csv"),
                "--output",
                name("new.csv"));
    }

    @Test
    void aBrokenScenarioIsNotReplacedByItsProblems() throws IOException {
        Path broken = write("broken", "format: advalorem/1\ntitel: x\n");
        refused("the scenario file (", "check", broken.toString(), "--format=json", "-o", broken.toString());
        refused("already exists", "new", broken.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "html", "odt", "tsv", "pdf", "svg", "yaml", "ODS", "log", "7z"})
    void anEndingThatNoFormatHasIsRefused(String ending) throws IOException {
        String list = "Use one that ends in .txt, .json, .csv, .md, .parquet or .xlsx, or that has no ending.";
        for (Entry entry : Entry.values()) {
            if (!entry.formats().isEmpty()) {
                List<String> args = new ArrayList<>(SampleArguments.of(entry));
                args.addAll(List.of("--output", name("result." + ending)));
                refused(
                        "(" + name("result." + ending) + ") is not a name for a report. "
                                + (entry == Entry.MEMO ? list.replace(" or .xlsx", ", .xlsx or .docx") : list),
                        args.toArray(String[]::new));
            }
        }
        write("there." + ending, "there");
        refused(list, "rate", Run.SMALL, "--format=csv", "-o", name("there." + ending));
        refused(
                "is not a name for draws. Use one that ends in .parquet or .csv.",
                "simulate",
                Run.SMALL,
                "--draws-to",
                name("x." + ending));
    }

    @Test
    void otherFilesHaveTheirEndingsToo() throws IOException {
        refused("Use one that ends in .yaml or .yml, or", "resolve", name("case.yaml"), "-o", name("all.json"));
        refused("Use one that ends in .json, or", "schema", "-o", name("schema.yaml"));
        refused("Use one that ends in .bash, .zsh or .sh, or", "generate-completion", "-o", name("x.txt"));
        refused("Use one that ends in .yaml or .yml, or", "new", name("x.csv"));
        refused("Use one that ends in .svg, .png or .pdf.", "rate", name("case.yaml"), "--chart", name("x.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rates", "rates-2016.06", "Rates v1.2 of Acme", ".rates", "a.B c", "rates.TXT", "rates.Md"})
    void noEndingIsText(String file) throws IOException {
        assertThat(Run.of("rate", name("case.yaml"), "-o", name(file)).err()).isEmpty();
        assertThat(Files.readString(folder.resolve(file))).contains("17.14%");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("latest.txt"), Path.of("real.txt"));
        write("real.txt", "old");
        assertThat(Run.of("rate", name("case.yaml"), "-o", link.toString()).err())
                .isEmpty();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(folder.resolve("real.txt"))).contains("17.14%");
    }
}
