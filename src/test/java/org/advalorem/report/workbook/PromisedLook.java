package org.advalorem.report.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a workbook promises whoever prints it, scrolls in it or looks for what can be changed, read off the file. */
final class PromisedLook {
    private static final Pattern SHEET = Pattern.compile("xl/worksheets/sheet([0-9]+)\\.xml");
    private static final Pattern NAMED = Pattern.compile("<definedName name=\"([^\"]*)\"[^>]*>([^<]*)</definedName>");
    private static final Pattern INPUT = Pattern.compile("Inputs!\\$(B)\\$([0-9]+)");
    private static final Pattern COMMENT = Pattern.compile("<comment [^>]*ref=\"([A-Z]+[0-9]+)\"");
    private static final int INPUTS = 1;

    private PromisedLook() {}

    static List<String> wrong(SheetFile file) {
        List<String> wrong = new ArrayList<>();
        for (String part : file.parts()) {
            Matcher sheet = SHEET.matcher(part);
            if (sheet.matches()) {
                sheet(file, part, Integer.parseInt(sheet.group(1)) - 1, wrong);
            }
        }
        names(file, wrong);
        return wrong;
    }

    private static void sheet(SheetFile file, String part, int number, List<String> wrong) {
        String text = file.text(part);
        require(text.contains("fitToPage=\"true\""), part + ": not fitted to the width of a page", wrong);
        require(text.contains("orientation=\"landscape\""), part + ": not in landscape", wrong);
        require(text.contains("<oddFooter>"), part + ": no footer", wrong);
        require(text.contains("state=\"frozen\""), part + ": headings are not kept in view", wrong);
        Map<String, SheetFile.Cell> cells = file.cells(number);
        String comments = "xl/comments" + (number + 1) + ".xml";
        if (file.parts().contains(comments)) {
            Matcher comment = COMMENT.matcher(file.text(comments));
            while (comment.find()) {
                SheetFile.Cell cell = cells.get(comment.group(1));
                require(
                        cell != null && cell.formula().isEmpty(),
                        part + " " + comment.group(1) + ": a comment on a computed cell",
                        wrong);
                require(
                        number != INPUTS || comment.group(1).startsWith("B"),
                        part + " " + comment.group(1) + ": a comment beside the input",
                        wrong);
            }
        }
        if (text.contains("<f>") && number > INPUTS) {
            units(part, cells, wrong);
        }
    }

    /** A row that states one number computed from label to unit has both. */
    private static void units(String part, Map<String, SheetFile.Cell> cells, List<String> wrong) {
        cells.forEach((place, cell) -> {
            String row = place.substring(1);
            boolean line = place.startsWith("B")
                    && !cell.formula().isEmpty()
                    && cell.type().equals("n")
                    && cells.keySet().stream()
                            .noneMatch(other -> other.matches("[C-Z]" + row)
                                    && !cells.get(other).formula().isEmpty());
            if (line && !isInTable(cells, Integer.parseInt(row))) {
                require(isWords(cells.get("A" + row)), part + " " + place + ": no label", wrong);
                // on the sheet of checks the unit comes after what is compared
                require(
                        isWords(cells.get("C" + row)) || isWords(cells.get("E" + row)),
                        part + " " + place + ": no unit",
                        wrong);
            }
        });
    }

    /** Whether words head the column above a row: tables have their units there. */
    private static boolean isInTable(Map<String, SheetFile.Cell> cells, int row) {
        int above = row - 1;
        while (cells.containsKey("A" + above) || cells.containsKey("B" + above)) {
            if (isWords(cells.get("B" + above))) {
                return true;
            }
            above--;
        }
        return false;
    }

    private static boolean isWords(SheetFile.Cell cell) {
        return cell != null && cell.formula().isEmpty() && !cell.value().isBlank();
    }

    private static void names(SheetFile file, List<String> wrong) {
        Map<String, SheetFile.Cell> inputs = file.cells(INPUTS);
        Set<String> named = new HashSet<>();
        Matcher names = NAMED.matcher(file.text("xl/workbook.xml"));
        while (names.find()) {
            if (names.group(1).startsWith("_xlnm.")) {
                continue;
            }
            Matcher input = INPUT.matcher(names.group(2));
            boolean found = input.matches()
                    && inputs.containsKey("B" + input.group(2))
                    && inputs.get("B" + input.group(2)).formula().isEmpty();
            require(found, names.group(1) + ": a name of what is no input", wrong);
            if (found) {
                named.add("B" + input.group(2));
            }
        }
        inputs.keySet().stream()
                .filter(place -> place.startsWith("B")
                        && inputs.get(place).type().matches("[nb]")
                        && inputs.containsKey("I" + place.substring(1)))
                .filter(place -> !named.contains(place))
                .forEach(place -> wrong.add("Inputs!" + place + ": an input without a name"));
    }

    private static void require(boolean holds, String otherwise, List<String> wrong) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
