package org.advalorem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.report.ProblemText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario from someone else cannot show what is in other files of its reader. */
final class ForeignFilesTest {
    private static final String SECRET = "hunter2";

    @TempDir
    private Path folder;

    private String told(Path... files) {
        Problems problems = new Problems();
        Toy.read(problems, List.of(files));
        return ProblemText.of(problems.sorted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../secret.txt", "secret", "secret.csv", "-", "secret.yaml.bak", ".netrc"})
    void extendsNamesScenarioFiles(String name) throws IOException {
        Path file = Toy.write(folder, "case/case.yaml", "format: advalorem/1\nextends: \"" + name + "\"\n");
        for (String secret : List.of("secret.txt", "case/secret", "case/secret.csv", "case/-", "case/.netrc")) {
            Toy.write(folder, secret, SECRET + ": [\n");
        }
        String told = told(file);
        assertThat(told)
                .contains("case.yaml:2:10: AV107 (" + name + ") is not the name of a scenario file.")
                .contains("help: Name a file that ends in .yaml, .yml or .json.")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base.yaml", "base.yml", "base.json", "BASE.YAML"})
    void itsEndingsAreThoseOfScenarios(String name) throws IOException {
        Toy.write(folder, name, "{\"format\": \"advalorem/1\", \"titel\": \"" + SECRET + "\"}\n");
        String told = told(Toy.write(folder, "case.yaml", "extends: " + name + "\n"));
        // beside the scenario the line is shown
        assertThat(told).doesNotContain(Problem.Code.AV107.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo: }\n", "- hunter2\n", "a: \u0001\n", "a: &x 1\n", "a: 1\na: 2\n"})
    void linesOfAFileElsewhereAreNotShown(String content) throws IOException {
        Toy.write(folder, "other/base.yaml", "# " + SECRET + "\n" + content.replace("\n", " # " + SECRET + "\n"));
        Path file = Toy.write(folder, "case/case.yaml", "extends: ../other/base.yaml\n");
        assertThat(told(file)).contains("/other/base.yaml:").contains(" AV1").doesNotContain("# " + SECRET, " | ");
        // the same file, named by the user
        assertThat(told(folder.resolve("other/base.yaml"))).contains(" | ");
        // and beside an overlay that the user names
        Toy.write(folder, "other/over.yaml", "extends: base.yaml\n");
        Path fine = Toy.write(folder, "case/fine.yaml", "format: advalorem/1\n");
        assertThat(told(fine, folder.resolve("other/over.yaml"))).contains(" | ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // links need privileges there
    void aLinkInTheFolderLeadsElsewhereToo() throws IOException {
        Toy.write(folder, "other/base.yaml", "# x\nfoo: [ # " + SECRET + "\n");
        Path file = Toy.write(folder, "case/case.yaml", "extends: base.yaml\n");
        Files.createSymbolicLink(folder.resolve("case/base.yaml"), Path.of("../other/base.yaml"));
        assertThat(told(file)).contains("base.yaml:").doesNotContain(SECRET);
    }
}
