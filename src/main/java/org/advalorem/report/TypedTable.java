package org.advalorem.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table for other programs: columns of truths where all cells are yes or no, of numbers where all are numbers (a truth
 * among them is 1 or 0), else of texts. Empty cells are empty in any.
 */
final class TypedTable {
    private final List<DataColumn> columns = new ArrayList<>();
    private final int rows;
    private final double[][] cells;

    /** The table with a type for each column. */
    TypedTable(Table table) {
        rows = table.rows().size();
        cells = new double[table.columns().size()][];
        for (int i = 0; i < cells.length; i++) {
            int place = i;
            fill(
                    i,
                    table.columns().get(i).heading(),
                    table.rows().stream().map(row -> row.get(place)).toList());
        }
    }

    private void fill(int column, String name, List<Cell> given) {
        DataColumn.Type type = type(given);
        if (type == DataColumn.Type.TEXT) {
            List<String> words = new ArrayList<>();
            Map<String, Integer> places = new HashMap<>();
            cells[column] = given.stream()
                    .mapToDouble(cell -> place(cell.text(), words, places))
                    .toArray();
            columns.add(new DataColumn(name, type, words));
        } else {
            cells[column] = given.stream().mapToDouble(TypedTable::number).toArray();
            columns.add(new DataColumn(name, type));
        }
    }

    private static DataColumn.Type type(List<Cell> cells) {
        List<Cell> filled =
                cells.stream().filter(cell -> !cell.equals(Cell.empty())).toList();
        if (filled.isEmpty() || !filled.stream().allMatch(Cell.Amount.class::isInstance)) {
            return DataColumn.Type.TEXT;
        }
        return filled.stream().allMatch(cell -> ((Cell.Amount) cell).figure() == Figure.TRUTH)
                ? DataColumn.Type.TRUTH
                : DataColumn.Type.NUMBER;
    }

    private static double place(String text, List<String> words, Map<String, Integer> places) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        return places.computeIfAbsent(text, word -> {
            words.add(word);
            return words.size() - 1;
        });
    }

    /** As in CSV, a rate as published is in percent with two decimals. */
    private static double number(Cell cell) {
        if (!(cell instanceof Cell.Amount amount) || !Double.isFinite(amount.value())) {
            return Double.NaN;
        }
        return amount.figure() == Figure.PUBLISHED
                ? JsonText.percent(amount.value()).doubleValue()
                : amount.value();
    }

    List<DataColumn> columns() {
        return columns;
    }

    /** The cells of a column, as {@link DataColumn} says. */
    double[] cells(int column) {
        return cells[column];
    }

    /** Writes all rows. */
    void write(DataFile file) throws IOException {
        file.write(rows, cells);
    }
}
