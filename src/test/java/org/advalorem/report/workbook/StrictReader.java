package org.advalorem.report.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a workbook as strictly as Excel does, which repairs or refuses what other programs let pass: the order of elements
 * (ECMA-376, part 1, 18.3.1.99), names, lengths, numbers of styles, relationships. Knows nothing of what wrote the file.
 */
final class StrictReader {
    private static final List<String> ORDER = List.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "sheetProtection",
            "autoFilter",
            "mergeCells",
            "conditionalFormatting",
            "dataValidations",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "drawing",
            "legacyDrawing");

    private static final String LIKE_A_CELL = "[A-Z]{1,3}[0-9]+|R[0-9]*|C[0-9]*|R[0-9]*C[0-9]*|TRUE|FALSE";
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_FORMULA = 8_192;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ADVICE = 255;
    private static final int LONGEST_TITLE = 32;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int MOST_STYLES = 64_000;
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;

    private final SheetFile file;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Document> parsed = new LinkedHashMap<>();

    private StrictReader(SheetFile file) {
        this.file = file;
    }

    /** All that Excel would repair or refuse; empty for a sound file. */
    static List<String> wrong(SheetFile file) {
        StrictReader reader = new StrictReader(file);
        reader.read();
        return reader.wrong;
    }

    private void read() {
        for (String part : file.parts()) {
            if (part.endsWith(".xml") || part.endsWith(".rels") || part.endsWith(".vml")) {
                parse(part);
            }
        }
        if (!wrong.isEmpty()) {
            return;
        }
        parsed.keySet().stream().filter(part -> part.endsWith(".rels")).forEach(this::relationships);
        contentTypes();
        Set<String> sheets = sheetNames();
        definedNames(sheets);
        int styles = styles();
        int strings = strings();
        parsed.forEach((part, document) -> {
            if (part.matches("xl/worksheets/sheet[0-9]+\\.xml")) {
                order(part, document);
                cells(part, document, styles, strings);
                validations(part, document);
                merged(part, document);
                links(part, document, sheets);
                comments(part, document);
            }
        });
    }

    private void parse(String part) {
        try {
            DocumentBuilder builder =
                    DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            // repeated attributes end up here; nothing is printed
            builder.setErrorHandler(new DefaultHandler());
            parsed.put(part, builder.parse(new ByteArrayInputStream(file.content(part))));
        } catch (SAXException e) {
            wrong.add(part + ": no XML: " + e.getMessage());
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> elements(Document document, String name) {
        List<Element> elements = new ArrayList<>();
        var found = document.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The part to which a relationship leads. */
    private static String target(String rels, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String folder = rels.substring(0, rels.indexOf("_rels/"));
        return java.net.URI.create(folder + target).normalize().toString();
    }

    private void relationships(String rels) {
        Set<String> ids = new HashSet<>();
        for (Element relationship : elements(parsed.get(rels), "Relationship")) {
            if (!ids.add(relationship.getAttribute("Id"))) {
                wrong.add(rels + ": " + relationship.getAttribute("Id") + " twice");
            }
            String target = target(rels, relationship.getAttribute("Target"));
            if (!relationship.getAttribute("TargetMode").equals("External")
                    && !file.parts().contains(target)) {
                wrong.add(rels + ": leads to " + target + ", which is missing");
            }
        }
    }

    private void contentTypes() {
        Document types = parsed.get("[Content_Types].xml");
        Set<String> known = new HashSet<>();
        elements(types, "Default").forEach(type -> known.add("." + type.getAttribute("Extension")));
        for (Element type : elements(types, "Override")) {
            String part = type.getAttribute("PartName").substring(1);
            if (!known.add(part)) {
                wrong.add("[Content_Types].xml: " + part + " twice");
            }
            if (!file.parts().contains(part)) {
                wrong.add("[Content_Types].xml: " + part + " is missing");
            }
        }
        for (String part : file.parts()) {
            if (!part.equals("[Content_Types].xml")
                    && !known.contains(part)
                    && !known.contains(part.substring(part.lastIndexOf('.')))) {
                wrong.add("[Content_Types].xml: no type for " + part);
            }
        }
    }

    private Set<String> sheetNames() {
        Set<String> names = new HashSet<>();
        Set<String> folded = new HashSet<>();
        for (Element sheet : elements(parsed.get("xl/workbook.xml"), "sheet")) {
            String name = sheet.getAttribute("name");
            names.add(name);
            if (!folded.add(name.toUpperCase(Locale.ROOT))) {
                wrong.add("sheet name twice: " + name);
            }
            if (name.isEmpty()
                    || name.length() > LONGEST_SHEET_NAME
                    || name.matches(".*[\\[\\]:*?/\\\\].*")
                    || name.startsWith("'")
                    || name.endsWith("'")) {
                wrong.add("no name for a sheet: " + name);
            }
            // formulas name it without quotation marks
            if (!name.matches("[A-Za-z_][A-Za-z0-9_.]*")
                    || name.toUpperCase(Locale.ROOT).matches(LIKE_A_CELL)) {
                wrong.add("sheet name that needs quotation marks: " + name);
            }
        }
        return names;
    }

    private void definedNames(Set<String> sheets) {
        Set<String> names = new HashSet<>();
        for (Element defined : elements(parsed.get("xl/workbook.xml"), "definedName")) {
            String name = defined.getAttribute("name");
            if (!names.add(defined.getAttribute("localSheetId") + " " + name.toUpperCase(Locale.ROOT))) {
                wrong.add("name twice: " + name);
            }
            if (name.length() > LONGEST_NAME
                    || !name.matches("[A-Za-z_\\\\][A-Za-z0-9_.\\\\]*")
                    || name.toUpperCase(Locale.ROOT).matches(LIKE_A_CELL)) {
                wrong.add("no name for a cell: " + name);
            }
            String refers = defined.getTextContent();
            String sheet = refers.substring(0, Math.max(0, refers.indexOf('!'))).replace("'", "");
            if (!sheets.contains(sheet)) {
                wrong.add("name of a cell of no sheet: " + name + " " + refers);
            }
        }
    }

    private int styles() {
        Document styles = parsed.get("xl/styles.xml");
        Element formats = elements(styles, "cellXfs").get(0);
        int count = children(formats).size();
        if (count > MOST_STYLES) {
            wrong.add("styles: " + count);
        }
        Map<String, Integer> defined = new HashMap<>();
        for (String kind : List.of("fonts", "fills", "borders")) {
            defined.put(kind, children(elements(styles, kind).get(0)).size());
        }
        for (Element format : children(formats)) {
            for (String kind : defined.keySet()) {
                String id = format.getAttribute(kind.substring(0, kind.length() - 1) + "Id");
                if (!id.isEmpty() && Integer.parseInt(id) >= defined.get(kind)) {
                    wrong.add("style with none of the " + kind + ": " + id);
                }
            }
        }
        for (Element format : elements(styles, "numFmt")) {
            if (format.getAttribute("formatCode").length() > LONGEST_ADVICE) {
                wrong.add("number format too long: " + format.getAttribute("formatCode"));
            }
        }
        return count;
    }

    private int strings() {
        Document strings = parsed.get("xl/sharedStrings.xml");
        return strings == null ? 0 : elements(strings, "si").size();
    }

    private void order(String part, Document document) {
        int last = -1;
        for (Element element : children(document.getDocumentElement())) {
            int at = ORDER.indexOf(element.getTagName());
            if (at < 0) {
                wrong.add(part + ": unknown element " + element.getTagName());
            } else if (at < last || (at == last && !element.getTagName().equals("conditionalFormatting"))) {
                wrong.add(part + ": " + element.getTagName() + " after " + ORDER.get(last));
            }
            last = Math.max(last, at);
        }
    }

    private void cells(String part, Document document, int styles, int strings) {
        int lastRow = 0;
        stray(part, document.getDocumentElement());
        for (Element row : elements(document, "row")) {
            int number = Integer.parseInt(row.getAttribute("r"));
            if (number <= lastRow || number > MOST_ROWS) {
                wrong.add(part + ": row " + number + " after " + lastRow);
            }
            lastRow = number;
            int lastColumn = 0;
            for (Element cell : children(row)) {
                String place = cell.getAttribute("r");
                int column = column(place);
                if (column <= lastColumn || column > MOST_COLUMNS || !place.endsWith(Integer.toString(number))) {
                    wrong.add(part + ": " + place + " out of its place");
                }
                lastColumn = column;
                cell(part + " " + place + ": ", cell, styles, strings);
            }
        }
    }

    /** Text between elements: none has text and elements. */
    private void stray(String part, Element parent) {
        List<Element> children = children(parent);
        for (Node child = parent.getFirstChild();
                child != null && !children.isEmpty();
                child = child.getNextSibling()) {
            if (child instanceof Text text && !text.getData().isBlank()) {
                wrong.add(part + " " + parent.getAttribute("r") + ": stray text ("
                        + text.getData().strip() + ")");
            }
        }
        children.forEach(child -> stray(part, child));
    }

    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
            column = column * 26 + place.charAt(i) - 'A' + 1;
        }
        return column;
    }

    private void cell(String where, Element cell, int styles, int strings) {
        String style = cell.getAttribute("s");
        if (!style.isEmpty() && Integer.parseInt(style) >= styles) {
            wrong.add(where + "no style " + style);
        }
        String type = cell.getAttribute("t");
        String value = "";
        boolean formula = false;
        boolean valued = false;
        for (Element child : children(cell)) {
            switch (child.getTagName()) {
                case "f" -> {
                    formula = true;
                    String text = child.getTextContent();
                    if (text.length() > LONGEST_FORMULA || text.isEmpty() || text.startsWith("=")) {
                        wrong.add(where + "no formula: " + text);
                    }
                    if (text.contains("_xl")) {
                        wrong.add(where + "a function that came after Excel 2016: " + text);
                    }
                }
                case "v", "is" -> {
                    valued = true;
                    value = child.getTextContent();
                }
                default -> wrong.add(where + "unknown element " + child.getTagName());
            }
        }
        if (formula && !valued) {
            wrong.add(where + "a formula without a value");
        }
        if (value.length() > LONGEST_TEXT) {
            wrong.add(where + "text of " + value.length() + " characters");
        }
        switch (type) {
            case "", "n" -> {
                if (valued && !isFinite(value)) {
                    wrong.add(where + "no number: " + value);
                }
            }
            case "b" -> {
                if (!value.equals("0") && !value.equals("1")) {
                    wrong.add(where + "neither yes nor no: " + value);
                }
            }
            case "s" -> {
                if (Integer.parseInt(value) >= strings) {
                    wrong.add(where + "no shared string " + value);
                }
            }
            case "str", "inlineStr" -> {}
            default -> wrong.add(where + "type " + type + " " + value);
        }
    }

    private static boolean isFinite(String value) {
        return value.matches("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?") && Double.isFinite(Double.parseDouble(value));
    }

    private void validations(String part, Document document) {
        for (Element validation : elements(document, "dataValidation")) {
            String where = part + " " + validation.getAttribute("sqref") + ": ";
            if (validation.getAttribute("error").length() > LONGEST_ADVICE
                    || validation.getAttribute("prompt").length() > LONGEST_ADVICE) {
                wrong.add(where + "advice too long");
            }
            if (validation.getAttribute("errorTitle").length() > LONGEST_TITLE) {
                wrong.add(where + "title of the advice too long");
            }
            boolean two = validation.getAttribute("operator").matches("between|notBetween|");
            if (children(validation).size() != (two ? 2 : 1)) {
                wrong.add(where + "not the limits that (" + validation.getAttribute("operator") + ") takes");
            }
        }
    }

    private void merged(String part, Document document) {
        Set<String> taken = new HashSet<>();
        for (Element merged : elements(document, "mergeCell")) {
            String[] ends = merged.getAttribute("ref").split(":", -1);
            int row = Integer.parseInt(ends[0].replaceAll("[A-Z]+", ""));
            int lastRow = Integer.parseInt(ends[1].replaceAll("[A-Z]+", ""));
            for (int r = row; r <= lastRow; r++) {
                for (int c = column(ends[0]); c <= column(ends[1]); c++) {
                    if (!taken.add(r + " " + c)) {
                        wrong.add(part + ": merged twice: " + merged.getAttribute("ref"));
                    }
                }
            }
        }
    }

    private void links(String part, Document document, Set<String> sheets) {
        for (Element link : elements(document, "hyperlink")) {
            String to = link.getAttribute("location");
            if (!sheets.contains(to.substring(0, Math.max(0, to.indexOf('!'))))) {
                wrong.add(part + " " + link.getAttribute("ref") + ": link to nowhere: " + to);
            }
        }
    }

    /** Excel shows a comment in the shape that a drawing in VML keeps for it. */
    private void comments(String part, Document document) {
        String rels = part.replace("worksheets/", "worksheets/_rels/") + ".rels";
        Map<String, String> targets = new HashMap<>();
        String comments = "";
        if (parsed.containsKey(rels)) {
            for (Element relationship : elements(parsed.get(rels), "Relationship")) {
                String target = target(rels, relationship.getAttribute("Target"));
                targets.put(relationship.getAttribute("Id"), target);
                comments = relationship.getAttribute("Type").endsWith("/comments") ? target : comments;
            }
        }
        for (String name : List.of("drawing", "legacyDrawing", "hyperlink")) {
            for (Element element : elements(document, name)) {
                String id = element.getAttribute("r:id");
                if (!id.isEmpty() && !targets.containsKey(id)) {
                    wrong.add(part + ": " + name + " without a relationship " + id);
                }
            }
        }
        if (comments.isEmpty()) {
            return;
        }
        List<Element> drawings = elements(document, "legacyDrawing");
        if (drawings.isEmpty()) {
            wrong.add(part + ": comments without a drawing");
            return;
        }
        Document shapes = parsed.get(targets.get(drawings.get(0).getAttribute("r:id")));
        if (shapes == null) {
            wrong.add(part + ": comments without shapes");
            return;
        }
        Set<String> shown = new HashSet<>();
        List<Element> rows = elements(shapes, "x:Row");
        List<Element> columns = elements(shapes, "x:Column");
        for (int i = 0; i < rows.size(); i++) {
            shown.add(rows.get(i).getTextContent() + " " + columns.get(i).getTextContent());
        }
        Set<String> places = new HashSet<>();
        for (Element comment : elements(parsed.get(comments), "comment")) {
            String place = comment.getAttribute("ref");
            int row = Integer.parseInt(place.replaceAll("[A-Z]+", "")) - 1;
            if (!places.add(place) || !shown.contains(row + " " + (column(place) - 1))) {
                wrong.add(part + " " + place + ": a comment twice, or without its shape");
            }
        }
    }
}
