package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.advalorem.FieldReference;
import org.advalorem.Snapshots;
import org.advalorem.rules.Programs;
import org.advalorem.rules.base.ProgramType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A page for every program type: {@code docs/program-types}. Words and example come from {@code program-types.yaml}, fields
 * from the declared ones, and the calculation from the memorandum of the example, which must give what was computed by hand;
 * {@code mvn test -Dtest=ProgramTypePagesTest -Dsnapshots=write} writes the pages anew.
 */
final class ProgramTypePagesTest {
    private static final Path PAGES = Path.of("docs/program-types");
    private static final String BASE = "src/test/resources/rules/example-base.yaml";
    private static final Pattern SECTION = Pattern.compile("1\\.\\d+ .*");

    @TempDir
    private Path folder;

    /** What is written of a type by hand. */
    record Written(String type, String about, String formula, String numbers, String example, Map<?, ?> gives) {
        static Written of(Map<?, ?> given) {
            return new Written(
                    text(given, "type"),
                    text(given, "about").strip(),
                    text(given, "formula").strip(),
                    text(given, "numbers").strip(),
                    text(given, "example").strip(),
                    (Map<?, ?>) Optional.ofNullable(given.get("gives")).orElseThrow());
        }

        private static String text(Map<?, ?> given, String key) {
            return Optional.ofNullable(given.get(key)).orElseThrow().toString();
        }

        /** The heading of its page. */
        String title() {
            String words = type.replace('-', ' ');
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }

        /** The program of the example. */
        String program() {
            Map<?, ?> tree = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(example);
            return ((Map<?, ?>) Optional.ofNullable(tree.get("programs")).orElseThrow())
                    .keySet()
                    .iterator()
                    .next()
                    .toString();
        }

        @Override
        public String toString() {
            return type;
        }
    }

    static List<Written> types() throws IOException {
        try (InputStream file = ProgramTypePagesTest.class.getResourceAsStream("/program-types.yaml")) {
            List<?> all = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            return all.stream().map(one -> Written.of((Map<?, ?>) one)).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasItsPage(Written written) throws IOException {
        Path file = Files.writeString(folder.resolve("example.yaml"), written.example() + "\n" + expected(written));
        Run check = Run.of("check", BASE, file.toString());
        assertThat(check.exit()).as(check.out() + check.err()).isEqualTo(ExitCode.FINE);
        Run memo = Run.of("memo", BASE, file.toString());
        ProgramType type = Optional.ofNullable(Programs.shipped().types().get(written.type()))
                .orElseThrow();
        Snapshots.compare(PAGES.resolve(written.type() + ".md"), page(written, type, memo.out()));
    }

    private static String expected(Written written) {
        StringBuilder expect = new StringBuilder("expect:\n");
        written.gives()
                .forEach((measure, value) -> expect.append("  companies.acme.programs.")
                        .append(written.program())
                        .append('.')
                        .append(measure)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        return expect.toString();
    }

    private static String page(Written written, ProgramType type, String memo) {
        String recurrence = written.gives().containsKey("rate-unrounded")
                ? ""
                : "A benefit is " + type.recurrence() + " unless the program says otherwise. ";
        return "# " + written.title() + "\n\n`type: " + written.type() + "`. " + written.about() + "\n\n```formula\n"
                + written.formula() + "\n```\n\n" + recurrence
                + "The denominator, allocation over time and rounding are the same for all types\n"
                + "([`scenario-format.md`](../scenario-format.md), [`assumptions.md`](../assumptions.md)).\n\n## Example\n\n"
                + written.numbers() + "\n\n```yaml\n" + written.example()
                + "\n```\n\nWhere the example does not say otherwise, the company reports in USD, its sales of 2024 are 100 million and the"
                + " useful life is 10 years.\nThe memorandum:\n\n```memo\n" + String.join("\n", calculation(memo))
                + "\n```\n\n## Fields\n\n"
                + FieldReference.of(Map.of(type.fields().title(), type.fields()))
                        .strip()
                + "\n\nThe fields of every program and of every use: [`scenario-format.md`](../scenario-format.md#fields).\n";
    }

    /** The section of the memorandum that calculates the program. */
    private static List<String> calculation(String memo) {
        List<String> section = new ArrayList<>();
        boolean within = false;
        for (String line : memo.lines().map(String::stripTrailing).toList()) {
            if (SECTION.matcher(line).matches()) {
                within = line.contains(" Program: ");
            }
            if (within && !line.isEmpty()) {
                section.add(line);
            }
        }
        assertThat(section).isNotEmpty();
        return section;
    }

    @Test
    void everyTypeIsInTheListAndHasOnePage() throws IOException {
        StringBuilder list = new StringBuilder("""
                # Program types

                A page for each, with formula, example and fields. The examples are calculated anew by the build, and the numbers in them were computed
                by hand before. `advalorem new FILE` writes a case to start from.

                | type | what it is |
                |---|---|
                """);
        List<Written> types = types();
        types.forEach(written -> list.append("| [`")
                .append(written.type())
                .append("`](")
                .append(written.type())
                .append(".md) | ")
                .append(written.about())
                .append(" |\n"));
        assertThat(types)
                .extracting(Written::type)
                .containsExactlyInAnyOrderElementsOf(Programs.shipped().types().keySet());
        Snapshots.compare(PAGES.resolve("README.md"), list.toString());
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", ""))
                            .filter(name -> !name.equals("README")))
                    .containsExactlyInAnyOrderElementsOf(
                            Programs.shipped().types().keySet());
        }
    }
}
