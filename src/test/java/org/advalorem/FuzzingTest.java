package org.advalorem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each reader for some time before a fuzzer that sees which branches an input takes: {@code mvn test -Pfuzz
 * -Dfuzz.seconds=60}. What it learns stays in {@code target/fuzz}; an input that makes a reader fail is named.
 */
@Tag("fuzz")
final class FuzzingTest {
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 60);
    private static final int TO_START_AND_END = 600;
    private static final Path FOLDER = Path.of("target/fuzz");

    /** Whose branches are seen: those of our readers, and of the libraries that read for us. */
    private static final String SEEN = String.join(
            ":",
            List.of(
                    "org.advalorem.scenario.**",
                    "org.advalorem.facts.**",
                    "org.advalorem.tables.**",
                    "org.advalorem.uncertainty.**",
                    "org.advalorem.receipts.**",
                    "org.snakeyaml.**",
                    "de.siegmar.**",
                    "tools.jackson.core.**"));

    @ParameterizedTest
    @EnumSource
    void findsNothing(FuzzTarget target) throws IOException, InterruptedException {
        Path learnt = Files.createDirectories(FOLDER.resolve(target.word()));
        File log = FOLDER.resolve(target.word() + ".log").toFile();
        Process fuzzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1500m",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.target().getName(),
                        "--instrumentation_includes=" + SEEN,
                        // its detectors take longer to install than a short run lasts
                        "--custom_hook_excludes=**",
                        "--reproducer_path=" + FOLDER,
                        "-artifact_prefix=" + FOLDER.resolve(target.word()) + "-",
                        "-max_total_time=" + SECONDS,
                        "-timeout=60",
                        "-rss_limit_mb=3000",
                        "-print_final_stats=1",
                        learnt.toString(),
                        target.corpus().toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        boolean ended = fuzzer.waitFor(SECONDS + TO_START_AND_END, TimeUnit.SECONDS);
        fuzzer.destroyForcibly();
        List<String> told = Files.readAllLines(log.toPath(), StandardCharsets.ISO_8859_1).stream()
                .filter(line -> !line.startsWith("INFO:") && !line.startsWith("#") && !line.contains("# Uses:"))
                .toList();
        assertThat(ended && fuzzer.exitValue() == 0)
                .as(String.join("\n", told) + "\nThe input that is named above belongs into " + target.corpus())
                .isTrue();
        told.stream()
                .filter(line -> line.startsWith("Done "))
                .forEach(line -> System.out.println("fuzz " + target.word() + ": " + line));
    }
}
