package org.advalorem.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.RecordColumns;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/** Rows of a data file or of a list, checked, as part of one calculation. */
public final class Records {
    private static final int FEW = 24;
    private static final MathContext DIGITS = new MathContext(15);

    private final String name;
    private final Address address;
    private final FactsContext context;
    private final CheckedRows rows;
    private final Map<String, Unit> units;
    private final Map<String, BigDecimal> changes;
    /** A column has one shift, whatever the units of its cells. */
    private final Map<String, Unit> shiftUnits = new HashMap<>();

    Records(
            String name,
            Address address,
            FactsContext context,
            CheckedRows rows,
            Map<String, Unit> units,
            Map<String, BigDecimal> changes) {
        this.name = name;
        this.address = address;
        this.context = context;
        this.rows = rows;
        this.units = units;
        this.changes = changes;
    }

    /** The file's name, or the address of the list. */
    public String name() {
        return name;
    }

    /** The address of the records. */
    public Address address() {
        return address;
    }

    /** What the records were read with. */
    public FactsContext context() {
        return context;
    }

    /** The number of rows. */
    public int rows() {
        return rows.count();
    }

    /** Whether a cell of a column of numbers is blank; a number, day or month must not be asked of it then. */
    public boolean isBlank(int row, Column column) {
        return rows.isBlank(row, column);
    }

    /** A cell of a column of numbers. */
    public double number(int row, Column column) {
        return rows.number(row, column);
    }

    /** A cell of a column of numbers in digits, as messages write it. */
    public String digits(int row, Column column) {
        return BigDecimal.valueOf(number(row, column)).stripTrailingZeros().toPlainString();
    }

    /** A cell of a column of words. */
    public String word(int row, Column column) {
        return rows.word(row, column);
    }

    /** A cell of a column of days. */
    public LocalDate day(int row, Column column) {
        return rows.day(row, column);
    }

    /** A cell of a column of years. */
    public int year(int row, Column column) {
        return (int) rows.number(row, column);
    }

    /** A cell of a column of months, as months from year 0: {@code year * 12 + month - 1}. */
    public int month(int row, Column column) {
        return (int) rows.number(row, column);
    }

    /** The unit that the scenario gives the column, when it gives one. */
    public Optional<Unit> unit(Column column) {
        return Optional.ofNullable(units.get(column.name()));
    }

    /** Whether cells of the column have units of their own. */
    public boolean hasUnits(Column column) {
        return rows.hasUnits(column);
    }

    /** The unit of a cell: its own, else the one that the scenario gives the column, when it gives one. */
    public Optional<Unit> unit(int row, Column column) {
        return rows.unit(row, column).or(() -> unit(column));
    }

    /** Where the row is written. */
    public Origin origin(int row) {
        return rows.origin(row);
    }

    /**
     * A cell as an input of the calculation, at {@code <address>.<row from 1>.<column>}; with the column's scale and shift
     * when the scenario changes the column.
     */
    public Term term(int row, Column column, Unit unit) {
        Term cell = cell(row, column, unit);
        boolean scaled = changes.containsKey(column.name() + ".scale");
        boolean shifted = changes.containsKey(column.name() + ".shift");
        Term scaledCell = scaled ? cell.times(change(column, "scale", BigDecimal.ONE, Unit.FRACTION)) : cell;
        Term changed = shifted ? scaledCell.plus(shift(column, unit)) : scaledCell;
        Address about = scaled || shifted ? address.child("change").child(column.name()) : address(row, column);
        column.domain()
                .require(
                        context.builder(),
                        changed,
                        "(" + address(row, column) + ") must be "
                                + column.domain().inWords(column.type() == Column.Type.RATE) + ".",
                        about.toString());
        return changed;
    }

    /** The address of a cell: {@code <address>.<row from 1>.<column>}. */
    public Address address(int row, Column column) {
        return address.child(Integer.toString(row + 1)).child(column.name());
    }

    private Term cell(int row, Column column, Unit unit) {
        BigDecimal decimal = new BigDecimal(number(row, column)).round(DIGITS);
        Address cell = address(row, column);
        Term term = context.builder().input(cell.toString(), decimal, unit);
        context.register()
                .add(new FactRegister.Fact(
                        cell,
                        decimal.stripTrailingZeros().toPlainString(),
                        origin(row),
                        Provenance.UNSTATED,
                        false,
                        Optional.of(term)));
        return term;
    }

