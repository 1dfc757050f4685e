package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ScenarioFields;
import org.advalorem.rules.base.Proceeding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code new} writes. */
final class StarterScenarioTest {
    @TempDir
    private Path folder;

    @Test
    void canBeCalculatedAsItStands() {
        String file = folder.resolve("my-case.yaml").toString();
        Run run = Run.of("new", file);
        assertThat(run).extracting(Run::exit, Run::out).containsExactly(0, "");
        assertThat(run.err()).isEqualTo("Wrote " + file + ". Try: advalorem rate " + file + "\n");
        Run check = Run.of("check", file);
        assertThat(check.err()).isEmpty();
        assertThat(check.exit()).isZero();
        assertThat(Run.of("rate", file).out()).contains("Plant modernisation grant");
    }

    /** Of the rates that come with the program, 10.54 percent serves any program of China and 0.87 the seller's credit. */
    @Test
    void beginsFromThePrograms() throws IOException {
        Path petition = folder.resolve("programs.csv");
        Files.writeString(petition, """
                program,type
                Export Seller's Credit Program,loan
                Two free,income tax
                Reduced rate,income tax
                Technology grants,grant
                """);
        String file = folder.resolve("my-case.yaml").toString();
        Run run = Run.of("new", file, "--petition", petition.toString());
        assertThat(run)
                .extracting(Run::exit, Run::err)
                .containsExactly(0, "Wrote " + file + ". Try: advalorem rate " + file + "\n");
        Run rate = Run.of("rate", file);
        assertThat(rate.err()).isEmpty();
        assertThat(rate.out())
                .contains(
                        "36.41%",
                        "not de minimis, entirely on facts available", "(ii) identical, another", "trade press");
        assertThat(Run.of("memo", file).out()).contains("Disposition of the programs", "in the petition");
    }

    @Test
    void aPetitionNeedsItsColumnsAndAPlaceBesideTheScenario() throws IOException {
        Path petition = folder.resolve("programs.csv");
        Files.writeString(petition, "name,type\nGrants,grant\n");
        assertThat(Run.of("new", "-", "--petition", petition.toString()).err())
                .contains("must have the columns (program) and (type)");
        Files.writeString(petition, "program,type\nGrants,grant\n");
        assertThat(Run.of("new", folder.resolve("no/case.yaml").toString(), "--petition", petition.toString())
                        .err())
                .contains("is not in the folder of the scenario or below it");
    }

    @Test
    void isNeverWrittenOverAFile() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "precious");
        Run run = Run.of("new", file.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("advalorem: (" + file + ") already exists and is not overwritten. Name another file.\n");
        assertThat(Files.readString(file)).isEqualTo("precious");
    }

    @Test
    void examplesWorkWithoutTheirSigns() throws IOException {
        List<String> lines = new ArrayList<>();
        boolean example = false;
        for (String line : Run.of("new", "-").out().lines().toList()) {
            example = line.equals("# uncertain:") || line.equals("# issues:") || (example && line.startsWith("#   "));
            lines.add(example ? line.substring(2) : line);
        }
        Path file = folder.resolve("examples.yaml");
        Files.write(file, lines);
        Run simulate = Run.of("simulate", file.toString(), "--draws=500");
        assertThat(simulate.err()).isEmpty();
        assertThat(simulate.out())
                .contains("discount-rate", "times normal", "discrete(")
                .doesNotContain("Nothing depends on");
        Run issues = Run.of("issues", file.toString());
        assertThat(issues.err()).isEmpty();
        assertThat(issues.out()).contains("not-used");
    }

    @Test
    void explainsEveryKey() {
        String text = Run.of("new", "-").out();
        Programs programs = Programs.shipped();
        new ScenarioFields(programs)
                .fields()
                .fields()
                .forEach(field -> assertThat(text).contains(field.name() + ":"));
        String words = text.replace("#", "").replaceAll("\\s+", " ");
        Proceeding.FIELDS.fields().forEach(field -> assertThat(words).contains(field.description()));
        programs.types().forEach((name, type) -> {
            assertThat(text).contains("# type: " + name + " ");
            type.fields().fields().forEach(field -> assertThat(text).contains("#   " + field.name() + ": "));
        });
    }
}
