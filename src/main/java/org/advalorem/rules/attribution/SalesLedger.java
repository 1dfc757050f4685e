package org.advalorem.rules.attribution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.advalorem.calculation.Measures;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Months;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.ExchangeRates;
import org.advalorem.rules.base.Inflation;
import org.advalorem.rules.base.LedgerMoney;
import org.advalorem.rules.base.LeftOut;
import org.advalorem.rules.base.Measured;
import org.advalorem.rules.base.Period;

/**
 * The sales of a respondent's entities, row by row, and the f.o.b. value of any subset of them.
 *
 * <p>F.o.b. value = gross value - returns - movement expenses of sales on delivered terms. Value-added tax and other
 * operating income do not belong in the ledger.
 */
public final class SalesLedger {
    static final Column YEAR = Column.optional(
            "year",
            Column.Type.YEAR,
            "The year of the sale, named like the period's years; may be left out where the date is given.");
    static final Column DATE = Column.optional(
            "date",
            Column.Type.MONTH,
            "The day or month of the sale, where amounts are adjusted to one price level or the year is left out.");
    static final Column SELLER = Column.optional(
            "seller", Column.Type.TEXT, "The member that sold; may be left out where there is only one.");
    static final Column BUYER =
            Column.optional("buyer", Column.Type.TEXT, "", "The member that bought; empty for outside customers.");
    static final Column DESTINATION = Column.optional(
            "destination", Column.Type.TEXT, "domestic", "The country the goods went to, or the word domestic.");
    static final Column PRODUCT =
            Column.optional("product", Column.Type.TEXT, "", "The product, where programs are tied to one.");
    static final Column TERMS = Column.optional(
                    "terms",
                    Column.Type.TEXT,
                    "FOB",
                    "Delivery terms; movement expenses are deducted from sales on delivered terms.")
            .among(List.of("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"));
    static final Column GROSS = Column.required(
                    "gross", Column.Type.NUMBER, "Gross value, excluding VAT; negative on a credit note.")
            .withUnits();
    static final Column RETURNS = Column.optional(
                    "returns", Column.Type.NOT_NEGATIVE, "0", "Returns, rebates and discounts.")
            .withUnits();
    static final Column FREIGHT = Column.optional(
                    "freight", Column.Type.NOT_NEGATIVE, "0", "Freight and insurance included in the gross value.")
            .withUnits();
    static final Column CURRENCY = LedgerMoney.currencyColumn();
    static final Column QUANTITY = Column.optional(
                    "quantity",
                    Column.Type.NUMBER,
                    "The quantity sold, with its unit or in that of the column, for a rate per unit.")
            .withUnits();

    static final Column INVOICE = Column.optional(
            "invoice",
            Column.Type.TEXT,
            "",
            "What links a sale to the affiliated reseller with its resale; empty when nothing does.");

    /** Whether a sale through the affiliated reseller meets the criteria for the export value adjustment. */
    static final List<Column> FINDINGS = findings();

    static final FieldType<Records> TYPE = FieldType.records(columns());

    /** The columns by which doubtful sales are found. */
    public static final Measured MEASURED =
            new Measured(GROSS, false, Optional.of(QUANTITY), Optional.empty(), List.of());

    /** The destination of home-market sales. */
    static final String DOMESTIC = "domestic";

    private static final Set<String> NAMES_OF_THE_UNITED_STATES =
            Set.of("united states", "united states of america", "us", "u.s.", "usa", "u.s.a.");

    private static final String UNITED_STATES = "United States";
    private static final Set<String> UNDELIVERED = Set.of("EXW", "FCA", "FAS", "FOB");

    private final Records rows;
    private final LedgerMoney money;
    private final Unit currency;
    private final Period period;
    private final Optional<Inflation> inflation;
    private final Set<Integer> asked;
    /** The sales in some value that a rate rests on. */
    private final BitSet counted;

    private final Set<String> members;
    private final String country;
    private final int[] years;
    private final String[] destinations;

    /** The f.o.b. value and quantity of a set of sales. */
    record Sold(Term fob, Term quantity) {}

    /** The components of an f.o.b. value. */
    record Value(Term gross, Term returns, Term freight, Term fob) {}

