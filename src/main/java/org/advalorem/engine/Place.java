package org.advalorem.engine;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Worksheet;

/**
 * Where a step stands.
 *
 * @param sections the sections it is in, by number, the outermost first
 * @param cell the cell; nothing for a line
 * @param line the number of a line among the lines, from 1; 0 for a cell
 */
record Place(List<Integer> sections, Optional<SheetCell> cell, int line) {
    /** This for a line. */
    Place line(int number) {
        return new Place(sections, Optional.empty(), number);
    }

    /**
     * A cell.
     *
     * @param number of the worksheet among all
     * @param row the number of rows for a total
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

        /** The place of this column among those that another is computed from; -1 when it is none of them. */
        int orderFor(SheetCell other) {
            return sheet.columns().get(other.column).from().indexOf(heading());
        }
    }

    /** How many sections both are in. */
    int shared(Place other) {
        int shared = 0;
        int most = Math.min(sections.size(), other.sections.size());
        while (shared < most && sections.get(shared).equals(other.sections.get(shared))) {
            shared++;
        }
        return shared;
    }
}
