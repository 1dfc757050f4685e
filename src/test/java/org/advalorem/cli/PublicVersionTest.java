package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.advalorem.report.workbook.SheetFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Public versions: what is confidential is in none of them, and a result that would give it away is refused. */
final class PublicVersionTest {
    /** Every confidential number of the case in some of the ways in which it could be written, and every confidential name. */
    private static final List<String> SECRETS = List.of(
            "187.35",
            "187.350",
            "7.31%",
            "0.0731",
            "421.73",
            "421,730,000",
            "421730000",
            "183.46",
            "183,460,000",
            "605,190,000",
            "605190000",
            "1.237",
            "1,237,000",
            "846250",
            "846,250",
            "2.518",
            "2,518,000",
            "4,601,250",
            "4601250",
            "28,514,185",
            "0.0460946",
            "4.609464",
            "5.416915",
            "18,000,000",
            "1,007,000",
            "1007000",
            "State Strip Mills",
            "the heron waits");

    @TempDir
    private Path folder;

    private Path scenario;

    @BeforeEach
    void copy() throws IOException {
        for (String name : List.of("case.yaml", "purchases.csv", "loans.csv")) {
            Files.copy(Path.of("src/test/resources/bracketing", name), folder.resolve(name));
        }
        scenario = folder.resolve("case.yaml");
    }

    /** Formulas would say what brackets hide: what rests on a bracketed number is a value, and nothing in the file names one. */
    @ParameterizedTest
    @ValueSource(strings = {"memo.xlsx", "memo.docx", "rate.xlsx"})
    void filesOfOfficeProgramsHoldNothingConfidential(String name) throws IOException {
        String command = name.substring(0, name.indexOf('.'));
        Run run = Run.of(
                command,
                scenario.toString(),
                "--twins",
                "--output",
                folder.resolve(name).toString());
        assertThat(run.exit()).as(run.err()).isZero();
        String twin = name.replace(".", "-public.");
        SheetFile inPublic = SheetFile.of(Files.readAllBytes(folder.resolve(twin)));
        assertThat(SECRETS.stream().filter(inPublic.all()::contains)).isEmpty();
        SheetFile complete = SheetFile.of(Files.readAllBytes(folder.resolve(name.replace(".", "-proprietary."))));
        assertThat(SECRETS.stream().filter(complete.all()::contains)).isNotEmpty();
        if (name.equals("memo.xlsx")) {
            assertThat(inPublic.all()).contains(">[ ]<", "<f>");
        }
    }

    private void change(String from, String to) throws IOException {
        String text = Files.readString(scenario);
        assertThat(text).contains(from);
        Files.writeString(scenario, text.replace(from, to));
    }

    private Path written(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private String published(String... more) {
        List<String> args = new ArrayList<>(List.of(more));
        args.add(1, scenario.toString());
        args.add("--public");
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.FINE);
        return run.out();
    }