    private SalesLedger(
            Records rows, LedgerMoney money, Unit currency, Period period, Set<String> members, String country) {
        this.rows = rows;
        this.money = money;
        this.currency = currency;
        this.period = period;
        this.inflation = Optional.empty();
        this.asked = new TreeSet<>();
        this.counted = new BitSet(rows.rows());
        this.members = members;
        this.country = country;
        this.years = new int[rows.rows()];
        this.destinations = new String[rows.rows()];
        Map<String, String> known = new HashMap<>();
        for (int row = 0; row < years.length; row++) {
            years[row] = rows.isBlank(row, DATE) ? rows.year(row, YEAR) : period.yearOfMonth(rows.month(row, DATE));
            destinations[row] = known.computeIfAbsent(rows.word(row, DESTINATION), this::destination);
        }
    }

    private SalesLedger(SalesLedger nominal, Inflation year) {
        this.rows = nominal.rows;
        this.money = nominal.money;
        this.currency = nominal.currency;
        this.period = nominal.period;
        this.inflation = Optional.of(year);
        this.asked = nominal.asked;
        this.counted = nominal.counted;
        this.members = nominal.members;
        this.country = nominal.country;
        this.years = nominal.years;
        this.destinations = nominal.destinations;
    }

    private static List<Column> findings() {
        List<Column> findings = new ArrayList<>();
        for (Field<?> criterion : ExportValueAdjustment.CRITERIA_FIELDS.fields()) {
            findings.add(finding(criterion.name(), criterion.description()));
        }
        findings.add(finding("known-customer", "The customer in the United States is identified."));
        return findings;
    }

    private static Column finding(String name, String description) {
        return Column.optional(name, Column.Type.TEXT, "", description).among(List.of("yes", "no"));
    }

    private static Column[] columns() {
        List<Column> columns = new ArrayList<>(List.of(
                YEAR,
                DATE,
                SELLER,
                BUYER,
                DESTINATION,
                PRODUCT,
                TERMS,
                GROSS,
                RETURNS,
                FREIGHT,
                CURRENCY,
                QUANTITY,
                INVOICE));
        columns.addAll(FINDINGS);
        return columns.toArray(new Column[0]);
    }

    /**
     * The ledger made up of the given rows.
     *
     * @param exchangeRates rates into the company's currency
     * @param company the company whose ledger it is, for messages
     */
    static SalesLedger of(
            Records rows,
            Unit currency,
            Set<String> members,
            Period period,
            ExchangeRates exchangeRates,
            String country,
            Facts company) {
        SalesLedger ledger = new SalesLedger(
                rows,
                new LedgerMoney(rows, CURRENCY, currency, exchangeRates, company),
                currency,
                period,
                members,
                country);
        ledger.check();
        ledger.checkInvoices();
        return ledger;
    }

    /**
     * This ledger with the year's sales restated at the prices of its last month. Sales without a month are refused
     * where inflation requires the restatement.
     */
    SalesLedger atPricesOf(Inflation year) {
        IntStream.range(0, rows.rows())
                .filter(inYear(year.year()))
                .filter(row -> rows.isBlank(row, DATE))
                .findFirst()
                .ifPresent(row -> year.refuse(
                        "The ledger (" + rows.name() + ") does not say in which months of " + period.name(year.year())
                                + " the sales were made. Add the column date.",
                        rows.address()));
        return new SalesLedger(this, year);
    }

