package org.advalorem.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A run of the program, alone or on Spark, in a process of its own, as users start it. */
record Started(Process process, Path out, Path err) {
    private static final Path HOME = Path.of("cluster/target/home").toAbsolutePath();
    private static final int MINUTES = 5;

    /** What a run has printed. */
    record Printed(int exit, String out, String err) {}

    /** The plain program. */
    static Started alone(Path scratch, String... args) throws IOException {
        return start(scratch, "org.advalorem.cli.Main", Stream.of(args));
    }

    /** The program on Spark. */
    static Started onSpark(Path scratch, String master, String... args) throws IOException {
        return start(
                scratch,
                "org.advalorem.cluster.Main",
                Stream.concat(Arrays.stream(args), Stream.of("--master", master)));
    }

    private static Started start(Path scratch, String main, Stream<String> args) throws IOException {
        Path out = Files.createTempFile(scratch, "out", "");
        Path err = Files.createTempFile(scratch, "err", "");
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                HOME + "/jars/*:" + HOME + "/advalorem/*",
                main));
        words.addAll(args.toList());
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(Map.of("SPARK_HOME", HOME.toString(), "SPARK_SCALA_VERSION", "2.13"));
        return new Started(
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
    }

    /** Waits for the end. */
    Printed printed() throws IOException, InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("Not done in " + MINUTES + " minutes: " + err());
        }
        return new Printed(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** The executors that it has started. */
    List<ProcessHandle> executors() {
        return process.descendants()
                .filter(other -> other.info()
                        .arguments()
                        .filter(words ->
                                Arrays.asList(words).contains("org.apache.spark.executor.CoarseGrainedExecutorBackend"))
                        .isPresent())
                .toList();
    }
}
