package org.advalorem.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of README and of {@code docs/api.md} compiles, and prints what they say it prints. */
final class ApiExampleTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(import .*?)```", Pattern.DOTALL);
    private static final Pattern PRINTED = Pattern.compile("It prints:\n\n```output\n(.*?)```", Pattern.DOTALL);
    private static final Path SCENARIO = Path.of("scenarios/tutorial");
    private static final int LINES = 20;

    @TempDir
    private Path folder;

    private static String found(Pattern pattern, Path page) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(page, StandardCharsets.UTF_8));
        assertThat(matcher.find()).as("%s in %s", pattern, page).isTrue();
        return matcher.group(1);
    }

    /** What this test runs with, from wherever it is run. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String run(String name) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        folder + File.pathSeparator + classPath(),
                        name)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(printed)).isZero();
        return Files.readString(printed, StandardCharsets.UTF_8);
    }

    @Test
    void theExampleOfBothPagesPrintsWhatTheySay() throws IOException, InterruptedException {
        String example = found(JAVA, Path.of("README.md"));
        assertThat(found(JAVA, Path.of("docs/api.md"))).isEqualTo(example);
        assertThat(example.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("import "))
                        .count())
                .isLessThanOrEqualTo(LINES);
        Path source = Files.writeString(folder.resolve("Example.java"), example);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-Xlint:all",
                                "-Werror",
                                "-proc:none",
                                "-cp",
                                classPath(),
                                source.toString()))
                .isZero();
        copyScenario();
        assertThat(run("Example"))
                .isEqualTo(found(PRINTED, Path.of("docs/api.md")))
                .isEqualTo(found(PRINTED, Path.of("README.md")));
        assertThat(List.of("difference.svg", "simulation.xlsx"))
                .allSatisfy(name -> assertThat(folder.resolve(name)).isNotEmptyFile());
    }

    private void copyScenario() throws IOException {
        Path to = Files.createDirectories(folder.resolve(SCENARIO));
        try (Stream<Path> files = Files.list(SCENARIO)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
