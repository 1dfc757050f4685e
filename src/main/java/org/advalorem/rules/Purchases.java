package org.advalorem.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.advalorem.calculation.RecordColumns;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.Months;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;

/**
 * Records of what was bought, month by month and kind by kind, compared with a price that would have been paid otherwise.
 *
 * <p>One node of the calculation for each month and kind, however many records there are.
 */
final class Purchases {
    private static final int MONTHS = 12;

    private final Records records;
    private final Columns columns;
    private final Facts use;
    private final Setting setting;
    private final Unit priceUnit;
    private final Unit quantityUnit;
    private final Unit currency;

    /** The columns of month, quantity and price. */
    record Columns(Column month, Column quantity, Column price) {}

    /** The rows of one month and one kind, in the order written. */
    static final class Group {
        private final int month;
        private final String kind;
        private final int[] rows;

        private Group(int month, String kind, int[] rows) {
            this.month = month;
            this.kind = kind;
            this.rows = rows;
        }

        /** As {@link Months}. */
        int month() {
            return month;
        }

        /** A grade, a tariff category; empty when there is but one. */
        String kind() {
            return kind;
        }

        /** How many rows. */
        int size() {
            return rows.length;
        }

        /** The rows among these that pass. */
        Group only(IntPredicate filter) {
            return new Group(month, kind, Arrays.stream(rows).filter(filter).toArray());
        }

        /** In words: {@code 2016-01 A}. */
        @Override
        public String toString() {
            return kind.isEmpty() ? Months.text(month) : Months.text(month) + " " + kind;
        }
    }

    /**
     * The purchases of one use. A price is in the company's currency and per the quantity's unit, unless the scenario gives
     * the column its own.
     *
     * @param quantityField states the unit of quantities
     */
    Purchases(Records records, Columns columns, Field<Unit> quantityField, Facts use, Setting setting) {
        this.records = records;
        this.columns = columns;
        this.use = use;
        this.setting = setting;
        this.quantityUnit = quantityUnit(quantityField);
        this.priceUnit = records.unit(columns.price()).orElse(setting.currency().per(quantityUnit));
        this.currency = Currencies.of(priceUnit)
                .filter(money -> Currencies.per(priceUnit).equals(Optional.of(quantityUnit)))
                .orElseThrow(() -> use.problem(
                        Problem.Code.AV206,
                        "Prices of (" + records.name() + ") are in " + priceUnit + " and quantities in " + quantityUnit
                                + ".",
                        "Write units: {price: " + setting.currency().per(quantityUnit) + "}, or " + quantityField.name()
                                + ": and the unit that prices are per."));
    }

    private Unit quantityUnit(Field<Unit> field) {
        Unit stated = use.get(field);
        Unit ofColumn = records.unit(columns.quantity()).orElse(stated);
        if (use.has(field) && !ofColumn.equals(stated)) {
            throw use.problem(
                    Problem.Code.AV206,
                    field,
                    "(" + field.name() + ") is " + stated + ", but (" + records.name() + ") has quantities in "
                            + ofColumn + ".",
                    "State the unit once.");
        }
        return ofColumn;
    }

