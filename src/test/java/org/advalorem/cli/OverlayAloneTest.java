package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An overlay given without its scenario is one problem, with the cure. */
final class OverlayAloneTest {
    @TempDir
    private Path folder;

    private String base = "";
    private String overlay = "";

    @BeforeEach
    void write() throws IOException {
        Path scenario = Files.copy(Path.of(SampleArguments.CASE), folder.resolve("case.yaml"));
        base = scenario.toString();
        Path laid = folder.resolve("overlay.yaml");
        Files.writeString(laid, "format: advalorem/1\nset:\n  companies.beta.uses.stated.1.rate: 4%\n");
        overlay = laid.toString();
    }

    private static Run refused(String... arguments) {
        Run run = Run.of(arguments);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.out()).isEmpty();
        return run;
    }

    @Test
    void aPositionThatLiesOnNothingIsToldWhatToExtend() {
        Run run = refused("report", base, overlay);
        assertThat(run.err())
                .contains("states no whole scenario", "each file is a position of its own", "extends: case.yaml")
                .doesNotContain("is missing in");
    }

    @Test
    void everyCommandSaysSoOnce() throws IOException {
        Files.writeString(folder.resolve("overlay.yaml"), "companies: {beta: {name: Gamma}}\n");
        assertThat(refused("rate", overlay).err())
                .contains("states no whole scenario", "name that first")
                .doesNotContain("is missing in");
    }

    /** A scenario that somebody has begun is told what it lacks. */
    @Test
    void aScenarioBegunIsToldItsKeys() throws IOException {
        Files.writeString(folder.resolve("overlay.yaml"), "format: advalorem/1\ntitle: A case\n");
        assertThat(refused("rate", overlay).err()).contains("(proceeding) is missing");
        Files.writeString(folder.resolve("overlay.yaml"), "format: advalorem/1\n");
        assertThat(refused("rate", overlay).err()).contains("(title) is missing");
        Files.writeString(folder.resolve("overlay.yaml"), "format: advalorem/1\nproceding: {}\n");
        assertThat(refused("rate", overlay).err()).contains("(proceding) may be a misspelling");
    }

    @Test
    void theOptionsThatDoNotFitAreNamedWithTheCure() {
        assertThat(refused(
                                "report",
                                base,
                                overlay,
                                "--twins",
                                "--adjust",
                                "a=1",
                                "-o",
                                folder.resolve("x.html").toString())
                        .err())
                .contains("omit (--twins) and (--adjust)", "write (extends: case.yaml) in it and name it alone");
    }

    @Test
    void aPositionIsNamedOnce() {
        assertThat(refused("report", base, base).err()).contains("is named twice");
    }
}
