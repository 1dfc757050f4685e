package org.advalorem.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.RecordColumns;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/** The checked rows of a data file or of a list, as part of one calculation. */
public final class Records {
    private static final int FEW = 24;
    private static final String CHANGE = "change";
    private static final MathContext DIGITS = new MathContext(15);

    private final String name;
    private final Address address;
    private final FactsContext context;
    private final CheckedRows rows;
    private final Map<String, Unit> units;
    private final Map<String, BigDecimal> changes;
    private final Provenance provenance;
    /** The unit of each column's shift: a column has one shift, whatever the units of its cells. */
    private final Map<String, Unit> shiftUnits = new HashMap<>();

    Records(
            String name,
            Address address,
            FactsContext context,
            CheckedRows rows,
            Map<String, Unit> units,
            Map<String, BigDecimal> changes,
            Provenance provenance) {
        this.name = name;
        this.address = address;
        this.context = context;
        this.rows = rows;
        this.units = units;
        this.changes = changes;
        this.provenance = provenance;
    }

    /** The file's name, or the address of the list. */
    public String name() {
        return name;
    }

    /** The address of the records. */
    public Address address() {
        return address;
    }

    /** Where the rows come from and how well they are established. */
    public Provenance provenance() {
        return provenance;
    }

    /** The context with which the records were read. */
    public FactsContext context() {
        return context;
    }

    /** The number of rows. */
    public int rows() {
        return rows.count();
    }

    /**
     * Whether a cell of a column of numbers is blank; its number, day or month must not then be requested.
     *
     * @param row the row, from 0
     * @param column a column of numbers, days, months or years
     * @throws IllegalArgumentException if it is a column of text
     */
    public boolean isBlank(int row, Column column) {
        return rows.isBlank(row, column);
    }

    /**
     * The number in a cell.
     *
     * @param row the row, from 0
     * @param column a column of numbers
     * @throws IllegalArgumentException if it is a column of text
     */
    public double number(int row, Column column) {
        return rows.number(row, column);
    }

    /**
     * The number in a cell as digits, as messages write it.
     *
     * @param row the row, from 0
     * @param column a column of numbers
     * @throws IllegalArgumentException if it is a column of text
     */
    public String digits(int row, Column column) {
        return BigDecimal.valueOf(number(row, column)).stripTrailingZeros().toPlainString();
    }

    /**
     * The text in a cell.
     *
     * @param row the row, from 0
     * @param column a column of text
     * @throws IllegalArgumentException if it is not a column of text
     */
    public String word(int row, Column column) {
        return rows.word(row, column);
    }

    /**
     * The day in a cell.
     *
     * @param row the row, from 0
     * @param column a column of days
     * @throws IllegalArgumentException if it is a column of text
     */
    public LocalDate day(int row, Column column) {
        return rows.day(row, column);
    }

    /**
     * The year in a cell.
     *
     * @param row the row, from 0
     * @param column a column of years
     * @throws IllegalArgumentException if it is a column of text
     */
    public int year(int row, Column column) {
        return (int) rows.number(row, column);
    }

    /**
     * The month in a cell, counted from year 0: {@code year * 12 + month - 1}.
     *
     * @param row the row, from 0
     * @param column a column of months
     * @throws IllegalArgumentException if it is a column of text
     */
    public int month(int row, Column column) {
        return (int) rows.number(row, column);
    }

    /** The unit that the scenario gives a column, if any. */
    public Optional<Unit> unit(Column column) {
        return Optional.ofNullable(units.get(column.name()));
    }

    /** Whether any cells of a column have units of their own. */
    public boolean hasUnits(Column column) {
        return rows.hasUnits(column);
    }

    /**
     * The unit of a cell: its own, else the one that the scenario gives the column, if any.
     *
     * @param row the row, from 0
     * @param column the column of the cell
     */
    public Optional<Unit> unit(int row, Column column) {
        return rows.unit(row, column).or(() -> unit(column));
    }

    /** The origin of a row, from 0. */
    public Origin origin(int row) {
        return rows.origin(row);
    }

    /**
     * A cell as an input of the calculation, at {@code <address>.<row from 1>.<column>}; with the column's scale and
     * shift if the scenario changes the column.
     *
     * @param row the row, from 0
     * @param column a column of numbers
     * @param unit the unit of the cell
     * @throws UnusableFactsException if the column has a shift and more than one unit; the problem has been noted
     */
    public Term term(int row, Column column, Unit unit) {
        return term(row, column, unit, provenance);
    }

    /**
     * A cell of a published table as an input of the calculation, as in {@link #term(int, Column, Unit)}.
     *
     * @param source where its row was published
     */
    public Term published(int row, Column column, Unit unit, String source) {
        return term(
                row,
                column,
                unit,
                new Provenance(Provenance.Status.PUBLISHED, Source.of(source), Provenance.Publication.PUBLIC));
    }

    private Term term(int row, Column column, Unit unit, Provenance provenance) {
        Term cell = cell(row, column, unit, provenance);
        boolean scaled = changes.containsKey(column.name() + ".scale");
        boolean shifted = changes.containsKey(column.name() + ".shift");
        Term scaledCell = scaled ? cell.times(change(column, "scale", BigDecimal.ONE, Unit.FRACTION)) : cell;
        Term changed = shifted ? scaledCell.plus(shift(column, unit)) : scaledCell;
        Address about = scaled || shifted ? address.child(CHANGE).child(column.name()) : address(row, column);
        column.domain()
                .require(
                        context.builder(),
                        changed,
                        "(" + address(row, column) + ") must be "
                                + column.domain().inWords(column.type() == Column.Type.RATE) + ".",
                        about.toString());
        return changed;
    }

