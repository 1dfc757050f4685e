package org.advalorem.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import org.advalorem.facts.VisibleText;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Format;
import org.advalorem.report.MemoReport;
import org.advalorem.report.OfficeFile;
import org.advalorem.report.WordWriter;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The memorandum for office programs: a workbook whose cells are live formulas, or its worksheets in Word. */
public final class MemoFile implements OfficeFile {
    private final EvaluatedScenario scenario;
    private final boolean steps;
    private final boolean records;

    private MemoFile(EvaluatedScenario scenario, boolean steps, boolean records) {
        this.scenario = scenario;
        this.steps = steps;
        this.records = records;
    }

    /**
     * The memorandum of a scenario.
     *
     * @param steps whether Word is to have every step with its numbers; a workbook always has
     * @param records whether Word is to have every transaction compared; a workbook always has
     */
    public static MemoFile of(EvaluatedScenario scenario, boolean steps, boolean records) {
        return new MemoFile(scenario, steps, records);
    }

    @Override
    public void write(Form form, OutputStream to) throws IOException {
        switch (form) {
            case XLSX -> SheetWriter.write(Draft.of(scenario), to);
            case DOCX -> {
                try (XWPFDocument word = WordWriter.of(scenario, steps, records)) {
                    DocumentProperties.set(
                            word.getProperties(), scenario.determination().title(), SummaryPage.properties(scenario));
                    Archive.write(word::write, to);
                }
            }
        }
    }

    @Override
    public String read(Form form) {
        return switch (form) {
            case XLSX -> Draft.of(scenario).read();
            case DOCX -> MemoReport.of(scenario, steps, records).text(Format.MARKDOWN, VisibleText.WIDTH);
        };
    }
}
