package org.advalorem.rules.types;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.RecordColumns;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Summation;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Transactions;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.Months;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.RowGroups;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.LeftOut;
import org.advalorem.rules.base.Period;

/**
 * Purchase records, by month and kind, compared with the price that would otherwise have been paid: what the firm bought
 * for less than its benchmark, or what the government bought from it for more.
 *
 * <p>The calculation has one node for each month and kind, however many records there are.
 */
final class Purchases {
    private static final MathContext DIGITS = new MathContext(15);

    private final Records records;
    private final Buyer buyer;
    private final Columns columns;
    private final Facts use;
    private final BenefitContext context;
    private final Conversion conversion;
    private final Unit priceUnit;
    private final Unit quantityUnit;
    private final Unit currency;
    private final Units ofAll;
    private final boolean sameUnits;
    private final boolean hasCredits;
    private final IdentityHashMap<Group, RecordTable> tables = new IdentityHashMap<>();

    /**
     * The columns for month, quantity and price; those for currency and supplier, if any; and any others that describe
     * a row.
     */
    record Columns(
            Column month,
            Column quantity,
            Column price,
            Optional<Column> currency,
            Optional<Column> supplier,
            List<Column> description) {}

    /** Who buys, which decides the side of the benchmark on which the firm benefits. */
    enum Buyer {
        /** The firm, which benefits from prices below the benchmark. */
        FIRM,
        /** A government that buys from the firm, which benefits from prices above the benchmark. */
        GOVERNMENT
    }

    /** The units of a row. */
    private record Units(Unit price, Unit quantity) {}

    /** The rows of one month and kind that have the same units, in the order written. */
    static final class Group {
        private final int month;
        private final String kind;
        private final Units units;
        private final int[] rows;

        private Group(int month, String kind, Units units, int[] rows) {
            this.month = month;
            this.kind = kind;
            this.units = units;
            this.rows = rows;
        }

        /** The month, as numbered by {@link Months}. */
        int month() {
            return month;
        }

        /** The grade or tariff category; empty if there is only one. */
        String kind() {
            return kind;
        }

        /** The number of rows. */
        int size() {
            return rows.length;
        }

        /** The rows of this group that pass the filter. */
        Group only(IntPredicate filter) {
            return new Group(
                    month, kind, units, Arrays.stream(rows).filter(filter).toArray());
        }

        /** The group in words, such as {@code January 2016, PVC}. */
        @Override
        public String toString() {
            return kind.isEmpty() ? Months.words(month) : Months.words(month) + ", " + kind;
        }
    }

    /**
     * The purchases of one use. Prices are in the company's currency per unit of quantity, unless the scenario gives
     * the column, or the row, a unit of its own.
     *
     * @param quantityField the field that states the unit of quantity
     * @param conversion the conversion into other units of the good purchased
     */
    Purchases(
            Records records,
            Buyer buyer,
            Columns columns,
            Field<Unit> quantityField,
            Conversion conversion,
            Facts use,
            BenefitContext context) {
        this.records = records;
        this.buyer = buyer;
        this.columns = columns;
        this.conversion = conversion;
        this.use = use;
        this.context = context;
        this.quantityUnit = quantityUnit(quantityField);
        this.priceUnit = records.unit(columns.price())
                .map(unit -> unit.isMoney() ? unit.per(quantityUnit) : unit)
                .orElse(context.currency().per(quantityUnit));
        this.currency = priceUnit
                .currency()
                .filter(money -> isPrice(priceUnit, quantityUnit))
                .orElseThrow(() -> use.problem(
                        Problem.Code.AV206,
                        "Prices of (" + records.name() + ") are in " + priceUnit + " and quantities in " + quantityUnit
                                + ".",
                        "Write units: {price: " + context.currency().per(quantityUnit) + "}, or " + quantityField.name()
                                + ": with the unit per which prices are stated."));
        this.ofAll = new Units(priceUnit, quantityUnit);
        this.sameUnits = !records.hasUnits(columns.price())
                && !records.hasUnits(columns.quantity())
                && IntStream.range(0, records.rows())
                        .allMatch(row -> columns.currency()
                                .map(column -> records.word(row, column).isEmpty())
                                .orElse(true));
        this.hasCredits =
                IntStream.range(0, records.rows()).anyMatch(row -> records.number(row, columns.quantity()) < 0);
        checkUnits();
    }

