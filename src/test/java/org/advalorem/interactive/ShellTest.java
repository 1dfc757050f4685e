package org.advalorem.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.advalorem.api.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code shell}, started as a user does, with lines from a file or typed. */
final class ShellTest {
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";

    @TempDir
    private Path folder;

    /** Where the shell is started. */
    private Path home = Path.of("");

    private record Ended(int exit, String out, String err) {}

    private Ended shell(String typed, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.language=tr",
                "-Djava.util.prefs.userRoot=" + folder,
                "--add-opens=jdk.jshell/jdk.internal.jshell.tool=ALL-UNNAMED",
                "-cp",
                classPath(),
                "org.advalorem.cli.Main",
                "shell"));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(folder.resolve("in"), typed);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .directory(home.toAbsolutePath().toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(Files.readString(out) + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** In a folder of its own, since pictures are saved there. */
    @Test
    void theLinesOfThePageRun() throws IOException, InterruptedException {
        Path foil = Path.of(FOIL).toAbsolutePath();
        home = folder;
        Files.writeString(folder.resolve("mine.csv"), "of,tons\ncompanies.zhongji,10\nall-others,20\n");
        String lines = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/shell.md")))
                .results()
                .map(fence -> fence.group(1))
                .collect(Collectors.joining());
        assertThat(lines).contains("csv(\"mine.csv\")");
        Ended ended = shell("", foil.toString(), "--run", script(lines).toString());
        assertThat(ended.out())
                .doesNotContain("xception")
                .doesNotContain("rror:")
                .contains("All others");
        assertThat(ended.err()).doesNotContain("xception");
        assertThat(folder.resolve("sweep.png")).isNotEmptyFile();
        assertThat(folder.resolve("sweep.pdf")).isNotEmptyFile();
        // show, without a display
        assertThat(folder.resolve("picture-4.png")).isNotEmptyFile();
    }

    private Path script(String... lines) throws IOException {
        return Files.write(folder.resolve("study.jsh"), List.of(lines), StandardCharsets.UTF_8);
    }

    @Test
    void aScriptAsksSummarizesAndDraws() throws IOException, InterruptedException {
        Path picture = folder.resolve("draws.png");
        Ended ended = shell(
                "",
                FOIL,
                "--set",
                "programs.export-buyers-credit.applied=no",
                "--run",
                script(
                                "print(scenario.evaluate().rate(\"zhongji\").published())",
                                "var simulation = scenario.simulate(5_000)",
                                "print(draws(simulation).rowCount())",
                                "print(table(scenario.issues()).summarize(\"rate\", AggregateFunctions.count).by(\"of\").rowCount())",
                                "save(scatter(simulation, \"LME\", \"companies.zhongji.rate-unrounded\"), \""
                                        + picture.toString().replace('\\', '/') + "\")",
                                "print(scenario.find(\"markup\").get(0).address())")
                        .toString());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exit()).isZero();
        long companies =
                Scenario.load(Path.of(FOIL)).issues().table().column("of").size();
        assertThat(companies).isPositive();
        assertThat(ended.out().lines().toList())
                .startsWith("0.066", "5000")
                .endsWith("companies.zhongji.export-value-adjustment.markup");
        assertThat(Files.size(picture)).isGreaterThan(1_000);
    }

    @Test
    void helpShowsFiveLinesThatRun() throws IOException, InterruptedException {
        Ended ended = shell("/help advalorem\n/exit\n");
        assertThat(ended.out()).contains("Five lines to begin with:").contains("\"times 0.5 to 1.5 in 11\"");
        List<String> lines = Shell.help()
                .lines()
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .map(String::strip)
                .toList();
        assertThat(lines).hasSize(5).noneMatch(line -> line.contains("%"));
        Ended run = shell(
                "",
                "scenarios/tutorial/scenario.yaml",
                "--run",
                script(lines.toArray(String[]::new)).toString());
        assertThat(run.out())
                .doesNotContain("Exception")
                .doesNotContain("rror")
                .contains("All others 5.54%")
                .containsPattern("No window, because there is no display: the chart is in picture(-\\d)?\\.png\\.");
        assertThat(run.err()).doesNotContain("xception");
        Matcher pictures = Pattern.compile("picture(-\\d)?\\.png").matcher(run.out());
        while (pictures.find()) {
            Files.delete(Path.of(pictures.group()));
        }
    }

    @Test
    void namesAndTextsOfAnyKindReachTheScenario() throws IOException, InterruptedException {
        Path odd = folder.resolve("Fälle \"neu\" (1).yaml");
        Files.copy(Path.of("src/test/resources/cli/small.yaml"), odd);
        Ended ended = shell("print(scenario.name())\n/exit\n", odd.toString());
        assertThat(ended.out()).contains("Fälle \"neu\" (1).yaml");
    }

    @Test
    void aScenarioThatIsWrongStartsNothing() throws IOException, InterruptedException {
        Ended missing = shell("", "no-such.yaml");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err()).contains("There is no file (no-such.yaml).").doesNotContain("at org.");
        Ended input = shell("", "-");
        assertThat(input.exit()).isEqualTo(2);
        assertThat(input.err()).contains("Standard input is what the shell reads its lines from.");
        Ended script = shell("", FOIL, "--run", "no-such.jsh");
        assertThat(script.exit()).isEqualTo(2);
        assertThat(script.err()).contains("(no-such.jsh)");
    }

    @Test
    void aDozenImportsByName() {
        List<String> lines = Shell.lines(List.of("a\\b.yaml"), List.of("x=\u00e9\"\n"));
        assertThat(lines).hasSizeLessThan(20).noneMatch(line -> line.contains("*"));
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo("Scenario scenario = org.advalorem.interactive.Shell.scenario("
                        + "java.util.List.of(\"a\\\\b.yaml\"), java.util.List.of(\"x=\\u00e9\\\"\\012\"));");
    }
}
