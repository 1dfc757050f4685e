package org.advalorem.rules.calendar;

import java.time.LocalDate;
import java.util.List;
import org.advalorem.reference.ReferenceTable;
import org.advalorem.reference.ReferenceTables;

/**
 * A closure of the government after which deadlines were tolled.
 *
 * @param from its first day
 */
record Closure(LocalDate from) {
    /** Those of the program's table, in order. */
    static List<Closure> shipped() {
        ReferenceTable.Rows rows = ReferenceTables.TOLLING.rows();
        int from = rows.headings().indexOf("closed-from");
        return rows.cells().stream()
                .map(row -> LocalDate.parse(row.get(from)))
                .distinct()
                .sorted()
                .map(Closure::new)
                .toList();
    }
}
