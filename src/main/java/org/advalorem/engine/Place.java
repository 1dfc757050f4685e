package org.advalorem.engine;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Worksheet;

/**
 * The place of a step in the outline.
 *
 * @param sections the sections that contain it, by number, outermost first
 * @param cell the cell; empty for a line
 * @param line the number of a line among the lines, from 1; 0 for a cell
 */
record Place(List<Integer> sections, Optional<SheetCell> cell, int line) {
    /** The place of a line in the same sections. */
    Place line(int number) {
        return new Place(sections, Optional.empty(), number);
    }

    /**
     * A cell of a worksheet.
     *
     * @param sheet the worksheet
     * @param number the number of the worksheet among all worksheets
     * @param row the row, from 0; for a total, the number of rows
     * @param column the column, from 0
     */
    record SheetCell(Worksheet sheet, int number, int row, int column) {
        boolean isTotal() {
            return row == sheet.rows().size();
        }

        boolean isInSheetOf(SheetCell other) {
            return number == other.number;
        }

        boolean isInColumnOf(SheetCell other) {
            return isInSheetOf(other) && column == other.column;
        }

        boolean isInRowOf(SheetCell other) {
            return isInSheetOf(other) && row == other.row;
        }

        String heading() {
            return sheet.columns().get(column).name();
        }

        /** The position of this column among those from which the other is computed; -1 if it is not one of them. */
        int orderFor(SheetCell other) {
            return sheet.columns().get(other.column).from().indexOf(heading());
        }
    }

    /** The number of sections that contain both places. */
    int shared(Place other) {
        int shared = 0;
        int most = Math.min(sections.size(), other.sections.size());
        while (shared < most && sections.get(shared).equals(other.sections.get(shared))) {
            shared++;
        }
        return shared;
    }
}