    /**
     * The rows of the period by month and kind, months first; kinds in the order in which they first appear.
     *
     * @param kindOfRow of a row: its grade, its tariff category
     */
    List<Group> groups(IntFunction<String> kindOfRow) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        int[] month = new int[records.rows()];
        int[] kind = new int[month.length];
        for (int row = 0; row < month.length; row++) {
            month[row] = monthOfPeriod(row);
            if (month[row] >= 0) {
                String name = kindOfRow.apply(row);
                Integer known = kinds.putIfAbsent(name, kinds.size());
                kind[row] = known == null ? kinds.size() - 1 : known;
            }
        }
        int[][] rows = new int[MONTHS * kinds.size()][];
        int[] sizes = new int[rows.length];
        for (int row = 0; row < month.length; row++) {
            if (month[row] >= 0) {
                sizes[month[row] * kinds.size() + kind[row]]++;
            }
        }
        Arrays.setAll(rows, slot -> new int[sizes[slot]]);
        for (int row = month.length - 1; row >= 0; row--) {
            if (month[row] >= 0) {
                int slot = month[row] * kinds.size() + kind[row];
                rows[slot][--sizes[slot]] = row;
            }
        }
        List<String> names = List.copyOf(kinds.keySet());
        List<Group> groups = new ArrayList<>();
        for (int slot = 0; slot < rows.length; slot++) {
            if (rows[slot].length > 0) {
                int of = setting.period().firstMonth(setting.year()) + slot / names.size();
                groups.add(new Group(of, names.get(slot % names.size()), rows[slot]));
            }
        }
        return groups;
    }

    /** From 0; negative outside the period. */
    private int monthOfPeriod(int row) {
        int month = records.month(row, columns.month());
        return setting.period().yearOfMonth(month) == setting.year()
                ? month - setting.period().firstMonth(setting.year())
                : -1;
    }

    /** Says in the outline how many rows lie outside the period, if any do. */
    void noteOutsidePeriod() {
        List<Integer> years = setting.period().years();
        int[] outside = IntStream.range(0, records.rows())
                .filter(row -> !years.contains(setting.period().yearOfMonth(records.month(row, columns.month()))))
                .toArray();
        if (outside.length > 0) {
            setting.outline()
                    .note(outside.length + " of " + records.rows() + " rows of (" + records.name() + ") lie outside "
                            + setting.period() + " and are left out.");
            setting.leaveOut(
                    use,
                    LeftOut.What.PURCHASES,
                    outside.length,
                    Optional.of(value(outside)),
                    "paid or due outside " + setting.period());
        }
    }

    /** What was paid for some rows, in the currency of prices. */
    private Term value(int[] rows) {
        Group group = new Group(0, "outside the period", rows);
        Term zero = setting.builder().literal(0, priceUnit);
        return setting.builder()
                .literal(0, currency)
                .minus(setting.builder().nettedRecordSum(zero, table(group), columns(Optional.empty())));
    }

    /** The currency of prices. */
    Unit currency() {
        return currency;
    }

    /**
     * Returns when a price to compare with is per the same measure; currencies are converted, measures are not.
     *
     * @param what it is, for the message
     * @throws UnusableFactsException when it is not, after noting it
     */
    void checkMeasure(Unit price, String what) {
        if (!Currencies.per(price).equals(Optional.of(quantityUnit))) {
            throw use.problem(
                    Problem.Code.AV206,
                    "In (" + use.address() + "), " + what + " is in " + price + " and prices paid are in " + priceUnit
                            + ".",
                    "State them per the same measure: mind quantity-unit.");
        }
    }

    /**
     * What the purchases of a group would have cost at the benchmark less what they did cost, in the company's currency.
     *
     * @param ownCost what the buyer paid elsewhere to have the good on the benchmark's basis, added to every price
     * @param ofEach whether a purchase above the benchmark counts as nothing
     */
    Term saving(Group group, Term benchmark, Optional<Term> ownCost, boolean ofEach) {
        RecordColumns changed = columns(ownCost);
        Term saving = ofEach
                ? setting.builder().zeroedRecordSum(benchmark, table(group), changed)
                : setting.builder().nettedRecordSum(benchmark, table(group), changed);
        return setting.inReportingCurrency(saving, group.month(), use);
    }

    /** The quantity of a group. */
    Term quantity(Group group) {
        return setting.builder().recordQuantity(table(group), columns(Optional.empty()));
    }

    /** How many purchases of a group lie below the benchmark. */
    Term below(Group group, Term benchmark, Optional<Term> ownCost) {
        return setting.builder().recordsBelow(benchmark, table(group), columns(ownCost));
    }

    /** Whether any purchase of a group is not below the benchmark. */
    Term anyAbove(Group group, Term benchmark, Optional<Term> ownCost) {
        Term all = setting.builder().literal(group.size(), Unit.COUNT);
        return below(group, benchmark, ownCost).less(all);
    }

    private RecordColumns columns(Optional<Term> ownCost) {
        RecordColumns changed = records.columns(columns.price(), priceUnit, columns.quantity());
        return ownCost.map(cost -> new RecordColumns(
                        changed.priceScale(), changed.priceShift().plus(cost), changed.quantityScale()))
                .orElse(changed);
    }

    private RecordTable table(Group group) {
        return records.table(
                group.toString(), group.rows, columns.price(), priceUnit, columns.quantity(), quantityUnit);
    }
}