    private void check() {
        Set<String> told = new LinkedHashSet<>();
        boolean dated = true;
        for (int row = 0; row < rows.rows(); row++) {
            dated &= checkYear(row, told);
            if (seller(row).isEmpty() && told.add("no seller")) {
                problem(
                        row,
                        "A sale names no seller, and there are several members.",
                        "Write in the column seller which member sold: " + String.join(", ", members) + ".");
            }
            for (Column column : List.of(SELLER, BUYER)) {
                String member = rows.word(row, column);
                if (!member.isEmpty() && !members.contains(member) && told.add(member)) {
                    problem(
                            row,
                            "The " + column.name() + " (" + member + ") is not a member.",
                            Nearest.advice(member, members));
                }
            }
            if (rows.number(row, FREIGHT) > 0 && UNDELIVERED.contains(rows.word(row, TERMS)) && told.add("freight")) {
                problem(
                        row,
                        "A sale on " + rows.word(row, TERMS) + " terms includes freight of " + rows.digits(row, FREIGHT)
                                + ".",
                        "Write delivered terms such as CIF, or leave the freight out.");
            }
            if (!money.isMoney(row, GROSS) || !money.isMoney(row, RETURNS) || !money.isMoney(row, FREIGHT)) {
                continue;
            }
            if (rows.number(row, RETURNS) > Math.abs(rows.number(row, GROSS))
                    && money.unit(row, RETURNS).equals(money.unit(row, GROSS))
                    && told.add("returns")) {
                problem(row, "The returns of a sale exceed its gross value.", "");
            }
        }
        if (!dated) {
            throw new UnusableFactsException();
        }
    }

    /** Whether the row states the year of the sale, and states it only once. */
    private boolean checkYear(int row, Set<String> told) {
        if (rows.isBlank(row, DATE)) {
            boolean stated = !rows.isBlank(row, YEAR);
            if (!stated && told.add("no year")) {
                problem(row, "A sale has neither a year nor a date.", "Write year: 2016, or date: 2016-05.");
            }
            return stated;
        }
        int year = years[row];
        if (!rows.isBlank(row, YEAR) && rows.year(row, YEAR) != year && told.add("two years")) {
            problem(
                    row,
                    "The sale of " + Months.text(rows.month(row, DATE)) + " is under the year " + rows.year(row, YEAR)
                            + ", but falls in " + period.name(year) + ".",
                    "Write year: " + year + ", or leave the year out.");
        }
        return true;
    }

    /** Checks that two rows of one invoice, which are one sale, go to one destination. */
    private void checkInvoices() {
        Map<String, Integer> first = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (int row = 0; row < rows.rows(); row++) {
            String invoice = rows.word(row, INVOICE);
            Integer other = invoice.isEmpty() ? null : first.putIfAbsent(invoice, row);
            if (other != null && !destinations[row].equals(destinations[other]) && told.add(invoice)) {
                problem(
                        row,
                        "The rows of invoice (" + invoice + ") name two destinations: (" + rows.word(other, DESTINATION)
                                + ") and (" + rows.word(row, DESTINATION) + ").",
                        "Write where the goods went in both, including the row of the sale to the reseller.");
            }
        }
    }

    private void problem(int row, String message, String advice) {
        rows.context().problems().add(Problem.Code.AV401, rows.origin(row), message, advice);
    }

    /** Whether any row passes. */
    boolean any(IntPredicate filter) {
        return IntStream.range(0, rows.rows()).anyMatch(filter);
    }

    /** The value of the rows that pass, on which a rate rests; zero if none does. */
    Value value(String key, IntPredicate filter) {
        return value(key, selected(filter));
    }

    /** The indices of the rows that pass, ascending. */
    int[] selected(IntPredicate filter) {
        return IntStream.range(0, rows.rows()).filter(filter).toArray();
    }

    /** The value of the given rows, on which a rate rests; zero if there are none. */
    Value value(String key, int[] all) {
        count(all);
        return shown(key, all);
    }

    /** Notes that a rate rests on the given rows. */
    void count(int[] all) {
        for (int row : all) {
            counted.set(row);
        }
    }

    /** The value of the given rows, which alone makes no rate rest on them; zero if there are none. */
    Value shown(String key, int[] all) {
        return inflation.isEmpty() ? nominal(key, all) : atOneLevel(key, all, inflation.get());
    }

    private Value nominal(String key, int[] all) {
        Value value = unchecked(key, all);
        if (IntStream.of(all).anyMatch(row -> rows.number(row, GROSS) < 0)) {
            rows.context()
                    .builder()
                    .require(
                            rows.context()
                                    .builder()
                                    .literal(0, value.gross().unit())
                                    .atMost(value.gross()),
                            "The credit notes of (" + rows.name() + "), " + key + ", exceed the sales they reverse.",
                            rows.address().toString());
        }
        return value;
    }

