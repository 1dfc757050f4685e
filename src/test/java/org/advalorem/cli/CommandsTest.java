package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes and messages. */
final class CommandsTest {
    private static final String LOWER = "--set=companies.border.uses.stated.1.rate=0.99%";
    private static final String FAILED =
            Run.SMALL + ":68:3: (companies.border.rate) is expected to be 1.00%, and is 0.99%.\n"
                    + "1 of 2 expectations failed\n";

    @TempDir
    private Path folder;

    private static void refused(String message, String... args) {
        Run run = Run.of(args);
        assertThat(run.err()).isEqualTo("advalorem: " + message + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void badUsageNamesTheNearestThing() {
        refused("There is no command (rat). Did you mean (rate)?", "rat");
        refused(
                "There is no option (--versoin). Did you mean (--version)? Put the options of a command after it.",
                "--versoin");
        refused(
                "There is no option (--fromat). Did you mean (--format)? See: advalorem rate --help",
                "rate",
                Run.SMALL,
                "--fromat=json");
        refused("FILE... is missing. See: advalorem rate --help", "rate");
        refused(
                "There is no format (xml). Known here: csv, json, markdown, text.",
                "rate",
                Run.SMALL,
                "--format",
                "xml");
        refused("--set needs a value: --set=ADDRESS=VALUE. See: advalorem rate --help", "rate", Run.SMALL, "--set");
        refused(
                "(--format) is given more than once. See: advalorem rate --help",
                "rate",
                Run.SMALL,
                "--format=csv",
                "--format=json");
        refused("There is no company (acm). Did you mean (acme) Acme?", "rate", Run.SMALL, "--company", "acm");
        refused("Unexpected argument (x). See: advalorem schema --help", "schema", "x");
        refused(
                "There is no number (companies.acm.rate). Did you mean (companies.acme.rate)?",
                "explain",
                Run.SMALL,
                "companies.acm.rate");
        refused(
                "(programs.tiny.type) is a choice, not a number: grant. Explain a result that depends on it, such as a"
                        + " company's rate.",
                "explain",
                Run.SMALL,
                "programs.tiny.type");
        refused(
                "(--depth) is (deep). Write a whole number, or all.",
                "explain",
                Run.SMALL,
                "companies.acme",
                "--depth=deep");
        refused(
                "No address matches (companies.zhongji). Omit the pattern to list all addresses.",
                "addresses",
                Run.SMALL,
                "companies.zhongji");
    }

    @Test
    void withoutACommandHelpGoesToStandardError() {
        Run run = Run.of();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: advalorem").contains("Exit codes:");
    }

    @Test
    void badScenariosAreToldWithTheirPositionAndNothingElse() {
        Run run = Run.of("rate", Run.SMALL, "--set", "programs.technology.discount-rate=8", "--set", "titel=x");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        "--set argument: AV205 (programs.technology.discount-rate) is a rate without a percent sign: 8.")
                .contains("overrides " + Run.SMALL + ":21:")
                .contains("Did you mean (title)?")
                .endsWith("2 problems\n");
    }

    /** 90,000 times 5.30 less 10,000 times 17.70 over 40 million, and 150,000 over 60 million: exactly 1 percent. */
    @Test
    void onePercentInDecimalsIsNotBelowOnePercent() {
        Run run = Run.of(
                "rate",
                "scenarios/every-program/scenario.yaml",
                "--set",
                "benchmarks.gas.world.Hub.2024-03=77.3",
                "--company",
                "central");
        assertThat(run.out()).contains("Verdict: not de minimis. 1% is not below 1%");
    }

    @Test
    void aMissingFileIsToldByItsName() {
        Run run = Run.of("check", "no-such.yaml");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("no-such.yaml: AV101 There is no file (no-such.yaml).");
    }

    @Test
    void aConditionThatDoesNotHoldIsAProblem() {
        Run run = Run.of(
                "rate",
                Run.SMALL,
                "--set",
                "companies.acme.sales.1.gross=0",
                "--set",
                "companies.acme.sales.2.gross=0",
                "--set",
                "companies.acme.sales.3.gross=2000000",
                "--no-expect");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("AV404 The denominator (all sales of mill and works, 2023) must be more than zero.")
                .contains("small.yaml:35:16: AV404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate", "memo"})
    void failedExpectationsComeAfterTheResult(String command) {
        Run run = Run.of(command, Run.SMALL, LOWER, "--expect");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .startsWith("Acme 1.39%, Border 0.99%, Silent 34.94%;")
                .contains("About these figures");
        assertThat(run.err()).isEqualTo(FAILED);
    }

    @Test
    void aFailedCheckHasNoResult() {
        assertThat(Run.of("check", Run.SMALL, LOWER, "--expect")).isEqualTo(new Run(3, "", FAILED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate", "memo", "check"})
    void afterAChangeExpectationsAreThoseOfAnotherScenario(String command) {
        Run run = Run.of(command, Run.SMALL, LOWER);
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .isEqualTo("note: expectations not checked because --set changed values; add --expect to check them\n");
        assertThat(run.out()).isNotEmpty();
        Run quiet = Run.of(command, Run.SMALL, LOWER, "--no-expect");
        assertThat(quiet.withoutCommand()).isEqualTo(new Run(0, run.outButCommand(), ""));
        assertThat(Run.of(command, Run.SMALL, "--expect").withoutCommand())
                .isEqualTo(Run.of(command, Run.SMALL).withoutCommand());
        refused("(--expect) and (--no-expect) contradict each other.", command, Run.SMALL, "--expect", "--no-expect");
    }

    @Test
    void whatTheCheckDidNotCheckIsSaid() {
        assertThat(Run.of("check", Run.SMALL, LOWER).out()).contains("- 2 expectations not checked\n");
        assertThat(Run.of("check", Run.SMALL, "--no-expect", "--format=json").out())
                .contains("\"expectationsNotChecked\": 2\n  },\n  \"expectations\": [ ],\n");
        assertThat(Run.of("check", Run.SMALL).out()).contains("- 2 of 2 expectations met\n");
    }

    /** An expectation of a program that is no longer applied names no result: no error of the change. */
    @Test
    void aChangeMayTakeAwayWhatIsExpected() throws IOException {
        Path file = folder.resolve("expecting.yaml");
        Files.writeString(
                file,
                "extends: " + Path.of(Run.SMALL).toAbsolutePath()
                        + "\nexpect: {companies.border.programs.stated.rate: 1.00%}\n");
        String[] dropped = {"rate", file.toString(), "--set", "programs.stated.applied=no"};
        assertThat(Run.of(dropped).exit()).isZero();
        assertThat(Run.of("rate", file.toString(), "--set", "programs.stated.applied=no", "--expect")
                        .err())
                .contains("AV501 There is no result (companies.border.programs.stated.rate).");
    }

    /** Nothing is said where nothing is expected. */
    @Test
    void withoutExpectationsThereIsNoNote() {
        assertThat(Run.of("rate", Run.SMALL, LOWER, "--set", "expect=none").err())
                .isEmpty();
    }

    @Test
    void strictListsEveryRuleThatRestsOnAnAssumption() {
        Run run = Run.of("check", Run.SMALL, "--strict");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("A2 Non-recurring benefits are allocated")
                .contains("A22 The de minimis comparison uses the rate before rounding.")
                .doesNotContain("A27 ")
                .endsWith(" rules rest on an assumption, not on a text that was checked; see docs/assumptions.md\n");
    }

    /** A single respondent's rate is also the average of all rates: that rule was not used for it. */
    @Test
    void aRuleForTheCaseThatNoRateQualifiesIsUsedOnlyThen() {
        Path only = folder.resolve("only.yaml");
        assertThat(Run.of("new", only.toString()).exit()).isZero();
        assertThat(Run.of("rate", only.toString()).out()).doesNotContain("A27").doesNotContain("If every rate");
        Run excluded = Run.of(
                "rate",
                only.toString(),
                "--set",
                "proceeding.segment=review final",
                "--set",
                "programs.plant-grant.applied=no",
                "--set",
                "programs.export-credit.rate=0.4%");
        assertThat(excluded.out()).contains("A27").contains("If every rate is excluded");
    }

    @Test
    void aNegativeDeterminationIsSaidFirstInEveryFormat() throws IOException {
        Path file = folder.resolve("negative.yaml");
        Files.writeString(file, """
                format: advalorem/1
                title: Two small rates
                proceeding: {segment: investigation final, regulation: 2024, country: {name: X}, period: 2023, average-useful-life: 10 years}
                programs: {s: {type: stated}}
                companies:
                  a: {currency: USD, uses: {s: [{rate: 0.8%}]}}
                  b: {currency: USD, uses: {s: [{rate: 0.4%}]}}
                all-others: {method: closest}
                """);
        String negative =
                "NEGATIVE DETERMINATION: every rate examined is zero or de minimis; there is no all-others rate.";
        String name = file.toString();
        assertThat(Run.of("rate", name).out())
                .startsWith("Negative determination: a 0.80%, b 0.40%; all are de minimis\n")
                .contains("\n\nTwo small rates.\n\n" + negative)
                .doesNotContain("All others");
        assertThat(Run.of("rate", name, "--format=markdown").out())
                .startsWith("# Negative determination: a 0.80%, b 0.40%; all are de minimis\n\n")
                .contains(negative);
        assertThat(Run.of("rate", name, "--format=csv").out())
                .startsWith("\"# " + negative + "\"\n")
                .doesNotContain("\nall-others,");
        assertThat(Run.of("rate", name, "--format=json").out()).contains("\"negative\": true,", "\"allOthers\": null,");
        String vary = "companies.a.uses.s.1.rate=0.5% to 1.5% step 0.5%";
        assertThat(Run.of("sweep", name, "--vary", vary).out())
                .contains("Determination becomes affirmative between 0.5% and 1%");
        assertThat(Run.of("sweep", name, "--vary", vary, "--format=csv").out())
                .contains("determination.negative")
                .contains("all-others.rate");
        assertThat(Run.of("simulate", name, "--draws=1000", "--vary", "companies.a.uses.s.1.rate=uniform(0.5%, 1.5%)")
                        .out())
                .contains("- Determination: negative, the all-others rate zero, in ");
        assertThat(Run.of("solve", name, "--goal", "determination.negative=no", "--vary", vary)
                        .out())
                .contains("1%");
        assertThat(Run.of("explain", name, "determination.negative").exit()).isZero();
        assertThat(Run.of("addresses", name).out()).contains("determination.negative");
        Files.writeString(file, Files.readString(file) + "expect: {determination.negative: yes}\n");
        assertThat(Run.of("check", name).exit()).isZero();
    }

    @Test
    void resultsAreWrittenToAFileAsAWhole() throws IOException {
        Path target = folder.resolve("rate.md");
        Files.writeString(target, "old");
        Run run = Run.of("rate", Run.SMALL, "--format=markdown", "--output", target.toString());
        assertThat(run).extracting(Run::exit, Run::out, Run::err).containsExactly(0, "", "");
        assertThat(Files.readString(target)).startsWith("# Acme 1.39%, Border ");
        Run bad = Run.of("rate", Run.SMALL, "--set=titel=x", "--output", target.toString());
        assertThat(bad.exit()).isEqualTo(2);
        assertThat(Files.readString(target)).startsWith("# Acme 1.39%, Border ");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
        refused(
                "There is no folder (" + folder.resolve("none") + ") to write (" + folder.resolve("none/x")
                        + ") to. Create it.",
                "rate",
                Run.SMALL,
                "--output",
                folder.resolve("none/x").toString());
        refused("(" + folder + ") is a folder. Name a file in it.", "rate", Run.SMALL, "--output", folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sys/x.txt", "/dev/full"})
    @EnabledOnOs(OS.LINUX)
    void aFileThatCannotBeWrittenIsToldInWords(String file) {
        Run run = Run.of("rate", Run.SMALL, "--output", file);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("advalorem: (" + file + ") cannot be written in the folder ("
                        + Path.of(file).getParent() + "): ")
                .endsWith(". Choose another file or folder.\n")
                .doesNotContain("Exception", "tmp");
    }

    @Test
    void anOutputThatCannotBeWrittenIsAFailure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        var err = new ByteArrayOutputStream();
        assertThat(Main.run(new String[] {"rate", Run.SMALL}, full, err)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("advalorem: cannot write the result: No space left on device.\n");
    }

    /** As a program that a signal ends: 128 and the 13 of SIGPIPE. */
    @Test
    void aReaderThatClosesThePipeIsNoFailure() {
        OutputStream head = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        var err = new ByteArrayOutputStream();
        assertThat(Main.run(new String[] {"rate", Run.SMALL}, head, err)).isEqualTo(141);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** The reader may go after some pages, and every writer has a buffer of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "csv", "json", "markdown"})
    void norIsOneThatClosesItLater(String format) {
        OutputStream head = new OutputStream() {
            private int left = 9000;

            @Override
            public void write(int b) throws IOException {
                if (left-- == 0) {
                    throw new IOException("Broken pipe");
                }
            }
        };
        var err = new ByteArrayOutputStream();
        String[] addresses = {"addresses", "scenarios/aluminum-foil/scenario.yaml", "--format", format};
        assertThat(Main.run(addresses, head, err)).isEqualTo(141);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void linesAreAsWideAsTheTerminalAndInFilesAsEverywhere() throws IOException {
        String usual = Run.of("rate", "scenarios/aluminum-foil/scenario.yaml").out();
        System.setProperty("advalorem.columns", "80");
        try {
            assertThat(Run.of("rate", "scenarios/aluminum-foil/scenario.yaml")
                            .out()
                            .lines())
                    .allMatch(line -> line.length() <= 80);
            Path file = folder.resolve("rate.txt");
            Run.of("rate", "scenarios/aluminum-foil/scenario.yaml", "--output=" + file);
            assertThat(Files.readString(file)).isEqualTo(usual);
        } finally {
            System.clearProperty("advalorem.columns");
        }
        assertThat(usual.lines()).anyMatch(line -> line.length() > 80).allMatch(line -> line.length() <= 120);
    }

    @Test
    void anUnexpectedFailureIsOneLineAndATraceOnRequest() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("broken\nin two");
            }
        };
        var err = new ByteArrayOutputStream();
        assertThat(Main.run(new String[] {"schema"}, broken, err)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("advalorem: unexpected failure: IllegalStateException: broken in two. Add --debug for the"
                        + " stack trace.\n");
        Main.run(new String[] {"schema", "--debug"}, broken, err);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("    at org.advalorem.cli.");
    }

    @Test
    void resolvedScenariosCalculateToTheSame() {
        Path resolved = folder.resolve("resolved.yaml");
        assertThat(Run.of("resolve", Run.SMALL, "--set", "programs.tiny.applied=no", "-o", resolved.toString())
                        .exit())
                .isZero();
        String before = Run.of("rate", Run.SMALL, "--set", "programs.tiny.applied=no", "--format=csv", "--no-comments")
                .out();
        String after = Run.of("rate", resolved.toString(), "--format=csv", "--no-comments")
                .out();
        assertThat(after).isEqualTo(before).isNotEmpty();
    }

    @Test
    void completionIsAScriptThatKnowsAllCommands() {
        Run run = Run.of("generate-completion");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("advalorem").contains("addresses").contains("--records");
    }

    @Test
    void patternsChooseAddresses() {
        String chosen = Run.of("addresses", Run.SMALL, "companies.*.programs.*.rate", "--format=csv")
                .out();
        assertThat(chosen.lines().filter(line -> line.contains(",result,")).toList())
                .hasSize(7)
                .allMatch(line -> line.contains(".programs."));
        assertThat(Run.of("addresses", Run.SMALL, "benchmarks.resin", "--format=csv")
                        .out())
                .contains("benchmarks.resin.import-duty,number,10%");
    }
}
