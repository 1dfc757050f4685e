package org.advalorem.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.advalorem.plot.LinesChart;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario is asked, and what it says of mistakes. */
final class ScenarioTest {
    private static final Path FOIL = Path.of("scenarios/aluminum-foil/scenario.yaml");
    private static final String MARKUP = "companies.zhongji.export-value-adjustment.markup";
    private static final Scenario SCENARIO = Scenario.load(FOIL);

    @TempDir
    private Path folder;

    private static List<Problem> problems(ThrowingCallable wrong) {
        return catchThrowableOfType(ScenarioException.class, wrong).problems();
    }

    private static void refused(ThrowingCallable wrong, String message, String advice) {
        assertThat(problems(wrong)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.advice()).isEqualTo(advice);
        });
    }

    /** A grant of 2 to a company that sold 100: 2%. */
    private static ScenarioBuilder small() {
        return Scenario.builder()
                .set("format", "advalorem/1")
                .set("title", "Two of a hundred")
                .set("proceeding.segment", "investigation final")
                .set("proceeding.initiated", "2025-02-03")
                .set("proceeding.country", "{name: Freedonia, nonmarket: no, developing: no}")
                .set("proceeding.period", "2024")
                .set("proceeding.average-useful-life", "12 years")
                .set("programs.fairs", "{type: grant, specificity: export, recurrence: recurring}")
                .set("companies.acme.currency", "FRK")
                .set("companies.acme.members.mill", "{role: producer}")
                .set(
                        "companies.acme.sales",
                        "[{year: 2024, destination: United States, terms: FOB, gross: 100 million}]")
                .set("companies.acme.uses.fairs", "[{received: [{on: 2024-05-10, amount: 2 million}]}]");
    }

    @Test
    void settingMakesAnotherScenarioAndLeavesThisOneAlone() {
        Scenario without = SCENARIO.set("programs.export-buyers-credit.applied", "no");
        assertThat(without.evaluate().rate("zhongji").published()).isEqualTo(0.0660);
        assertThat(SCENARIO.evaluate().rate("Company Z").published()).isEqualTo(0.1714);
        assertThat(without.settings()).containsExactly(Setting.of("programs.export-buyers-credit.applied", "no"));
        assertThat(without.toString()).endsWith("--set programs.export-buyers-credit.applied=no");
    }

    @Test
    void valuesAreFoundByWordsAlsoMisspelt() {
        for (String words : List.of("markup", "Markup", "company z markup", "markpu", "zhongji adjustment markup")) {
            assertThat(SCENARIO.find(words).get(0).address()).as(words).isEqualTo(MARKUP);
        }
        assertThat(SCENARIO.find("zhongji rate").get(0).address()).isEqualTo("companies.zhongji.rate");
        assertThat(SCENARIO.find("xylophone")).isEmpty();
        Value markup = SCENARIO.value(MARKUP);
        assertThat(markup.kind()).isEqualTo(Value.Kind.NUMBER);
        assertThat(markup.text()).isEqualTo("6%");
        assertThat(markup.number()).hasValue(0.06);
        assertThat(markup.status()).isEqualTo("assumed");
        assertThat(markup.origin()).startsWith("scenarios/aluminum-foil/scenario.yaml:");
        assertThat(markup.to("8%")).isEqualTo(Setting.of(MARKUP, "8%"));
        assertThat(SCENARIO.value("companies.zhongji.rate").number()).hasValue(0.1714);
        assertThat(SCENARIO.value("companies.zhongji.export-value-adjustment.method")
                        .kind())
                .isEqualTo(Value.Kind.CHOICE);
    }

    @Test
    void whatAShortAddressStoodForIsSaid() {
        assertThat(SCENARIO.set("markup", "8%").notes()).contains("(markup) is (" + MARKUP + ")");
    }

    @Test
    void aScenarioIsBuiltValueByValueAndWrittenBack() throws IOException {
        Scenario built = small().build();
        Rate rate = built.evaluate().rate("acme");
        assertThat(rate.published()).isEqualTo(0.02);
        assertThat(rate.deMinimis()).contains(false);
        assertThat(rate.programs())
                .singleElement()
                .extracting(ProgramRate::published)
                .isEqualTo(0.02);
        Scenario changed = built.set("companies.acme.uses.fairs.1.received.1.amount", "1 million");
        Path file = folder.resolve("case.yaml");
        Files.writeString(file, changed.yaml(folder));
        assertThat(Scenario.load(file).evaluate().rate("acme").unrounded())
                .isEqualTo(changed.evaluate().rate("acme").unrounded())
                .isEqualTo(0.01);
        assertThat(Scenario.parse(small().yaml()).evaluate().rate("acme")).isEqualTo(rate);
    }

    @Test
    void aBuilderTellsWhatContradictsAnotherValue() {
        refused(
                () -> small().set("title.short", "x").yaml(),
                "Nothing can be stated at (title.short): (title) is stated as a single value.",
                "State either the whole or its parts.");
    }

    @Test
    void overlaysAreLaidInOrder() throws IOException {
        Path base = Files.writeString(folder.resolve("base.yaml"), small().yaml());
        Path less = Files.writeString(
                folder.resolve("less.yaml"), "set: {companies.acme.uses.fairs.1.received.1.amount: 1 million}\n");
        assertThat(Scenario.load(base, less).evaluate().rate("acme").published())
                .isEqualTo(0.01);
    }

    @Test
    void everythingWrongWithAFileIsToldAtOnceWithItsPlace() throws IOException {
        Path file = Files.writeString(
                folder.resolve("wrong.yaml"),
                small().yaml().replace("12 years", "many").replace("grant", "gront"));
        List<Problem> problems = problems(() -> Scenario.load(file));
        assertThat(problems).hasSizeGreaterThan(1).allSatisfy(problem -> {
            assertThat(problem.place()).endsWith("wrong.yaml");
            assertThat(problem.line()).isPositive();
            assertThat(problem.code()).startsWith("AV");
        });
        assertThat(problems).anySatisfy(problem -> assertThat(problem.advice()).contains("Did you mean (grant)?"));
        assertThatThrownBy(() -> Scenario.load(file)).hasMessageContainingAll("many", "gront", "     | ", "problems");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Scenario.load(Path.of("no-such.yaml")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("There is no file (no-such.yaml).");
    }

    @Test
    void mistakesInSettingsAreToldTogether() {
        List<Problem> problems = problems(() -> SCENARIO.set(
                Setting.of("companies.zhongji.rat", "1%"),
                Setting.of(MARKUP, "6"),
                Setting.of("programs.lnd.applied", "no")));
        assertThat(problems).extracting(Problem::place).containsOnly("argument");
        assertThat(problems).extracting(Problem::message).contains("There is no (rat) in (companies.zhongji).");
        assertThat(problems)
                .extracting(Problem::advice)
                .anyMatch(advice -> advice.equals("Did you mean (programs.land.applied)?"));
    }

    @Test
    void aRateNeedsItsPercentSign() {
        assertThat(problems(() -> SCENARIO.set(MARKUP, "6"))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("AV205");
            assertThat(problem.advice()).startsWith("Write 6%");
        });
    }

    @Test
    void whatIsNotThereIsToldWithTheNearest() {
        refused(
                () -> SCENARIO.value("companies.zhongji.rates"),
                "There is nothing at (companies.zhongji.rates).",
                "Did you mean (companies.zhongji.rate)?");
        refused(
                () -> SCENARIO.explain("companies.zhongij.rate"),
                "There is no number (companies.zhongij.rate).",
                "Did you mean (companies.zhongji.rate)?");
        refused(() -> SCENARIO.evaluate().rate("zhongij"), "There is no company (zhongij).", "Did you mean (zhongji)?");
        assertThatThrownBy(() -> SCENARIO.evaluate().table().column("compny"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no column (compny). Did you mean (company)?");
    }

    @Test
    void questionsThatCannotBeAnsweredAreToldAsSuch() {
        Scenario small = small().build();
        assertThatThrownBy(() -> small.simulate(10))
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith("Nothing is uncertain in (scenario text).");
        assertThatThrownBy(small::issues).isInstanceOf(ScenarioException.class).hasMessageContaining("issues");
        assertThatThrownBy(() -> SCENARIO.simulate(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SCENARIO.sweep("markup", "0 to 12"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("without a percent sign");
        assertThatThrownBy(SCENARIO::sweep)
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith("Nothing varies.");
        assertThatThrownBy(() -> SCENARIO.uncertain("markup", "normal(oops)")).isInstanceOf(ScenarioException.class);
    }

    @Test
    void noFileThatWasReadIsReplaced() {
        Path sales = FOIL.resolveSibling("sales.csv");
        assertThatThrownBy(() -> SCENARIO.evaluate().report().write(sales))
                .isInstanceOf(ScenarioException.class)
                .hasMessage(
                        "(" + sales + ") would be replaced, which is the data file (sales.csv) of this scenario. Name"
                                + " another file.");
        refused(
                () -> SCENARIO.evaluate().report().write(folder.resolve("rates.docx")),
                "(" + folder.resolve("rates.docx") + ") is not a name for a report.",
                "Use one that ends in .txt, .md, .csv, .json, .parquet or .xlsx.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void filesAreWrittenByTheirEnding() throws IOException {
        Report memo = small().build().memorandum();
        for (String name : List.of("memo.xlsx", "memo.docx")) {
            memo.write(folder.resolve(name));
            assertThat(Files.readAllBytes(folder.resolve(name))).startsWith('P', 'K');
        }
        Drawing drawing =
                SCENARIO.sweep("benchmarks.ingot.vat", "13% to 17% in 3").drawing();
        drawing.write(folder.resolve("sweep.svg"));
        assertThat(folder.resolve("sweep.svg")).hasContent(drawing.svg());
        assertThat(new String(drawing.pdf(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertThat(drawing.png()[1]).isEqualTo((byte) 'P');
        assertThat(drawing.chart())
                .isInstanceOfSatisfying(
                        LinesChart.class,
                        chart -> assertThat(chart.series().get(0).points()).hasSize(3));
    }

    @Test
    void cellsHaveTypesAndMissingOnesAreMissing() {
        Table table = SCENARIO.evaluate().table();
        Column companies = table.column("company");
        assertThat(companies.type()).isEqualTo(Column.Type.TEXT);
        assertThat(companies.text(0)).isEqualTo("zhongji");
        assertThatThrownBy(() -> companies.number(0)).isInstanceOf(IllegalStateException.class);
        Column published = table.column("company-rate-published-percent");
        assertThat(published.number(0)).isEqualTo(17.14);
        assertThat(published.text(0)).isEqualTo("17.14");
        Column benefit = table.column("benefit");
        int missing = IntStream.range(0, table.rows())
                .filter(benefit::isMissing)
                .findFirst()
                .orElseThrow();
        assertThat(benefit.number(missing)).isNaN();
        assertThat(benefit.find(missing)).isEmpty();
        assertThat(benefit.text(missing)).isEmpty();
        double[] numbers = benefit.numbers();
        numbers[0] = -1;
        assertThat(benefit.numbers()[0]).isNotEqualTo(-1.0);
        assertThatThrownBy(() -> benefit.number(table.rows())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theScenarioMayBeSharedByThreads() {
        double[] rates = IntStream.range(0, 32)
                .parallel()
                .mapToDouble(i ->
                        SCENARIO.set(MARKUP, "8%").evaluate().rate("zhongji").published()
                                + SCENARIO.find("markup").size())
                .distinct()
                .toArray();
        assertThat(rates).containsExactly(0.1714 + 1);
    }
}