    /** The value of rows that may be credit notes alone, as booked. */
    Value unchecked(String key, int[] all) {
        int[] delivered = IntStream.of(all)
                .filter(row -> !UNDELIVERED.contains(rows.word(row, TERMS)))
                .toArray();
        IntFunction<LedgerMoney.When> when = this::when;
        Term gross = money.total(key, all, GROSS, when);
        Term returns = money.total(key, nonZero(all, RETURNS), RETURNS, when);
        Term freight = money.total(key, nonZero(delivered, FREIGHT), FREIGHT, when);
        return new Value(gross, returns, freight, gross.minus(returns).minus(freight));
    }

    /** The value and quantity of those rows that state a quantity, in the unit of the first; empty if none does. */
    Optional<Sold> quantity(String key, IntPredicate filter) {
        int[] stated = selected(filter.and(row -> !rows.isBlank(row, QUANTITY)));
        if (stated.length == 0) {
            return Optional.empty();
        }
        Unit unit = unitOfQuantity(stated[0]);
        Map<Unit, List<Integer>> byUnit = new LinkedHashMap<>();
        for (int row : stated) {
            byUnit.computeIfAbsent(unitOfQuantity(row), absent -> new ArrayList<>())
                    .add(row);
        }
        List<Term> quantities = new ArrayList<>();
        byUnit.forEach((of, selected) -> quantities.add(Measures.convert(
                        rows.total(
                                key + " in " + of,
                                selected.stream().mapToInt(Integer::intValue).toArray(),
                                QUANTITY,
                                of),
                        unit)
                .orElseThrow(() -> refused(
                        selected.get(0),
                        "The quantity is in " + of + "; others are in " + unit + ".",
                        "Write all quantities in units of one measure."))));
        return Optional.of(
                new Sold(value(key, stated).fob(), rows.context().builder().sum(quantities)));
    }

    private Unit unitOfQuantity(int row) {
        return rows.unit(row, QUANTITY)
                .orElseThrow(() -> refused(
                        row,
                        "The quantity has no unit.",
                        "Write it after the number, or give the column one: units: {quantity: t}."));
    }

    private UnusableFactsException refused(int row, String message, String advice) {
        rows.context().problems().add(Problem.Code.AV206, rows.origin(row), message, advice);
        return new UnusableFactsException();
    }

    /** The sales for which the ledger names no member as the buyer. */
    IntPredicate soldToAnyoneOutside() {
        return row -> rows.word(row, BUYER).isEmpty();
    }

    /**
     * The value month by month, each at the prices of the last month; sales without a month in that year are left as
     * they stand.
     */
    private Value atOneLevel(String key, int[] all, Inflation year) {
        List<Value> parts = new ArrayList<>();
        int[] asItStands = IntStream.of(all).filter(row -> !isIn(row, year)).toArray();
        if (asItStands.length > 0 || all.length == 0) {
            parts.add(nominal(key, asItStands));
        }
        Map<Integer, List<Integer>> byMonth = new TreeMap<>();
        IntStream.of(all)
                .filter(row -> isIn(row, year))
                .forEach(row -> byMonth.computeIfAbsent(rows.month(row, DATE), month -> new ArrayList<>())
                        .add(row));
        byMonth.forEach((month, ofMonth) -> {
            Term factor = year.factor(month);
            Value value = nominal(
                    key + " in " + Months.text(month),
                    ofMonth.stream().mapToInt(Integer::intValue).toArray());
            parts.add(new Value(
                    value.gross().times(factor),
                    value.returns().times(factor),
                    value.freight().times(factor),
                    value.fob().times(factor)));
        });
        return new Value(
                sum(parts, Value::gross),
                sum(parts, Value::returns),
                sum(parts, Value::freight),
                sum(parts, Value::fob));
    }

    private Term sum(List<Value> parts, Function<Value, Term> component) {
        return rows.context().builder().sum(parts.stream().map(component).toList(), currency);
    }

    private boolean isIn(int row, Inflation year) {
        return !rows.isBlank(row, DATE) && inYear(year.year()).test(row);
    }

