package org.advalorem.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On Spark the program prints, byte for byte, what it prints alone. */
final class SameBytesTest {
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";

    @TempDir
    private Path scratch;

    private void same(String master, int partitions, String... args) throws IOException, InterruptedException {
        List<String> divided = new ArrayList<>(Arrays.asList(args));
        divided.addAll(List.of("--partitions", Integer.toString(partitions)));
        Started alone = Started.alone(scratch, args);
        Started.Printed onSpark =
                Started.onSpark(scratch, master, divided.toArray(String[]::new)).printed();
        assertThat(onSpark.exit()).as(onSpark.err()).isZero();
        assertThat(onSpark.err()).contains("go to each executor once");
        assertThat(onSpark.out())
                .hasSizeGreaterThan(1000)
                .isEqualTo(alone.printed().out());
    }

    @ParameterizedTest
    @CsvSource({"1, local[1]", "3, local[2]", "8, local[2]"})
    void simulateWhateverThePartitions(int partitions, String master) throws IOException, InterruptedException {
        same(master, partitions, "simulate", FOIL, "--draws", "600000", "--format", "json");
    }

    @Test
    void portfolio() throws IOException, InterruptedException {
        same("local[2]", 4, "portfolio", "scenarios", "--draws", "1000", "--format", "csv");
    }

    /** Executors in processes of their own, of which one is killed while it works. */
    @Test
    void simulateWithAnExecutorKilled() throws IOException, InterruptedException {
        String[] args = {"simulate", FOIL, "--draws", "2e7", "--format", "json"};
        Started onSpark = Started.onSpark(scratch, "local-cluster[2,1,1024]", args);
        List<ProcessHandle> executors = List.of();
        while (executors.size() < 2 && onSpark.process().isAlive()) {
            Thread.sleep(100);
            executors = onSpark.executors();
        }
        // an executor takes some seconds to begin
        ProcessHandle killed = executors.get(0);
        while (killed.info().totalCpuDuration().orElseThrow().toMillis() < 8000) {
            Thread.sleep(50);
        }
        killed.destroyForcibly();
        Started.Printed printed = onSpark.printed();
        assertThat(printed.exit()).as(printed.err()).isZero();
        assertThat(printed.err()).contains("Lost executor");
        assertThat(printed.out())
                .isEqualTo(Started.alone(scratch, args).printed().out());
    }

    /** Enough draws for many waves. */
    @Test
    @Tag("slow")
    void simulateManyDraws() throws IOException, InterruptedException {
        same("local[2]", 8, "simulate", FOIL, "--draws", "1e8", "--format", "json");
    }

    @Test
    void whatItCannotDoIsSaid() throws IOException, InterruptedException {
        assertThat(Started.onSpark(scratch, "local[1]", "rate", FOIL).printed())
                .isEqualTo(new Started.Printed(
                        2,
                        "",
                        "advalorem-cluster: (rate) is none of simulate, issues, sensitivity, sweep, portfolio. For others:"
                                + " advalorem rate.\n"));
    }
}
