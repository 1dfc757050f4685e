package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.advalorem.Parquet;
import org.advalorem.engine.Work;
import org.advalorem.engine.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A command whose work is done elsewhere prints what it prints alone. Elsewhere is here a second run of the command, which
 * shares nothing with the first but bytes.
 */
final class ElsewhereTest {
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";

    @TempDir
    private Path folder;

    /**
     * Does pieces in waves of 1, 2, 4 and so on, each in two stretches of which the second is done before the first, and the
     * first twice, by a second run.
     */
    private static final class Waves implements Workers {
        private final Work there;
        private boolean begun;

        Waves(Work there) {
            this.there = there;
        }

        @Override
        public void run(Work work, long pieces) {
            begun = true;
            long done = 0;
            boolean goesOn = true;
            int stretches = 0;
            for (long wave = 1; goesOn && done < pieces; wave *= 2) {
                Work.State state = work.state();
                long end = Math.min(pieces, done + wave);
                Work.Stretch first = new Work.Stretch(stretches++, done, (done + end + 1) / 2);
                List<byte[]> results = new ArrayList<>();
                if (first.end() < end) {
                    Work.Stretch second = new Work.Stretch(stretches++, first.end(), end);
                    results.addAll(Arrays.asList(there.stretch(state.bytes(), second)));
                }
                there.stretch(state.bytes(), first);
                results.addAll(0, Arrays.asList(there.stretch(state.bytes(), first)));
                for (int i = 0; i < results.size() && goesOn; i++) {
                    goesOn = work.take(state, results.get(i));
                }
                done = end;
            }
        }
    }

