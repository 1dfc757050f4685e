package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion script, sourced by bash where there is one. */
final class CompletionTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void thereIsBash() {
        assumeThat(Stream.of("/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash")
                        .map(Path::of))
                .anyMatch(Files::isExecutable);
    }

    private String bash(String commands) throws IOException, InterruptedException {
        Path script = folder.resolve("completion.bash");
        assertThat(Run.of("generate-completion", "--output", script.toString()).exit())
                .isZero();
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        "bash", "--norc", "--noprofile", "-uc", "source '" + script + "'\n" + commands)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed.strip();
    }

    /** What bash would offer for the last of these words. */
    private List<String> offered(List<String> words) throws IOException, InterruptedException {
        String quoted = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        String printed = bash("COMP_WORDS=(" + quoted + ") COMP_CWORD=" + (words.size() - 1)
                + "\n_advalorem\nprintf '%s ' ${COMPREPLY[@]+\"${COMPREPLY[@]}\"}");
        return Arrays.stream(printed.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    @Test
    void itIsForTheLauncherAndLeavesFilesToTheShell() throws IOException, InterruptedException {
        assertThat(bash("complete -p advalorem")).isEqualTo("complete -o default -F _advalorem advalorem");
    }

    // the last word is the one to complete; = is a word of its own, as bash takes it; _ is an empty word
    @ParameterizedTest
    @CsvSource({
        "me, memo",
        "--v, --version",
        "help ra, rate",
        "rate --f, --format --font",
        "rate case.yaml --no-e, --no-expect",
        "memo case.yaml --rec, --records",
        "check --s, --strict --set",
        "explain --d, --depth --debug",
        "rate --format _, text json csv markdown",
        "rate --format ma, markdown",
        "rate --format =, text json csv markdown",
        "rate --format = j, json",
        "rate new --format c, csv"
    })
    void wordsAreOffered(String typed, String offered) throws IOException, InterruptedException {
        assertThat(offered(words(typed))).containsExactlyInAnyOrder(offered.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "rate _",
        "rate scen",
        "rate a.yaml sc",
        "memo --output fi",
        "rate --set comp",
        "explain --depth 1",
        "new x"
    })
    void whereNamesOfFilesBelongNothingElseIs(String typed) throws IOException, InterruptedException {
        assertThat(offered(words(typed))).isEmpty();
    }

    @Test
    void everyCommandIsOffered() throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(Entry.words());
        all.addAll(List.of("help", "--help", "--version"));
        assertThat(offered(words("_"))).containsExactlyInAnyOrderElementsOf(all);
    }

    private static List<String> words(String typed) {
        return Stream.concat(Stream.of("advalorem"), Arrays.stream(typed.split(" ")))
                .map(word -> word.equals("_") ? "" : word)
                .toList();
    }

    @Test
    void everyOptionOfEveryCommandIsOffered() throws IOException, InterruptedException {
        for (String command : Entry.words()) {
            List<String> options = Run.of(command, "--help")
                    .out()
                    .lines()
                    .takeWhile(line -> !line.startsWith("Examples"))
                    .filter(line -> line.matches("^ +(-\\w, )?--.*"))
                    .map(line -> line.replaceAll("^ +(-\\w, )?(--[\\w-]+).*", "$2"))
                    .toList();
            assertThat(offered(List.of("advalorem", command, "--"))).containsExactlyInAnyOrderElementsOf(options);
        }
    }
}
