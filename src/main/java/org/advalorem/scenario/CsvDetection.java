package org.advalorem.scenario;

import org.advalorem.facts.DataFiles;

/** Detection of the format of a data file from its text. */
final class CsvDetection {
    private static final String DELIMITERS = ",;\t";
    private static final int GROUP = 3;

    private CsvDetection() {}

    /** The delimiter that occurs most often in the header line, outside quotes; a comma if none occurs. */
    static char delimiter(String text) {
        String headings = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int i = 0; i < headings.length(); i++) {
            char c = headings.charAt(i);
            quoted ^= c == '"';
            int known = DELIMITERS.indexOf(c);
            if (!quoted && known >= 0) {
                counts[known]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }

    /**
     * Whether numbers have a decimal comma: at least one cannot be read otherwise, and none has a decimal point. A
     * comma before exactly three digits may equally well group thousands; if that is true of every comma, no decimal
     * comma is assumed.
     */
    static boolean hasDecimalComma(DataFiles.Cells cells) {
        boolean certain = false;
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                String cell = cells.text(row, column).strip();
                int sign = signOfNumber(cell);
                if (sign < 0) {
                    continue;
                }
                if (cell.charAt(sign) == '.') {
                    return false;
                }
                certain |= cell.length() - sign - 1 != GROUP || sign > GROUP;
            }
        }
        return certain;
    }

    /** The index of the only point or comma in a number; negative if there is none or the cell is not a number. */
    private static int signOfNumber(String cell) {
        int sign = -1;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if ((c == '.' || c == ',') && sign < 0 && i > 0 && i + 1 < cell.length()) {
                sign = i;
            } else if (!digit && !(i == 0 && (c == '-' || c == '+'))) {
                return -1;
            }
        }
        return sign;
    }
}
