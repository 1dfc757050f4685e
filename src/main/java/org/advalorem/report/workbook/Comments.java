package org.advalorem.report.workbook;

import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** The comments of a sheet; one without comments has no drawing. */
final class Comments {
    private static final int COLUMNS = 4;
    private static final int ROWS = 5;

    private final SXSSFSheet sheet;
    private final CreationHelper helper;
    private @Nullable Drawing<?> drawing;

    Comments(SXSSFSheet sheet, CreationHelper helper) {
        this.sheet = sheet;
        this.helper = helper;
    }

    /** Puts a comment beside a cell. */
    void add(SXSSFCell cell, String text) {
        Drawing<?> on = drawing == null ? sheet.createDrawingPatriarch() : drawing;
        drawing = on;
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 1 + COLUMNS);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + ROWS);
        Comment comment = on.createCellComment(anchor);
        comment.setString(helper.createRichTextString(text));
        comment.setAuthor("Advalorem");
        // a streamed cell does not move it from where its box begins
        comment.setAddress(cell.getRowIndex(), cell.getColumnIndex());
    }
}
