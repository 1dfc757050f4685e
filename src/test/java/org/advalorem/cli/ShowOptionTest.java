package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.plot.Chart;
import org.advalorem.rules.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --show}, with windows that only remember what they were asked for. */
final class ShowOptionTest {
    @TempDir
    private Path folder;

    private static final class Remembered implements Interactive {
        private final String obstacle;
        private final List<Chart> shown = new ArrayList<>();
        private int waited;

        private Remembered(String obstacle) {
            this.obstacle = obstacle;
        }

        @Override
        public String obstacle() {
            return obstacle;
        }

        @Override
        public void show(Chart chart) {
            shown.add(chart);
        }

        @Override
        public void await() {
            waited++;
        }

        @Override
        public int shell(List<String> files, List<String> settings, Optional<String> script) {
            throw new UnsupportedOperationException();
        }
    }

    private static Run run(Remembered windows, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Main.run(
                arguments, new Session(new Console(out, err), Programs.shipped(), CtrlC::listen, Windows.of(windows)));
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aWindowIsOpenedAndWaitedForAndTheReportIsAsWithout() {
        Remembered windows = new Remembered("");
        Run run = run(windows, "rate", Run.SMALL, "--show");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(Run.of("rate", Run.SMALL).out());
        assertThat(windows.shown).hasSize(1);
        assertThat(windows.waited).isEqualTo(1);
    }

    @Test
    void aFileIsWrittenBesideTheWindow() {
        Remembered windows = new Remembered("");
        Path file = folder.resolve("rates.svg");
        assertThat(run(windows, "rate", Run.SMALL, "--show", "--chart", file.toString())
                        .exit())
                .isZero();
        assertThat(file).exists();
        assertThat(windows.shown).hasSize(1);
    }

    @Test
    void withoutADisplayTheChartGoesToTheFileThatIsNamed() {
        Remembered windows = new Remembered("there is no display");
        Path file = folder.resolve("rates.svg");
        Run run = run(windows, "rate", Run.SMALL, "--show", "--chart", file.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEqualTo("note: there is no display: the chart goes to (" + file + ").\n");
        assertThat(file).exists();
        assertThat(windows.shown).isEmpty();
        assertThat(windows.waited).isZero();
    }

    @Test
    void orToOneThatIsNotThereYet() throws Exception {
        Path first = Path.of("grid.png");
        Path second = Path.of("grid-2.png");
        Files.deleteIfExists(second);
        Files.writeString(first, "mine");
        try {
            Run run = run(
                    new Remembered("there is no display"),
                    "grid",
                    "scenarios/aluminum-foil/scenario.yaml",
                    "--vary",
                    "companies.zhongji.export-value-adjustment.markup=0% to 10% in 3",
                    "--vary",
                    "companies.zhongji.export-value-adjustment.method=none, ratio",
                    "--show");
            assertThat(run.err()).contains("the chart goes to (grid-2.png).");
            assertThat(run.exit()).isZero();
            assertThat(first).hasContent("mine");
            assertThat(Files.readAllBytes(second)).startsWith(0x89, 'P', 'N', 'G');
        } finally {
            Files.deleteIfExists(first);
            Files.deleteIfExists(second);
        }
    }

    @Test
    void whatIsRefusedOpensNoWindow() {
        Remembered windows = new Remembered("");
        assertThat(run(windows, "rate", "no-such.yaml", "--show").exit()).isEqualTo(2);
        assertThat(windows.shown).isEmpty();
        assertThat(windows.waited).isZero();
    }
}