    /**
     * The sorted table of some rows, made once for all calculations over the same data file. Rows with negative quantities
     * are credit notes and have a table of their own, in which quantities stand without their sign.
     *
     * @param key says in words which rows these are
     */
    public RecordTable table(String key, int[] selection, Column price, Unit priceUnit, Column quantity, Unit unit) {
        // totals of several columns are taken over the same selection
        String what = name + " " + key + (price.equals(quantity) ? ", " + price.name() : "");
        return rows.table(what, selection, price, priceUnit, quantity, unit);
    }

    /** The scale and shift of the price column and the scale of the quantity column, as inputs 1, 0 and 1. */
    public RecordColumns columns(Column price, Unit priceUnit, Column quantity) {
        refuseShift(quantity);
        Term scale = change(price, "scale", BigDecimal.ONE, Unit.FRACTION);
        Term shift =
                change(price, "shift", BigDecimal.ZERO, shiftUnits.computeIfAbsent(price.name(), absent -> priceUnit));
        Term quantityScale = change(quantity, "scale", BigDecimal.ONE, Unit.FRACTION);
        Term zero = context.builder().literal(0, Unit.FRACTION);
        context.builder().require(zero.less(scale), "(" + scale.address() + ") must be more than 0.", scale.address());
        context.builder()
                .require(
                        zero.atMost(quantityScale),
                        "(" + quantityScale.address() + ") must be at least 0.",
                        quantityScale.address());
        return new RecordColumns(scale, shift, quantityScale);
    }

    /**
     * The total of a column over some rows: of few records their cells, each an input; of many one node times the column's
     * scale, so that a large ledger does not become a large graph. All totals of the same records are of the same kind, so
     * that a column is scaled as a whole.
     *
     * @param key says in words which rows these are
     */
    public Term total(String key, int[] selection, Column column, Unit unit) {
        if (selection.length == 0) {
            return context.builder().literal(0, unit);
        }
        // a node over many records knows a scale of its quantity, but no shift
        if (rows() <= FEW || changes.containsKey(column.name() + ".shift")) {
            return context.builder()
                    .sum(
                            Arrays.stream(selection)
                                    .mapToObj(row -> term(row, column, unit))
                                    .toList(),
                            unit);
        }
        int[] added =
                Arrays.stream(selection).filter(row -> number(row, column) >= 0).toArray();
        int[] subtracted =
                Arrays.stream(selection).filter(row -> number(row, column) < 0).toArray();
        Term sum = many(key, added, column, unit);
        return subtracted.length == 0 ? sum : sum.minus(many(key + ", credit notes", subtracted, column, unit));
    }

    private Term many(String key, int[] selection, Column column, Unit unit) {
        RecordTable table = table(key, selection, column, unit, column, unit);
        return context.builder().recordQuantity(table, columns(column, unit, column));
    }

    /** A shift of every quantity or amount would grow with the number of rows. */
    private void refuseShift(Column column) {
        if (changes.containsKey(column.name() + ".shift")) {
            context.problems()
                    .add(
                            Problem.Code.AV212,
                            rows() == 0 ? Origin.PROGRAM : origin(0),
                            "(" + address.child("change").child(column.name())
                                    + ") has a shift; this column is added up.",
                            "Write {scale: 1.05}.");
            throw new UnusableFactsException();
        }
    }

    private Term shift(Column column, Unit unit) {
        if (!shiftUnits.computeIfAbsent(column.name(), absent -> unit).equals(unit)) {
            context.problems()
                    .add(
                            Problem.Code.AV212,
                            rows() == 0 ? Origin.PROGRAM : origin(0),
                            "(" + address.child("change").child(column.name())
                                    + ") has a shift, but the column has more than one currency or unit.",
                            "Write {scale: 1.05}.");
            throw new UnusableFactsException();
        }
        return change(column, "shift", BigDecimal.ZERO, unit);
    }

    private Term change(Column column, String what, BigDecimal neutral, Unit unit) {
        Address changed = address.child("change").child(column.name()).child(what);
        BigDecimal written = changes.get(column.name() + "." + what);
        Term term = context.builder().input(changed.toString(), written == null ? neutral : written, unit);
        context.register()
                .add(new FactRegister.Fact(
                        changed,
                        term.decimal().toPlainString(),
                        new Origin("", 0, 0, "", Optional.empty()),
                        written == null ? Provenance.DEFAULT : Provenance.UNSTATED,
                        false,
                        Optional.of(term)));
        return term;
    }
}
