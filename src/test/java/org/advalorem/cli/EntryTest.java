package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What the registry says of a command is true of it, and the documentation says the same. */
final class EntryTest {
    private static final int HELP_COLUMNS = 100;

    private static List<String> words(Trait trait) {
        return Arrays.stream(Entry.values())
                .filter(entry -> entry.is(trait))
                .map(Entry::word)
                .toList();
    }

    /** The command names in code quotes, in order. */
    private static List<String> quoted(String markdown) {
        return Pattern.compile("`([a-z-]+)`")
                .matcher(markdown)
                .results()
                .map(match -> match.group(1))
                .filter(Entry.words()::contains)
                .toList();
    }

    private static String line(String file, String beginning) throws IOException {
        return Files.readAllLines(Path.of(file), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aCommandHasTheOptionsOfItsTraits(Entry entry) {
        Set<String> options = entry.command().spec().optionsMap().keySet();
        assertThat(options.contains("--chart")).isEqualTo(entry.is(Trait.CHART));
        assertThat(options.contains("--draws-to")).isEqualTo(entry.is(Trait.DRAWS));
        assertThat(options.contains("--format")).isEqualTo(!entry.formats().isEmpty());
    }

    /** JShell prints by itself: see ShellTest. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SHELL")
    void aCommandDoesItsWork(Entry entry) {
        Run run = Run.of(SampleArguments.of(entry).toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCommandExplainsItself(Entry entry) {
        Run run = Run.of(entry.word(), "--help");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Usage: advalorem " + entry.word()).contains("Example");
        assertThat(run.out().replaceAll("\\s+", " ")).contains(entry.purpose());
        assertThat(Run.of("help", entry.word())).isEqualTo(run);
    }

    @ParameterizedTest
    @EnumSource
    void jsonIsOfAFormatOfItsCommand(Entry entry) {
        List<String> arguments = SampleArguments.of(entry);
        if (!entry.formats().isEmpty()) {
            arguments.addAll(List.of("--format", "json"));
            String json = Run.of(arguments.toArray(String[]::new)).out();
            assertThat(entry.formats())
                    .contains(JsonMapper.shared().readTree(json).get("format").asString());
        }
    }

    @Test
    void aPurposeFitsOnALine() {
        assertThat(Run.of("--help").out().lines()).allMatch(line -> line.length() <= HELP_COLUMNS);
        assertThat(Entry.values())
                .extracting(Entry::purpose)
                .doesNotHaveDuplicates()
                .allMatch(words -> words.endsWith("."));
    }

    /** Also the disclosure of {@code compare --to}, the one format that {@link #jsonIsOfAFormatOfItsCommand} does not see. */
    @Test
    void everyFormatIsDocumented() throws IOException {
        Set<String> formats = Arrays.stream(Entry.values())
                .flatMap(entry -> entry.formats().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = Pattern.compile("advalorem-[a-z]+/[0-9]+")
                .matcher(line("docs/json.md", "| `format` |"))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).isEqualTo(formats);
        String headings = Files.readAllLines(Path.of("docs/json.md")).stream()
                .filter(line -> line.startsWith("## "))
                .collect(Collectors.joining("\n"));
        assertThat(formats).allMatch(headings::contains);
    }

    @Test
    void theReadmeNamesEveryCommand() throws IOException {
        String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
        assertThat(Entry.words()).allMatch(word -> readme.matches("(?s).*(`|advalorem )" + word + "\\b.*"));
        assertThat(quoted(line("README.md", "| How does it look in a brief? |")))
                .isEqualTo(words(Trait.CHART));
        assertThat(quoted(line("README.md", "| What if? See below. |")))
                .isEqualTo(Arrays.stream(Entry.values())
                        .filter(entry -> entry.group() == Group.WHAT_IF)
                        .map(Entry::word)
                        .toList());
    }
}
