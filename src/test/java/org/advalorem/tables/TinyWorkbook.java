package org.advalorem.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that a test says exactly what stands in it. */
public final class TinyWorkbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private TinyWorkbook() {}

    /** A cell of text. */
    public static String text(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** A number in a format: 0 general, 1 a built-in date, 2 a percentage, 3 a date of its own. */
    public static String number(String place, String value, int format) {
        return "<c r=\"" + place + "\" s=\"" + format + "\"><v>" + value + "</v></c>";
    }

    /** A row of cells. */
    public static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    /**
     * Writes a workbook.
     *
     * @param sheets the rows of each sheet by its name, in order
     */
    public static Path write(Path file, boolean from1904, Map<String, List<String>> sheets) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE
                            + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd"
                            + ".openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
                            + " ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\""
                            + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
                            + " PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".spreadsheetml.styles+xml\"/></Types>");
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\""
                            + RELATIONS + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            StringBuilder names = new StringBuilder();
            StringBuilder relations = new StringBuilder();
            int number = 0;
            for (Map.Entry<String, List<String>> sheet : sheets.entrySet()) {
                number++;
                names.append("<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"rId" + number
                        + "\"/>");
                relations.append("<Relationship Id=\"rId" + number + "\" Type=\"" + RELATIONS
                        + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>");
                part(
                        zip,
                        "xl/worksheets/sheet" + number + ".xml",
                        "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + String.join("", sheet.getValue())
                                + "</sheetData></worksheet>");
            }
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><workbookPr"
                            + (from1904 ? " date1904=\"1\"" : "") + "/><sheets>" + names + "</sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations
                            + "<Relationship Id=\"rId99\" Type=\"" + RELATIONS
                            + "/styles\" Target=\"styles.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\""
                            + " formatCode=\"dd\\.mm\\.yyyy\"/></numFmts><fonts count=\"1\"><font/></fonts><fills"
                            + " count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs"
                            + " count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf"
                            + " numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
