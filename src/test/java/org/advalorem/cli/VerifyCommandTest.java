package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept results are made again, and what has changed is named. */
final class VerifyCommandTest {
    private static final String SCENARIO = """
            format: advalorem/1
            title: Mill
            proceeding: {segment: investigation final, regulation: "1998", country: {name: Freedonia}, period: 2016, average-useful-life: 10 years}
            programs:
              grants: {type: grant, name: Grants, recurrence: recurring}
              steel: {type: less-than-adequate-remuneration, name: Steel, benchmark: steel}
            benchmarks: {steel: {type: price, unit: USD/t, world: {Exchange: 500}}}
            companies:
              mill:
                currency: USD
                sales: [{year: 2016, gross: 1000000}]
                uses:
                  grants: [{received: [{on: 2016-05-01, amount: 30000}]}]
                  steel: [{purchases: steel.csv}]
            all-others: {method: weighted}
            """;

    @TempDir
    private Path folder;

    private Path scenario;

    @BeforeEach
    void write() throws IOException {
        scenario = written("mill.yaml", SCENARIO);
        written("steel.csv", "date,status,quantity,price\n2016-03-01,authority,10,400\n");
    }

    private Path written(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private Path kept(String name, String... command) {
        Path file = folder.resolve(name);
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of("--output", file.toString()));
        assertThat(Run.of(args.toArray(String[]::new)).exit()).isEqualTo(ExitCode.FINE);
        return file;
    }

