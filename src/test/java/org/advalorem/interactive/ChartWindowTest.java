package org.advalorem.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Windows on a display without a screen (Xvfb), where there is one. Their pictures are left in the build's folder. */
final class ChartWindowTest {
    private static final Path XVFB = Path.of("/usr/bin/Xvfb");
    private static final Path PICTURES = Path.of("target/windows");

    @Test
    void windowsAreShownEnlargedHiddenAndMadeSmall() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(XVFB), "There is no Xvfb here.");
        Files.createDirectories(PICTURES);
        Path number = Files.createTempFile("display", "");
        Process display = new ProcessBuilder(
                        "/bin/sh", "-c", "exec Xvfb -displayfd 3 -screen 0 1400x1000x24 3>" + number)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String printed = probe(display(number));
            assertThat(printed).doesNotContain("UNCAUGHT").doesNotContain("Exception");
            assertThat(printed.lines().toList())
                    .contains(
                            "hidden <html>Company Z</html> true",
                            "shown again true",
                            "left when all are hidden 1",
                            "enlarged true")
                    .doesNotContain("drawn again false");
            assertThat(printed.lines().filter("drawn again true"::equals)).hasSize(4);
        } finally {
            display.destroy();
            display.waitFor(10, TimeUnit.SECONDS);
            Files.delete(number);
        }
    }

    private static String display(Path number) throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            String text = Files.readString(number).strip();
            if (!text.isEmpty()) {
                return ":" + text;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("Xvfb does not start.");
    }

    private static String probe(String display) throws IOException, InterruptedException {
        Path out = Files.createTempFile("windows", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WindowProbe.class.getName(),
                        PICTURES.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        if (!process.waitFor(240, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String printed = Files.readString(out);
        Files.delete(out);
        return printed;
    }
}
