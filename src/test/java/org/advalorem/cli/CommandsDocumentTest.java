package org.advalorem.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.advalorem.Snapshots;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/commands.md} has every command as its help describes it; {@code mvn test -Dtest=CommandsDocumentTest
 * -Dsnapshots=write} writes it anew.
 */
final class CommandsDocumentTest {
    private static final String HEAD = """
            # Commands

            What `advalorem COMMAND --help` prints, for every command, by the question that it answers. Exit codes: 0 success, 1 unexpected
            failure, 2 bad usage or a bad scenario, 3 an `expect` of the scenario was not met, 130 stopped by Ctrl-C, 141 the reader closed the
            pipe. The commands at work: [`tutorial.md`](tutorial.md), [`economists.md`](economists.md), [`petitioners.md`](petitioners.md),
            [`respondents.md`](respondents.md), [`after-the-rate.md`](after-the-rate.md). What JSON and CSV hold: [`json.md`](json.md).

            """;

    @Test
    void hasEveryCommand() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (Group group : Group.values()) {
            text.append(group.question()).append("\n\n");
            for (Entry entry : Entry.values()) {
                if (entry.group() == group) {
                    text.append("- [`")
                            .append(entry.word())
                            .append("`](#")
                            .append(entry.word())
                            .append("): ")
                            .append(entry.purpose())
                            .append('\n');
                }
            }
            text.append('\n');
        }
        for (Entry entry : Entry.values()) {
            String help = Run.of(entry.word(), "--help").out().strip();
            text.append("## ")
                    .append(entry.word())
                    .append("\n\n```help\n")
                    .append(help)
                    .append("\n```\n\n");
        }
        Snapshots.compare(Path.of("docs/commands.md"), text.toString().stripTrailing() + "\n");
    }
}
