package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.advalorem.RuleExample;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples of the rules give what they must, as {@code check} sees it. */
final class RuleExamplesTest {
    private static final String BASE = "src/test/resources/rules/example-base.yaml";

    @TempDir
    private Path folder;

    static List<RuleExample> examples() {
        return RuleExample.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void comesToWhatItMust(RuleExample example) throws IOException {
        Path file = folder.resolve("example.yaml");
        Files.writeString(file, example.scenario());
        Run run = Run.of("check", BASE, file.toString());
        if (example.error().isEmpty()) {
            assertThat(example.scenario()).as("what the example must give").contains("expect:");
            assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FINE);
        } else {
            assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
            assertThat(run.err()).contains(example.error());
        }
    }
}
