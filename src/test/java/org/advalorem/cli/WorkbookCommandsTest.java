package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.advalorem.report.workbook.SheetFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks and Word from the command line, and workbooks read back. */
final class WorkbookCommandsTest {
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";
    private static final int INPUTS_SHEET = 1;
    private static final int RECORDS_SHEET = 9;

    @TempDir
    private Path folder;

    private String name(String file) {
        return folder.resolve(file).toString();
    }

    private SheetFile written(String file, String... arguments) throws IOException {
        Run run = Run.of(arguments);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        return SheetFile.of(Files.readAllBytes(folder.resolve(file)));
    }

    private SheetFile memo() throws IOException {
        return written("memo.xlsx", "memo", FOIL, "--format", "xlsx", "--output", name("memo.xlsx"));
    }

    private Run imported(SheetFile edited, String... more) throws IOException {
        Files.write(folder.resolve("edited.xlsx"), edited.bytes());
        String[] all = new String[4 + more.length];
        all[0] = "import";
        all[1] = name("edited.xlsx");
        all[2] = "--base";
        all[3] = FOIL;
        System.arraycopy(more, 0, all, 4, more.length);
        return Run.of(all);
    }

    /** The cell of column B beside an address in column F. */
    private static String cell(SheetFile memo, String address) {
        return memo.cells(INPUTS_SHEET).entrySet().stream()
                .filter(cell ->
                        cell.getKey().startsWith("F") && cell.getValue().value().equals(address))
                .map(cell -> "B" + cell.getKey().substring(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasTypedComesBackAsAnOverlay() throws IOException {
        SheetFile memo = memo();
        SheetFile edited = memo.typing(
                INPUTS_SHEET,
                Map.of(
                        cell(memo, "companies.dingsheng.uses.calculated-rate.1.rate"), 0.175,
                        cell(memo, "benchmarks.ingot.world.LME.2.price"), 1600.5,
                        cell(memo, "benchmarks.ingot.ocean-freight.Maersk"), 70.0));
        Run run = imported(edited, "--output", name("client.yaml"));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("(companies.dingsheng.uses.calculated-rate.1.rate) 19.98% -> 17.5%")
                .contains("(benchmarks.ingot.world.LME.2.price) 1,531 USD/t -> 1,600.5 USD/t")
                .contains("(benchmarks.ingot.ocean-freight.Maersk) 62 USD/t -> 70 USD/t");
        assertThat(Files.readString(folder.resolve("client.yaml")))
                .contains("companies.dingsheng.uses.calculated-rate.1.rate: 17.5%")
                .contains("benchmarks.ingot.world.LME.corrected.2.price: 1600.5")
                .contains("benchmarks.ingot.ocean-freight.Maersk: 70");
        Run overlay = Run.of("rate", name("client.yaml"), "--format", "json", "--no-expect");
        Run set = Run.of(
                "rate",
                FOIL,
                "--format",
                "json",
                "--set",
                "companies.dingsheng.uses.calculated-rate.1.rate=17.5%",
                "--set",
                "benchmarks.ingot.world.LME.corrected.2.price=1600.5",
                "--set",
                "benchmarks.ingot.ocean-freight.Maersk=70");
        assertThat(overlay.exit()).as(overlay.err()).isZero();
        assertThat(companies(overlay)).isEqualTo(companies(set));
    }

    private static String companies(Run run) {
        return run.out().substring(run.out().indexOf("\"companies\""));
    }

    /** The workbook of a scenario with an overlay is read with both, and what comes back is laid over both. */
    @Test
    void aWorkbookOfSeveralFilesComesBackOverThem() throws IOException {
        String base = "scenarios/active-anode-material/scenario.yaml";
        String overlay = "scenarios/active-anode-material/amended-preliminary.yaml";
        SheetFile memo = written("memo.xlsx", "memo", base, overlay, "--output", name("memo.xlsx"));
        String address = memo.cells(INPUTS_SHEET).values().stream()
                .map(SheetFile.Cell::value)
                .filter(text -> text.matches("companies\\.[a-z-]+\\.uses\\..*\\.rate"))
                .findFirst()
                .orElseThrow();
        Files.write(
                folder.resolve("edited.xlsx"),
                memo.typing(INPUTS_SHEET, Map.of(cell(memo, address), 0.0321)).bytes());
        Run run = Run.of(
                "import", name("edited.xlsx"), "--base", base, "--base", overlay, "--output", name("client.yaml"));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("(" + address + ")").contains("-> 3.21%");
        assertThat(Files.readString(folder.resolve("client.yaml")))
                .contains("# Read after " + base + " " + overlay)
                .doesNotContain("extends:");
        Run three = Run.of("rate", base, overlay, name("client.yaml"), "--format", "json", "--no-expect");
        Run set = Run.of("rate", base, overlay, "--set", address + "=3.21%", "--format", "json", "--no-expect");
        assertThat(three.exit()).as(three.err()).isZero();
        assertThat(companies(three))
                .isEqualTo(companies(set))
                .isNotEqualTo(companies(Run.of("rate", base, overlay, "--format", "json", "--no-expect")));
        assertThat(Run.of("import", name("edited.xlsx"), "--base", base).err())
                .contains("was made from another scenario");
    }

    @Test
    void anUnchangedWorkbookChangesNothing() throws IOException {
        Run run = imported(memo());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("set: {}   # no input was changed");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theWorkbookOfAnotherScenarioIsRefused() throws IOException {
        memo();
        Run run = Run.of("import", name("memo.xlsx"), "--base", "scenarios/reference-model/scenario.yaml");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("was made from another scenario");
        assertThat(run.err()).doesNotContainPattern("content \\S{30}");
        Run changed = Run.of("import", name("memo.xlsx"), "--base", FOIL, "--set", "benchmarks.ingot.vat=16%");
        assertThat(changed.err()).contains("was made from another scenario");
    }

    @Test
    void whatCannotBeReadIsNamedByItsCell() throws IOException {
        SheetFile memo = memo();
        String rate = cell(memo, "companies.dingsheng.uses.calculated-rate.1.rate");
        SheetFile edited = memo.saying(INPUTS_SHEET, rate, "about 20");
        Run run = imported(edited.typing(RECORDS_SHEET, Map.of("E5", 99.0)));
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("Inputs!" + rate)
                .contains("(about 20) is not a number for companies.dingsheng.uses.calculated-rate.1.rate")
                .contains("Records!E5")
                .contains("which is no input")
                .doesNotContainPattern("stands in place of [0-9]+\\.0,");
    }

    @Test
    void everyListingIsAPlainSheet() throws IOException {
        SheetFile sheet = written("rate.xlsx", "rate", FOIL, "--output", name("rate.xlsx"));
        assertThat(sheet.text("xl/workbook.xml")).contains("\"Table\"", "\"Notes\"");
        assertThat(sheet.text("xl/worksheets/sheet1.xml"))
                .contains("<v>17.14</v>")
                .doesNotContain("<f>");
        assertThat(sheet.text("docProps/custom.xml")).contains("advalorem.hash");
    }

    @Test
    void wordHasTheWorksheets() throws IOException {
        SheetFile word = written("memo.docx", "memo", FOIL, "--output", name("memo.docx"));
        assertThat(word.text("word/document.xml"))
                .contains("Calculation memorandum: Company Z", "Benchmark build-up", "54,899,999.47", "Heading2");
    }

    @Test
    void aTableIsNotWrittenAsWord() {
        Run run = Run.of("memo", FOIL, "--exhibits", "--format", "docx", "--output", name("ex.docx"));
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("A table is not written as Word", ".xlsx, .md or .csv");
        assertThat(folder.resolve("ex.docx")).doesNotExist();
    }

    /** Docs: anything changed that is no input is refused, the words beside inputs too. */
    @Test
    void aChangedUnitIsRefused() throws IOException {
        SheetFile memo = memo();
        String rate = cell(memo, "companies.dingsheng.uses.calculated-rate.1.rate");
        Run run = imported(memo.saying(INPUTS_SHEET, rate.replace('B', 'F'), "companies.dingsheng.other"));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err())
                .contains(
                        "Inputs!" + rate.replace('B', 'F'),
                        "stands in place of (companies.dingsheng.uses.calculated-rate.1.rate)");
    }

    @Test
    void aValueOutOfBoundsIsToldWithFileAndReason() throws IOException {
        SheetFile memo = memo();
        String vat = cell(memo, "benchmarks.ingot.vat");
        Run run = imported(memo.typing(INPUTS_SHEET, Map.of(vat, -0.5)));
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("edited.xlsx, Inputs!" + vat, "-50%", "must be at least 0%");
    }

    @Test
    void aFileThatIsNoWorkbookOfMemoIsRefused() throws IOException {
        assertThat(Run.of("import", FOIL, "--base", FOIL).err()).contains("is no .xlsx workbook");
        written("rate.xlsx", "rate", FOIL, "--output", name("rate.xlsx"));
        assertThat(Run.of("import", name("rate.xlsx"), "--base", FOIL).err()).contains("no workbook written by memo");
    }

    @Test
    void whereNothingCanBeWrittenNoChangeIsListed() throws IOException {
        SheetFile memo = memo();
        String vat = cell(memo, "benchmarks.ingot.vat");
        Run run = imported(memo.typing(INPUTS_SHEET, Map.of(vat, 0.1)), "--output", name("nodir/c.yaml"));
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).doesNotContain("->");
    }

    @Test
    void aRequiredOptionThatIsMissingIsMissing() {
        assertThat(Run.of("import", "memo.xlsx").err()).contains("--base is missing: --base=PATH");
        assertThat(Run.of("import", "memo.xlsx", "--base").err()).contains("--base needs a value");
        assertThat(Run.of("import", "memo.xlsx", "--zzzzzzzzz").err()).doesNotContain("....");
    }

    @Test
    void theFormatAndTheNameAgree() {
        assertThat(Run.of("memo", FOIL, "--format", "xlsx", "--output", name("x.csv"))
                        .err())
                .contains("contradict each other", "ends in .xlsx");
        assertThat(Run.of("memo", FOIL, "--format", "xlsx").err()).contains("Add --output FILE.xlsx");
        assertThat(Run.of("memo", FOIL, "--format", "json", "--output", name("x.xlsx"))
                        .err())
                .contains("contradict each other");
        assertThat(Run.of("rate", FOIL, "--output", name("x.docx")).err()).contains("is not a name for a report");
    }
}
