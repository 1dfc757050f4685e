package org.advalorem.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import org.advalorem.report.Figure;
import org.advalorem.report.FlatTable;
import org.advalorem.report.Format;
import org.advalorem.report.OfficeFile;
import org.advalorem.report.Report;
import org.advalorem.report.TooManyRowsException;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The table of a report as a plain sheet: what its CSV holds, with numbers as numbers; a second sheet has the notes above it. */
public final class PlainSheet implements OfficeFile {
    private static final int WINDOW = 200;
    private static final int WIDTH_UNIT = 256;
    private static final int NARROWEST = 12;
    private static final int WIDEST = 60;
    private static final int ROWS_WEIGHED = 100;
    private static final int NOTES_WIDTH = 140;

    private final Report report;

    private PlainSheet(Report report) {
        this.report = report;
    }

    /** The table of that report. */
    public static PlainSheet of(Report report) {
        return new PlainSheet(report);
    }

    @Override
    public void write(Form form, OutputStream to) throws IOException {
        if (form != Form.XLSX) {
            throw new IllegalArgumentException("A table is not written as " + form.word() + ".");
        }
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW)) {
            Styles styles = new Styles(workbook);
            table(workbook.createSheet("Table"), report.table(), styles);
            SXSSFSheet notes = workbook.createSheet("Notes");
            notes.setColumnWidth(0, NOTES_WIDTH * WIDTH_UNIT);
            for (String comment : report.comments()) {
                text(notes.createRow(Math.max(0, notes.getLastRowNum() + 1)), 0, comment, styles, Look.Role.TEXT);
            }
            DocumentProperties.set(
                    workbook.getXSSFWorkbook().getProperties(),
                    report.facts().getOrDefault("advalorem.title", ""),
                    report.facts());
            workbook.setZip64Mode(Zip64Mode.AsNeeded);
            Archive.write(workbook::write, to);
        }
    }

    private static void table(SXSSFSheet sheet, FlatTable table, Styles styles) {
        if (table.rows() >= TooManyRowsException.MOST) {
            throw new TooManyRowsException("The table would have " + (table.rows() + 1L) + " rows");
        }
        sheet.createFreezePane(0, 1);
        int columns = table.names().size();
        SXSSFRow heading = sheet.createRow(0);
        for (int column = 0; column < columns; column++) {
            text(heading, column, table.names().get(column), styles, Look.Role.HEADING);
            sheet.setColumnWidth(column, width(table, column) * WIDTH_UNIT);
        }
        for (int row = 0; row < table.rows(); row++) {
            SXSSFRow written = sheet.createRow(row + 1);
            for (int column = 0; column < columns; column++) {
                cell(written, table, row, column, styles);
            }
        }
        if (columns > 0) {
            sheet.setAutoFilter(new CellRangeAddress(0, table.rows(), 0, columns - 1));
        }
    }

    private static void cell(SXSSFRow written, FlatTable table, int row, int column, Styles styles) {
        Figure figure = table.figure(column);
        if (figure == Figure.TEXT) {
            String words = table.words(row, column);
            if (!words.isEmpty()) {
                text(written, column, words, styles, Look.Role.TEXT);
            }
            return;
        }
        double number = table.number(row, column);
        if (figure == Figure.TRUTH && Double.isFinite(number)) {
            written.createCell(column).setCellValue(number == 1.0);
        } else if (Double.isFinite(number)) {
            SXSSFCell cell = written.createCell(column);
            cell.setCellStyle(styles.of(Look.of(Look.Role.VALUE, NumberFormats.of(figure))));
            cell.setCellValue(number);
        }
    }

    private static void text(SXSSFRow row, int column, String words, Styles styles, Look.Role role) {
        SXSSFCell cell = row.createCell(column);
        cell.setCellStyle(styles.of(Look.of(role)));
        cell.setCellValue(words);
    }

    private static int width(FlatTable table, int column) {
        int width = Math.max(NARROWEST, table.names().get(column).length());
        for (int row = 0; row < Math.min(ROWS_WEIGHED, table.rows()) && table.figure(column) == Figure.TEXT; row++) {
            width = Math.max(width, table.words(row, column).length());
        }
        return Math.min(WIDEST, width + 2);
    }

    @Override
    public String read(Form form) {
        return report.text(Format.CSV);
    }
}
