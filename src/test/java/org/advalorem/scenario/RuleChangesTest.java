package org.advalorem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.calculation.Authority;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.junit.jupiter.api.Test;

/** The list of rules whose numbers changed is complete, and says what is wrong with an entry that is not. */
final class RuleChangesTest {
    private static final String ENTRY = """
            - id: first
              version: 0.1.0
              rule: A rule
              decision: What is done.
              number: 10
              concerns: [A90, 19 CFR 351.524(b)]
              example: an input
              before: 0.75%
              after: 0.13%
            """;

    private static List<String> problems(String yaml) {
        Problems problems = new Problems();
        RuleChanges.of("changes.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems);
        return problems.sorted().stream().map(Problem::message).toList();
    }

    @Test
    void theListThatComesWithTheProgramIsComplete() {
        assertThat(RuleChanges.shipped()).isNotEmpty().allSatisfy(change -> {
            assertThat(List.of(change.rule(), change.decision(), change.example(), change.before(), change.after()))
                    .allSatisfy(words -> assertThat(words).isNotBlank());
            assertThat(change.before()).as(change.id()).isNotEqualTo(change.after());
            assertThat(change.concerns().isEmpty())
                    .as(change.id())
                    .isEqualTo(change.before().matches("an error|refused.*|n/a.*"));
        });
    }

    @Test
    void everyDecisionIsOnRecord() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/decisions"))) {
            Set<Integer> numbers = files.map(file ->
                            Integer.parseInt(file.getFileName().toString().substring(0, 4)))
                    .collect(Collectors.toSet());
            assertThat(numbers)
                    .containsAll(RuleChanges.shipped().stream()
                            .map(RuleChange::number)
                            .toList());
        }
    }

    @Test
    void aVersionIsLaterByItsNumbers() {
        assertThat(version("0.10.0")).isGreaterThan(version("0.9.9"));
        assertThat(version("advalorem 1.0.0")).isGreaterThan(version("0.10.0"));
        assertThat(List.of("", "0.1", "0.1.0-rc1", "v0.1.0", "1.2.3.4", "0.1.1234567890"))
                .allSatisfy(text -> assertThat(ProgramVersion.parse(text)).isEmpty());
        assertThat(RuleChanges.since(version("0.0.9"))).isEqualTo(RuleChanges.shipped());
        assertThat(RuleChanges.since(RuleChanges.latest())).isEmpty();
    }

    private static ProgramVersion version(String text) {
        return ProgramVersion.parse(text).orElseThrow();
    }

    @Test
    void aProvisionIncludesItsParagraphsAndNoOther() {
        RuleChange change = RuleChanges.of("changes.yaml", ENTRY.getBytes(StandardCharsets.UTF_8), new Problems())
                .get(0);
        assertThat(List.of(
                        Authority.law("19 CFR 351.524(b)"),
                        Authority.law("19 CFR 351.524(b)(2)"),
                        Authority.assumption("A90", "19 CFR 351.526")))
                .allSatisfy(of -> assertThat(change.governs(List.of(of))).isTrue());
        assertThat(List.of(
                        Authority.law("19 CFR 351.524"),
                        Authority.law("19 CFR 351.524(bb)"),
                        Authority.assumption("A9"),
                        Authority.law("A901")))
                .allSatisfy(of -> assertThat(change.governs(List.of(of))).isFalse());
    }

    @Test
    void theVersionBeingMadeIsKnown() throws IOException {
        Matcher version = Pattern.compile("<version>([0-9.]+)(-SNAPSHOT)?</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(RuleChanges.VERSIONS).endsWith(version.group(1));
    }

    @Test
    void anEntryIsReadAsWritten() {
        Problems problems = new Problems();
        assertThat(RuleChanges.of("changes.yaml", ENTRY.getBytes(StandardCharsets.UTF_8), problems))
                .containsExactly(new RuleChange(
                        "first",
                        "0.1.0",
                        "A rule",
                        "What is done.",
                        10,
                        List.of("A90", "19 CFR 351.524(b)"),
                        "an input",
                        "0.75%",
                        "0.13%"));
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void everyKeyIsNeededAndNoOtherIsKnown() {
        for (String key : List.of("id", "version", "rule", "decision", "number", "example", "before", "after")) {
            String without = ENTRY.replaceAll("(?m)^(- |  )" + key + ":.*\n", "$1other: x\n");
            assertThat(problems(without))
                    .as(key)
                    .anySatisfy(message -> assertThat(message).contains("(" + key + ") is missing"))
                    .anySatisfy(message -> assertThat(message).contains("(other)"));
        }
    }

    @Test
    void idsAreUniqueAndInOneForm() {
        assertThat(problems(ENTRY + ENTRY)).containsExactly("Two changes have the id (first).");
        assertThat(problems(ENTRY.replace("id: first", "id: First rule")))
                .containsExactly("(First rule) is not the id of a change.");
    }

    @Test
    void theVersionMustBeOneOfTheProgram() {
        assertThat(problems(ENTRY.replace("0.1.0", "0.9.0")))
                .containsExactly("(0.9.0) is not a version of the program.");
    }

    @Test
    void theDecisionHasANumber() {
        assertThat(problems(ENTRY.replace("number: 10", "number: 0010")))
                .containsExactly("(0010) is not the number of a decision.");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThat(problems(ENTRY.replace("0.1.0", "9") + ENTRY.replace("first", "No")))
                .containsExactly("(9) is not a version of the program.", "(No) is not the id of a change.");
        assertThat(problems("a: b")).singleElement().asString().contains("expected a list of mappings");
    }
}
