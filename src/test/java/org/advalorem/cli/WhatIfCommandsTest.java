package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.advalorem.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that ask what if: what they print, and what they say to a question that cannot be asked. */
final class WhatIfCommandsTest {
    private static final int MOST_COLUMNS = 120;
    private static final String LINE = "src/test/resources/whatif/line.yaml";
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";
    private static final String STATED = "companies.acme.uses.stated.1.rate=";
    private static final String GRANT = "companies.acme.uses.yearly.mill.received.2023-02-01.amount=";
    private static final String KEPT = "issues.grant=discrete(kept: 60%, dropped: 40%)";
    private static final String MARKUP = "companies.zhongji.export-value-adjustment.markup=";
    private static final String GOAL = "--goal=companies.acme.rate-unrounded=4%";

    @TempDir
    private Path folder;

    private static String[] vary(String command, String... vary) {
        return Stream.concat(Stream.of(command, LINE), Stream.of(vary).map(text -> "--vary=" + text))
                .toArray(String[]::new);
    }

    private static Arguments refused(String message, String... args) {
        return Arguments.of(message, List.of(args));
    }

    static Stream<Arguments> questions() {
        String rat = "There is no (rat) in (companies.acme.uses.stated.1).";
        String bare = "(companies.acme.uses.stated.1.rate) is a rate without a percent sign";
        String misspelt = "companies.acme.uses.stated.1.rat=";
        String two = "0% to 6% in 3";
        return Stream.of(
                refused(rat, vary("simulate", misspelt + "uniform(2%, 6%)")),
                refused(rat, vary("sweep", misspelt + two)),
                refused(rat, vary("grid", misspelt + two, GRANT + "1 million, 2 million")),
                refused(rat, vary("tornado", misspelt + two)),
                refused(rat, "solve", LINE, GOAL, "--vary=" + misspelt + two),
                refused("Did you mean (companies.acme.uses.stated.1.rate)?", vary("sweep", misspelt + two)),
                refused(
                        "--vary argument:1:35: AV205 (companies.acme.uses.stated.1.rate) is written with a percent sign",
                        vary("simulate", STATED + "uniform(0.02, 0.06)")),
                refused("without a percent sign, its distribution", vary("simulate", GRANT + "uniform(2%, 6%)")),
                refused(bare, vary("sweep", STATED + "0 to 6")),
                refused(bare, vary("grid", STATED + "0 to 6", GRANT + "1 million, 2 million")),
                refused(bare, vary("tornado", STATED + "0 to 6")),
                refused(bare, "solve", LINE, GOAL, "--vary=" + STATED + "0 to 6"),
                refused("is a rate without a percent sign in (0 to 6).\n", vary("tornado", STATED + "0 to 6")),
                refused(
                        "is a rate without a percent sign in (0 to 6).\n",
                        "solve",
                        LINE,
                        GOAL,
                        "--vary=" + STATED + "0 to 6"),
                refused(
                        "is a rate without a percent sign in (0 to 12 in 5).\n",
                        vary("sweep", STATED + "0 to 12 in 5")),
                refused("help: Write 0% to 12% in 5.\n", vary("sweep", STATED + "0 to 12 in 5")),
                refused(
                        "help: Write plus 0.01%, 0.02% or, if fractions are meant, a hundred times as much.\n",
                        vary("sweep", STATED + "plus 0.01, 0.02")),
                refused(
                        "(triangular(2%,6%,12%)) is a distribution; a range of values is needed here.",
                        vary("sweep", STATED + "triangular(2%,6%,12%)")),
                refused(
                        "Distributions are for (advalorem simulate).",
                        vary("grid", STATED + "times truncated normal(1, 1", STATED + two)),
                refused(
                        "such as 'programs.NAME.rate=0% to 12%'; (advalorem addresses FILE) lists",
                        vary("sweep", "companies.acme")),
                refused("(2) has no percent sign, unlike the rest", vary("sweep", STATED + "2 to 6%")),
                refused(
                        "--vary argument:1:49: AV502 Column 15 of (uniform(2%, 6%): Found the end; expected a closing",
                        vary("simulate", STATED + "uniform(2%, 6%")),
                refused(
                        "Found (unifrm); expected a distribution: uniform,",
                        vary("simulate", STATED + "unifrm(1%, 2%)")),
                refused("(twelve) is not a number with its unit.", vary("sweep", STATED + "0% to twelve")),
                refused("it has no equals sign", vary("sweep", "companies.acme")),
                refused(
                        "--vary argument: AV211 There is no (usis) in (companies.acme).",
                        vary("sweep", "companies.acme.usis=3, 4")),
                refused(
                        "--vary argument: AV211 There is no (usis) in (companies.acme).",
                        vary("simulate", "companies.acme.usis=3 to 4")),
                refused(
                        "(plus 1%) is in a range whose first value begins with (times), which applies to all",
                        vary("sweep", STATED + "times 0.5, plus 1%")),
                refused("Nothing is uncertain in (" + Run.SMALL + ")", "simulate", Run.SMALL),
                refused(
                        "or give --vary 'companies.acme.uses.stated.1.rate=triangular(1.5%, 3%, 4.5%)'.",
                        "simulate", LINE, "--set=uncertain=none"),
                refused(
                        "or give --vary 'companies.acme.sales.1.gross=times normal(1, 0.05)'.",
                        "simulate",
                        LINE,
                        "--set=uncertain=none",
                        "--set=companies.acme.uses.stated=none"),
                refused("Nothing varies in (" + Run.SMALL + ")", "tornado", Run.SMALL),
                refused("Nothing varies. Give --vary", "sweep", LINE),
                refused("Fewer than 2 values vary. Give --vary", vary("grid", STATED + two)),
                refused("A grid has two ranges, not 3.", vary("grid", STATED + two, GRANT + "1, 2", "title=a, b")),
                refused("Nothing varies. Give --vary", "solve", LINE, GOAL),
                refused("--goal needs a value", "solve", LINE, "--goal"),
                refused(
                        "There is no result (companies.acme.rat). Did you mean (companies.acme.rate)?",
                        "solve",
                        LINE,
                        "--goal=companies.acme.rat=4%",
                        "--vary=" + STATED + two),
                refused(
                        "a rate without a percent sign. Write 4% or, if 4 is a fraction, 400%.",
                        "solve", LINE, "--goal=companies.acme.rate=4", "--vary=" + STATED + two),
                refused(
                        "Write 'companies.acme.de-minimis=yes' or 'companies.acme.de-minimis=no'.",
                        "solve",
                        LINE,
                        "--goal=companies.acme.de-minimis=1%",
                        "--vary=" + STATED + two),
                refused(
                        "takes words, and there is nothing between them.",
                        "solve",
                        LINE,
                        GOAL,
                        "--vary=programs.yearly.applied=yes, no"),
                refused("--draws is (many). Write a whole number from 1 to", "simulate", LINE, "--draws=many"),
                refused("--draws is (0). Write a whole number from 1 to", "simulate", LINE, "--draws=0"),
                refused("--draws is (1e999999999). Write a whole number", "simulate", LINE, "--draws=1e999999999"),
                refused("--seed is (1.5). Write a whole number from", "simulate", LINE, "--seed=1.5"),
                refused("--threads is (0). Write a whole number from 1 to", "simulate", LINE, "--threads=0"),
                refused("There is no design (sobl). Did you mean (sobol)?", "simulate", LINE, "--design=sobl"),
                refused("--until is (5). Write percentage points, such as 0.01pp.", "simulate", LINE, "--until=5"),
                refused("--until is (0pp). Write percentage points", "simulate", LINE, "--until=0pp"),
                refused(
                        "cannot run until a precision is reached. Choose monte-carlo or sobol",
                        "simulate",
                        LINE,
                        "--until=0.01pp",
                        "--design=latin-hypercube"),
                refused("(companies.acme.uses.stated.1.rate) varies twice.", vary("sweep", STATED + two, STATED + two)),
                refused("varies twice", vary("grid", STATED + two, STATED + "times 0.9 to 1.1 in 3")),
                refused(
                        "(programs.yearly.applied) and (issues.grant) move the same value (programs.yearly.applied).",
                        vary("simulate", KEPT, "programs.yearly.applied=bernoulli(40%)")),
                refused(
                        "(companies.acme.uses.stated.1.rate) and (issues.rate) move the same value"
                                + " (companies.acme.uses.stated.1.rate).",
                        "simulate",
                        LINE,
                        "--set=issues.rate={low: {companies.acme.uses.stated.1.rate: 2%}, high: {}}",
                        "--vary=issues.rate=discrete(low: 50%, high: 50%)",
                        "--vary=" + STATED + "uniform(2%, 6%)"),
                refused(
                        "No value is written at (companies.zhongji.export-value-adjustment.markup), so nothing there can vary.",
                        "simulate",
                        FOIL,
                        "--set=companies.zhongji.export-value-adjustment.markup=none",
                        "--vary=" + MARKUP + "triangular(2%, 6%, 12%)"),
                refused(
                        "(programs.yearly.applied) varies twice.",
                        vary("sweep", "programs.yearly.applied=yes, no", "programs.yearly.applied=no, yes")),
                refused(
                        "(benchmarks.ingot.ocean-freight.Maersk) and (benchmarks.ingot.ocean-freight) move the same value",
                        "simulate",
                        FOIL,
                        "--vary=benchmarks.ingot.ocean-freight=times uniform(0.9, 1.1)",
                        "--vary=benchmarks.ingot.ocean-freight.Maersk=uniform(50, 70)"),
                refused(
                        "(programs.yearly.applied) takes 2 values, (companies.acme.uses.stated.1.rate) takes 3",
                        vary("sweep", STATED + two, "programs.yearly.applied=yes, no")),
                refused(
                        "(benchmarks.ingot.inland-freight) is in USD/t; its distribution (uniform(10 EUR/t, 20)) is in EUR/t.",
                        "simulate",
                        FOIL,
                        "--vary=benchmarks.ingot.inland-freight=uniform(10 EUR/t, 20)"),
                refused(
                        "In draw 3: The markup of (hk) is negative",
                        "simulate",
                        FOIL,
                        "--vary=" + MARKUP + "normal(4%, 3%)",
                        "--set=companies.zhongji.export-value-adjustment.method=denominator"),
                refused(
                        MARKUP
                                + "-1.5258163063831022%. (companies.zhongji.export-value-adjustment.markup) is negative in that draw.",
                        "simulate",
                        FOIL,
                        "--vary=" + MARKUP + "normal(4%, 3%)",
                        "--set=companies.zhongji.export-value-adjustment.method=denominator"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whatCannotBeAskedIsRefused(String message, List<String> args) {
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.err()).contains(message).doesNotContain("Exception", "\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void manyBareNumbersAreToldOnce() {
        assertThat(Run.of(vary("sweep", STATED + "0 to 6")).err()).endsWith("\n1 problem\n");
    }

    @Test
    void aNegativeDistributionIsToldWhereItIsWritten() {
        Run run = Run.of(
                "simulate",
                FOIL,
                "--vary=" + MARKUP + "normal(-4%, 1%)",
                "--set=companies.zhongji.export-value-adjustment.method=denominator");
        assertThat(run.err())
                .startsWith("--vary argument:1:50: AV404 The markup of (hk) is negative")
                .endsWith("\n1 problem\n");
    }

    @Test
    void brokenDrawsAreCountedOnRequest() {
        Run run = Run.of(
                "simulate",
                FOIL,
                "--vary=" + MARKUP + "normal(4%, 3%)",
                "--set=companies.zhongji.export-value-adjustment.method=denominator",
                "--allow-broken",
                "--draws=5000");
        assertThat(run.exit()).isZero();
        // a normal number is more than 4/3 below its mean with probability 9.12 %
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("9.28% of draws (464, first draw 3) break a condition: The markup of (hk) is negative")
                .doesNotContain("refused");
    }

    /** With half a percent of grant: de minimis below 0.5 % of the stated rate. */
    @Test
    void aVerdictIsSolvedByTheValuesThatGiveIt() {
        String[] args = {
            "solve",
            LINE,
            "--set=" + GRANT + "5 million",
            "--goal=companies.acme.de-minimis=no",
            "--vary=" + STATED + "0% to 1%",
            "--format=json"
        };
        assertThat(Run.of(args).out().replaceAll("\\s+", " "))
                .contains("\"goal\": 0, ")
                .contains(
                        "\"value\": \"0.5%\", \"number\": 0.005, \"result\": 0, \"justBefore\": 1, \"jumps\": false,"
                                + " \"limit\": null, \"to\": \"1%\", \"toNumber\": 0.01, \"justAfter\": 0, \"toLimit\": null }");
        args[5] = "--format=text";
        assertThat(Run.of(args).out().replaceAll("\\s+", " "))
                .contains("is (companies.acme.de-minimis) no?")
                .contains("from to result just before just after")
                .contains("0.5% 1% no yes no");
    }

    /** Errors are told for what they are. */
    @ParameterizedTest
    @CsvSource({
        "monte-carlo, estimate, half the 95 percent interval of the mean; each quantile",
        "latin-hypercube, upper bound, \u00b1 error at most",
        "factorial, none, Nothing is random in this design"
    })
    void errorsAreToldForWhatTheyAre(String design, String errors, String words) {
        assertThat(Run.of("simulate", LINE, "--draws=500", "--design=" + design, "--format=json")
                        .out())
                .contains("\"errors\": \"" + errors + "\"");
        assertThat(Run.of("simulate", LINE, "--draws=500", "--design=" + design)
                        .out()
                        .replaceAll("\\s+", " "))
                .contains(words);
    }

    @Test
    void contradictoryCorrelationsAreAnnounced() throws IOException {
        Path file = folder.resolve("case.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of(LINE))
                                .replace(
                                        "issues:",
                                        "  companies.acme.sales.1.gross: times normal(1, 0.05)\n  "
                                                + GRANT.replace("=", "") + ": times normal(1, 0.1)\nissues:")
                        + "correlations:\n"
                        + "  - {of: [companies.acme.sales.1.gross, companies.acme.uses.stated.1.rate], rank: 90%}\n"
                        + "  - {of: [companies.acme.uses.stated.1.rate, " + GRANT.replace("=", "") + "], rank: 0.9}\n"
                        + "  - {of: [companies.acme.sales.1.gross, " + GRANT.replace("=", "") + "], rank: -0.9}\n");
        Run run = Run.of("simulate", file.toString(), "--draws=500");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("The correlations contradict each other. The nearest possible ones are used");
        Run check = Run.of("check", file.toString());
        assertThat(check.exit()).isZero();
        // by symmetry every pair moves as far: 2 sin(pi r / 6) of the largest possible is 1/2
        assertThat(check.err())
                .startsWith("note: the correlations contradict each other; the nearest possible ones are used: ")
                .contains(
                        "(companies.acme.uses.stated.1.rate) and (companies.acme.sales.1.gross) 0.483 instead of 0.9",
                        " -0.483 instead of -0.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "check"})
    void anUnquotedColonIsToldInAFile(String command) throws IOException {
        Path file = folder.resolve("case.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of(LINE))
                        .replace(
                                STATED.replace("=", ": ") + "uniform(2%, 6%)",
                                "issues.grant: discrete(kept: 60%, dropped: 40%)"));
        Run run = Run.of(command, file.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("case.yaml:31:30: AV102 A second colon")
                .contains("Put text that contains a colon in quotes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0;0.05;0.06 | sample.csv:3:1: AV205 (companies.acme.uses.stated.1.rate) is written with a percent sign,"
                        + " its distribution (empirical(sample.csv)) without."
                        + " | Write 0.05% or, if 0.05 is a fraction, 5%.",
                "5%;6%;0.07 | sample.csv:4:1: AV301 (0.07) has no percent sign, unlike the numbers before it."
                        + " | Write it for all numbers of the column or for none.",
                "5;6% | sample.csv:3:1: AV301 (6%) has a percent sign, unlike the numbers before it."
                        + " | Write it for all numbers of the column or for none."
            })
    void aSampleOfARateHasPercentSigns(String numbers, String message, String advice) throws IOException {
        Run run = sampled(STATED, numbers);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message, "help: " + advice, "1 problem");
        assertThat(sampled(STATED, "5%;6%;0").err()).isEmpty();
        assertThat(sampled(STATED, "0;0").err()).isEmpty();
    }

    @Test
    void aSampleOfAnAmountHasNoPercentSigns() throws IOException {
        assertThat(sampled(GRANT, "9 million;10 million").err()).isEmpty();
        assertThat(sampled(GRANT + "times ", "90%;110%").err()).isEmpty();
        assertThat(sampled(GRANT, "9%;10%").err())
                .contains(
                        "sample.csv:2:1: AV205 (" + GRANT.replace("=", "") + ") is written without a percent sign",
                        "help: Remove the percent signs");
    }

    /** A simulation with a sample of those numbers. */
    private Run sampled(String vary, String numbers) throws IOException {
        Path file = folder.resolve("case.yaml");
        Files.copy(Path.of(LINE), file, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("sample.csv"), "number\n" + numbers.replace(';', '\n') + "\n");
        return Run.of("simulate", file.toString(), "--draws=100", "--vary=" + vary + "empirical(sample.csv)");
    }

    @Test
    void checkTellsEverythingWrongWithWhatVariesAndWhatIsContested() throws IOException {
        Run run = Run.of("check", "src/test/resources/whatif/wrong.yaml");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        Snapshots.compare("whatif/wrong.txt", run.err());
    }

    @Test
    void checkTellsOfChoicesThatMoveTheSameValue() throws IOException {
        Path file = folder.resolve("case.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of(LINE))
                        .replace(
                                "issues:",
                                "  issues.grant: \"discrete(kept: 60%, dropped: 40%)\"\n"
                                        + "  programs.yearly.applied: bernoulli(40%)\nissues:"));
        Run run = Run.of("check", file.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("case.yaml:33:28: AV502 (programs.yearly.applied) and (issues.grant) move the same value"
                        + " (programs.yearly.applied).")
                .endsWith("\n1 problem\n");
    }

    @Test
    void aFactorMayVaryWhatAPositionSets() {
        Run run = Run.of(
                "simulate",
                LINE,
                "--draws=100",
                "--set=issues.rate={low: {companies.acme.uses.stated.1.rate: 2%}, high: {}}",
                "--vary=issues.rate=discrete(low: 50%, high: 50%)",
                "--vary=" + STATED + "times normal(1, 0.05)");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @Test
    void checkTellsWhatCannotBeReadOfABrokenScenarioInTheSamePass() {
        Run run = Run.of("check", "src/test/resources/whatif/wrong.yaml", "--set=proceeding.perod=2022");
        assertThat(run.err())
                .contains("There is no (perod)")
                .contains("The low end (12000000) is not below the high end")
                .contains("The issue (one-position) must have at least two positions.");
    }

    @Test
    void whatVariesDoesNotMatterToTheRate() {
        assertThat(Run.of("rate", "src/test/resources/whatif/wrong.yaml").exit())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv", "markdown"})
    void reportsLookSo(String format) throws IOException {
        String suffix = "." + format.replace("text", "txt").replace("markdown", "md");
        List<List<String>> commands = List.of(
                List.of("simulate", LINE, "--draws=2000", "--vary=issues.grant=discrete(kept: 60%, dropped: 40%)"),
                List.of(
                        "sweep",
                        LINE,
                        "--vary=" + STATED + "0% to 0.4% in 3",
                        "--vary=" + GRANT + "times 0.5 to 1 in 3"),
                List.of("grid", LINE, "--vary=" + STATED + "0% to 6% in 3", "--vary=programs.yearly.applied=yes, no"),
                List.of("tornado", LINE, "--vary=" + GRANT + "9 million to 12 million"),
                List.of("solve", LINE, GOAL, "--vary=" + STATED + "0% to 12%"));
        for (List<String> command : commands) {
            String[] args = Stream.concat(command.stream(), Stream.of("--format=" + format))
                    .toArray(String[]::new);
            Run run = Run.of(args);
            assertThat(run.err()).isEmpty();
            assertThat(run.exit()).isZero();
            assertThat(run.out()).contains("Invented for tests.");
            if (format.equals("text")) {
                assertThat(run.out().lines()).allMatch(line -> line.length() <= MOST_COLUMNS);
            }
            if (format.equals("text") || format.equals("json")) {
                Snapshots.compare("whatif/" + command.get(0) + suffix, run.out());
            }
        }
    }

    /** The widest inputs of a shipped scenario stay in one table. */
    @Test
    void theTornadoIsOneTableACompany() {
        Run run = Run.of("tornado", FOIL);
        assertThat(run.out()).doesNotContain("continued").contains("p10 and p90 of triangular(2%, 6%, 12%)");
    }

    /** What moves an earlier year alone is not worth nothing: entries of that year are assessed at its rate. */
    @Test
    void issuesAndComparisonsTellEveryYear() {
        String file = "src/test/resources/whatif/two-years.yaml";
        assertThat(Run.of("issues", file).out()).contains("acme, 2015").contains("4.00");
        String compared = Run.of("compare", file, "--change", "companies.acme.uses.s.1.rate=7%")
                .out();
        assertThat(compared).contains("acme, 2015").contains("All others, 2015").doesNotContain("acme, 2016");
    }

    /** As in a range; a unit that is left out is the value's own. */
    @Test
    void aDistributionMayStateTheUnitOfItsValue() {
        List<String> rates = Stream.of("uniform(10 USD/t, 20 USD/t)", "uniform(10, 20)")
                .map(distribution -> Run.of(
                                "simulate",
                                FOIL,
                                "--draws=1000",
                                "--format=csv",
                                "--vary=benchmarks.ingot.inland-freight=" + distribution)
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("companies.zhongji.rate-unrounded,"))
                        .findFirst()
                        .orElseThrow())
                .toList();
        assertThat(rates.get(0)).isEqualTo(rates.get(1));
    }

    /** A hundred draws bound a 1 percent quantile on one side only, and one draw has neither spread nor error. */
    @Test
    void noMoreIsClaimedThanDrawsCanTell() {
        String[] args = {"simulate", FOIL, "--draws=100", "--format=json", "--vary=" + MARKUP + "uniform(3%, 5%)"};
        assertThat(Run.of(args).out().replaceAll("\\s+", " "))
                .containsPattern("\"p1\": 0[.0-9]+, \"p1Low\": null, \"p1High\": 0[.0-9]+")
                .containsPattern("\"p99\": 0[.0-9]+, \"p99Low\": 0[.0-9]+, \"p99High\": null")
                .containsPattern("\"p50\": 0[.0-9]+, \"p50Low\": 0[.0-9]+, \"p50High\": 0[.0-9]+");
        args[2] = "--draws=1";
        assertThat(Run.of(args).out().replaceAll("\\s+", " "))
                .contains("\"meanError\": null, \"meanMargin\": null, \"sd\": null");
    }

    /** A program that is not applied has no rate, in tornado as in sweep; its difference is none and not zero. */
    @Test
    void aProgramThatIsNotAppliedHasNoRate() {
        String contested = "src/test/resources/whatif/contested.yaml";
        String vary = "--vary=programs.first.applied=yes, no";
        assertThat(Run.of("tornado", contested, vary, "--format=csv").out())
                .contains("\nprograms.first.applied,no,companies.acme.programs.first.rate,0.02,,,,\n");
        assertThat(Run.of("sweep", contested, vary, "--format=csv", "--company=acme")
                        .out())
                .containsPattern("\nno,0.03,0.03,false,,,");
    }
}
