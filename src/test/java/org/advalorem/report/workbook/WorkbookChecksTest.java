package org.advalorem.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.advalorem.Shipped;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Unit;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.TooManyRowsException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks of workbooks find what they are there for: each is given a workbook with that one fault. */
final class WorkbookChecksTest {
    private static final Path SMALL = Path.of("src/test/resources/workbook/boundaries.yaml");
    private static final String INPUTS = "xl/worksheets/sheet2.xml";
    private static final String COMPANY = "xl/worksheets/sheet7.xml";
    private static final String BOOK = "xl/workbook.xml";

    private static SheetFile sound = SheetFile.of(new byte[0]);

    @BeforeAll
    static void write() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SheetWriter.write(
                Draft.of(EvaluatedScenario.of(SMALL.toString(), Shipped.determination(List.of(SMALL)))), bytes);
        sound = SheetFile.of(bytes.toByteArray());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A1+A2*A3; ''",
                "IF(A1=0,0,ROUND(A1,12-INT(LOG10(ABS(A1))))); ''",
                "A1+A2+A3+A4+A5+A6+A7+A8+A9+A10+A11+A12+A13+A14+A15+A16+A17+A18+A19+A20+A21+A22+A23+A24+A25+A26+A27+A28;"
                        + " too long",
                "IF(A1=0,0,IF(A2=0,1,A3)); choice within a choice",
                "SUM(OFFSET(A1,1,1)); function OFFSET",
                "INDIRECT(A1); function INDIRECT",
                "A1+NOW(); function NOW",
                "_xlfn.XLOOKUP(A1,B1,C1); function _xlfn.XLOOKUP",
                "SUM(A1#); spills",
                "A1*1.17; constant 1.17",
                "A1/7; constant 7"
            })
    void theCheckOfFormulasFindsWhatIsNotPlain(String formula, String said) {
        assertThat(PlainFormula.wrong(formula)).isEqualTo(said.isEmpty() ? List.of() : List.of(said));
    }

    @Test
    void aSoundFilePasses() {
        assertThat(StrictReader.wrong(sound)).isEmpty();
        assertThat(PromisedLook.wrong(sound)).isEmpty();
    }

    private static Arguments fault(String part, String what, String by, String said) {
        return Arguments.of(part, (UnaryOperator<String>) text -> text.replaceFirst(what, by), said);
    }

    private static Stream<Arguments> faults() {
        String longText = "x".repeat(32_768);
        return Stream.of(
                fault(COMPANY, "<row r=\"3\"", "<row r=\"3\" r=\"3\"", "no XML"),
                fault(COMPANY, "(?s)(<pageMargins[^>]*>)(<pageSetup[^>]*>)", "$2$1", "pageMargins after pageSetup"),
                fault(COMPANY, "(<sheetData>)", "<formula/>$1", "unknown element formula"),
                fault(COMPANY, "</f><v>[^<]*</v>", "</f>", "a formula without a value"),
                fault(COMPANY, "</f><v>[^<]*</v>", "</f><v>NaN</v>", "no number: NaN"),
                fault(COMPANY, "</f><v>[^<]*</v>", "</f><v>1e999</v>", "no number: 1e999"),
                fault(COMPANY, "<f>", "<f>_xlfn.", "after Excel 2016"),
                fault(COMPANY, "<f>", "<f>=", "no formula"),
                fault(COMPANY, "<t>[^<]*</t>", "<t>" + longText + "</t>", "text of 32768 characters"),
                fault(COMPANY, " s=\"[0-9]+\"", " s=\"9999\"", "no style 9999"),
                fault(COMPANY, "<c r=\"A1\"", "<c r=\"ZZZZ1\"", "out of its place"),
                fault(COMPANY, "<row r=\"1\"", "<row r=\"7\"", "row 3 after 7"),
                fault(INPUTS, " error=\"[^\"]*\"", " error=\"" + longText + "\"", "advice too long"),
                fault(INPUTS, " errorTitle=\"[^\"]*\"", " errorTitle=\"" + longText + "\"", "title of the advice"),
                fault(INPUTS, "<formula1>[^<]*</formula1>(<formula2>[^<]*</formula2>)?", "", "not the limits"),
                fault(BOOK, "sheet name=\"Inputs\"", "sheet name=\"In[puts\"", "no name for a sheet"),
                fault(BOOK, "sheet name=\"Inputs\"", "sheet name=\"Rc\"", "needs quotation marks"),
                fault(BOOK, "sheet name=\"Inputs\"", "sheet name=\"SUMMARY\"", "sheet name twice"),
                fault(BOOK, "definedName name=\"[A-Z]", "definedName name=\"A1\" x=\"", "no name for a cell: A1"),
                fault(BOOK, "definedName name=\"[A-Z]", "definedName name=\"R1C1\" x=\"", "no name for a cell: R1C1"),
                fault(BOOK, ">Inputs!\\$B", ">Elsewhere!\\$B", "name of a cell of no sheet"),
                fault("xl/styles.xml", "fontId=\"[1-9][0-9]*\"", "fontId=\"777\"", "none of the fonts"),
                fault("xl/comments2.xml", " ref=\"B[0-9]+\"", " ref=\"B2\"", "without its shape"),
                fault(INPUTS, "<legacyDrawing[^>]*/>", "", "comments without a drawing"),
                fault(COMPANY, "</f>(<v>[^<]*</v>)", "</f>>$1", "stray text (>)"),
                fault("[Content_Types].xml", "/xl/styles.xml", "/xl/styles2.xml", "styles2.xml is missing"),
                fault("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheets/sheet77.xml", "is missing"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theStrictReaderFindsWhatExcelRefuses(String part, UnaryOperator<String> fault, String said) {
        SheetFile broken = sound.with(part, fault);
        assertThat(broken.text(part)).isNotEqualTo(sound.text(part));
        assertThat(StrictReader.wrong(broken)).anyMatch(found -> found.contains(said));
    }

    @Test
    void theStrictReaderMissesAPart() {
        assertThat(StrictReader.wrong(sound.without("xl/drawings/vmlDrawing0.vml")))
                .anyMatch(found -> found.contains("vmlDrawing0.vml, which is missing"));
    }

    private static Stream<Arguments> broken() {
        return Stream.of(
                fault(COMPANY, "fitToPage=\"true\"", "fitToPage=\"false\"", "not fitted"),
                fault(COMPANY, "orientation=\"landscape\"", "orientation=\"portrait\"", "landscape"),
                fault(COMPANY, "<oddFooter>.*</oddFooter>", "", "no footer"),
                fault(COMPANY, "state=\"frozen\"", "state=\"split\"", "kept in view"),
                fault(BOOK, "Inputs!\\$B\\$", "Summary!\\$B\\$", "a name of what is no input"),
                fault(BOOK, "Inputs!\\$B\\$", "Inputs!\\$I\\$", "a name of what is no input"),
                fault(BOOK, "<definedName name=\"[A-Z].*?</definedName>", "", "an input without a name"),
                fault(
                        INPUTS,
                        "(<c r=\"B[0-9]+\" s=\"[0-9]+\")[^>]*><v>",
                        "$1><f>1+1</f><v>",
                        "a comment on a computed cell"),
                fault("xl/comments2.xml", " ref=\"B([0-9]+)\"", " ref=\"C$1\"", "a comment beside the input"),
                fault(COMPANY, "<c r=\"C4\"[^>]*><is><t>%</t></is></c>", "", "no unit"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void theCheckOfTheLookFindsWhatWasForgotten(String part, UnaryOperator<String> fault, String said) {
        SheetFile broken = sound.with(part, fault);
        assertThat(broken.text(part)).isNotEqualTo(sound.text(part));
        assertThat(PromisedLook.wrong(broken)).anyMatch(found -> found.contains(said));
    }

    @Test
    void moreRecordsThanASheetHoldsAreRefused() {
        double[] numbers = new double[TooManyRowsException.MOST];
        RecordTable table = RecordTable.of("purchases", Unit.COUNT, Unit.COUNT, numbers, numbers);
        assertThatThrownBy(() -> new RecordsPage(new Places(), List.of()).add(table))
                .isInstanceOf(TooManyRowsException.class)
                .hasMessageContaining("rows and more; a sheet holds 1,048,576");
    }
}
