package org.advalorem.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reader of cells that correct the rows of a data file. Corrections are written as in a list, not as in the file. */
final class CorrectedRows {
    private final String file;
    private final CheckedRows rows;
    private final List<Column> columns;
    private final Problems problems;

    private CorrectedRows(String file, CheckedRows rows, List<Column> columns, Problems problems) {
        this.file = file;
        this.rows = rows;
        this.columns = columns;
        this.problems = problems;
    }

    /**
     * The rows with the corrected cells in place of those of the file.
     *
     * @param file the name of the file, for messages
     * @param corrected the cells by row, from 1, and column
     * @throws UnusableFactsException if there is no such row or column, or a cell cannot be read; the problem has been
     *     noted
     */
    static CheckedRows of(
            String file,
            CheckedRows rows,
            List<Column> columns,
            Map<Integer, Map<String, SourceNode.Scalar>> corrected,
            Problems problems) {
        return corrected.isEmpty() ? rows : new CorrectedRows(file, rows, columns, problems).with(corrected);
    }

    private CheckedRows with(Map<Integer, Map<String, SourceNode.Scalar>> corrected) {
        Map<String, Map<Integer, SourceNode.Scalar>> byColumn = new LinkedHashMap<>();
        Map<Integer, Origin> origins = new LinkedHashMap<>();
        boolean complete = true;
        for (Map.Entry<Integer, Map<String, SourceNode.Scalar>> entry : corrected.entrySet()) {
            int row = entry.getKey();
            for (Map.Entry<String, SourceNode.Scalar> cell : entry.getValue().entrySet()) {
                complete &= isThere(row, cell.getKey(), cell.getValue().origin());
                byColumn.computeIfAbsent(cell.getKey(), absent -> new LinkedHashMap<>())
                        .put(row - 1, cell.getValue());
                origins.putIfAbsent(row - 1, cell.getValue().origin());
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        CheckedRows result = rows;
        for (Column column : columns) {
            Map<Integer, SourceNode.Scalar> cells = byColumn.get(column.name());
            if (cells != null) {
                int[] places = cells.keySet().stream().mapToInt(row -> row).toArray();
                result = result.with(column, places, read(column, List.copyOf(cells.values())));
            }
        }
        return result.at(row -> Optional.ofNullable(origins.get(row))
                .map(origin -> origin.overriding(rows.origin(row)))
                .orElseGet(() -> rows.origin(row)));
    }

    private boolean isThere(int row, String column, Origin origin) {
        if (row > rows.count()) {
            problems.add(
                    Problem.Code.AV303,
                    origin,
                    "There is no row " + row + " in (" + file + ") to correct: it has " + rows.count()
                            + (rows.count() == 1 ? " row." : " rows."),
                    "Rows are counted from 1 below the headings, without rows left out. Write a row that is to be added"
                            + " in the file itself.");
            return false;
        }
        List<String> names = columns.stream().map(Column::name).toList();
        if (!names.contains(column)) {
            problems.add(
                    Problem.Code.AV201,
                    origin,
                    "(" + column + ") is not a column here.",
                    Nearest.advice(column, names));
            return false;
        }
        return true;
    }

    private CheckedRows read(Column column, List<SourceNode.Scalar> cells) {
        RowReader reader = new RowReader(problems, cells.size());
        reader.column(column, new ColumnCells(new ColumnCells.Source() {
            @Override
            public String text(int row) {
                return cells.get(row).text();
            }

            @Override
            public Origin origin(int row) {
                return cells.get(row).origin();
            }
        }));
        return reader.rows(row -> cells.get(row).origin());
    }
}