    /**
     * The address of a cell: {@code <address>.<row from 1>.<column>}.
     *
     * @param row the row, from 0
     * @param column the column of the cell
     */
    public Address address(int row, Column column) {
        return address.child(Integer.toString(row + 1)).child(column.name());
    }

    private Term cell(int row, Column column, Unit unit, Provenance provenance) {
        BigDecimal decimal = new BigDecimal(number(row, column)).round(DIGITS);
        Address cell = address(row, column);
        Term term = context.builder().input(cell.toString(), decimal, unit);
        context.register()
                .add(new FactRegister.Fact(
                        cell,
                        decimal.stripTrailingZeros().toPlainString(),
                        origin(row),
                        provenance,
                        false,
                        Optional.of(term)));
        return term;
    }

    /**
     * The sorted table of some rows, made once for all calculations over the same data file. Rows with negative
     * quantities are credit notes and have a table of their own, in which quantities appear without their sign.
     *
     * @param key says in words which rows these are
     * @param selection the rows, from 0, all of one sign
     * @param price the column of prices
     * @param priceUnit the unit of prices
     * @param quantity the column of quantities
     * @param unit the unit of quantities
     */
    public RecordTable table(String key, int[] selection, Column price, Unit priceUnit, Column quantity, Unit unit) {
        // totals of several columns are taken over the same selection
        String what = name + " " + key + (price.equals(quantity) ? ", " + price.name() : "");
        return rows.table(what, selection, price, priceUnit, quantity, unit);
    }

    /**
     * The rows of a table made by {@link #table}, from 0, in the order of its {@link RecordTable#sourceRow}; empty if it
     * was not made of these records.
     */
    public Optional<int[]> rowsOf(RecordTable table) {
        return rows.selection(table);
    }

    /**
     * The scale and shift of the price column and the scale of the quantity column, as inputs that default to 1, 0 and
     * 1.
     *
     * @param price the column of prices
     * @param priceUnit the unit of prices
     * @param quantity the column of quantities
     * @throws UnusableFactsException if the scenario shifts the quantity column; the problem has been noted
     */
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
     * The total of a column over some rows: for few records the sum of their cells, each an input; for many records one
     * node times the column's scale, so that a large ledger does not become a large graph. All totals of the same
     * records are of the same kind, so that a column is scaled as a whole.
     *
     * @param key says in words which rows these are
     * @param selection the rows, from 0
     * @param column a column of numbers
     * @param unit the unit of the column
     * @throws UnusableFactsException if the column has a shift and more than one unit; the problem has been noted
     */
    public Term total(String key, int[] selection, Column column, Unit unit) {
        if (selection.length == 0) {
            return context.builder().literal(0, unit);
        }
        // a node over many records supports a scale of its quantity, but no shift
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

    /**
     * The total of a column over some rows, each times a number of its own; as in {@link #total}, one node for many
     * records.
     *
     * @param key says in words which rows and numbers these are
     * @param selection the rows, from 0
     * @param column a column of numbers that are not negative
     * @param unit the unit of the column
     * @param weights the number of each row of the selection, not negative
     * @throws UnusableFactsException if the scenario shifts the column; the problem has been noted
     */
    public Term weightedTotal(String key, int[] selection, Column column, Unit unit, double[] weights) {
        if (selection.length == 0) {
            return context.builder().literal(0, unit);
        }
        if (rows() <= FEW) {
            List<Term> products = new ArrayList<>();
            for (int i = 0; i < selection.length; i++) {
                BigDecimal weight = new BigDecimal(weights[i]).round(MathContext.DECIMAL64);
                products.add(
                        term(selection[i], column, unit).times(context.builder().literal(weight, Unit.FRACTION)));
            }
            return context.builder().sum(products, unit);
        }
        refuseShift(column);
        double[] weighted = new double[selection.length];
        Arrays.setAll(weighted, i -> number(selection[i], column) * weights[i]);
        RecordTable table =
                RecordTable.of(name + " " + key, column.name(), unit, unit, new double[selection.length], weighted);
        return context.builder().recordQuantity(table, columns(column, unit, column));
    }

    private Term many(String key, int[] selection, Column column, Unit unit) {
        RecordTable table = table(key, selection, column, unit, column, unit);
        return context.builder().recordQuantity(table, columns(column, unit, column));
    }

    /**
     * Refuses a shift of a column that is added up: applied to every quantity or amount, it would grow with the number
     * of rows.
     */
    private void refuseShift(Column column) {
        if (changes.containsKey(column.name() + ".shift")) {
            context.problems()
                    .add(
                            Problem.Code.AV212,
                            rows() == 0 ? Origin.PROGRAM : origin(0),
                            "(" + address.child(CHANGE).child(column.name())
                                    + ") has a shift, but this column is summed.",
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
                            "(" + address.child(CHANGE).child(column.name())
                                    + ") has a shift, but the column has more than one currency or unit.",
                            "Write {scale: 1.05}.");
            throw new UnusableFactsException();
        }
        return change(column, "shift", BigDecimal.ZERO, unit);
    }

    /**
     * The address of the records that a node sums or counts, whose columns may be scaled; empty for any other node.
     *
     * @param term a node of a calculation
     */
    public static Optional<String> addressOf(Term term) {
        if (!term.operation().isOverRecords()) {
            return Optional.empty();
        }
        Term change = term.operands().get(term.operands().size() - 1);
        int end = change.operation() == Operation.INPUT ? change.address().lastIndexOf("." + CHANGE + ".") : -1;
        return end < 0 ? Optional.empty() : Optional.of(change.address().substring(0, end));
    }

    private Term change(Column column, String what, BigDecimal neutral, Unit unit) {
        Address changed = address.child(CHANGE).child(column.name()).child(what);
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
