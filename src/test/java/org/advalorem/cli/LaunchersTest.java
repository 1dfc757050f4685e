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

/** The launcher for Windows, as far as it can be judged by reading it, beside the one for sh, which every build runs. */
final class LaunchersTest {
    private static final Pattern GOTO = Pattern.compile("\\bgoto (\\w+)");
    private static final Pattern LABEL = Pattern.compile("(?m)^:(\\w+)$");
    private static final Pattern OPTION = Pattern.compile("-(?:XX:|Xshare|Xlog|D(?!advalorem|style))[^\\s'\"]+");

    private static String sh() throws IOException {
        return Files.readString(Path.of("advalorem"), StandardCharsets.US_ASCII);
    }

    private static String cmd() throws IOException {
        return Files.readString(Path.of("advalorem.cmd"), StandardCharsets.US_ASCII)
                .replace("\r\n", "\n");
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(match -> match.group(group)).toList();
    }

    private static Set<String> options(String text) {
        return found(
                        OPTION,
                        text.lines().filter(line -> !line.matches("rem .*|#.*")).collect(Collectors.joining("\n")),
                        0)
                .stream()
                .filter(option -> !option.matches(".*(\\$|%|\\*|\\[).*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyJumpHasItsLabel() throws IOException {
        List<String> labels = found(LABEL, cmd(), 1);
        assertThat(labels).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(found(GOTO, cmd(), 1))).isEqualTo(new TreeSet<>(labels));
    }

    /** Inside parentheses everything is expanded before the first line runs, and a path may hold a parenthesis. */
    @Test
    void noParenthesesOverSeveralLines() throws IOException {
        assertThat(cmd().lines()).noneMatch(line -> line.endsWith("("));
    }

    @Test
    void bothGiveJavaTheSameOptions() throws IOException {
        assertThat(options(cmd())).isEqualTo(options(sh())).hasSizeGreaterThan(10);
    }

    @Test
    void bothKnowTheLongCommands() throws IOException {
        List<String> words = Arrays.stream(Entry.values())
                .filter(entry -> entry.is(Trait.LONG) && !entry.is(Trait.BUILDS))
                .map(Entry::word)
                .toList();
        assertThat(sh()).contains("\n    " + String.join(" | ", words) + ") speed=");
        assertThat(cmd()).contains("for %%C in (" + String.join(" ", words) + ") do ");
    }

    /** An archive that brings its own Java works whatever is installed. */
    @Test
    void bothTakeTheJavaBesideThemFirst() throws IOException {
        assertThat(sh().indexOf("$home/runtime/bin/java")).isBetween(0, sh().indexOf("${JAVA_HOME:-}"));
        assertThat(cmd().indexOf("%AV_HOME%\\runtime\\bin\\java.exe"))
                .isBetween(0, cmd().indexOf("if not defined JAVA_HOME"));
    }

    @Test
    void everyPathIsQuoted() throws IOException {
        Pattern bare =
                Pattern.compile("(?<![\"\\w%\\\\/=>])%AV_(?:HOME|JAVA|BIN|LIB|BUILDS|SOURCES|DATA|NEW|ARCHIVE|JAR)%");
        assertThat(cmd().lines().filter(line -> !line.startsWith(">&2 echo")))
                .noneMatch(line -> bare.matcher(line).find());
    }

    @Test
    void itIsCheckedOutWithTheLineEndsOfWindows() throws IOException {
        assertThat(Files.readAllLines(Path.of(".gitattributes"))).contains("*.cmd text eol=crlf");
    }
}
