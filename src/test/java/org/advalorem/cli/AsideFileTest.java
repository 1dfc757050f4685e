package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.advalorem.report.AsideFile;
import org.advalorem.rules.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in the making: whole or not at all, and nothing of another run is touched. */
@DisabledOnOs(OS.WINDOWS)
final class AsideFileTest {
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    private Path file(String name) {
        return folder.resolve(name);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> aside() throws IOException {
        return names().stream().filter(name -> name.endsWith(".tmp")).toList();
    }

    private Process start(String main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(Arrays.asList(args));
        return start(command);
    }

    private Process start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(file("err").toFile())
                .start();
        started.add(process);
        return process;
    }

    private Process simulation(String... outputs) throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of("simulate", FOIL, "--draws", "1000000000"));
        args.addAll(Arrays.asList(outputs));
        int before = aside().size();
        Process process = start(Main.class.getName(), args.toArray(String[]::new));
        for (int i = 0; i < 10 * PATIENCE_SECONDS && aside().size() == before; i++) {
            assertThat(process.isAlive()).as(Files.readString(file("err"))).isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return process;
    }

    private void end(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** Whether what started this process has it ignore a signal, which its own children then do as well. */
    private static boolean isIgnored(String signal) throws IOException {
        int bit = signal.equals("TERM") ? 14 : 0;
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> bit & 1) == 1);
    }

    private void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @CsvSource({"TERM, parquet", "HUP, csv"})
    void aSignalLeavesTheOldFileAndAPartialOneBesideIt(String signal, String ending)
            throws IOException, InterruptedException {
        assumeThat(isIgnored(signal))
                .as("this run was started to ignore " + signal)
                .isFalse();
        Path old = Files.writeString(file("draws." + ending), "old");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r-----"));
        Path report = Files.writeString(file("report.json"), "old report");
        Path chart = Files.writeString(file("chart.svg"), "old chart");
        try {
            Process process =
                    simulation("--draws-to", old.toString(), "-o", report.toString(), "--chart", chart.toString());
            assertThat(aside()).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(aside().get(0)))))
                    .isEqualTo("rw-------");
            end(process, signal);
            assertThat(process.exitValue()).isEqualTo(128 + (signal.equals("TERM") ? 15 : 1));
        } finally {
            endAll();
        }
        assertThat(old).hasContent("old");
        assertThat(report).hasContent("old report");
        assertThat(chart).hasContent("old chart");
        Path partial = file("draws.partial." + ending);
        assertThat(names())
                .containsExactly(
                        "chart.partial.svg",
                        "chart.svg",
                        "draws." + ending,
                        "draws.partial." + ending,
                        "err",
                        "report.json",
                        "report.partial.json");
        assertThat(Files.size(partial)).isPositive();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(partial)))
                .isEqualTo("rw-r-----");
        assertThat(Files.readString(file("report.partial.json"))).contains("\"partial\": true");
        assertThat(Files.readString(file("err")))
                .contains("note: stopped before the end: (" + old + ") is as it was; what was made of it so far is in ("
                        + partial + ").\n")
                .contains(
                        file("report.partial.json").toString(),
                        file("chart.partial.svg").toString());
    }

    @Test
    void whatAKilledRunLeavesIsRemovedByTheNextAndWhatARunningOneWritesIsNot()
            throws IOException, InterruptedException {
        Path target = Files.writeString(file("draws.csv"), "old");
        try {
            end(simulation("-o", target.toString()), "KILL");
            List<String> left = aside();
            assertThat(left).hasSize(1);
            assertThat(target).hasContent("old");
            Process running = simulation("-o", target.toString());
            assertThat(aside()).hasSize(1).isNotEqualTo(left);
            List<String> written = aside();
            assertThat(Run.of("rate", Run.SMALL, "-o", file("rate.csv").toString())
                            .exit())
                    .isZero();
            assertThat(Run.of("simulate", FOIL, "--draws=64", "-o", target.toString())
                            .exit())
                    .isZero();
            assertThat(Files.readAllLines(target).size()).isGreaterThan(64);
            assertThat(aside()).isEqualTo(written);
            assertThat(running.isAlive()).isTrue();
            end(running, "TERM");
        } finally {
            endAll();
        }
        assertThat(aside()).isEmpty();
        assertThat(Files.size(file("draws.partial.csv"))).isPositive();
    }

    /** Begins a file and never ends. */
    static final class Stuck {
        private Stuck() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            try (AsideFile file = AsideFile.of(Path.of(args[0]), kept -> System.err.println("kept " + kept), 1)) {
                file.channel().write(ByteBuffer.wrap("half".getBytes(StandardCharsets.UTF_8)));
                TimeUnit.HOURS.sleep(1);
            }
        }
    }

    @Test
    void aWriterThatDoesNotFinishInTimeLeavesWhatThereIs() throws IOException, InterruptedException {
        Path target = Files.writeString(file("table.parquet"), "old");
        try {
            Process process = start(Stuck.class.getName(), target.toString());
            for (int i = 0; i < 10 * PATIENCE_SECONDS && aside().isEmpty(); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            TimeUnit.MILLISECONDS.sleep(500);
            end(process, "TERM");
        } finally {
            endAll();
        }
        assertThat(target).hasContent("old");
        assertThat(file("table.partial.parquet")).hasContent("half");
        assertThat(aside()).isEmpty();
        assertThat(Files.readString(file("err"))).contains("kept " + file("table.partial.parquet"));
    }

    /** A limit on the size of files stands for a full disk: what is written beyond it fails in the same way. */
    @ParameterizedTest
    @ValueSource(strings = {"new", "rate", "parquet"})
    void aFullDiskLeavesNoFile(String what) throws IOException, InterruptedException {
        Path target = file(what.equals("new") ? "case.yaml" : what.equals("rate") ? "rate.csv" : "rate.parquet");
        if (!what.equals("new")) {
            Files.writeString(target, "old");
        }
        String program = String.join(
                " ",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData -XX:TieredStopAtLevel=1 -cp",
                        "'" + System.getProperty("java.class.path") + "'",
                        Main.class.getName(),
                        what.equals("new") ? "new" : "rate " + FOIL + " -o",
                        target.toString()));
        Process process = start(List.of("sh", "-c", "ulimit -f 1; exec " + program + " 2>&1 | cat >&2"));
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(file("err")))
                .startsWith("advalorem: (" + target + ") cannot be written in the folder (");
        if (what.equals("new")) {
            assertThat(names()).containsExactly("err");
        } else {
            assertThat(target).hasContent("old");
            assertThat(names()).containsExactly("err", target.getFileName().toString());
        }
    }

    @Test
    void aMakerThatFailsLeavesTheOldFile() throws IOException {
        Path target = Files.writeString(file("table.csv"), "old");
        var err = new ByteArrayOutputStream();
        Session session = new Session(new Console(err, err), Programs.shipped(), CtrlC::listen);
        OutputFile file =
                OutputFile.of("--output", target.toString(), new FileKind("a table", List.of(".csv"), false), session);
        try {
            file.make(AsideFileTest::fails, made -> false);
        } catch (UsageException e) {
            assertThat(e)
                    .hasMessageStartingWith("(" + target + ") cannot be written")
                    .hasMessageContaining("disk full");
        }
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("table.csv");
    }

    private static Path fails(FileChannel file) throws IOException {
        file.write(ByteBuffer.wrap(new byte[100]));
        throw new IOException("disk full");
    }

    @Test
    void anewFileHasTheModeOfAnyNewFileAndAReplacedOneKeepsItsOwn() throws IOException {
        Path any = Files.createFile(file("any"));
        Path fresh = file("fresh.csv");
        Run.of("rate", Run.SMALL, "-o", fresh.toString());
        assertThat(Files.getPosixFilePermissions(fresh)).isEqualTo(Files.getPosixFilePermissions(any));
        Path started = file("started.yaml");
        Run.of("new", started.toString());
        assertThat(Files.getPosixFilePermissions(started)).isEqualTo(Files.getPosixFilePermissions(any));
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-rw----"));
        Run.of("rate", Run.SMALL, "-o", fresh.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rw-rw----");
        assertThat(names()).containsExactly("any", "fresh.csv", "started.yaml");
    }
}