    /**
     * When a sale is converted: one with a date, at the average for its month; any other, at the average for its year.
     */
    private LedgerMoney.When when(int row) {
        return rows.isBlank(row, DATE)
                ? new LedgerMoney.OfYear(rows.year(row, YEAR))
                : new LedgerMoney.OfMonth(rows.month(row, DATE));
    }

    private int[] nonZero(int[] selection, Column column) {
        return IntStream.of(selection)
                .filter(row -> rows.number(row, column) != 0)
                .toArray();
    }

    IntPredicate inYear(int year) {
        asked.add(year);
        return ofYear(year);
    }

    /** The sales of a year that no denominator need rest on. */
    IntPredicate ofYear(int year) {
        return row -> years[row] == year;
    }

    /** The sales that no rate rests on so far: of other years, between members, and in no denominator. */
    public List<LeftOut> leftOut() {
        IntPredicate needed = row -> asked.contains(years[row]);
        IntPredicate idle = needed.and(row -> !counted.get(row));
        List<LeftOut> leftOut = new ArrayList<>();
        leaveOut(needed.negate(), LeftOut.Reason.OUTSIDE_THE_PERIOD, "of years that no denominator needs", leftOut);
        leaveOut(idle.and(soldOutside().negate()), LeftOut.Reason.BETWEEN_MEMBERS, "sold to a member", leftOut);
        for (String seller : members) {
            leaveOut(
                    idle.and(soldOutside()).and(soldBy(Set.of(seller))),
                    LeftOut.Reason.NO_DENOMINATOR,
                    "by " + seller + ", in no denominator",
                    leftOut);
        }
        return leftOut;
    }

    private void leaveOut(IntPredicate which, LeftOut.Reason reason, String why, List<LeftOut> leftOut) {
        Map<Unit, List<Integer>> byCurrency = new LinkedHashMap<>();
        for (int row : selected(which)) {
            byCurrency
                    .computeIfAbsent(money.unit(row, GROSS), absent -> new ArrayList<>())
                    .add(row);
        }
        byCurrency.forEach((unit, of) -> {
            int[] selection = of.stream().mapToInt(Integer::intValue).toArray();
            leftOut.add(new LeftOut(
                    rows.address().toString(),
                    LeftOut.What.SALES,
                    reason,
                    selection.length,
                    Optional.of(gross(why, selection, unit)),
                    why));
        });
    }

    private Term gross(String why, int[] selection, Unit unit) {
        boolean plain = money.isPlain(GROSS) && money.isPlain(RETURNS) && money.isPlain(FREIGHT);
        return plain ? unchecked(why, selection).fob() : rows.total(why + " in " + unit, selection, GROSS, unit);
    }

    IntPredicate soldBy(Set<String> members) {
        return row -> members.contains(seller(row));
    }

    /** The member that sold; where there is only one, the ledger need not name it. */
    String seller(int row) {
        String written = rows.word(row, SELLER);
        return written.isEmpty() && members.size() == 1 ? members.iterator().next() : written;
    }

    /** The sales to anyone other than a member. */
    IntPredicate soldOutside() {
        return boughtBy(members).negate();
    }

    IntPredicate boughtBy(Set<String> members) {
        return row -> members.contains(rows.word(row, BUYER));
    }

    IntPredicate exported() {
        return row -> !destinations[row].equals(DOMESTIC);
    }

    IntPredicate toUnitedStates() {
        return destinedTo(UNITED_STATES);
    }

    IntPredicate destinedTo(String market) {
        String wanted = destination(market);
        return row -> destinations[row].equals(wanted);
    }

    /** The one name by which a destination is compared: the exporting country is domestic, however it is written. */
    private String destination(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        if (word.equals(DOMESTIC) || word.equals(country.toLowerCase(Locale.ROOT))) {
            return DOMESTIC;
        }
        return NAMES_OF_THE_UNITED_STATES.contains(word) ? UNITED_STATES : written;
    }

    IntPredicate ofProduct(Set<String> products) {
        return row -> products.contains(rows.word(row, PRODUCT));
    }

    /** The text of a cell. */
    String word(int row, Column column) {
        return rows.word(row, column);
    }

    /** The name of the source of the ledger. */
    String name() {
        return rows.name();
    }
}
