package org.advalorem.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
        same(master, partitions, "simulate", FOIL, "--draws", "400000", "--format", "json");
    }

    @Test
    void issues() throws IOException, InterruptedException {
        same("local[2]", 3, "issues", FOIL, "--format", "json");
    }

    @Test
    @Tag("slow")
    void sensitivity() throws IOException, InterruptedException {
        same("local[2]", 5, "sensitivity", FOIL, "--draws", "1e6", "--format", "json");
    }

    @Test
    @Tag("slow")
    void sweep() throws IOException, InterruptedException {
        String markup = "companies.zhongji.export-value-adjustment.markup=0% to 20% in 100000";
        same("local[2]", 5, "sweep", FOIL, "--vary", markup, "--format", "csv");
    }

    @Test
    void portfolio() throws IOException, InterruptedException {
        same("local[2]", 4, "portfolio", "scenarios", "--draws", "1000", "--format", "csv");
    }

    /** Executors in processes of their own, of which one is killed while it works. */
    @Test
    void simulateWithAnExecutorKilled() throws IOException, InterruptedException {
        String[] args = {"simulate", FOIL, "--draws", "1e7", "--format", "json"};
        Path unpacked = Files.createDirectory(scratch.resolve("executors"));
        Started onSpark = Started.onSpark(
                scratch,
                "local-cluster[2,1,1024]",
                Stream.concat(
                                Arrays.stream(args),
                                Stream.of("--conf=spark.executor.extraJavaOptions=-Djava.io.tmpdir=" + unpacked))
                        .toArray(String[]::new));
        // both have work once they have unpacked the files for it
        while (unpackedBy(unpacked) < 2 && onSpark.process().isAlive()) {
            Thread.sleep(20);
        }
        assertThat(onSpark.executors()).hasSize(2);
        onSpark.executors().get(0).destroyForcibly();
        Started.Printed printed = onSpark.printed();
        assertThat(printed.exit()).as(printed.err()).isZero();
        assertThat(printed.err()).contains("Lost executor");
        assertThat(printed.out())
                .isEqualTo(Started.alone(scratch, args).printed().out());
    }

    /** Rows of the parts put together are those of the file that the program alone writes, and the report is the same. */
    @Test
    void drawsInParts() throws IOException, InterruptedException {
        String[] args = {"simulate", FOIL, "--draws", "400000", "--format", "json", "--draws-to"};
        Path parts = scratch.resolve("parts");
        Started.Printed printed = Started.onSpark(scratch, "local[2]", with(args, parts + "/", "--partitions", "3"))
                .printed();
        assertThat(printed.exit()).as(printed.err()).isZero();
        sameDraws(parts, printed, args);
        // 98 chunks in waves of 24, 24 and 50
        assertThat(Draws.names(parts))
                .hasSize(9)
                .startsWith("part-00000.parquet")
                .endsWith("part-00008.parquet");
        Started.Printed again = Started.onSpark(scratch, "local[2]", with(args, parts.toString()))
                .printed();
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err())
                .isEqualTo("advalorem: (" + parts
                        + ") is not empty. Draws need a folder of their own: name another, or a new one.\n");
    }

    /** A part that was being written when its executor was lost is written again by another. */
    @Test
    void drawsInPartsWithAnExecutorKilled() throws IOException, InterruptedException {
        String[] args = {"simulate", FOIL, "--draws", "1e6", "--format", "json", "--draws-to"};
        Path parts = scratch.resolve("parts");
        Started onSpark =
                Started.onSpark(scratch, "local-cluster[2,1,1024]", with(args, parts + "/", "--partitions", "2"));
        // both write when there are two that are not whole
        while (Draws.aside(parts) < 2 && onSpark.process().isAlive()) {
            Thread.sleep(1);
        }
        onSpark.executors().get(0).destroyForcibly();
        Started.Printed printed = onSpark.printed();
        assertThat(printed.exit()).as(printed.err()).isZero();
        assertThat(printed.err()).contains("Lost executor");
        sameDraws(parts, printed, args);
    }

    private void sameDraws(Path parts, Started.Printed printed, String... args)
            throws IOException, InterruptedException {
        Path file = scratch.resolve("draws.parquet");
        Started.Printed alone =
                Started.alone(scratch, with(args, file.toString())).printed();
        assertThat(alone.exit()).as(alone.err()).isZero();
        assertThat(printed.out()).isEqualTo(alone.out());
        Draws.same(parts, file);
    }

    private static String[] with(String[] args, String... more) {
        return Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new);
    }

    private static long unpackedBy(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith("advalorem-"))
                    .count();
        }
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
