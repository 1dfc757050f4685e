package org.advalorem.api;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.facts.Nearest;
import org.advalorem.report.CollectedDraws;
import org.advalorem.report.DataColumn;
import org.advalorem.report.FlatTable;

/**
 * A table of named, typed columns: that which the command of the same name writes as CSV. Its columns are described in
 * {@code docs/json.md}.
 *
 * <pre>{@code
 * Table table = scenario.sweep("markup", "0% to 12% in 7").table();
 * double[] rates = table.column("companies.acme.rate").numbers();
 * }</pre>
 */
public final class Table {
    private final List<Column> columns;
    private final int rows;

    private Table(List<Column> columns, int rows) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
    }

    static Table of(FlatTable flat) {
        List<DataColumn> of = flat.dataColumns();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            columns.add(new Column(of.get(i), flat.data(i, of.get(i))));
        }
        return new Table(columns, flat.rows());
    }

    static Table of(CollectedDraws draws) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < draws.columns().size(); i++) {
            columns.add(new Column(draws.columns().get(i), draws.cells(i)));
        }
        return new Table(columns, columns.get(0).size());
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The columns, in order. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * The column of a name.
     *
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no column (" + name + "). "
                        + Nearest.advice(
                                name, columns.stream().map(Column::name).toList())));
    }

    /** The number of rows, and the columns. */
    @Override
    public String toString() {
        return rows + " rows: " + columns.stream().map(Column::name).toList();
    }
}
