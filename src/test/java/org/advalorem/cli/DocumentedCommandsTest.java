package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands in the pages under {@code docs} work, and print what the pages quote. A command is an indented line that
 * begins with {@code ./advalorem}; the lines in the fence after it are quoted from its output, in order. A quoted line is
 * whole, or ends in {@code ...} where the rest is left out.
 */
class DocumentedCommandsTest {
    private static final String COMMAND = "    ./advalorem ";
    private static final String FENCE = "```";
    private static final String REST = "...";

    record Example(Path page, String command, List<String> quoted) {
        /** The first quoted line that the output does not have after those before it; empty if it has all. */
        String missing(String output) {
            List<String> lines = output.lines().map(String::stripTrailing).toList();
            int from = 0;
            for (String quote : quoted) {
                while (from < lines.size() && !isQuoted(lines.get(from), quote)) {
                    from++;
                }
                if (from == lines.size()) {
                    return quote;
                }
                from++;
            }
            return "";
        }

        private static boolean isQuoted(String line, String quote) {
            return quote.endsWith(REST)
                    ? line.startsWith(
                            quote.substring(0, quote.length() - REST.length()).stripTrailing())
                    : line.equals(quote);
        }

        @Override
        public String toString() {
            return page + ": " + command;
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                read(page, examples);
            }
        }
        return examples.stream();
    }

    private static void read(Path page, List<Example> examples) throws IOException {
        boolean quoting = false;
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith(COMMAND)) {
                examples.add(new Example(page, line.substring(COMMAND.length()).strip(), new ArrayList<>()));
            } else if (line.startsWith(FENCE)) {
                quoting = line.equals(FENCE + "text");
            } else if (quoting && !line.isBlank()) {
                examples.get(examples.size() - 1).quoted().add(line.stripTrailing());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void printsWhatThePageQuotes(Example example) {
        Run run = Run.of(ReadmeTest.words(example.command()).toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FINE);
        assertThat(example.missing(run.out()))
                .as("quoted in %s, but not printed there by %s", example.page(), example.command())
                .isEmpty();
    }

    @Test
    void everyCommandAfterTheRateIsShownAtWork() throws IOException {
        assertThat(examples().filter(example -> example.page().endsWith("after-the-rate.md")))
                .extracting(example -> ReadmeTest.words(example.command()).get(0))
                .contains("deposit", "calendar", "exposure", "screen");
        assertThat(examples().filter(example -> !example.quoted().isEmpty())).hasSizeGreaterThan(5);
    }

    @Test
    void aLineThatIsNotPrintedOrOutOfOrderIsNoticed() {
        Path page = Path.of("page.md");
        assertThat(new Example(page, "", List.of("first", "sec...")).missing("first \nsecond\n"))
                .isEmpty();
        assertThat(new Example(page, "", List.of("second", "first")).missing("first\nsecond\n"))
                .isEqualTo("first");
        assertThat(new Example(page, "", List.of("secon")).missing("first\nsecond\n"))
                .isEqualTo("secon");
    }
}
