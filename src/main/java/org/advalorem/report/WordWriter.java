package org.advalorem.report;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The memorandum in Word, where briefs are written: headings that make an outline, worksheets as tables. */
public final class WordWriter extends BlockWriter {
    private static final String FONT = "Arial";
    private static final int TEXT_SIZE = 9;
    private static final int TABLE_SIZE = 8;
    private static final int LARGEST_HEADING = 16;
    private static final int SMALLEST_HEADING = 10;
    private static final int DEEPEST_STYLE = 6;
    private static final int INDENT = 300;
    /** Letter paper turned sideways, in twentieths of a point. */
    private static final int PAGE_WIDTH = 15840;

    private static final int PAGE_HEIGHT = 12240;
    private static final String SHADE = "E7EBF0";

    private final XWPFDocument word = new XWPFDocument();

    private WordWriter() {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        size.setOrient(STPageOrientation.LANDSCAPE);
        XWPFStyles styles = word.createStyles();
        for (int level = 1; level <= DEEPEST_STYLE; level++) {
            styles.addStyle(heading(level));
        }
    }

    /** A heading style, so that Word lists it in its outline. */
    private static XWPFStyle heading(int level) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId("Heading" + level);
        style.addNewName().setVal("heading " + level);
        style.setType(STStyleType.PARAGRAPH);
        CTPPrGeneral paragraph = style.addNewPPr();
        paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        style.addNewQFormat();
        return new XWPFStyle(style);
    }

    /**
     * The memorandum of a scenario as a document of the library, to be written and closed by the caller.
     *
     * @param steps whether to write every step with its numbers, and every input
     * @param records whether to write every transaction compared as well
     */
    public static XWPFDocument of(EvaluatedScenario scenario, boolean steps, boolean records) {
        Document document = steps ? StepsDocument.of(scenario, records) : MemoDocument.of(scenario, records);
        WordWriter writer = new WordWriter();
        writer.text(document);
        return writer.word;
    }

    @Override
    void heading(Document.Heading heading) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setStyle("Heading" + Math.min(heading.level(), DEEPEST_STYLE));
        paragraph.setSpacingBefore(160);
        paragraph.setSpacingAfter(60);
        paragraph.setKeepNext(true);
        XWPFRun run =
                run(paragraph, heading.text(), Math.max(SMALLEST_HEADING, LARGEST_HEADING - 2 * (heading.level() - 1)));
        run.setBold(true);
        run.setColor("1F3A5F");
    }

    @Override
    void paragraph(String words) {
        run(spaced(), words, TEXT_SIZE);
    }

    @Override
    void warning(String words) {
        XWPFRun run = run(spaced(), words, TEXT_SIZE);
        run.setBold(true);
        run.setColor("9A3412");
    }

    @Override
    void items(List<String> items) {
        items.forEach(words -> indented(1, "\u2022 " + words));
    }

    @Override
    void step(Document.Step step) {
        XWPFParagraph paragraph = spaced();
        run(paragraph, "[" + step.number() + "] " + step.label() + " = " + step.value(), TEXT_SIZE)
                .setBold(true);
        step.formulas().forEach(formula -> indented(1, "= " + formula));
        if (!step.authority().isEmpty()) {
            indented(1, step.authority());
        }
    }

    @Override
    void branch(Document.Branch branch) {
        indented(branch.depth(), branch.text());
        branch.details().forEach(detail -> indented(branch.depth() + 1, "= " + detail));
    }

    @Override
    void lines(Document.Lines lines) {
        lines.lines().forEach(line -> indented(line.depth(), line.words()));
    }

    @Override
    void sheet(Document.Sheet sheet) {
        title(sheet.title());
        sheet.formulas().forEach(formula -> indented(1, formula));
        rows(sheet.table());
        sheet.notes().forEach(note -> indented(1, note));
        spaced();
    }

    @Override
    void table(Table table) {
        if (!table.title().isEmpty()) {
            title(table.title());
        }
        rows(table);
        if (!table.note().isEmpty()) {
            indented(0, table.note());
        }
        spaced();
    }

    private void title(String words) {
        XWPFParagraph paragraph = spaced();
        paragraph.setKeepNext(true);
        run(paragraph, words, TEXT_SIZE).setBold(true);
    }

    private void rows(Table table) {
        XWPFTable written =
                word.createTable(table.rows().size() + 1, table.columns().size());
        written.setWidth("100%");
        XWPFTableRow headings = written.getRow(0);
        headings.setRepeatHeader(true);
        headings.setCantSplitRow(true);
        for (int column = 0; column < table.columns().size(); column++) {
            XWPFTableCell cell = headings.getCell(column);
            cell.setColor(SHADE);
            cell(cell, table.columns().get(column).heading(), table.columns().get(column))
                    .setBold(true);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = table.rows().get(row);
            XWPFTableRow of = written.getRow(row + 1);
            of.setCantSplitRow(true);
            for (int column = 0; column < cells.size(); column++) {
                cell(
                        of.getCell(column),
                        cells.get(column).text(),
                        table.columns().get(column));
            }
        }
    }

    private static XWPFRun cell(XWPFTableCell cell, String words, Table.Column column) {
        XWPFParagraph paragraph = cell.getParagraphArray(0);
        paragraph.setAlignment(column.numbers() ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        paragraph.setSpacingAfter(0);
        return run(paragraph, words, TABLE_SIZE);
    }

    private void indented(int depth, String words) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setIndentationLeft(depth * INDENT);
        paragraph.setSpacingAfter(0);
        run(paragraph, words, TEXT_SIZE);
    }

    private XWPFParagraph spaced() {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setSpacingBefore(60);
        paragraph.setSpacingAfter(60);
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String words, int size) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setText(TextWriter.clean(words));
        return run;
    }
}
