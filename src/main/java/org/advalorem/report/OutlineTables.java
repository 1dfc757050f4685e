package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Unit;
import org.advalorem.engine.Values;

/** Tables of the outline as tables to print, with a unit shared by a whole column in its heading. */
final class OutlineTables {
    private OutlineTables() {}

    /**
     * The table at those values.
     *
     * @param number the number of the step that explains a cell; 0 for none
     */
    static Table of(Outline.Table table, Values values, ToIntFunction<Outline.Quantity> number) {
        List<Optional<Unit>> units = new ArrayList<>();
        List<Table.Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Optional<Unit> unit = unit(table, i);
            units.add(unit);
            String ending = unit.map(Figure::unitText).orElse("");
            boolean numbers = table.rows().stream().anyMatch(row(i));
            columns.add(
                    new Table.Column(table.columns().get(i) + (ending.isEmpty() ? "" : " (" + ending + ")"), numbers));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Outline.Cell> row : table.rows()) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(cell(row.get(i), units.get(i).isPresent(), values, number));
            }
            rows.add(cells);
        }
        return new Table(table.title(), columns, rows, table.authority().toString());
    }

    private static Predicate<List<Outline.Cell>> row(int column) {
        return row -> row.get(column) instanceof Outline.Quantity;
    }

    /** The unit of all quantities of a column, when they have the same. */
    private static Optional<Unit> unit(Outline.Table table, int column) {
        List<Unit> units = table.rows().stream()
                .map(row -> row.get(column))
                .filter(Outline.Quantity.class::isInstance)
                .map(cell -> ((Outline.Quantity) cell).term().unit())
                .distinct()
                .toList();
        return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }

    private static Cell cell(
            Outline.Cell cell, boolean unitInHeading, Values values, ToIntFunction<Outline.Quantity> number) {
        if (cell instanceof Outline.Words words) {
            return Cell.of(words.text());
        }
        Outline.Quantity quantity = (Outline.Quantity) cell;
        Unit unit = quantity.term().unit();
        return new Cell.Amount(
                values.of(quantity.term()),
                Figure.of(quantity.term()),
                unitInHeading ? "" : Figure.unitText(unit),
                number.applyAsInt(quantity));
    }
}
