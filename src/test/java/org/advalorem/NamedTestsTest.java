package org.advalorem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/how-results-are-verified.md} and {@code docs/known-limits.md} name is there. */
final class NamedTestsTest {
    private static final Path VERIFIED = Path.of("docs/how-results-are-verified.md");
    private static final Path LIMITS = Path.of("docs/known-limits.md");

    private static Set<String> found(Path file, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        return matcher.results().map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTestNamedIsThere() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(found(VERIFIED, "`([A-Za-z]+Test)`")).hasSizeGreaterThan(20).isSubsetOf(tests);
    }

    @Test
    void everyAssumptionNamedIsThere() throws IOException {
        assertThat(found(LIMITS, "\\((A[0-9]+)\\)"))
                .isNotEmpty()
                .isSubsetOf(found(Path.of("docs/assumptions.md"), "(?m)^## (A[0-9]+)\\."));
    }

    @Test
    void everyPageLinkedIsThereAndBothAreLinkedFromTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Path page : List.of(VERIFIED, LIMITS)) {
            assertThat(readme).contains("`" + page.toString().replace('\\', '/') + "`");
            for (String link : found(page, "\\]\\(([^)#]+)")) {
                assertThat(page.resolveSibling(link)).exists();
            }
        }
    }
}