    private Run refused(String... more) {
        List<String> args = new ArrayList<>(List.of("rate", scenario.toString(), "--public"));
        args.addAll(List.of(more));
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.out()).isEmpty();
        return run;
    }

    @ParameterizedTest
    @CsvSource({
        "rate, text",
        "rate, markdown",
        "rate, csv",
        "rate, json",
        "memo, text",
        "memo, markdown",
        "memo, csv",
        "memo, json",
        "issues, text",
        "issues, markdown",
        "issues, csv",
        "issues, json"
    })
    void noSecretIsPrinted(String command, String format) {
        String text = published(command, "--format", format);
        assertThat(text).containsAnyOf("5.41", "0.0541");
        assertThat(SECRETS).noneMatch(text::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv", "markdown"})
    void norInTheIndexOfExhibits(String format) {
        String text = published("memo", "--exhibits", "--format", format);
        assertThat(text).contains("HC-7", "4701234-02", "HC-12");
        assertThat(SECRETS).noneMatch(text::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv", "markdown"})
    void norInEveryStepAndEveryRecord(String format) {
        String text = published("memo", "--steps", "--records", "--format", format);
        assertThat(SECRETS).noneMatch(text::contains);
        assertThat(text).doesNotContain("NaN", "2024-01-15");
    }

    @Test
    void theSecretsAreInTheCompleteVersion() {
        // otherwise the tests above would prove nothing
        String text =
                Run.of("memo", scenario.toString(), "--steps", "--records").out()
                        + Run.of("memo", scenario.toString(), "--steps", "--format", "json")
                                .out();
        assertThat(SECRETS.stream().filter(text::contains).count()).isGreaterThan(20);
    }

    @Test
    void theIndexNamesWhatIsInBracketsAndWhere() {
        String text = published("rate");
        assertThat(text)
                .contains(
                        "PUBLIC VERSION",
                        "benchmarks.strip.inland-freight",
                        "24 rows",
                        "left out",
                        "ranged, within 10 percent");
        String[] lines = text.split("\n", -1);
        assertThat(lines[10]).contains("5.41%", "[ ]");
        assertThat(text).contains("Brackets stand in lines 6, 11, ");
    }

    @Test
    void aTableIsIndexedByItsCells() {
        assertThat(published("rate", "--format", "csv"))
                .contains("# Brackets in column program-benefit: rows 1-3")
                .contains(",strip-ltar,", ",[ ],4.61,");
    }

    @Test
    void aRangedFigureIsWithinTenPercentAndStaysTheSame() throws IOException {
        String text = published("rate");
        java.util.regex.Matcher shown = java.util.regex.Pattern.compile("within 10 percent *\\[([0-9,]+)\\]")
                .matcher(text);
        assertThat(shown.find()).isTrue();
        double figure = Double.parseDouble(shown.group(1).replace(",", ""));
        assertThat(Math.abs(figure / 1237000 - 1)).isBetween(0.015, 0.1);
        change("markup: {value: 7.31%", "markup: {value: 8.02%");
        assertThat(published("rate")).contains(shown.group());
    }

    @Test
    void aRangeNeedsAKey() throws IOException {
        change("  key: the heron waits at the weir\n", "");
        assertThat(refused().err()).contains("Ranged figures need a key");
        change("public-version:\n", "public-version:\n  key: short\n");
        assertThat(refused().err()).contains("(key) is too short");
    }

    @Test
    void aRateThatGivesAConfidentialNumberAwayIsRefusedByName() throws IOException {
        change("  bracketed: companies.hillside.sales\n", "");
        String message = refused().err();
        assertThat(message)
                .contains(
                        "(companies.hillside.programs.grants.rate) gives away companies.hillside.programs.grants.benefit")
                .contains("(companies.hillside.programs.strip-ltar.rate) gives away");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate", "memo"})
    void ofAWholeCompanyTheNumbersAreConfidentialAndTheNamesAreNot(String command) throws IOException {
        change("bracketed: companies.hillside.sales", "bracketed: [companies.hillside, benchmarks]");
        String text = published(command);
        assertThat(text).contains("Hillside Works", "4.61%").doesNotContain("6,350");
        assertThat(SECRETS).noneMatch(text::contains);
    }

    @Test
    void itIsPrintedWithoutThatRate() throws IOException {
        String results = "companies.hillside.programs, companies.hillside.rate, companies.hillside.deposit";
        change("  bracketed: companies.hillside.sales\n", "  bracketed: [" + results + "]\n");
        String text = published("rate");
        assertThat(text).doesNotContain("4.61%", "5.41%", "0.74%");
    }

    @Test
    void twoRatesThatGiveANumberAwayTogetherAreNamed() throws IOException {
        // two grants over one confidential denominator: one of them public, so that each rate alone gives the sales
        // away
        Files.writeString(scenario, """
                format: advalorem/1
                title: Mill
                proceeding: {segment: investigation final, regulation: "1998", country: {name: Freedonia}, period: 2016, average-useful-life: 10 years}
                programs:
                  one: {type: grant, name: One, recurrence: recurring}
                  two: {type: grant, name: Two, recurrence: recurring}
                companies:
                  mill:
                    currency: USD
                    sales: [{year: 2016, gross: 10000000}]
                    uses:
                      one: [{received: [{on: 2016-05-01, amount: {value: 912345, public: no}}, {on: 2016-06-01, amount: 200000}]}]
                      two: [{received: [{on: 2016-05-01, amount: 1300000}]}]
                public-version: {bracketed: companies.mill.sales}
                """);
        String message = refused().err().replaceAll("\\s+", " ");
        assertThat(message)
                .contains("(companies.mill.programs.two.rate) gives away companies.mill.sales.1.gross")
                .contains("(companies.mill.rate) and (companies.mill.programs.one.rate) give away"
                        + " companies.mill.uses.one.1.received.2016-05-01.amount");
    }

    @Test
    void twoBenchmarksForTheSamePurchasesGiveTheirPriceAway() throws IOException {
        Files.writeString(
                folder.resolve("p.csv"),
                "date,supplier,status,quantity,price\n2016-01-04,State Mills,authority,200,411.3\n2016-03-04,State"
                        + " Mills,authority,250,418.9\n2016-05-09,State Mills,authority,119.9,437.2\n");
        Files.writeString(scenario, """
                format: advalorem/1
                title: Mill
                proceeding: {segment: investigation final, regulation: "1998", country: {name: Freedonia}, period: 2016, average-useful-life: 10 years}
                benchmarks: {strip: {type: price, unit: USD/t, world: {Exchange: 600}}}
                programs: {ltar: {type: less-than-adequate-remuneration, name: Strip, benchmark: strip}}
                companies:
                  mill:
                    currency: USD
                    sales: [{year: 2016, gross: 1000000}]
                    uses: {ltar: [{purchases: {file: p.csv, public: no}}]}
                issues: {exchange: {low: {benchmarks.strip.world.Exchange: 600}, high: {benchmarks.strip.world.Exchange: 700}}}
                public-version: {bracketed: companies.mill.sales}
                """);
        assertThat(published("rate")).contains("[ ]");
        Run run = Run.of("issues", scenario.toString(), "--public");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err().replaceAll("\\s+", " "))
                .contains("gives away the average price of companies.mill.uses.ltar.1.purchases");
    }

    @Test
    void theWeightsOfTwoRespondentsAreNotGivenAway() throws IOException {
        Files.writeString(scenario, """
                format: advalorem/1
                title: Mills
                proceeding: {segment: investigation final, regulation: "1998", country: {name: Freedonia}, period: 2016, average-useful-life: 10 years}
                programs: {g: {type: stated, name: Rate as found}}
                companies:
                  one: {currency: USD, exports-to-us: {value: 812345, public: no}, uses: {g: [{rate: 10%}]}}
                  two: {currency: USD, exports-to-us: {value: 312345, public: no}, uses: {g: [{rate: 2.92%}]}}
                all-others: {method: weighted}
                """);
        assertThat(refused().err().replaceAll("\\s+", " "))
                .contains("(all-others.rate)")
                .contains("the ratio of companies.one.exports-to-us to companies.two.exports-to-us");
    }

    @Test
    void constantsDaysAndSumsThatTellOfARecordAreInBracketsToo() throws IOException {
        Files.writeString(
                folder.resolve("loans.csv"),
                "loan,date,event,amount,term\nD-2,2024-03-17,drawdown,18200000,1\nD-2,2024-12-31,interest,607000,\n");
        String text = published("memo", "--steps");
        assertThat(text).doesNotContain("289", "D-2", "2024-03-17", "2025-03-17");
        String purchases = Files.readString(folder.resolve("purchases.csv"));
        Files.writeString(
                folder.resolve("purchases.csv"),
                purchases + "2023-02-02,State Strip Mills,authority,hot-rolled,57.1,488.5\n");
        assertThat(published("rate")).contains("1 purchase, [ ] CRN").doesNotContain("27,893.35");
    }

    @Test
    void theKeyIsPrintedNowhere() throws IOException {
        change("title: Hillside Castings,", "title: Hillside Castings, the heron waits at the weir,");
        assertThat(refused().err()).contains("the heron waits at the weir");
    }

    @Test
    void whatIsStatedPublicIsPrinted() throws IOException {
        change("public-version:\n", "public-version:\n  public: companies.hillside.rate-unrounded\n");
        assertThat(published("rate")).contains("5.416916%");
    }

    @Test
    void aResultStatedPublicCountsAsPrinted() throws IOException {
        change("public-version:\n", "public-version:\n  public: companies.hillside.programs.strip-ltar.benefit\n");
        assertThat(refused().err())
                .contains("(companies.hillside.programs.strip-ltar.rate) and"
                        + " (companies.hillside.programs.strip-ltar.benefit) give away");
    }

    @Test
    void aSettingOfAConfidentialValueIsNotInTheReceipt() {
        String text = published("rate", "--set", "companies.hillside.export-value-adjustment.markup=8.26%");
        assertThat(text.replaceAll("\\s+", " "))
                .contains("--set 'companies.hillside.export-value-adjustment.markup=[ ]'")
                .doesNotContain("8.26");
        assertThat(published("rate", "--set", "markup=8.26%")).doesNotContain("8.26");
        assertThat(published("rate", "--set", "programs.policy-loans.benchmark-rate=6.9%"))
                .contains("benchmark-rate=6.9%");
    }

    @Test
    void anOverlayDoesNotPublishWhatItChanges() throws IOException {
        Path overlay = written(
                "other.yaml",
                "format: advalorem/1\nextends: case.yaml\nbenchmarks: {strip: {inland-freight: 203.47}}\n");
        Run run = Run.of("rate", overlay.toString(), "--public");
        assertThat(run.out() + run.err())
                .contains("benchmarks.strip.inland-freight")
                .doesNotContain("203.47");
    }

    @Test
    void theReceiptTellsNothingOfConfidentialValues() throws IOException {
        String before = published("rate", "--format", "json");
        change("846250", "846251");
        change("421.73", "421.74");
        Files.writeString(
                folder.resolve("loans.csv"),
                Files.readString(folder.resolve("loans.csv")).replace("1007000", "1007001"));
        // the rates stay the same, and so does every byte
        assertThat(published("rate", "--format", "json")).isEqualTo(before);
        change("benchmark-rate: 6.4%", "benchmark-rate: 6.41%");
        assertThat(published("rate", "--format", "json")).isNotEqualTo(before);
    }

    @Test
    void aCorrectedCellOfAConfidentialFileIsConfidential() throws IOException {
        change(
                "file: purchases.csv,",
                "file: purchases.csv, corrected: {3: {quantity: 1793.25}}, change: {price: {scale: 1.0137}},");
        for (String format : List.of("text", "json")) {
            String text = published("memo", "--steps", "--format", format);
            assertThat(text).doesNotContain("1793.25", "1,793.25", "1.0137");
        }
    }

    @Test
    void bothTwinsComeFromOneCommand() {
        Path output = folder.resolve("memo.md");
        Run run = Run.of("memo", scenario.toString(), "--twins", "--output", output.toString());
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FINE);
        assertThat(folder.resolve("memo-proprietary.md"))
                .content()
                .contains("BUSINESS PROPRIETARY VERSION", "Markup of the affiliate = \\[7.310000%\\]")
                .contains("\\[187.35\\]", "\\[605,190,000.00\\]")
                .doesNotContain("\\[5.41%\\]");
        assertThat(folder.resolve("memo-public.md"))
                .content()
                .contains("PUBLIC VERSION", "Brackets stand in lines ")
                .doesNotContain("187.35");
        assertThat(output).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate", "memo", "issues"})
    void theProprietaryTwinHasBracketsWhereThePublicOneHas(String command) {
        String twin = Run.of(command, scenario.toString(), "--proprietary").out();
        String complete = Run.of(command, scenario.toString()).out();
        assertThat(twin.replaceAll("\\[([^\\[\\]]*)\\]", "$1").replaceAll("\\s+", ""))
                .contains(complete.lines().findFirst().orElseThrow().replaceAll("\\s+", ""));
        List<String> without = SECRETS.stream()
                .filter(twin::contains)
                .filter(secret -> twin.lines()
                        .filter(line -> line.contains(secret))
                        .anyMatch(line -> !line.matches(".*\\[[^\\]]*" + java.util.regex.Pattern.quote(secret) + ".*")))
                .toList();
        assertThat(without).isEmpty();
    }

    @Test
    void neitherTwinIsWrittenIfThePublicOneIsRefused() throws IOException {
        change("  bracketed: companies.hillside.sales\n", "");
        Run run = Run.of(
                "memo",
                scenario.toString(),
                "--twins",
                "--output",
                folder.resolve("memo.md").toString());
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(folder.resolve("memo-proprietary.md")).doesNotExist();
        assertThat(folder.resolve("memo-public.md")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate", "issues"})
    void aChartHasATwinToo(String command) throws IOException {
        Run run = Run.of(
                command,
                scenario.toString(),
                "--twins",
                "--output",
                folder.resolve("r.md").toString(),
                "--chart",
                folder.resolve("r.svg").toString());
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FINE);
        assertThat(Files.readString(folder.resolve("r-public.svg"))).contains("PUBLIC VERSION");
        assertThat(folder.resolve("r-proprietary.svg")).exists();
    }

    @Test
    void aLeakInTheScenarioOwnWordsIsFound() throws IOException {
        change("title: Hillside Castings", "title: Hillside Castings, freight 187.35,");
        assertThat(refused().err().replaceAll("\\s+", " "))
                .contains("the output:4")
                .contains("The public version would print (187.35), which is confidential.");
    }

    @Test
    void aPublicVersionIsMadeAgain() throws IOException {
        Path kept = folder.resolve("r.json");
        assertThat(Run.of("rate", scenario.toString(), "--public", "--output", kept.toString())
                        .exit())
                .isEqualTo(ExitCode.FINE);
        Run run = Run.of("verify", kept.toString());
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.FINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate", "issues"})
    void soIsEachTwin(String command) {
        Path output = folder.resolve("r.json");
        assertThat(Run.of(command, scenario.toString(), "--twins", "--output", output.toString())
                        .exit())
                .isEqualTo(ExitCode.FINE);
        for (String name : List.of("r-public.json", "r-proprietary.json")) {
            Run run = Run.of("verify", folder.resolve(name).toString());
            assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.FINE);
        }
    }

    @Test
    void whatContradictsItselfIsRefused() throws IOException {
        assertThat(Run.of("rate", scenario.toString(), "--public", "--twins", "-o", "x.md")
                        .err())
                .contains("contradict each other");
        assertThat(Run.of("rate", scenario.toString(), "--twins").err()).contains("writes two files");
        assertThat(Run.of("rate", scenario.toString(), "--public", "-o", "x.parquet")
                        .err())
                .contains("A public version is read before it is sent.");
        change("status: proprietary, source: {text: quote", "status: proprietary, public: yes, source: {text: quote");
        assertThat(refused().err()).contains("is both proprietary and public");
    }

    @Test
    void aPatternThatSelectsNothingIsAnError() throws IOException {
        change("bracketed: companies.hillside.sales", "bracketed: companies.hillsides.sales");
        assertThat(refused().err())
                .contains("(companies.hillsides.sales) in (public-version) selects no value and no result");
    }

    @Test
    void withoutTheOptionNothingChanges() throws IOException {
        String complete = Run.of("rate", scenario.toString()).out();
        change("status: proprietary, source: {text: quote", "source: {text: quote");
        assertThat(Run.of("rate", scenario.toString()).out()).isEqualTo(complete);
    }
}
