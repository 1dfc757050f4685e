package org.advalorem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/dependencies.md} lists every library that the build resolves for the program and its interactive side. */
final class DependenciesTest {
    private static final Path DOCUMENT = Path.of("docs/dependencies.md");
    private static final Pattern ROW = Pattern.compile(
            "\\| ([\\w-]+) \\| ([\\w.-]+) \\| ([^|]+) \\| ([^|]+) \\| (not yet|\\d{4}-\\d\\d-\\d\\d) \\| `([0-9a-f]{64})` \\|");

    /** Written by Maven before the tests; other ways to run them do without. */
    private static final Path RESOLVED = Path.of("target/runtime-classpath.txt");

    private static final Path INTERACTIVE = Path.of("target/interactive-classpath.txt");

    @Test
    void everyLibraryIsListedAsItIs() throws IOException, NoSuchAlgorithmException {
        assumeThat(RESOLVED).exists();
        assumeThat(INTERACTIVE).exists();
        List<String> resolved = new ArrayList<>();
        String jars = Files.readString(RESOLVED).strip()
                + File.pathSeparator
                + Files.readString(INTERACTIVE).strip();
        for (String jar : jars.split(File.pathSeparator, -1)) {
            Path file = Path.of(jar);
            String version = String.valueOf(file.getParent().getFileName());
            String name = String.valueOf(file.getFileName()).replace("-" + version + ".jar", "");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            resolved.add(name + " " + version + " " + HexFormat.of().formatHex(digest));
        }
        assertThat(listed()).containsExactlyInAnyOrderElementsOf(resolved);
    }

    /** A row that the pattern does not know would not be compared. */
    @Test
    void everyRowIsRead() throws IOException {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            assertThat(lines.filter(line -> line.contains("`") && line.startsWith("| "))
                            .count())
                    .isEqualTo(listed().size());
        }
    }

    private static List<String> listed() throws IOException {
        List<String> listed = new ArrayList<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                listed.add(row.group(1) + " " + row.group(2) + " " + row.group(6));
            }
        }
        return listed;
    }
}
