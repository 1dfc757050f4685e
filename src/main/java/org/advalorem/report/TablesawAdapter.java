package org.advalorem.report;

import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * A report's table as a Tablesaw table, for Java programs that process it further. Such a program supplies
 * {@code tech.tablesaw:tablesaw-core} itself; Advalorem neither uses nor ships it.
 */
public final class TablesawAdapter {
    private TablesawAdapter() {}

    /** The table that the report writes as CSV, with typed columns; empty cells become missing values. */
    public static tech.tablesaw.api.Table of(Report report) {
        FlatTable typed = report.table();
        tech.tablesaw.api.Table table = tech.tablesaw.api.Table.create();
        List<DataColumn> columns = typed.dataColumns();
        for (int i = 0; i < columns.size(); i++) {
            table.addColumns(column(columns.get(i), typed.data(i, columns.get(i))));
        }
        return table;
    }

    private static Column<?> column(DataColumn of, double[] cells) {
        Column<?> column = switch (of.type()) {
            case WHOLE -> LongColumn.create(of.name());
            case NUMBER -> DoubleColumn.create(of.name());
            case TRUTH -> BooleanColumn.create(of.name());
            case TEXT -> StringColumn.create(of.name());
        };
        for (double cell : cells) {
            if (!Double.isFinite(cell)) {
                column.appendMissing();
                continue;
            }
            switch (of.type()) {
                case WHOLE -> ((LongColumn) column).append((long) cell);
                case NUMBER -> ((DoubleColumn) column).append(cell);
                case TRUTH -> ((BooleanColumn) column).append(cell != 0.0);
                case TEXT -> ((StringColumn) column).append(of.words().get((int) cell));
            }
        }
        return column;
    }
}
