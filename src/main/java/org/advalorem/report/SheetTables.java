package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Worksheet;
import org.advalorem.engine.Values;

/** Worksheets as tables to print, with a unit shared by an entire column in its heading. */
public final class SheetTables {
    private static final String TOTAL = "total";

    private final Worksheet sheet;
    private final Values values;
    private final ToIntFunction<Outline.Quantity> number;
    private final List<Optional<Unit>> units = new ArrayList<>();

    private SheetTables(Worksheet sheet, Values values, ToIntFunction<Outline.Quantity> number) {
        this.sheet = sheet;
        this.values = values;
        this.number = number;
        for (int column = 0; column < sheet.columns().size(); column++) {
            units.add(sheet.unit(column));
        }
    }

    /**
     * A worksheet at the given values, without a note.
     *
     * @param rows the rows to print
     * @param number the number of the step that explains a cell; 0 for none
     */
    static Table of(Worksheet sheet, Values values, IntPredicate rows, ToIntFunction<Outline.Quantity> number) {
        return new SheetTables(sheet, values, number).table(rows);
    }

    /**
     * The unit shared by all columns that have one, stated once in the title; empty if there are several units or only
     * one column.
     */
    public static String commonUnit(Worksheet sheet) {
        List<String> endings = new ArrayList<>();
        for (int column = 0; column < sheet.columns().size(); column++) {
            endings.add(unitText(sheet, column));
        }
        endings.removeIf(String::isEmpty);
        return endings.size() > 1 && Set.copyOf(endings).size() == 1 ? endings.get(0) : "";
    }

    private Table table(IntPredicate printed) {
        String common = commonUnit(sheet);
        List<Table.Column> columns = new ArrayList<>();
        for (int i = 0; i < sheet.columns().size(); i++) {
            SheetColumn column = sheet.columns().get(i);
            String ending = unitText(sheet, i);
            columns.add(new Table.Column(
                    column.name() + (ending.isEmpty() || !common.isEmpty() ? "" : " (" + ending + ")"),
                    isNumber(column)));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < sheet.rows().size(); row++) {
            if (printed.test(row)) {
                rows.add(cells(sheet.rows().get(row)));
            }
        }
        if (!sheet.totals().isEmpty()) {
            List<Cell> totals = cells(sheet.totals());
            totals.set(0, Cell.of(TOTAL));
            rows.add(totals);
        }
        return new Table(sheet.title() + (common.isEmpty() ? "" : ", in " + common), columns, rows, "");
    }

    static boolean hasOnlyWords(Worksheet sheet) {
        return sheet.columns().stream().noneMatch(SheetTables::isNumber);
    }

    private static boolean isNumber(SheetColumn column) {
        return column.quality() != Quality.TEXT && column.quality() != Quality.DATE;
    }

    /**
     * The unit of a column as printed in its heading; empty if it has none, and for a count, whose heading already names
     * what is counted.
     */
    public static String unitText(Worksheet sheet, int column) {
        Quality quality = sheet.columns().get(column).quality();
        boolean said = quality == Quality.COUNT || quality == Quality.DAYS;
        return said ? "" : sheet.unit(column).map(Figure::unitText).orElse("");
    }

    private List<Cell> cells(List<Outline.Cell> row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(cell(row.get(i), i));
        }
        return cells;
    }

    private Cell cell(Outline.Cell cell, int column) {
        if (cell instanceof Outline.Words words) {
            return Cell.of(words.text());
        }
        if (cell instanceof Outline.Count count) {
            return Cell.of((double) count.number(), Figure.QUANTITY);
        }
        Outline.Quantity quantity = (Outline.Quantity) cell;
        return new Cell.Amount(
                values.of(quantity.term()),
                Figure.of(sheet.columns().get(column).quality()),
                units.get(column).isPresent()
                        ? ""
                        : Figure.unitText(quantity.term().unit()),
                number.applyAsInt(quantity));
    }
}
