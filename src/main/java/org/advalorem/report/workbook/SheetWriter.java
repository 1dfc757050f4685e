package org.advalorem.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes a workbook that was laid out as a file; rows leave the memory as they are written. */
final class SheetWriter {
    /** Rows of a sheet that are held in memory. */
    private static final int WINDOW = 200;
    /** What a spreadsheet shows beside a cell where something wrong is typed. */
    private static final int LONGEST_ADVICE = 250;

    private static final int WIDTH_UNIT = 256;
    private static final float LINE_HEIGHT = 15f;

    private final Draft draft;
    private final SXSSFWorkbook workbook;
    private final Styles styles;

    private SheetWriter(Draft draft, SXSSFWorkbook workbook) {
        this.draft = draft;
        this.workbook = workbook;
        this.styles = new Styles(workbook);
    }

    static void write(Draft draft, OutputStream to) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW)) {
            new SheetWriter(draft, workbook).write();
            DocumentProperties.set(
                    workbook.getXSSFWorkbook().getProperties(),
                    draft.scenario().determination().title(),
                    SummaryPage.properties(draft.scenario()));
            workbook.setZip64Mode(Zip64Mode.AsNeeded);
            Archive.write(workbook::write, to);
        }
    }

    private void write() {
        for (Page page : draft.pages()) {
            sheet(page);
        }
        for (Map.Entry<String, Spot> named : draft.inputs().named().entrySet()) {
            Name name = workbook.createName();
            name.setNameName(named.getKey());
            Spot spot = named.getValue();
            name.setRefersToFormula(spot.page().name() + "!" + spot.fixed());
        }
        workbook.setForceFormulaRecalculation(false);
    }

    private void sheet(Page page) {
        SXSSFSheet sheet = workbook.createSheet(page.name());
        sheet.setRowSumsBelow(true);
        sheet.createFreezePane(1, page.frozenRows());
        for (int column = 0; column < page.widths().size(); column++) {
            sheet.setColumnWidth(column, page.widths().get(column) * WIDTH_UNIT);
        }
        print(sheet, page);
        Comments comments = new Comments(sheet, workbook.getCreationHelper());
        page.read((row, cells) -> row(sheet, page, row, cells, comments));
        page.bounds().forEach(bound -> bound(sheet, bound));
    }

    private void row(SXSSFSheet sheet, Page page, int number, Collection<Page.Cell> cells, Comments comments) {
        SXSSFRow row = sheet.createRow(number);
        if (page.steps().contains(number)) {
            sheet.groupRow(number, number);
        }
        for (Page.Cell cell : cells) {
            SXSSFCell written = row.createCell(cell.spot().column());
            written.setCellStyle(styles.of(cell.look()));
            fill(written, cell);
            if (!cell.comment().isEmpty()) {
                comments.add(written, cell.comment());
            }
            link(written, cell.target());
            if (cell.look().role() == Look.Role.WRAPPED) {
                wrap(sheet, row, cell, page);
            } else if (isHeading(cell)) {
                List<Integer> widths = page.widths();
                heighten(row, lines(cell, widths.get(Math.min(cell.spot().column(), widths.size() - 1))));
            }
        }
    }

    private static void print(SXSSFSheet sheet, Page page) {
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("&P / &N");
        if (page.frozenRows() > 0) {
            sheet.setRepeatingRows(new CellRangeAddress(0, page.frozenRows() - 1, -1, -1));
        }
    }

    /** Lets long text run over the columns of a page in as many lines as it takes. */
    private static void wrap(SXSSFSheet sheet, SXSSFRow row, Page.Cell cell, Page page) {
        int column = cell.spot().column();
        int last = Math.min(page.widths().size() - 1, column + 7);
        int width = 0;
        for (int i = column; i <= last; i++) {
            width += page.widths().get(i);
        }
        if (last > column) {
            sheet.addMergedRegionUnsafe(
                    new CellRangeAddress(cell.spot().row(), cell.spot().row(), column, last));
        }
        heighten(row, lines(cell, width));
    }

    private static boolean isHeading(Page.Cell cell) {
        return switch (cell.look().role()) {
            case HEADING, NUMBER_HEADING -> true;
            // the label of a row runs on beside it
            case STEP_LABEL -> cell.spot().column() > 0;
            case TITLE,
                    PART,
                    SECTION,
                    UNIT,
                    NUMBER_UNIT,
                    LABEL,
                    TEXT,
                    WRAPPED,
                    WARNING,
                    VALUE,
                    RESULT,
                    STEP,
                    INPUT,
                    CONSTANT,
                    LINK -> false;
        };
    }

    private static int lines(Page.Cell cell, int width) {
        int lines = 1;
        int used = 0;
        for (String word : ((Content.Words) cell.content()).text().split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > width) {
                lines++;
                used = 0;
            }
            used += word.length() + (used > 0 ? 1 : 0);
        }
        return lines;
    }

    private static void heighten(SXSSFRow row, int lines) {
        row.setHeightInPoints(Math.max(row.getHeightInPoints(), LINE_HEIGHT * lines));
    }

    private void fill(SXSSFCell written, Page.Cell cell) {
        Content content = cell.content();
        if (content instanceof Content.Words words) {
            written.setCellValue(words.text());
        } else if (content instanceof Content.Stated number) {
            written.setCellValue(number.number());
        } else if (content instanceof Content.Truth truth) {
            written.setCellValue(truth.holds());
        } else {
            written.setCellFormula(draft.formula(cell.spot()).orElseThrow());
            cache(written, CellValue.of(content, draft.scenario().values()));
        }
    }

    private static void cache(SXSSFCell written, Object value) {
        if (value instanceof Boolean truth) {
            written.setCellValue(truth);
        } else if (value instanceof Double number) {
            written.setCellValue(Double.isFinite(number) ? number : 0.0);
        } else {
            written.setCellValue((String) value);
        }
    }

    private void link(SXSSFCell written, Optional<Spot> target) {
        if (target.isPresent()) {
            Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress(target.get().page().name() + "!" + target.get().local());
            written.setHyperlink(link);
        }
    }

    private static void bound(SXSSFSheet sheet, Page.Bound bound) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                constraint(helper, bound),
                new CellRangeAddressList(
                        bound.spot().row(),
                        bound.spot().row(),
                        bound.spot().column(),
                        bound.spot().column()));
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        String advice = bound.advice().isEmpty() ? "Type a number." : bound.advice();
        validation.createErrorBox(
                "Not a possible value",
                advice.length() <= LONGEST_ADVICE ? advice : advice.substring(0, LONGEST_ADVICE - 1) + "\u2026");
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    private static DataValidationConstraint constraint(DataValidationHelper helper, Page.Bound bound) {
        if (bound.least().isPresent() && bound.most().isPresent()) {
            return helper.createDecimalConstraint(
                    OperatorType.BETWEEN,
                    text(bound.least().get()),
                    text(bound.most().get()));
        }
        if (bound.least().isPresent()) {
            Page.Limit least = bound.least().get();
            return helper.createDecimalConstraint(
                    least.included() ? OperatorType.GREATER_OR_EQUAL : OperatorType.GREATER_THAN, text(least), null);
        }
        if (bound.most().isPresent()) {
            Page.Limit most = bound.most().get();
            return helper.createDecimalConstraint(
                    most.included() ? OperatorType.LESS_OR_EQUAL : OperatorType.LESS_THAN, text(most), null);
        }
        return helper.createDecimalConstraint(OperatorType.BETWEEN, "-1E+300", "1E+300");
    }

    private static String text(Page.Limit limit) {
        return new BigDecimal(Double.toString(limit.number())).toPlainString();
    }
}
