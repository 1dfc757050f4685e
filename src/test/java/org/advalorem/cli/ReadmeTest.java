package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README tells a newcomer to type works, and gives the figures of the case it is about. */
class ReadmeTest {
    private static final Pattern COMMAND = Pattern.compile("\\./advalorem ([^`\\n]*)");

    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^' ])+");

    /** All but the one that reads what is typed: ShellTest types. */
    static Stream<String> commands() throws IOException {
        return COMMAND.matcher(Files.readString(Path.of("README.md"), StandardCharsets.UTF_8))
                .results()
                .map(result -> result.group(1).strip())
                .filter(command -> command.contains("scenarios/") && !command.startsWith(Entry.SHELL.word()))
                .distinct();
    }

    @Test
    void thereAreCommands() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandWorks(String command) {
        assertThat(output(words(command))).isNotEmpty();
    }

    /** The words of a command line, as a shell divides it: what stands in single quotes is one. */
    static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group().replace("'", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theCaseGivesItsFigures(String set, String rate, String allOthers) {
        String output =
                output(List.of("rate", "scenarios/aluminum-foil/scenario.yaml", "--format", "csv", "--set", set));
        assertThat(output).contains(rate).contains(allOthers);
    }

    static Stream<Arguments> figures() {
        return Stream.of(
                Arguments.of("programs.export-buyers-credit.applied=yes", "17.14", "18.56"),
                Arguments.of("programs.export-buyers-credit.applied=no", "6.60", "13.29"),
                Arguments.of("companies.zhongji.export-value-adjustment.method=denominator", "16.9", "18."),
                Arguments.of("companies.zhongji.export-value-adjustment.method=ratio", "16.7", "18."));
    }

    private static String output(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(
                arguments.toArray(new String[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
