package org.advalorem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.advalorem.Snapshots;
import org.advalorem.facts.Problems;
import org.advalorem.report.ProblemText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One file per mistake, with what the user is told: {@code NAME.yaml} or {@code NAME.json} and {@code NAME.txt}. */
class BrokenFilesTest {
    private static Path folder() throws URISyntaxException {
        return Path.of(BrokenFilesTest.class.getResource("/broken").toURI());
    }

    static List<String> names() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") || name.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void tellsWhatIsWrong(String name) throws IOException, URISyntaxException {
        Path file = folder().resolve(name);
        Problems problems = new Problems();
        Toy.read(problems, List.of(file)).ifPresent(scenario -> Toy.check(scenario, problems));
        String shown = file.getParent().toString().replace('\\', '/') + "/";
        String told = ProblemText.of(problems.sorted()).replace(shown, "");
        assertThat(told).isNotEmpty();
        Snapshots.compare("broken/" + name.replaceFirst("\\.(yaml|json)$", ".txt"), told);
    }
}
