package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.advalorem.engine.Work;
import org.advalorem.engine.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A command whose work is done elsewhere prints what it prints alone. Elsewhere is here a second run of the command, which
 * shares nothing with the first but bytes.
 */
final class ElsewhereTest {
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";

    @TempDir
    private Path folder;

    /** Does pieces in waves of 1, 2, 4 and so on, the second of each before the first, by workers of a second run. */
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
            for (long wave = 1; goesOn && done < pieces; wave *= 2) {
                Work.State state = work.state();
                LongFunction<byte[]> worker = there.worker(state.bytes());
                long end = Math.min(pieces, done + wave);
                List<byte[]> results = new ArrayList<>();
                for (long piece = end - 1; piece >= done; piece--) {
                    results.add(0, worker.apply(piece));
                }
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
