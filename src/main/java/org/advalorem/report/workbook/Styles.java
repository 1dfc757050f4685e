package org.advalorem.report.workbook;

import java.util.HashMap;
import java.util.Map;
import org.advalorem.facts.Provenance.Status;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** The cell styles of a workbook, each made once. */
final class Styles {
    private static final short USUAL = 10;
    private static final short SMALL = 9;
    private static final short LARGE = 14;
    private static final short MEDIUM = 12;

    private final SXSSFWorkbook workbook;
    private final Map<Look, CellStyle> styles = new HashMap<>();

    Styles(SXSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    CellStyle of(Look look) {
        return styles.computeIfAbsent(look, this::make);
    }

    private CellStyle make(Look look) {
        XSSFCellStyle style = (XSSFCellStyle) workbook.createCellStyle();
        style.setFont(font(look.role()));
        style.setVerticalAlignment(look.role() == Look.Role.WRAPPED ? VerticalAlignment.TOP : VerticalAlignment.BOTTOM);
        if (!look.format().isEmpty()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        }
        switch (look.role()) {
            case HEADING, NUMBER_HEADING -> {
                style.setWrapText(true);
                style.setAlignment(
                        look.role() == Look.Role.HEADING ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
                fill(style, "E7EBF0");
                style.setBorderBottom(BorderStyle.THIN);
            }
            case STEP_LABEL, WRAPPED -> style.setWrapText(true);
            case UNIT, TEXT -> {
                style.setAlignment(HorizontalAlignment.LEFT);
                style.setIndention((short) 1);
            }
            case NUMBER_UNIT -> style.setAlignment(HorizontalAlignment.RIGHT);
            case RESULT ->
                style.setAlignment(look.format().isEmpty() ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
            case INPUT -> {
                fill(style, color(look.status().orElse(Status.UNSTATED)));
                style.setBorderBottom(BorderStyle.HAIR);
                style.setBorderTop(BorderStyle.HAIR);
                style.setBorderLeft(BorderStyle.HAIR);
                style.setBorderRight(BorderStyle.HAIR);
            }
            case TITLE, PART, SECTION, LABEL, WARNING, VALUE, STEP, CONSTANT, LINK -> {}
        }
        return style;
    }

    private static void fill(XSSFCellStyle style, String rgb) {
        style.setFillForegroundColor(color(rgb));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private XSSFFont font(Look.Role role) {
        XSSFFont font = (XSSFFont) workbook.createFont();
        font.setFontName("Arial");
        font.setFontHeightInPoints(size(role));
        font.setBold(
                switch (role) {
                    case TITLE, PART, SECTION, HEADING, NUMBER_HEADING, RESULT, WARNING -> true;
                    case UNIT, NUMBER_UNIT, LABEL, TEXT, WRAPPED, VALUE, STEP, STEP_LABEL, INPUT, CONSTANT, LINK ->
                        false;
                });
        font.setItalic(role == Look.Role.STEP_LABEL);
        switch (role) {
            case STEP, STEP_LABEL, UNIT, NUMBER_UNIT -> font.setColor(color("6B7280"));
            case INPUT -> font.setColor(color("0033A0"));
            case CONSTANT -> font.setColor(color("4B5563"));
            case LINK -> font.setColor(color("0B5CAD"));
            case WARNING -> font.setColor(color("9A3412"));
            case TITLE, PART -> font.setColor(color("1F3A5F"));
            case SECTION, HEADING, NUMBER_HEADING, LABEL, TEXT, WRAPPED, VALUE, RESULT -> {}
        }
        return font;
    }

    private static short size(Look.Role role) {
        return switch (role) {
            case TITLE -> LARGE;
            case PART -> MEDIUM;
            case STEP, STEP_LABEL, UNIT, NUMBER_UNIT -> SMALL;
            case SECTION,
                    HEADING,
                    NUMBER_HEADING,
                    LABEL,
                    TEXT,
                    WRAPPED,
                    WARNING,
                    VALUE,
                    RESULT,
                    INPUT,
                    CONSTANT,
                    LINK -> USUAL;
        };
    }

    /** The fill of an input: green where it is established, yellow where it is assumed, red where it is contested. */
    private static String color(Status status) {
        return switch (status) {
            case VERIFIED, PUBLISHED, FOUND -> "DDF3E0";
            case REPORTED, DERIVED -> "E0F0FA";
            case FACTS_AVAILABLE -> "F3E3F7";
            case ASSUMED, ILLUSTRATIVE, ALLEGED -> "FFF4CC";
            case DISPUTED -> "FBDDD7";
            case PROPRIETARY -> "E6E1F4";
            case DEFAULT -> "F3F4F6";
            case UNSTATED -> "FFFFFF";
        };
    }

    private static XSSFColor color(String rgb) {
        int value = Integer.parseInt(rgb, 16);
        return new XSSFColor(new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value}, null);
    }
}
