package org.advalorem.rules.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/assumptions.md} and {@link Assumption} say the same, both ways. */
final class AssumptionsDocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "assumptions.md");
    private static final Path RULES = Path.of("src", "main", "java", "org", "advalorem", "rules");
    private static final Pattern HEADING = Pattern.compile("## (A\\d+)\\. (.+)");
    private static final Pattern CLASS = Pattern.compile("`(\\w+)`");

    /** A section of the document: its sentence and its lines. */
    private record Section(String statement, List<String> lines) {
        List<String> classes() {
            return lines.stream()
                    .filter(line -> line.startsWith("- Class: "))
                    .flatMap(line -> CLASS.matcher(line).results().map(match -> match.group(1)))
                    .toList();
        }
    }

    private static Map<String, Section> sections() throws IOException {
        Map<String, Section> sections = new LinkedHashMap<>();
        Section section = new Section("", new ArrayList<>());
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                section = new Section(heading.group(2), new ArrayList<>());
                assertThat(sections.put(heading.group(1), section))
                        .as("%s stands twice", heading.group(1))
                        .isNull();
            } else {
                section.lines().add(line);
            }
        }
        return sections;
    }

    @Test
    void numbersAreDistinctAndInOrder() {
        List<Integer> numbers = Arrays.stream(Assumption.values())
                .map(assumption -> Integer.valueOf(assumption.number().substring(1)))
                .toList();
        assertThat(numbers).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void everyAssumptionIsExplainedInTheSameWords() throws IOException {
        Map<String, Section> sections = sections();
        for (Assumption assumption : Assumption.values()) {
            String number = assumption.number();
            assertThat(sections)
                    .as("docs/assumptions.md lacks: ## %s. %s", number, assumption.statement())
                    .containsKey(number);
            assertThat(sections.get(number).statement())
                    .as("the sentence of %s in docs/assumptions.md", number)
                    .isEqualTo(assumption.statement());
        }
    }

    @Test
    void everySectionIsAnAssumptionWithAllItsParts() throws IOException {
        List<String> numbers =
                Arrays.stream(Assumption.values()).map(Assumption::number).toList();
        sections().forEach((number, section) -> {
            assertThat(numbers)
                    .as("docs/assumptions.md explains %s, which rules.Assumption does not have", number)
                    .contains(number);
            for (String part : List.of("- What we do: ", "- Why: ", "- Source: ", "- Class: ")) {
                assertThat(section.lines())
                        .as("%s in docs/assumptions.md has no line (%s)", number, part.strip())
                        .anySatisfy(line -> assertThat(line).startsWith(part).hasSizeGreaterThan(part.length()));
            }
        });
    }

    @Test
    void theClassNamedIsTheOneThatDoesIt() throws IOException {
        Map<String, Section> sections = sections();
        for (Assumption assumption : Assumption.values()) {
            Set<String> users = users(assumption);
            Section section = sections.get(assumption.number());
            if (users.isEmpty() || section == null) {
                continue;
            }
            assertThat(users)
                    .as("classes that use %s, %s", assumption.number(), assumption)
                    .containsAll(section.classes());
        }
    }

    private static Set<String> users(Assumption assumption) throws IOException {
        Pattern use = Pattern.compile("Assumption\\." + assumption.name() + "\\b");
        Set<String> users = new TreeSet<>();
        try (Stream<Path> files = Files.walk(RULES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (use.matcher(Files.readString(file)).find()) {
                    users.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        return users;
    }
}
