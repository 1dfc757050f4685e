package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users write in their own words is understood or answered with what to write. */
final class UserWordsTest {
    private static final String CASE = SampleArguments.CASE;
    private static final String AMOUNT = "companies.acme.uses.second.mill.received.2023-02-01.amount";

    @TempDir
    private Path folder;

    private static Run run(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, CASE));
        all.addAll(List.of(arguments));
        return Run.of(all.toArray(String[]::new));
    }

    private static String refused(Run run) {
        assertThat(run.exit()).as(run.out()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        return run.err();
    }

    /** The rate is (2 + amount) / 100, so it is below 5 percent below 3 million. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "companies.acme.rate-unrounded < 5% | 1000000 | 3000000",
                "companies.acme.rate-unrounded<5% | 1000000 | 3000000",
                "acme.rate-unrounded below 5% | 1000000 | 3000000",
                "companies.acme.rate-unrounded <= 5% | 1000000 | ",
                "companies.acme.rate-unrounded >= 5% | 3000000 | ",
                "companies.acme.rate-unrounded is 5% | 3000000 | ",
                "companies.acme.rate-unrounded = 5% | 3000000 | ",
                "companies.acme.rate-unrounded==5% | 3000000 | "
            })
    void aGoalHasAComparison(String goal, String first, String limit) {
        Run run = run("solve", "--goal", goal, "--vary", AMOUNT + "=1 million to 4 million", "--format=csv");
        List<String> rows = run.out()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("\"#"))
                .toList();
        assertThat(rows).as(run.err()).hasSize(2);
        assertThat(rows.get(1)).startsWith(AMOUNT + "," + first + ",");
        assertThat(rows.get(1)).endsWith("," + (limit == null ? "" : limit));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "companies.acme.rate < 5 | a rate without a percent sign. Write 5% or, if 5 is a fraction, 500%.",
                "companies.acme.rate | without a value. Write 'companies.acme.rate=5%' or 'companies.acme.rate < 5%'.",
                "companies.acme.de-minimis < yes | Write 'companies.acme.de-minimis=yes' or 'companies.acme.de-minimis=no'.",
                "companies.acme.rate < 1e308% | too large for a quantity.",
                "de-minimis=yes | (de-minimis) is short for 2 results: companies.acme.de-minimis, companies.beta.de-minimis.",
                "companies.acme.programs.first.benefit = 1 million CNY | benefit=1.5 million USD'"
            })
    void aGoalThatCannotBeReadShowsTheForms(String goal, String told) {
        assertThat(refused(run("solve", "--goal", goal, "--vary", AMOUNT + "=1 million to 4 million")))
                .contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "Yes", "true", "yes"})
    void aVerdictIsAskedForInAnyWord(String word) {
        Run run = run("solve", "--goal", "acme.de-minimis = " + word, "--vary", AMOUNT + "=1 million to 4 million");
        assertThat(run.exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate", "sweep", "simulate", "eva", "issues"})
    void aCompanyIsNamedAsInTheScenario(String command) {
        String[] more = command.equals("sweep")
                ? new String[] {"--vary=markup=0% to 5% in 2"}
                : command.equals("simulate") ? new String[] {"--vary=markup=1% to 2%", "--draws=100"} : new String[] {};
        List<String> byKey = new ArrayList<>(List.of(more));
        byKey.add("--company=acme");
        List<String> byName = new ArrayList<>(List.of(more));
        byName.add("--company=Acme");
        assertThat(run(command, byName.toArray(String[]::new)).withoutCommand())
                .isEqualTo(run(command, byKey.toArray(String[]::new)).withoutCommand());
    }

    @Test
    void aNameOfTwoCompaniesListsThem() throws IOException {
        String file =
                overlay("companies: {acme: {name: 'Hongda Pipe Co., Ltd.'}, beta: {name: 'Hongda Pipe Co., Ltd.'}}");
        assertThat(refused(Run.of("rate", CASE, file, "--company", "Hongda Pipe Co., Ltd.")))
                .contains("is the name of 2 companies: (acme) Hongda Pipe Co., Ltd., (beta) Hongda Pipe Co., Ltd..");
        String one = overlay("companies: {acme: {name: 'Hongda Pipe Co., Ltd.'}}");
        assertThat(Run.of("rate", CASE, one, "--company", "Hongda Pipe Co., Ltd.")
                        .exit())
                .isZero();
        assertThat(Run.of("rate", CASE, one, "--company", "hongda pipe co ltd").exit())
                .isZero();
        assertThat(refused(Run.of("rate", CASE, one, "--company", "Hongda")))
                .contains("There is no company (Hongda). Did you mean (acme) Hongda Pipe Co., Ltd.?");
    }

    private String overlay(String text) throws IOException {
        return Files.write(folder.resolve("overlay.yaml"), (text + "\n").getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Test
    void aShortAddressStandsForTheOnlyOneThatEndsInIt() {
        String whole = "companies.acme.export-value-adjustment.markup";
        Run run = run("rate", "--set", "markup=5%", "--set", "method=ratio", "--format=csv");
        assertThat(refused(run)).contains("(method) is short for 2 values: " + whole.replace("markup", "method"));
        Run shorter = run("rate", "--set", "markup=5%", "--set", "adjustment.method=ratio", "--format=csv");
        assertThat(refused(shorter)).contains("There is no (adjustment) in a scenario.");
        Run good = run("rate", "--set", "markup=5%", "--set", "acme.method=ratio", "--format=csv");
        assertThat(good.err()).contains("note: (markup) is (" + whole + ")");
        assertThat(good.withoutCommand().out())
                .contains(run(
                                "rate",
                                "--set",
                                whole + "=5%",
                                "--set",
                                whole.replace("markup", "method") + "=ratio",
                                "--format=csv")
                        .withoutCommand()
                        .out()
                        .lines()
                        .filter(line -> !line.startsWith("#") && !line.startsWith("\"#"))
                        .reduce("", (all, line) -> all + line + "\n"));
    }

    /** An address that begins like a whole one is not taken for the end of another. */
    @Test
    void aResultIsNotTakenForAnInput() {
        assertThat(refused(run("rate", "--set", "companies.beta.rate=5%")))
                .contains("There is no (rate) in (companies.beta)");
    }

    @Test
    void aStarVariesEachThatItMatches() {
        Run run = run("tornado", "--vary", "programs.*.applied", "--format=csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("programs.first.applied").contains("programs.second.applied");
        assertThat(run.err()).contains("(programs.*.applied) is 4 values:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep | markup | 'companies.acme.export-value-adjustment.markup=10% to 30%'",
                "sweep | programs.credit.rate | 'programs.credit.rate=0.5% to 1.5% in 11'",
                "simulate | programs.credit.rate | 'programs.credit.rate=triangular(0.5%, 1%, 1.5%)'",
                "simulate | programs.credit.rate | 'programs.credit.rate=positive 0.5% to 1.5%'",
                "simulate | programs.first.applied | 'programs.first.applied=discrete(yes: 50%, no: 50%)'",
                "flip | programs.credit.rate | 'programs.credit.rate=times normal(1, 0.1)'",
                "sweep | nosuch | (nosuch) varies nothing: it has no equals sign."
            })
    void whatVariesWithoutARangeShowsTheForms(String command, String address, String told) {
        assertThat(refused(run(command, "--vary", address))).contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "programs.credit=no | Did you mean (programs.credit.applied=no)",
                "companies.acme.export-value-adjustment=6% | Did you mean (companies.acme.export-value-adjustment.markup=6%)?",
                "companies.acme.export-value-adjustment=ratio | export-value-adjustment.method=ratio)?",
                "companies.acme.uses.first=no | Did you mean (companies.acme.uses.first.mill.applied=no)",
                "companies.acme.sales=5 | Write sales: [{gross: 5, ...}].",
                "programs.first.type=LTAR | Did you mean (less-than-adequate-remuneration)?",
                "programs.first.type=Grant | Did you mean (grant)?",
                "programs.first.type=AFA | Did you mean (facts-available)?",
                "companies.acme.export-value-adjustment.method=RATIO | Did you mean (ratio)?",
                "programs.credit.rate=1e308% | is 1e308%: too large for a quantity.",
                "programs.credit.rate=1e308 | is 1e308: too large for a quantity.",
                "programs.credit.rate=1e99999999999 | too large for a quantity.",
                "programs.credit.rate=times 1e308 | The number in (times 1e308) is too large for a quantity.",
                "programs.credit.rate=1e-308% | too small for a quantity.",
                "proceeding.initiated=03/06/2024 | Write 2024-03-06 or 2024-06-03, whichever is meant. Days in a scenario are written yyyy-MM-dd; (dates)",
                "proceeding.period=1/1/2023 to 31/12/2023 | Write 2023-01-01 to 2023-12-31."
            })
    void aSettingThatDoesNotFitIsAnsweredWithOneThatDoes(String setting, String told) {
        assertThat(refused(run("rate", "--set", setting))).contains(told);
    }

    @Test
    void aBareNumberShowsTheLineToWrite() throws IOException {
        String small =
                "benchmarks: {other: 62, resin: {unit: USD/t, ocean-freight: 14}, third: {type: price, unit: USD/t,"
                        + " world: 5}}\nprograms: {power: {type: electricity, benchmarks: {x: 0.7}}}\n"
                        + "companies: {acme: {members: {holding: {consolidated-sales: 5}}}}";
        assertThat(refused(Run.of("rate", Run.SMALL, overlay(small))))
                .contains("Write other: {type: price, world: {NAME: 62 USD/t}}.")
                .contains("Write ocean-freight: {NAME: 14 USD/t}.")
                .contains("Write world: {NAME: 5 USD/t}.")
                .contains("Write x: 0.7 USD/t.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "No", "NO", "false", "False", "FALSE"})
    void noIsReadInAnyCaseEverywhere(String word) throws IOException {
        Run usual = run("rate", "--set", "programs.first.applied=no", "--format=json");
        assertThat(run("rate", "--set", "programs.first.applied=" + word, "--format=json")
                        .withoutCommand()
                        .out()
                        .replace("=" + word, "=no")
                        .replaceAll("\"(hash|inputs)\": \".*?\"", ""))
                .isEqualTo(usual.withoutCommand().out().replaceAll("\"(hash|inputs)\": \".*?\"", ""));
        String criteria =
                overlay("companies: {acme: {export-value-adjustment: {criteria: {one-to-one: " + word + "}}}}");
        assertThat(Run.of("rate", CASE, criteria).exit()).isZero();
        String expected = overlay("expect: {companies.acme.de-minimis: " + word + "}");
        assertThat(Run.of("check", CASE, expected).exit()).isZero();
        String position = overlay("issues: {first grant: {dropped: {programs.first.applied: " + word + "}}}");
        assertThat(Run.of("issues", CASE, position).withoutCommand().out().replaceAll("content\\s+\\S+", ""))
                .contains("first grant  countervailed");
        assertThat(run(
                                "simulate",
                                "--draws=100",
                                "--vary",
                                "programs.first.applied=discrete(Yes: 60%, " + word + ": 40%)")
                        .exit())
                .isZero();
    }

    @Test
    void negativeDrawsNameThePositiveForms() {
        assertThat(refused(
                        run("simulate", "--draws=1000", "--set=acme.method=ratio", "--vary", "markup=normal(10%, 8%)")))
                .contains(
                        "Write a distribution without negative draws: positive 4.32% to 23.2%, or positive quantiles(p5:");
        assertThat(refused(run(
                        "sensitivity",
                        "--draws=4096",
                        "--set=acme.method=ratio",
                        "--vary",
                        "markup=normal(1%, 5%)",
                        "--vary",
                        AMOUNT + "=times 0.9 to 1.1")))
                .contains("positive quantiles(p5: ");
    }

    @Test
    void shapesAreNotToldInPercent() {
        assertThat(refused(run("simulate", "--vary", "markup=beta(0.01, 0.01, 1%, 3%)")))
                .contains("The shape alpha (0.01) is not from 0.1 to 10000.");
        assertThat(refused(run("simulate", "--vary", "markup=lognormal(1%, 0.01)")))
                .contains("The geometric standard deviation (0.01) is not above 1.");
    }

    @Test
    void nothingIsShownAsEmptyBrackets() {
        for (Run run : List.of(
                Run.of("rate", ""),
                Run.of("new", ""),
                Run.of(""),
                run("rate", "--company", ""),
                run("rate", "-o", ""),
                run("rate", "--chart", ""),
                run("rate", "--format", ""),
                run("explain", ""),
                run("compare", "--with", ""),
                run("compare", "--to", ""),
                run("eva", "--entries", ""),
                run("issues", "--issue", ""),
                run("simulate", "--vary", "markup="),
                run("simulate", "--seed", ""),
                run("rate", "--set", "companies.acme.currency=''"),
                run("rate", "--set", "proceeding.period=''"))) {
            assertThat(refused(run)).doesNotContainPattern("(?<!\\S)\\(\\)");
        }
        assertThat(refused(Run.of("rate", "")))
                .contains(Path.of("").toAbsolutePath().toString());
    }

    /** Dropping a grant of 2 million from sales of 100 million is worth 2 percent of the entered value. */
    @Test
    void issuesAreRankedInDuty() {
        String text = run("issues", "--entries", "1 million USD", "--issue", "first grant", "--issue", "amount")
                .out();
        assertThat(text).contains("in duty on entries of 1,000,000.00 USD (1 million USD)");
        int more = text.indexOf("as reported to higher");
        int less = text.indexOf("countervailed to dropped");
        assertThat(more).isPositive().isLessThan(less);
        assertThat(text).containsPattern("as reported to higher +30,000.00 +30,000.00 +\\+3.0000");
        assertThat(text).containsPattern("countervailed to dropped +-20,000.00 +-20,000.00 +-2.0000");
    }
}