    private static Run elsewhere(List<String> args) {
        List<Waves> waves = new ArrayList<>();
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Main.run(args.toArray(String[]::new), out, err, (command, files) -> {
            waves.add(new Waves(Main.work(command, path -> path)));
            return waves.get(0);
        });
        assertThat(waves).hasSize(1);
        assertThat(waves.get(0).begun).isTrue();
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Stream<String> commands() {
        return Stream.of(
                "simulate FOIL --draws 600000",
                "simulate FOIL --draws 20000 --vary issues.parent=discrete(cross-owned:60%,not-cross-owned:40%)",
                "simulate FOIL --draws 50000 --design sobol",
                "simulate FOIL --draws 5000 --design latin-hypercube",
                "simulate FOIL --draws 100000 --until 0.05pp --crosses 15%",
                "sensitivity FOIL --draws 40960",
                "issues FOIL",
                "sweep FOIL --vary companies.zhongji.export-value-adjustment.markup=0%~to~20%~in~9000",
                "sweep FOIL --vary companies.zhongji.export-value-adjustment.method=none,ratio,denominator",
                "issues src/test/resources/whatif/contested.yaml",
                "portfolio scenarios src/test/resources/whatif --draws 1000");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theSameBytes(String command) {
        List<String> args =
                new ArrayList<>(Arrays.asList(command.replace("FOIL", FOIL).split(" ", -1)));
        // a tilde stands for a blank within an argument
        args.replaceAll(arg -> arg.replace('~', ' '));
        args.addAll(List.of("--format", "json"));
        Run alone = Run.of(args.toArray(String[]::new));
        assertThat(alone.exit()).as(alone.err()).isZero();
        assertThat(elsewhere(args)).isEqualTo(alone);
    }

    @Test
    void drawsAreTheSame() throws Exception {
        List<byte[]> files = new ArrayList<>();
        for (boolean there : List.of(true, false)) {
            Path file = folder.resolve("draws" + there + ".parquet");
            List<String> args = List.of("simulate", FOIL, "--draws", "20000", "--draws-to", file.toString());
            assertThat((there ? elsewhere(args) : Run.of(args.toArray(String[]::new))).exit())
                    .isZero();
            files.add(Files.readAllBytes(file));
        }
        assertThat(files.get(0)).isEqualTo(files.get(1));
    }

    /** Rows of the parts put together, and facts of each, are those of the one file of the program alone. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void drawsInPartsAreTheSame(boolean exists) throws Exception {
        Path file = folder.resolve("draws.parquet");
        Path parts = folder.resolve("parts");
        if (exists) {
            Files.createDirectory(parts);
        }
        List<String> args = List.of(
                "simulate",
                FOIL,
                "--draws",
                "45000",
                "--vary",
                "issues.parent=discrete(cross-owned: 60%, not-cross-owned: 40%)",
                "--format",
                "json",
                "--draws-to");
        Run alone =
                Run.of(Stream.concat(args.stream(), Stream.of(file.toString())).toArray(String[]::new));
        assertThat(alone.exit()).as(alone.err()).isZero();
        String name = exists ? parts.toString() : parts + "/";
        assertThat(elsewhere(Stream.concat(args.stream(), Stream.of(name)).toList()))
                .isEqualTo(alone);
        // eleven chunks in waves of one, two, four and what is left
        assertThat(names(parts))
                .containsExactly(
                        "part-00000.parquet",
                        "part-00001.parquet",
                        "part-00002.parquet",
                        "part-00003.parquet",
                        "part-00004.parquet",
                        "part-00005.parquet",
                        "part-00006.parquet");
        List<List<Object>> rows = new ArrayList<>();
        for (String part : names(parts)) {
            rows.addAll(Parquet.rows(parts.resolve(part)));
            assertThat(Parquet.facts(parts.resolve(part))).isEqualTo(Parquet.facts(file));
            assertThat(Parquet.columns(parts.resolve(part))).isEqualTo(Parquet.columns(file));
        }
        assertThat(rows).hasSize(45_000).isEqualTo(Parquet.rows(file));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** A run that fails elsewhere or is refused leaves the folder as it was. */
    @Test
    void aFolderHasAllDrawsOrNone() throws Exception {
        Path parts = folder.resolve("parts");
        List<String> args = List.of(
                "simulate",
                FOIL,
                "--vary",
                "benchmarks.ingot.inland-freight=normal(14, 30)",
                "--draws-to",
                parts + "/");
        assertThat(elsewhere(args).exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(parts).doesNotExist();
        Files.createDirectory(parts);
        assertThat(elsewhere(args).exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(names(parts)).isEmpty();
        Files.writeString(parts.resolve("kept.txt"), "kept");
        refused("(" + parts + "/) is not empty. Draws need a folder of their own: name another, or a new one.", args);
        assertThat(names(parts)).containsExactly("kept.txt");
    }

    @Test
    void aFolderThatCannotBeFilledIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        refused(
                "(" + file + "/) is a file. Draws need a folder of their own: name another, or a new one.",
                List.of("simulate", FOIL, "--draws-to", file + "/"));
        refused(
                "There is no folder (" + folder.resolve("none") + ") to make (" + folder
                        + "/none/parts/) in. Create it.",
                List.of("simulate", FOIL, "--draws-to", folder + "/none/parts/"));
        refused(
                "--until and (--draws-to " + folder + "/parts) exclude each other: parts are written before it is known"
                        + " which draws are the last. Name a file for the draws.",
                List.of("simulate", FOIL, "--until", "1pp", "--draws-to", folder + "/parts/"));
        assertThat(names(folder)).containsExactly("file");
    }

    /** Refused before any work is asked of others. */
    private static void refused(String why, List<String> args) {
        var err = new ByteArrayOutputStream();
        int exit = Main.run(args.toArray(String[]::new), OutputStream.nullOutputStream(), err, (command, files) -> {
            throw new IllegalStateException("Work was asked for.");
        });
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("advalorem: " + why + "\n");
        assertThat(exit).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
    }

    @Test
    void aFaultIsToldAsItIsAlone() {
        String markup = "companies.zhongji.export-value-adjustment.markup=";
        for (List<String> args : List.of(
                List.of("simulate", FOIL, "--vary", "benchmarks.ingot.inland-freight=normal(14, 30)"),
                List.of("sweep", FOIL, "--vary", markup + "-120% to 20% in 9000"),
                List.of("sweep", FOIL, "--vary", "companies.zhongji.export-value-adjustment.method=none, rato"))) {
            Run alone = Run.of(args.toArray(String[]::new));
            assertThat(alone.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
            assertThat(elsewhere(args)).isEqualTo(alone);
        }
    }
}