    /** Whether a price per that measure can be multiplied by that quantity. */
    private boolean isPrice(Unit price, Unit quantity) {
        return price.priced().map(per -> conversion.converts(quantity, per)).orElse(false);
    }

    private void checkUnits() {
        Set<Units> told = new HashSet<>();
        for (int row = 0; row < records.rows() && !sameUnits; row++) {
            Units units = units(row);
            boolean fits =
                    isPrice(units.price(), units.quantity()) && conversion.converts(units.quantity(), quantityUnit);
            if (!fits && told.add(units)) {
                records.context()
                        .problems()
                        .add(
                                Problem.Code.AV206,
                                records.origin(row),
                                "The price is in " + units.price() + " and the quantity in " + units.quantity()
                                        + "; expected money per unit of the same measure as " + quantityUnit + ".",
                                "Write a price such as 62 " + priceUnit
                                        + ", or state a factor: factors: {piece: 12.5 kg}.");
            }
        }
        if (!told.isEmpty()) {
            throw new UnusableFactsException();
        }
    }

    private Units units(int row) {
        if (sameUnits) {
            return ofAll;
        }
        Unit per = priceUnit.priced().orElse(quantityUnit);
        Optional<Unit> ofRow = columns.currency()
                .map(column -> records.word(row, column))
                .filter(code -> !code.isEmpty())
                .map(code -> Unit.of(code).per(per));
        Unit price = records.hasUnits(columns.price())
                ? records.unit(row, columns.price()).or(() -> ofRow).orElse(priceUnit)
                : ofRow.orElse(priceUnit);
        return new Units(price, records.unit(row, columns.quantity()).orElse(quantityUnit));
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

    private record Kind(String name, Units units) {}

    /**
     * The rows of the year by month and kind, months first; kinds in order of first appearance.
     *
     * @param kindOfRow the kind of a row, such as its grade or tariff category
     */
    List<Group> groups(IntFunction<String> kindOfRow) {
        return groups(kindOfRow, context.period().firstMonth(context.year()), Period.MONTHS);
    }

    /** All rows by month and kind, those of other years included, in the same order. */
    List<Group> groupsOfAllYears(IntFunction<String> kindOfRow) {
        IntSummaryStatistics months = IntStream.range(0, records.rows())
                .map(row -> records.month(row, columns.month()))
                .summaryStatistics();
        return months.getCount() == 0
                ? List.of()
                : groups(kindOfRow, months.getMin(), months.getMax() - months.getMin() + 1);
    }

    private List<Group> groups(IntFunction<String> kindOfRow, int firstMonth, int months) {
        Map<Object, Integer> kinds = new LinkedHashMap<>();
        List<Kind> names = new ArrayList<>();
        int[] month = new int[records.rows()];
        int[] kind = new int[month.length];
        for (int row = 0; row < month.length; row++) {
            month[row] = records.month(row, columns.month()) - firstMonth;
            if (isAmong(months, month[row])) {
                String name = kindOfRow.apply(row);
                // Rows nearly always share the same units, and looking up a string is faster than looking up a record.
                Integer known = kinds.putIfAbsent(sameUnits ? name : new Kind(name, units(row)), kinds.size());
                if (known == null) {
                    names.add(new Kind(name, units(row)));
                }
                kind[row] = known == null ? kinds.size() - 1 : known;
            }
        }
        int[] slots = new int[month.length];
        Arrays.setAll(slots, row -> isAmong(months, month[row]) ? month[row] * kinds.size() + kind[row] : -1);
        int[][] rows = RowGroups.of(slots, months * kinds.size());
        List<Group> groups = new ArrayList<>();
        for (int slot = 0; slot < rows.length; slot++) {
            if (rows[slot].length > 0) {
                Kind of = names.get(slot % names.size());
                groups.add(new Group(firstMonth + slot / names.size(), of.name(), of.units(), rows[slot]));
            }
        }
        return groups;
    }

    private static boolean isAmong(int months, int month) {
        return month >= 0 && month < months;
    }

    /**
     * Notes the rows that no benefit counts: those outside the years in which the use counts, and those of suppliers
     * that are not authorities.
     *
     * @param fromNoAuthority whether the supplier of a row is not an authority
     */
    void noteLeftOut(IntPredicate fromNoAuthority) {
        int[] outside =
                IntStream.range(0, records.rows()).filter(row -> !counts(row)).toArray();
        if (outside.length > 0) {
            context.outline()
                    .note(outside.length + " of " + records.rows() + " rows of (" + records.name() + ") are outside "
                            + context.countedYears() + " and are left out.");
            leaveOut(
                    outside,
                    LeftOut.Reason.OUTSIDE_THE_PERIOD,
                    (buyer == Buyer.FIRM ? "paid or due outside " : "paid for outside ") + context.countedYears());
        }
        int[] others = IntStream.range(0, records.rows())
                .filter(row -> fromNoAuthority.test(row) && counts(row))
                .toArray();
        if (others.length > 0) {
            leaveOut(others, LeftOut.Reason.NO_AUTHORITY, "bought from private suppliers");
        }
    }

    private boolean counts(int row) {
        return context.counts(context.period().yearOfMonth(records.month(row, columns.month())));
    }

    private void leaveOut(int[] rows, LeftOut.Reason reason, String why) {
        LeftOut.What what = buyer == Buyer.FIRM ? LeftOut.What.PURCHASES : LeftOut.What.SALES;
        context.leaveOut(use, what, reason, rows.length, sum(rows), why);
    }

    /**
     * What was paid for the given rows, in the currency of prices, less credit notes; where prices are in several
     * units, their quantity. Added up without a table, which would have to be sorted.
     */
    private Optional<Term> sum(int[] rows) {
        RecordColumns stated = records.columns(columns.price(), priceUnit, columns.quantity());
        IntToDoubleFunction quantity = row -> records.number(row, columns.quantity());
        IntToDoubleFunction paid =
                row -> records.number(row, columns.quantity()) * records.number(row, columns.price());
        if (!sameUnits) {
            return quantity(rows, quantity).map(sum -> sum.times(stated.quantityScale()));
        }
        return total(rows, paid, priceUnit.times(quantityUnit))
                .flatMap(money -> total(rows, quantity, quantityUnit)
                        .map(bought -> money.times(stated.priceScale()).plus(bought.times(stated.priceShift())))
                        .map(changed -> converted(changed.times(stated.quantityScale()), currency)));
    }

    private Optional<Term> quantity(int[] rows, IntToDoubleFunction quantity) {
        Map<Unit, List<Integer>> byUnit = new LinkedHashMap<>();
        for (int row : rows) {
            byUnit.computeIfAbsent(units(row).quantity(), absent -> new ArrayList<>())
                    .add(row);
        }
        List<Term> parts = new ArrayList<>();
        byUnit.forEach(
                (unit, of) -> total(of.stream().mapToInt(Integer::intValue).toArray(), quantity, unit)
                        .ifPresent(part -> parts.add(converted(part, quantityUnit))));
        return parts.size() == byUnit.size() ? Optional.of(context.builder().sum(parts)) : Optional.empty();
    }

    /** The sum of a number of each row; empty if it is too large for a number. */
    private Optional<Term> total(int[] rows, IntToDoubleFunction of, Unit unit) {
        double sum = Summation.sum(Arrays.stream(rows).mapToDouble(of).toArray(), rows.length);
        return Double.isFinite(sum)
                ? Optional.of(context.builder().literal(new BigDecimal(sum).round(DIGITS), unit))
                : Optional.empty();
    }

    /** The currency of prices. */
    Unit currency() {
        return currency;
    }

    /**
     * Checks that a benchmark is per a measure that converts into the unit of quantity.
     *
     * @param what what the price is, for the message
     * @throws UnusableFactsException if it does not convert, after noting the problem
     */
    void checkMeasure(Unit price, String what) {
        if (!isPrice(price, quantityUnit)) {
            throw use.problem(
                    Problem.Code.AV206,
                    "In (" + use.address() + "), " + what + " is in " + price + " and prices paid are in " + priceUnit
                            + ".",
                    "State both per the same measure; check quantity-unit. Or state a factor: factors:"
                            + " {piece: 12.5 kg}.");
        }
    }

    /**
     * The cost of a group's purchases at the benchmark less their actual cost, or the reverse where the government buys,
     * in the company's currency, less the same for its credit notes, each of which reverses a purchase at its price.
     *
     * @param benchmark in the currency of prices
     * @param added what brings every price to the basis of the benchmark, such as freight the buyer paid to others;
     *     below zero where it is deducted
     * @param ofEach whether a purchase on the other side of the benchmark counts as zero
     */
    Term saving(Group group, Term benchmark, Optional<Term> added, boolean ofEach) {
        Group credits = credits(group);
        Term saving = saved(bought(group), benchmark, added, ofEach);
        return credits.size() == 0 ? saving : saving.minus(saved(credits, benchmark, added, ofEach));
    }

    /** The sum over the records of the benchmark less the price, times the quantity, above zero or as it is. */
    private Term below(Group group, Term benchmark, Optional<Term> added, boolean ofEach) {
        RecordColumns changed = columns(group, added);
        Term price = asPaid(benchmark, group);
        return ofEach
                ? context.builder().zeroedRecordSum(price, table(group), changed)
                : context.builder().nettedRecordSum(price, table(group), changed);
    }

    private Term compared(Group group, Term benchmark, Optional<Term> added, boolean ofEach) {
        if (buyer == Buyer.FIRM) {
            return below(group, benchmark, added, ofEach);
        }
        // the part of the price above the benchmark is what lies below it less the whole difference
        Term below = ofEach
                ? below(group, benchmark, added, true)
                : context.builder().literal(0, group.units.price().times(group.units.quantity()));
        return below.minus(below(group, benchmark, added, false));
    }

    private Term saved(Group group, Term benchmark, Optional<Term> added, boolean ofEach) {
        return inReportingCurrency(compared(group, benchmark, added, ofEach), group);
    }

    private Term inReportingCurrency(Term sum, Group group) {
        Unit money = group.units.price().currency().orElse(currency);
        return context.inReportingCurrency(converted(sum, money), group.month(), use);
    }

    /** What was paid for a group, net of credit notes, in the company's currency. */
    Term paid(Group group) {
        Group credits = credits(group);
        Term paid = paidFor(bought(group));
        return credits.size() == 0 ? paid : paid.minus(paidFor(credits));
    }

    private Term paidFor(Group group) {
        Term nothing =
                context.builder().literal(0, currency.per(priceUnit.priced().orElse(quantityUnit)));
        Term below = below(group, nothing, Optional.empty(), false);
        return inReportingCurrency(context.builder().literal(0, below.unit()).minus(below), group);
    }

    /** The quantity of a group, net of credit notes. */
    Term quantity(Group group) {
        Group credits = credits(group);
        Term quantity = quantityOf(bought(group));
        return credits.size() == 0 ? quantity : quantity.minus(quantityOf(credits));
    }

    private Term quantityOf(Group group) {
        Term quantity = context.builder().recordQuantity(table(group), columns(group, Optional.empty()));
        return converted(quantity, quantityUnit);
    }

    /**
     * The number of a group's purchases that may confer a benefit, credit notes excluded: below the benchmark where the
     * firm buys, at or above it where the government does.
     */
    Term counted(Group group, Term benchmark, Optional<Term> added) {
        Term below = below(group, benchmark, added);
        return buyer == Buyer.FIRM ? below : all(group).minus(below);
    }

    private Term below(Group group, Term benchmark, Optional<Term> added) {
        Group bought = bought(group);
        return context.builder().recordsBelow(asPaid(benchmark, group), table(bought), columns(bought, added));
    }

    private Term all(Group group) {
        return context.builder().literal(bought(group).size(), Unit.COUNT);
    }

    /** Whether any purchase of a group gives nothing that could be zeroed. */
    Term anyZeroed(Group group, Term benchmark, Optional<Term> added) {
        Term below = below(group, benchmark, added);
        return buyer == Buyer.FIRM
                ? below.less(all(group))
                : context.builder().literal(0, Unit.COUNT).less(below);
    }

    private Group bought(Group group) {
        return !hasCredits ? group : group.only(row -> records.number(row, columns.quantity()) >= 0);
    }

    /** The rows with negative quantities, which reverse purchases. */
    Group credits(Group group) {
        return group.only(row -> hasCredits && records.number(row, columns.quantity()) < 0);
    }

    /** Keeps every transaction of the given groups, to be listed on request. */
    void keepTransactions(String title, List<Compared> compared) {
        List<Transactions.Group> groups = new ArrayList<>();
        for (Compared one : compared) {
            add(bought(one.group()), one, false, groups);
            add(credits(one.group()), one, true, groups);
        }
        context.outline()
                .transactions(new Transactions(
                        title,
                        use.address().toString(),
                        records.address().toString(),
                        groups,
                        new RowWords(records, columns)));
    }

    /** The words that describe a transaction, read from its record. */
    private record RowWords(Records records, Columns columns) implements Transactions.Words {
        @Override
        public String date(int row) {
            return Months.text(records.month(row, columns.month()));
        }

        @Override
        public String supplier(int row) {
            return columns.supplier().map(column -> records.word(row, column)).orElse("");
        }

        @Override
        public String description(int row) {
            return columns.description().stream()
                    .map(column -> records.word(row, column))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String origin(int row) {
            return records.origin(row).toString();
        }
    }

    private void add(Group group, Compared one, boolean reversed, List<Transactions.Group> groups) {
        if (group.size() > 0) {
            groups.add(new Transactions.Group(
                    group.toString(),
                    below(group, one.benchmark(), one.added(), one.ofEach()),
                    compared(group, one.benchmark(), one.added(), one.ofEach()),
                    group.rows,
                    reversed));
        }
    }

    /** Writes what the credit notes in the given groups reversed, if there are any. */
    void noteCredits(List<Compared> credits) {
        List<Compared> some = credits.stream()
                .filter(credit -> credits(credit.group()).size() > 0)
                .toList();
        if (some.isEmpty()) {
            return;
        }
        some.forEach(credit -> checkReversed(credit.group()));
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (Compared credit : some) {
            Group of = credits(credit.group());
            rows.add(List.of(
                    Outline.words(Months.text(of.month())),
                    Outline.words(of.kind()),
                    Outline.count(of.size()),
                    Outline.quantity(quantityOf(of)),
                    Outline.quantity(saved(of, credit.benchmark(), credit.added(), credit.ofEach()))));
        }
        context.outline()
                .sheet(
                        "Credit notes",
                        List.of(
                                SheetColumn.keyDate("month"),
                                SheetColumn.key("grade"),
                                SheetColumn.of("credit notes", Quality.COUNT),
                                SheetColumn.of("quantity", Quality.QUANTITY),
                                SheetColumn.of("benefit taken back", Quality.MONEY, "quantity")),
                        rows,
                        Assumption.CREDIT_NOTES.under("19 CFR 351.511(a)(2)"));
        Term total = context.builder()
                .sum(credits.stream().map(credit -> quantity(credit.group())).toList(), quantityUnit);
        context.builder()
                .require(
                        context.builder().literal(0, quantityUnit).atMost(total),
                        "The credit notes of (" + records.name() + ") in " + context.yearName()
                                + " exceed what was bought.",
                        records.address().toString());
    }

    /**
     * Checks that a credit note reverses purchases of its own month, kind and price, so that one without a match does
     * not go unnoticed.
     */
    private void checkReversed(Group group) {
        Map<Double, BigDecimal> left = new HashMap<>();
        for (int row : bought(group).rows) {
            left.merge(records.number(row, columns.price()), quantityOf(row), BigDecimal::add);
        }
        for (int row : credits(group).rows) {
            double price = records.number(row, columns.price());
            BigDecimal rest = left.merge(price, quantityOf(row), BigDecimal::add);
            if (rest.signum() < 0) {
                records.context()
                        .warnings()
                        .add(
                                records.address(row, columns.quantity()),
                                "The credit note in " + records.origin(row).fileLine()
                                        + " reverses more than was bought in " + group
                                        + " at its price of "
                                        + records.digits(row, columns.price())
                                        + "; it takes back what that quantity would have saved at that price.");
            }
        }
    }

    private BigDecimal quantityOf(int row) {
        return BigDecimal.valueOf(records.number(row, columns.quantity()));
    }

    /** A group and what it was compared with. */
    record Compared(Group group, Term benchmark, Optional<Term> added, boolean ofEach) {}

    /** A price in the currency of prices, restated in the units of the group. */
    private Term asPaid(Term price, Group group) {
        Unit money = group.units.price().currency().orElse(currency);
        return converted(context.exchangeRates().convert(price, money, group.month(), use), group.units.price());
    }

    private Term converted(Term amount, Unit into) {
        return conversion
                .convert(amount, into)
                .orElseThrow(() -> use.problem(
                        Problem.Code.AV206,
                        "In (" + use.address() + "), " + amount.unit() + " cannot be converted into " + into + ".",
                        "State a factor: factors: {piece: 12.5 kg}."));
    }

    private RecordColumns columns(Group group, Optional<Term> added) {
        RecordColumns stated = records.columns(columns.price(), priceUnit, columns.quantity());
        RecordColumns changed =
                new RecordColumns(stated.priceScale(), asPaid(stated.priceShift(), group), stated.quantityScale());
        requirePrices(group, changed, stated.priceShift().address());
        return added.map(cost -> {
                    RecordColumns brought = new RecordColumns(
                            changed.priceScale(),
                            changed.priceShift().plus(asPaid(cost, group)),
                            changed.quantityScale());
                    if (buyer == Buyer.GOVERNMENT) {
                        requirePrices(group, brought, use.address().toString());
                    }
                    return brought;
                })
                .orElse(changed);
    }

    /** Requires prices to stay within the column's domain after a shift: no price is below zero. */
    private void requirePrices(Group group, RecordColumns changed, String about) {
        Term zero = context.builder().literal(0, group.units.price());
        Term below = context.builder().recordsBelow(zero, table(group), changed);
        context.builder()
                .require(
                        below.atMost(context.builder().literal(0, below.unit())),
                        "The prices of (" + records.name() + ") must be at least 0.",
                        about);
    }

    private RecordTable table(Group group) {
        return tables.computeIfAbsent(
                group,
                of -> records.table(
                        of.toString() + name(of),
                        of.rows,
                        columns.price(),
                        of.units.price(),
                        columns.quantity(),
                        of.units.quantity()));
    }

    private String name(Group group) {
        boolean reversed = group.size() > 0 && records.number(group.rows[0], columns.quantity()) < 0;
        return (group.units.equals(ofAll) ? "" : " in " + group.units.price()) + (reversed ? ", credit notes" : "");
    }
}
