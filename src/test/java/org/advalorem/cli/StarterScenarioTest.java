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
