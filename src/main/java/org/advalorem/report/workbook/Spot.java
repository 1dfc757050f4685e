package org.advalorem.report.workbook;

/**
 * The place of a cell.
 *
 * @param page the sheet
 * @param row from 0
 * @param column from 0
 */
record Spot(Page page, int row, int column) {
    private static final int LETTERS = 26;

    /** The place as a formula on the given page names it. */
    String from(Page other) {
        return page == other ? local() : whole();
    }

    /** The place with its page: {@code Inputs!C5}. */
    String whole() {
        return page.name() + "!" + local();
    }

    /** The place within its page: {@code C5}. */
    String local() {
        return letters(column) + (row + 1);
    }

    /** The place within its page, unaffected by copying: {@code $C$5}. */
    String fixed() {
        return "$" + letters(column) + "$" + (row + 1);
    }

    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.toString();
    }
}