    private void change(Path file, String from, String to) {
        try {
            String text = Files.readString(file);
            assertThat(text).contains(from);
            Files.writeString(file, text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Run verify(Path kept, String... more) {
        List<String> args = new ArrayList<>(List.of("verify", kept.toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private static String inOneLine(Run run) {
        return (run.out() + run.err()).replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r.json", "r.csv", "r.md", "r.txt", "r.parquet"})
    void aResultIsMadeAgain(String name) {
        Path kept = kept(name, "rate", scenario.toString());
        Run run = verify(kept);
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.FINE);
        assertThat(run.out()).contains("is equal to the last");
    }

    @ParameterizedTest
    @ValueSource(strings = {"memo", "addresses", "project"})
    void soIsThatOfEveryCommand(String command) {
        Run run = verify(kept(command + ".json", command, scenario.toString()));
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.FINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d.csv", "d.parquet"})
    void soAreDraws(String name) {
        Path kept = kept(
                name,
                "simulate",
                scenario.toString(),
                "--vary",
                "companies.mill.sales.1.gross=times normal(1, 0.1)",
                "--draws",
                "5000");
        Run run = verify(kept);
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.FINE);
        assertThat(run.out()).contains("equal to the last bit: 5,000 rows");
        change(scenario, "gross: 1000000", "gross: 1000001");
        assertThat(inOneLine(verify(kept)))
                .contains("5,000 of 5,000 rows differ")
                .contains("Changed: (companies.mill.sales.1.gross).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r.json", "r.csv", "r.parquet"})
    void aValueThatHasChangedIsNamed(String name) {
        Path kept = kept(name, "rate", scenario.toString());
        change(scenario, "amount: 30000", "amount: 30000.01");
        Run run = verify(kept);
        assertThat(run.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(inOneLine(run))
                .contains("is not what is computed now")
                .contains("Changed: (companies.mill.uses.grants.1.received.1.amount).");
    }

    @Test
    void aDataFileThatHasChangedIsNamed() {
        Path kept = kept("r.json", "rate", scenario.toString());
        change(folder.resolve("steel.csv"), ",10,", ",11,");
        assertThat(inOneLine(verify(kept))).contains("Changed: (companies.mill.uses.steel.1.purchases).");
    }

    @Test
    void valuesAddedAreLookedForBetweenTheirNeighbours() {
        Path kept = kept("r.json", "rate", scenario.toString());
        change(scenario, "recurrence: recurring}", "recurrence: recurring, specificity: domestic}");
        assertThat(inOneLine(verify(kept)))
                .contains(
                        "Values were added or left out near (programs.grants.recurrence) and (programs.grants.type).");
    }

    @Test
    void whatNoResultDependsOnChangesTheContentAlone() {
        Path kept = kept("r.json", "rate", scenario.toString());
        change(scenario, "title: Mill", "title: Mill\nnotes: Nothing.");
        String said = inOneLine(verify(kept));
        assertThat(said)
                .contains("r.json is equal to the last bit")
                .contains("The scenario or its data files have changed");
    }

    @Test
    void aDigitOfTheResultItself() {
        Path kept = kept("r.json", "rate", scenario.toString());
        change(kept, "\"rate\": 0.031", "\"rate\": 0.032");
        Run run = verify(kept);
        assertThat(run.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(inOneLine(run)).contains("First at companies[0].rate: kept as 0.032, now 0.031.");
    }

    @Test
    void scenariosElsewhere() throws IOException {
        Path kept = kept("r.json", "rate", scenario.toString());
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(scenario, elsewhere.resolve("case.yaml"));
        Files.move(folder.resolve("steel.csv"), elsewhere.resolve("steel.csv"));
        Run lost = verify(kept);
        assertThat(lost.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(lost.err()).contains("Name the scenario files after the result.");
        Run found = verify(kept, elsewhere.resolve("case.yaml").toString());
        assertThat(found.exit()).as(found.out() + found.err()).isEqualTo(ExitCode.FINE);
        assertThat(verify(kept, "a.yaml", "b.yaml").err()).contains("but 2 are given. Name as many.");
    }

    /** The result was made in the folder above its own, by a command that names the scenario from there. */
    @Test
    void pathsAreSeenFromTheResult() throws IOException {
        Path kept = kept("r.json", "rate", scenario.toString());
        Path below = Files.createDirectory(folder.resolve("out"));
        String text = Files.readString(kept)
                .replace(scenario.toString(), "mill.yaml")
                .replace("\"folder\": null", "\"folder\": \"..\"");
        Path moved = Files.writeString(below.resolve("r.json"), text);
        Run run = verify(moved);
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.FINE);
    }

    @Test
    void aScenarioThatDoesNotRunAnyMoreSaysWhy() {
        Path kept = kept("r.json", "rate", scenario.toString());
        change(scenario, "currency: USD", "curency: USD");
        Run run = verify(kept);
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("Did you mean").contains("does not run any more, for the reason above.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"set\", \"mill.yaml\", \"title=x\"",
                "\"new\", \"x.yaml\"",
                "\"rate\", \"mill.yaml\", \"--output=x.json\"",
                "\"rate\", \"mill.yaml\", \"--chart\", \"x.svg\"",
                "\"verify\", \"r.json\"",
                "\"rate\", \"mill.yaml\", \"--nonsense\""
            })
    void commandsThatWriteAreNotRun(String command) throws IOException {
        Path kept =
                written("r.json", "{\"receipt\": {\"version\": \"x\", \"command\": [\"advalorem\", " + command + "]}}");
        Run run = verify(kept);
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).containsAnyOf("It is not run", "is not understood");
        assertThat(folder.resolve("x.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.json:{",
                "a.json:{}",
                "a.csv:a,b",
                "a.txt:words",
                "a.parquet:PAR1",
                "a.csv:",
                "a.json:",
                "a.csv:\"#\n",
                "a.csv:#\n"
            })
    void whatIsNoResultIsRefused(String file) throws IOException {
        Path kept = written(file.substring(0, file.indexOf(':')), file.substring(file.indexOf(':') + 1));
        Run run = verify(kept);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("cannot be verified.").doesNotContain("unexpected");
    }

    /** A receipt may say anything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Command:  (advalorem 1)",
                "Command: advalorem (advalorem 1)",
                "Command: advalorem rate x.yaml (advalorem 1)\nFolder: \u0000"
            })
    void soIsACommandThatIsNone(String sentences) throws IOException {
        String comments = sentences.lines().map(line -> "# " + line + "\n").reduce("", String::concat);
        Run run = verify(written("a.csv", comments + "company,rate\nmill,1\n"));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).doesNotContain("unexpected");
    }

    @Test
    void aDamagedPageOfDrawsIsToldOfThemAndNotOfTheOutput() throws IOException {
        Path draws = kept(
                "draws.parquet",
                "simulate",
                scenario.toString(),
                "--draws=2000",
                "--vary=companies.mill.uses.grants.1.received.1.amount=uniform(1, 3)");
        byte[] bytes = Files.readAllBytes(draws);
        for (int i = 4; i < 400; i++) {
            bytes[i] = (byte) 0xff;
        }
        Run run = verify(Files.write(draws, bytes));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).startsWith("advalorem: (" + draws + ") cannot be verified: ");
    }
}
