package org.advalorem.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.Shipped;
import org.advalorem.calculation.Term;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.Determination;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a workbook promises whoever reads its formulas, read off the file itself. */
final class WorkbookStyleTest {
    private static final Pattern NAME = Pattern.compile("<definedName name=\"([^\"]*)\"[^>]*>([^<]*)</definedName>");
    private static final Pattern PROMPT = Pattern.compile("error=\"([^\"]*)\"");
    private static final int LONGEST_ADVICE = 255;

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#withOverlays")
    void formulasAreShortAndPlain(List<Path> files) {
        Draft draft = draft(files);
        List<String> wrong = new ArrayList<>();
        for (Page page : draft.pages()) {
            page.rows()
                    .values()
                    .forEach(row -> row.values()
                            .forEach(cell -> draft.formula(cell.spot())
                                    .ifPresent(formula -> PlainFormula.wrong(formula)
                                            .forEach(said -> wrong.add(
                                                    said + ": " + cell.spot().whole() + " =" + formula)))));
        }
        assertThat(wrong).isEmpty();
    }

    /** The file is read as text: nothing that the writer believes about it counts. */
    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#withOverlays")
    void everyComputedCellKeepsWhatTheEngineComputed(List<Path> files) throws IOException {
        Draft draft = draft(files);
        SheetFile file = file(draft);
        List<String> wrong = new ArrayList<>();
        Set<Term> defined = new HashSet<>();
        for (int sheet = 0; sheet < draft.pages().size(); sheet++) {
            Map<String, SheetFile.Cell> cells = file.cells(sheet);
            for (Map<Integer, Page.Cell> row : draft.pages().get(sheet).rows().values()) {
                for (Page.Cell cell : row.values()) {
                    SheetFile.Cell found = cells.get(cell.spot().local());
                    if (cell.content() instanceof Content.Definition definition) {
                        defined.add(definition.node().term());
                    }
                    if (draft.formula(cell.spot()).isPresent()) {
                        Object value =
                                CellValue.of(cell.content(), draft.scenario().values());
                        if (found.formula().isEmpty() || !isKept(value, found)) {
                            wrong.add(cell.spot().whole() + ": " + found + ", engine " + value);
                        }
                    }
                    if (!cell.comment().isEmpty()
                            && cell.look().role() != Look.Role.INPUT
                            && cell.look().role() != Look.Role.HEADING
                            && cell.look().role() != Look.Role.NUMBER_HEADING) {
                        wrong.add(cell.spot().whole() + ": a comment on neither input nor heading");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(draft.scenario().determination().results().terms().stream()
                        .filter(term -> !term.operands().isEmpty())
                        .filter(term -> !defined.contains(term)))
                .as("results without a formula")
                .isEmpty();
    }

    private static boolean isKept(Object value, SheetFile.Cell found) {
        if (value instanceof Boolean truth) {
            return found.type().equals("b") && found.value().equals(truth ? "1" : "0");
        }
        if (value instanceof Double number) {
            double kept = Double.parseDouble(found.value());
            return Double.isFinite(number) ? kept == number : kept == 0;
        }
        return found.type().equals("str") && found.value().equals(value);
    }

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#withOverlays")
    void excelHasNothingToRepairOrToRefuse(List<Path> files) throws IOException {
        SheetFile file = file(draft(files));
        assertThat(StrictReader.wrong(file)).isEmpty();
        assertThat(PromisedLook.wrong(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#withOverlays")
    void namesAreThoseOfInputsAndAdviceIsShort(List<Path> files) throws IOException {
        Draft draft = draft(files);
        SheetFile file = file(draft);
        Set<String> names = new HashSet<>();
        Matcher defined = NAME.matcher(file.text("xl/workbook.xml"));
        while (defined.find()) {
            String name = defined.group(1);
            if (!name.startsWith("_xlnm.")) {
                assertThat(name).matches("[A-Z][A-Za-z0-9_]*").hasSizeLessThanOrEqualTo(255);
                assertThat(name.toUpperCase(Locale.ROOT))
                        .doesNotMatch("[A-Z]{1,3}[0-9]+|R[0-9]*|C[0-9]*|R[0-9]+C[0-9]+");
                assertThat(names.add(name.toUpperCase(Locale.ROOT))).as(name).isTrue();
                assertThat(defined.group(2)).matches("Inputs!\\$B\\$[0-9]+");
            }
        }
        assertThat(names).hasSize(draft.inputs().spots().size());
        Matcher advice = PROMPT.matcher(file.text("xl/worksheets/sheet2.xml"));
        while (advice.find()) {
            assertThat(advice.group(1).replaceAll("&[a-z]+;", "x")).hasSizeLessThan(LONGEST_ADVICE);
        }
        for (Page page : draft.pages()) {
            assertThat(page.name()).matches("[A-Z][A-Za-z0-9_]{0,30}").doesNotMatch("[A-Z]{1,3}[0-9]+");
        }
    }

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#files")
    void theSameScenarioGivesTheSameBytes(Path file) throws IOException {
        assertThat(bytes(draft(List.of(file)))).isEqualTo(bytes(draft(List.of(file))));
    }

    private static Draft draft(List<Path> files) {
        Determination determination = Shipped.determination(files);
        return Draft.of(EvaluatedScenario.of(files.get(0).toString(), determination));
    }

    private static SheetFile file(Draft draft) throws IOException {
        return SheetFile.of(bytes(draft));
    }

    private static byte[] bytes(Draft draft) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SheetWriter.write(draft, bytes);
        return bytes.toByteArray();
    }
}
