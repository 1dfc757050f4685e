package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program itself, told to end while it works. The signal is the polite one that the virtual machine treats like that of
 * Ctrl-C, which a build that runs in the background may not be able to send.
 */
@DisabledOnOs(OS.WINDOWS)
final class CtrlCTest {
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void aSimulationTellsWhatIsKnown() throws IOException, InterruptedException {
        stopped("simulate", FOIL, "--draws", "1000000000");
        assertThat(out())
                .contains("PARTIAL: the run was stopped before the end.", "Quantiles, with 95 percent bounds")
                .endsWith("\n");
        assertThat(err()).startsWith("\rdraws [").contains(" left").endsWith("\r\u001b[K");
    }

    @Test
    void aComparisonSaysThatThereIsNothing() throws IOException, InterruptedException {
        stopped("compare", FOIL, "--with", "scenarios/every-program/scenario.yaml");
        assertThat(out()).isEmpty();
        assertThat(err()).endsWith("\r\u001b[Kadvalorem: stopped before the end. There is nothing to report yet.\n");
    }

    /** Starts the program as from a terminal and ends it as soon as it shows a bar. */
    private void stopped(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dadvalorem.terminal=yes",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        try {
            for (int i = 0; i < 10 * PATIENCE_SECONDS && !err().contains("\u001b"); i++) {
                assertThat(process.isAlive()).as("%s %s", out(), err()).isTrue();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            process.destroy();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(128 + 15);
        } finally {
            process.destroyForcibly();
        }
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
